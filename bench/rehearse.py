"""A hall that waits: from the command to the first step of the story, and from F8 to the desk as it was told."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figures import Figure, Scale
from caregiver_desk import settings

FIRST_STEP, TOLD, RESET = 60, 10, 5  # seconds in which a hall still waits gladly; counted in those of a processor,
# which are the same on a busy machine; what the clock on the wall said stands beside them
SITTING = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop
from bench.gauge import cpu_of
from caregiver_desk.desk import app as desk
from caregiver_desk.desk.door.seat import Seat
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal
def rest():
    lane = seat.window.hands.lane
    while lane.busy:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    app.processEvents()
def spent():
    # of a processor, also for the worker that opens bundles
    workers = Path("/proc/self/task").joinpath(str(os.getpid()), "children").read_text().split()
    return time.process_time() + sum(cpu_of(int(each)) for each in workers), time.monotonic()
def since(began):
    return tuple(now - then for now, then in zip(spent(), began))
app = desk.application()
rehearsal = Rehearsal(Path(sys.argv[1]), Opener())
began = spent()
rehearsal.tell()
told = since(began)
rehearsing = Rehearsing(rehearsal, shipped()); seat = Seat(rehearsing); seat.sit_down("rehearsal"); rest()
rehearsing.begin(rehearsing.exercises[0]); rest()
first, began = (spent()[0], time.monotonic() - float(sys.argv[2])), spent()
rehearsing.reset(); rest()
print(*first, *told, *since(began), flush=True)
os._exit(0)
"""


def figures(scale: Scale) -> Iterator[Figure]:
    taken = [_sat_down() for _ in range(scale.times)]
    first, first_wall, told, told_wall, reset, reset_wall = (median(each) for each in zip(*taken, strict=True))
    yield _waited("from the command to the first step of the story", first, first_wall, FIRST_STEP)
    yield _waited("26 weeks told, with 240 homes", told, told_wall, TOLD)
    yield _waited("Reset, until the desk stands again", reset, reset_wall, RESET)


def _waited(what: str, processor: float, wall: float, floor: float) -> Figure:
    return Figure(what, processor, "s", floor, note=f"of a processor; {wall:.3g} s on the wall")


def _sat_down() -> tuple[float, ...]:
    """Until the first step, of the telling, and of a reset: each in processor seconds and in those on the wall."""
    with tempfile.TemporaryDirectory() as place:
        environment = {**os.environ, settings.HOME: str(Path(place) / "home"), "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-c", SITTING, place, str(time.monotonic())]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    return tuple(map(float, done.stdout.split()))
