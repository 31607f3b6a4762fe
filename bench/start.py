"""From the command to the first sign of life: the command line, and the unlock window."""

from __future__ import annotations

import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from statistics import median

from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio

WINDOW, ROOM = 1.2, 15
BARE_PARSER = "import argparse; p = argparse.ArgumentParser(); p.add_argument('--book'); p.parse_args(['--book', 'x'])"
PAINTED = "app.processEvents(); app.processEvents()"
TOLD = (
    "import time, os, pathlib;"
    "print(time.process_time(), pathlib.Path('/proc/self/status').read_text().partition('VmRSS:')[2].split()[0],"
    " flush=True); os._exit(0)"
)
BARE_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); {PAINTED}
{TOLD}
"""
UNLOCK_WINDOW = f"""
import pathlib, sys
from caregiver_desk.desk.app import application
from caregiver_desk.desk.door.door import Door
from caregiver_desk.settings import Shelved
app = application(); window = Door([Shelved(pathlib.Path(sys.argv[1]))]); window.show(); {PAINTED}
{TOLD}
"""


def figures(scale: Scale) -> Iterator[Figure]:
    yield from _command_line(scale)
    yield from _unlock_window(scale)


def _command_line(scale: Scale) -> Iterator[Figure]:
    taken = in_turns(
        scale.times,
        {
            "help": _process("-m", "caregiver_desk", "--help"),
            "nothing": _process("-c", "pass"),
            "parser": _process("-c", BARE_PARSER),
        },
    )
    note = f"{median(taken['help']) * 1000:.0f} ms"
    yield Figure("command line --help", middle_ratio(taken["help"], taken["parser"]), "x parser", note=note)
    yield Figure("command line --help", middle_ratio(taken["help"], taken["nothing"]), "x python", note=note)


def _unlock_window(scale: Scale) -> Iterator[Figure]:
    if importlib.util.find_spec("caregiver_desk.desk.door.door") is None:
        print("unlock window: not there yet")
        return
    taken: dict[str, list[tuple[float, float]]] = {"ours": [], "bare": []}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(scale.times):
            taken["ours"].append(_shown(UNLOCK_WINDOW, folder))
            taken["bare"].append(_shown(BARE_WINDOW, folder))
    seconds = {name: [each[0] for each in some] for name, some in taken.items()}
    memory = {name: median(each[1] for each in some) for name, some in taken.items()}
    note = f"{median(seconds['ours']) * 1000:.0f} ms"
    ratio = middle_ratio(seconds["ours"], seconds["bare"])
    yield Figure("unlock window painted", ratio, "x window", WINDOW, note=note)
    more = memory["ours"] - memory["bare"]
    yield Figure("unlock window, memory beyond a bare window", more, "MB", ROOM, note=f"{memory['ours']:.0f} MB")


def _process(*arguments: str) -> Callable[[], float]:
    """Seconds of a whole process, from its start to its end."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def _shown(script: str, folder: str) -> tuple[float, float]:
    """Processor seconds until the window is painted, and megabytes then."""
    told = subprocess.run(
        [sys.executable, "-c", script, folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    seconds, kibibytes = told.stdout.split()
    return float(seconds), int(kibibytes) / 1024
