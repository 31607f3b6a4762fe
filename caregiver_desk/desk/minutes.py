"""Counting the minutes for which the desk is unlocked and in front: for its owner alone (`store/desk_time.py`).

What is done meanwhile is not looked at, and a desk that lies idle locks by itself and counts no further.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk.work import Lane
from caregiver_desk.store import desk_time

MINUTE = 60_000


class Minutes(QTimer):
    """One more whenever a minute is over."""

    def __init__(self, window: QWidget, lane: Lane, every: int = MINUTE) -> None:
        super().__init__(window)
        self._window, self._lane = window, lane
        self.timeout.connect(self._count)
        self.start(every)

    def _count(self) -> None:
        if self._window.isActiveWindow():
            self._lane.note(partial(desk_time.add, day=clock.today(), minutes=1), dear=False)
