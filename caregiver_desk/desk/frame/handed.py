"""A file that was opened elsewhere on the laptop while the desk stands here: shown as one that is dropped on it.

A sheet that stands over the desk is finished first: nothing is changed below what somebody is writing on. What still
waits when the desk locks is shown after it is unlocked, the last of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Qt
from PySide6.QtWidgets import QDialog

from caregiver_desk.wording import say

TOGETHER = 2000  # milliseconds

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


class Handed(QObject):
    """One at a time; of several that were opened together the last, and it is said."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._below: QDialog | None = None  # the sheet whose end it waits for
        self._shown = QDeadlineTimer()  # so long what comes is taken to be opened together with the one before
        self.waits: list[Path] = []

    def take(self, file: Path) -> None:
        self.waits.append(file)
        self._look()

    def _look(self) -> None:
        if not self.waits or (self._window.locking and self._window.locking.under_way):
            return
        if sheet := self._window.open_sheet():
            self._window.frame.status.say(say("A file was opened. It is shown once this sheet is closed."), "amber")
            if sheet is not self._below:
                self._below = sheet
                sheet.finished.connect(self._look, Qt.ConnectionType.QueuedConnection)
            return
        several = len(self.waits) > 1 or not self._shown.hasExpired()
        file, self.waits, self._shown = self.waits[-1], [], QDeadlineTimer(TOGETHER)
        self._window.take_up(file)
        if several:
            words = say("Several files were opened, and the last is shown. Open the others again, one by one.")
            self._window.frame.status.say(words, "amber")
