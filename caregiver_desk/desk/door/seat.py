"""Sitting down at one laptop of a rehearsal after another, or at two: each time a desk where the last one stood."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from caregiver_desk.desk.door.telling import Telling
from caregiver_desk.desk.door.two import Two
from caregiver_desk.desk.frame.opening import window_for
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.trainer.exercises.shelf import shipped


class Seat(QObject):
    """The desk that stands here now. `left` when somebody closes it."""

    left = Signal()

    def __init__(self, rehearsing: Rehearsing) -> None:
        super().__init__()
        self.rehearsing = rehearsing
        self.window: Window | Two | None = None
        rehearsing.reseats.connect(self._reseat)
        rehearsing.opens_week.connect(self._open_week)
        rehearsing.renames.connect(self._rename)

    def sit_down(self, page: str = "") -> None:
        """Show the laptop that is meant, or both, at this page."""
        before, window = self.window, self._desk()
        if before:
            window.setGeometry(before.geometry())
            window.setWindowState(before.windowState())
        if page:
            window.go(page)
        window.closed.connect(self.left)
        self.window = window
        window.show()
        self.rehearsing.sit(*(window.lanes if isinstance(window, Two) else [window.hands.lane]))
        if before:
            before.deleteLater()

    def _desk(self) -> Window | Two:
        told = self.rehearsing
        if told.beside:
            return Two(told)
        return window_for(told.rehearsal.laptop(told.laptop), told.rehearsal.opener, told)

    def _get_up(self) -> None:
        """The desk is put away; what stands after it is not its end."""
        if self.window:
            self.window.closed.disconnect(self.left)
            self.window.close()

    def _reseat(self, anew: bool) -> None:
        self._get_up()
        if anew:
            self.rehearsing.rehearsal.reset()
        self.sit_down("rehearsal")

    def _open_week(self, week: int) -> None:
        self._tell(partial(self.rehearsing.rehearsal.tell, week), week)

    def _rename(self) -> None:
        self.rehearsing.leave()
        self._tell(self.rehearsing.rehearsal.rename, self.rehearsing.rehearsal.week)

    def _tell(self, tell: Callable[..., object], week: int) -> None:
        """Somebody waits and sees how far it is; then the same laptop stands here again."""
        self._get_up()
        self.telling = Telling(tell, week)
        self.telling.told.connect(self._sit_after_telling)
        self.telling.show()

    def _sit_after_telling(self) -> None:
        self.rehearsing.exercises = shipped()  # everybody in them may be called otherwise now
        self.sit_down("rehearsal")
