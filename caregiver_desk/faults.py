"""What broke of ours, remembered by its place: what sort of fault it was, in which line of the program, on which day.

Context. Whoever is to mend a fault must know where it was. What a fault says of itself may quote a name or a note, and
what a system keeps of a program that died may be read by others.

Decision. Only the type of a fault and a file and line of ours are kept, a few of them, beside the state of this
machine; never its words, no value, and no path. A crash below Python leaves the lines that were under way in a file
that nobody else may read; the next start takes the last of them and empties it. Of what the world had in the way only
codes are counted, while the program runs.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import sys
import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TextIO

from caregiver_desk import __version__, clock, settings

FILE, CRASHED = "faults.json", "crash.txt"
TRACEBACK = "CAREGIVER_DESK_TRACEBACK"
MOST = 20
_OURS = Path(__file__).parent
_LARGEST = 65_536  # bytes
_LONGEST = 120  # letters of a place
_FRAME = re.compile(r'File "[^"]*caregiver_desk[/\\]([\w/\\]+\.py)", line (\d+)')

codes: Counter[str] = Counter()  # of what was in the way since the program started
_crashes: list[TextIO] = []  # the file that stays open for the last words of a process that dies


class Fault(NamedTuple):
    """One of them: the day, the version of the program, and the type of the fault with its place."""

    day: str
    version: str
    where: str


def note(fault: BaseException) -> str:
    """Remember it; returns what may be told of it."""
    where = f"{type(fault).__name__} {_place(fault.__traceback__)}"
    _keep(where)
    return where


def remembered() -> list[Fault]:
    """The last ones, the newest first; none where nothing readable tells of any."""
    try:
        with (settings.state_folder() / FILE).open("rb") as file:
            told = [Fault(**each) for each in json.loads(file.read(_LARGEST))][:MOST]
    except (OSError, ValueError, TypeError, RecursionError):
        return []
    return [Fault(*(str(words)[:_LONGEST] for words in each)) for each in told]


def listen(hears: Callable[[str], object]) -> None:
    """From now on whatever nobody caught is noted, and told to whoever `hears`; its words go nowhere.

    Who mends this program may want them all the same, and says so (`CAREGIVER_DESK_TRACEBACK`).
    """
    if os.environ.get(TRACEBACK):
        return

    def heard(fault: BaseException | None) -> None:
        if fault is None or isinstance(fault, KeyboardInterrupt | SystemExit):
            return
        where = note(fault)
        print(where, file=sys.stderr)  # noqa: T201 - as the system would, without its words
        hears(where)

    sys.excepthook = lambda _sort, fault, _trace: heard(fault)
    threading.excepthook = lambda told: heard(told.exc_value)
    sys.unraisablehook = lambda told: heard(told.exc_value)


def leave_no_memory_behind() -> None:
    """What this process held goes with it, also where it dies: the system writes no core of it."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def watch_for_crashes() -> None:
    """Note the crash of the last time, and leave a file open in which the next one leaves its lines."""
    place = settings.state_folder() / CRASHED
    with suppress(OSError):
        if found := _FRAME.search(place.read_text(encoding="utf-8", errors="replace")[:_LARGEST]):
            _keep(f"crash {_plain(found[1])}:{found[2]}")
    with suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _crashes.append(os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"))
        faulthandler.enable(_crashes[-1], all_threads=False)


def _keep(where: str) -> None:
    fresh = Fault(clock.today().isoformat(), __version__, where[:_LONGEST])
    settings.remember(FILE, [each._asdict() for each in (fresh, *remembered())][:MOST])


def _place(trace: TracebackType | None) -> str:
    """The deepest line of ours that it went through; elsewhere only the name of the file."""
    lines = []
    while trace:
        lines.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    ours = [(within, line) for file, line in lines if (within := _within_ours(file))]
    file, line = (ours or [(Path(file.name), line) for file, line in lines] or [(Path("?"), 0)])[-1]
    return f"{_plain(str(file))}:{line}"


def _within_ours(file: Path) -> Path | None:
    """Where a file of ours stands in the package; a program that was packed names its files from there on."""
    for above in (_OURS, Path(_OURS.name)):
        if file.is_relative_to(above):
            return file.relative_to(above)
    return None


def _plain(file: str) -> str:
    return file.replace("\\", "/")
