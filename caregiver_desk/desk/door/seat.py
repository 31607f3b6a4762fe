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
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.trainer.care import warning
from caregiver_desk.wording import later, say

GOES = later("Whatever was typed goes when all is told. Stop, and it stays.")


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
        window.closed.connect(self._end)
        self.window = window
        window.show()
        self.rehearsing.sit(*window.lanes)
        if before:
            before.deleteLater()

    def _desk(self) -> Window | Two:
        told = self.rehearsing
        if told.beside:
            return Two(told)
        return window_for(told.rehearsal.laptop(told.laptop), told.rehearsal.opener, told)

    def get_up(self) -> None:
        """The desk is put away; what stands after it is not its end."""
        if self.window:
            self.window.closed.disconnect(self._end)
            self.window.close()

    def _end(self) -> None:
        """Somebody closed the desk."""
        self.rehearsing.leave()
        self.left.emit()

    def _reseat(self, anew: bool) -> None:
        self.get_up()
        trouble = self._reset() if anew else None
        self.sit_down("rehearsal")
        if trouble:
            self._say(trouble)

    def _reset(self) -> Problem | None:
        """Everything as it was told; where that cannot be, everything is as it is."""
        try:
            self.rehearsing.rehearsal.reset()
        except Problem as problem:
            return problem
        return None

    def _open_week(self, week: int) -> None:
        self._tell(partial(self.rehearsing.rehearsal.tell, week), week, warning(week))

    def _rename(self) -> None:
        self._tell(self.rehearsing.rehearsal.rename, self.rehearsing.rehearsal.week)

    def _tell(self, tell: Callable[..., object], week: int, hard: str = "") -> None:
        """Somebody hears what is hard, waits and sees how far it is; then the same laptop stands here again."""
        self.rehearsing.leave()
        self.get_up()
        self.telling = Telling(tell, week, hard, say(GOES))
        self.telling.told.connect(self._sit_after_telling)
        self.telling.refused.connect(self._sit_as_before)
        self.telling.show()

    def _sit_after_telling(self) -> None:
        self.rehearsing.read_again()
        self.sit_down("rehearsal")

    def _sit_as_before(self, problem: Problem) -> None:
        """It was stopped, or could not be told: what there was stands here again."""
        self.rehearsing.give_up()
        self.sit_down("rehearsal")
        self._say(problem)

    def _say(self, problem: Problem) -> None:
        if isinstance(problem, Stopped):
            self.tell(str(problem))
        elif self.window:
            self.window.lanes[0].troubled.emit(problem)

    def tell(self, words: str) -> None:
        """Where one sits."""
        if self.window:
            self.window.lanes[0].said.emit(words)
