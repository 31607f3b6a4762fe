"""A hall that waits: from the command to the first step of the story, and from F8 to the desk as it was told."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.figures import Figure, Scale
from caregiver_desk import settings

FIRST_STEP, TOLD, RESET = 60, 10, 5  # seconds in which a hall still waits gladly; counted in those of a processor
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
    return time.process_time() + sum(cpu_of(int(each)) for each in workers)
app = desk.application()
rehearsal = Rehearsal(Path(sys.argv[1]), Opener())
began = spent()
rehearsal.tell()
told = spent() - began
rehearsing = Rehearsing(rehearsal, shipped()); seat = Seat(rehearsing); seat.sit_down("rehearsal"); rest()
rehearsing.begin(rehearsing.exercises[0]); rest()
first, began = spent(), spent()
rehearsing.reset(); rest()
print(first, told, spent() - began, flush=True)
os._exit(0)
"""


def figures(scale: Scale) -> Iterator[Figure]:
    taken = [_sat_down() for _ in range(scale.times)]
    first, told, reset = (median(each) for each in zip(*taken, strict=True))
    yield Figure("from the command to the first step of the story", first, "s", FIRST_STEP)
    yield Figure("26 weeks told, with 240 homes", told, "s", TOLD)
    yield Figure("Reset, until the desk stands again", reset, "s", RESET)


def _sat_down() -> tuple[float, ...]:
    """Processor seconds until the first step, of the telling, and of a reset."""
    with tempfile.TemporaryDirectory() as place:
        environment = {**os.environ, settings.HOME: str(Path(place) / "home"), "QT_QPA_PLATFORM": "offscreen"}
        words = [sys.executable, "-c", SITTING, place]
        done = subprocess.run(words, capture_output=True, text=True, check=True, env=environment)
    return tuple(map(float, done.stdout.split()))
