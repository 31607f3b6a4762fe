"""The desk itself: Today once the key is there, what the desk holds in memory, and a long table that is scrolled.

Each figure is taken in a process of its own, without a screen. What is brought in while she types her passphrase is
brought in before anything is counted, as the door does it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEventLoop, SignalInstance

from bench import district, shelf
from bench.figures import Figure, Scale
from bench.gauge import percentile
from bench.shelf import Stand

if TYPE_CHECKING:
    from caregiver_desk.desk.pages.visits import VisitsPage

TODAY, HELD, TABLE, STEP = 300, 270, 50, 16
"""Memory set anew from what was measured (230 to 250, not 150): 138 is Python, Qt, SQLAlchemy, pydantic and the kinds
before any book is open, 64 are decrypted pages, which make lists cost what they cost without encryption.
"""
STEPS = 300


def figures(scale: Scale) -> Iterator[Figure]:
    small, large = (district.district(number(scale.listed)) for number in (min, max))
    books = {"half a year of one team": district.rehearsal(), "a district": small}
    for what, stand in books.items():
        taken = [_alone("today", stand)[0] for _ in range(scale.times)]
        yield Figure(f"Today after the key, {what}", median(taken), "ms", TODAY)
    (megabytes,) = _alone("memory", small)
    yield Figure(f"memory, every page of the desk seen, {min(scale.listed):,} visits", megabytes, "MB", HELD)
    held = f"{max(scale.listed):,} visits"
    more, step, rows = _alone("table", large)
    yield Figure(f"memory, table scrolled through {rows:,.0f} of {held}", more, "MB", TABLE)
    yield Figure(f"a scroll step in a table of {held}", step, "ms p99", STEP)


def _alone(what: str, stand: Stand) -> list[float]:
    told = subprocess.run(
        [sys.executable, "-m", __name__, what, stand.folder],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return [float(each) for each in told.stdout.split()]


class Sitting:
    """Somebody at the desk of a copy of this book, from the moment when its key was there."""

    def __init__(self, stand: Stand) -> None:
        from caregiver_desk.acts import opening
        from caregiver_desk.desk import app as desk
        from caregiver_desk.desk.door import door
        from caregiver_desk.desk.frame.opening import window_for
        from caregiver_desk.store import vault
        from caregiver_desk.sync.opener import Opener

        self.app = desk.application()
        door.bring_in()
        copy, keys = shelf.copied(stand), stand.keys()
        self.begun = time.process_time()
        self.book = opening.resume(vault.reopen(copy, keys))
        self.window = window_for(self.book, Opener())
        self.window.care.stop()  # a check of the whole file, whenever nothing else is asked
        self.window.show()

    def wait(self, signal: SignalInstance) -> None:
        """Until this was said, and what it changed is painted. Waiting itself costs nothing."""
        loop = QEventLoop()
        signal.connect(loop.quit)
        loop.exec()
        signal.disconnect(loop.quit)
        self.app.processEvents()

    def rest(self) -> None:
        self.app.processEvents()
        if self.window.hands.lane.busy:
            self.wait(self.window.hands.lane.rested)

    def leave(self) -> None:
        self.window.close()
        shelf.let_go(self.book)


def _today(sitting: Sitting) -> Iterator[float]:
    sitting.wait(sitting.window.pages["today"].counted)
    yield (time.process_time() - sitting.begun) * 1000


def _memory(sitting: Sitting) -> Iterator[float]:
    for subject in sitting.window.pages:
        sitting.window.go(subject)
        sitting.rest()
    yield _resident()


def _table(sitting: Sitting) -> Iterator[float]:
    """Memory beyond what the page took at first, the step that only one in a hundred is longer than, and the rows."""
    page = cast("VisitsPage", sitting.window.pages["visits"])
    sitting.window.go("visits")
    sitting.rest()
    before, bar, steps = _resident(), page.table.verticalScrollBar(), []
    for _ in range(STEPS):
        begun = time.process_time()
        bar.setValue(bar.value() + bar.pageStep())
        sitting.rest()
        steps.append((time.process_time() - begun) * 1000)
    yield _resident() - before
    yield percentile(steps, 0.99)
    yield page.rows.rowCount()


def _resident() -> float:
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    sitting = Sitting(Stand(Path(sys.argv[2])))
    print(*{"today": _today, "memory": _memory, "table": _table}[sys.argv[1]](sitting))
    sitting.leave()
