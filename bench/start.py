"""From the command to the first sign of life: the command line, and the unlock window."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio
from caregiver_desk import settings
from caregiver_desk.records.kinds import KINDS

WINDOW, FORM, ROOM = 1.75, 1.45, 15
"""Set anew from what was measured: 1.55 to 1.6 times the bare window, 1.3 times a form of Qt's own parts, 14 MB.

1.2 is what Qt alone takes as soon as a line to type into and a button stand in the window: it then makes the enums of
its `Qt` namespace, a sixth of a bare start. The rest is ours: four weights of Inter, which are never left out because a
machine may have no letters at all (4 ms), our own parts and their painting (20 ms), and the shelf of books with their
signs (3 ms). What is counted ends when she could type; what is brought in from then on is brought in while she does.
"""
DECLARED = 2.25
"""1.2 to 1.8 times the bare library for a hundred kinds and their acts; 3.5 while every class was made whole at once.

A kind costs what its two classes cost to declare. Its draft learns to validate when one is filled in, and its table is
laid out when a book is founded or folded anew. It is counted by the hundred: more kinds do not need another limit.
"""
ALL_DECLARED = "from caregiver_desk import acts; acts.load()"
HUNDRED = 100
BARE_TABLE = """
from sqlmodel import Field, SQLModel
class Bare(SQLModel, table=True):
    id: str = Field(primary_key=True)
"""
BARE_PARSER = "import argparse; p = argparse.ArgumentParser(); p.add_argument('--book'); p.parse_args(['--book', 'x'])"
TOLD = (
    "import time, os, pathlib;"
    "print(time.process_time(), pathlib.Path('/proc/self/status').read_text().partition('VmRSS:')[2].split()[0],"
    " flush=True); os._exit(0)"
)
BARE_WINDOW = f"""
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents(); app.processEvents()
{TOLD}
"""
UNLOCK_WINDOW = f"""
from caregiver_desk import settings
from caregiver_desk.desk.app import application
from caregiver_desk.desk.door.door import Door
class Shown(Door):
    def _begin(self):
        self.step.arrive(); app.processEvents()
        {TOLD}
app = application(); window = Shown(settings.books()); window.show(); app.exec()
"""
QTS_OWN = f"""
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication(["-", "-style", "fusion"]); window = QWidget(); laid = QVBoxLayout(window)
for part in (QLabel("Open your book"), QLineEdit(), QPushButton("Unlock")):
    laid.addWidget(part)
window.show(); app.processEvents(); window.findChild(QLineEdit).setFocus(Qt.FocusReason.OtherFocusReason)
app.processEvents()
{TOLD}
"""


def figures(scale: Scale) -> Iterator[Figure]:
    yield from _command_line(scale)
    yield from _declared(scale)
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


def _declared(scale: Scale) -> Iterator[Figure]:
    """What every command pays that knows a record: all kinds and acts, beside one bare table."""
    runs = {"ours": _process("-c", ALL_DECLARED), "bare": _process("-c", BARE_TABLE)}
    taken = in_turns(scale.times, runs)
    note = f"{median(taken['ours']) * 1000:.0f} ms"
    more = (middle_ratio(taken["ours"], taken["bare"]) - 1) * HUNDRED / len(KINDS)
    yield Figure("a hundred kinds and their acts, beside a bare table", more, "x more", DECLARED, note=note)


def _unlock_window(scale: Scale) -> Iterator[Figure]:
    windows = {"ours": UNLOCK_WINDOW, "bare": BARE_WINDOW, "form": QTS_OWN}
    with tempfile.TemporaryDirectory() as home:
        shelve(Path(home))
        shown = [{name: _shown(script, home) for name, script in windows.items()} for _ in range(scale.times)]
    seconds, memory = ({name: [each[name][place] for each in shown] for name in windows} for place in (0, 1))
    note = f"{median(seconds['ours']) * 1000:.0f} ms"
    for name, what, floor in (("bare", "a bare window", WINDOW), ("form", "a form of Qt's own parts", FORM)):
        ratio = middle_ratio(seconds["ours"], seconds[name])
        yield Figure(f"unlock window painted, beside {what}", ratio, "x", floor, note=note)
    more = median(memory["ours"]) - median(memory["bare"])
    note = f"{median(memory['ours']):.0f} MB"
    yield Figure("unlock window, memory beyond a bare window", more, "MB", ROOM, note=note)


def shelve(home: Path) -> None:
    """One book that has a sign: as much of it as is read before it is unlocked."""
    book = home / "books" / "book"
    book.mkdir(parents=True)
    (book / settings.BOOK).touch()
    (book / settings.KEYS).write_text('{"sign": "river"}')


def _process(*arguments: str) -> Callable[[], float]:
    """Seconds of a whole process, from its start to its end."""

    def run() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return run


def _shown(script: str, home: str) -> tuple[float, float]:
    """Processor seconds until the window is painted, and megabytes then."""
    told = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", settings.HOME: home},
    )
    seconds, kibibytes = told.stdout.split()
    return float(seconds), int(kibibytes) / 1024
