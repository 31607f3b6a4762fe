"""Files that are opened elsewhere on the laptop, or dropped, while the desk stands here: looked at one after another.

What comes with another, or while others wait, waits below the head until somebody asks for the next. A sheet that
stands over the desk is finished first: nothing is changed below what somebody is writing on. What still waits when the
desk locks waits on, and is shown after it is unlocked.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.banner import lay_as_banner
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import count, say

TOGETHER = 2000  # milliseconds: so long what comes is taken to be opened together with the one before
MOST = 20  # that wait: their paths go through one command line when the desk locks

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


class Handed(QObject):
    """One at a time, in the order in which they came."""

    changed = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._below: QDialog | None = None  # the sheet whose end it waits for
        self._shown = QDeadlineTimer()
        self.waits: list[Path] = []
        self.too_many = False

    def take(self, file: Path) -> None:
        alone = not self.waits and self._shown.hasExpired()
        self.add([file])
        if alone:
            self._look()

    def add(self, files: Sequence[Path]) -> None:
        """To those that wait."""
        room = MOST - len(self.waits)
        self.waits += files[:room]
        self.too_many |= len(files) > room
        self.changed.emit()

    def show_next(self) -> None:
        file, *self.waits = self.waits
        self.too_many = self.too_many and bool(self.waits)
        self._shown = QDeadlineTimer(TOGETHER)
        self.changed.emit()
        self._window.take_up(file)

    def leave(self) -> None:
        """They lie where they lay, and can be opened again."""
        self.waits, self.too_many = [], False
        self.changed.emit()

    def _look(self) -> None:
        if not self.waits or (self._window.locking and self._window.locking.under_way):
            return
        if sheet := self._window.open_sheet():
            self._window.frame.status.say(say("A file was opened. It is shown once this sheet is closed."), "amber")
            if sheet is not self._below:
                self._below = sheet
                sheet.finished.connect(self._look, Qt.ConnectionType.QueuedConnection)
            return
        self.show_next()


class FilesWait(QWidget):
    """Stands below the head as long as files wait, and leads to the next of them."""

    def __init__(self, handed: Handed) -> None:
        super().__init__()
        self._handed, self._words = handed, PlainLabel(wrap=True)
        ways = (pressed(Small(say("Show the next")), handed.show_next), pressed(Small(say("Leave them")), handed.leave))
        line = beside(self._words, *ways, first=[Icon("bundle", "sky")], gap=theme.GAP)
        lay_as_banner(self, Card(line, edge="sky"))
        handed.changed.connect(self._tell)
        self._show()

    def _show(self) -> None:
        waiting = len(self._handed.waits)
        told = count("{number} file waits.", "{number} files wait.", waiting)
        more = say("The others did not fit here. Open them again later.") if self._handed.too_many else ""
        self._words.setText(f"{told} {more}".strip() if waiting else "")
        self.setVisible(bool(waiting))

    def _tell(self) -> None:
        before = self._words.text()
        self._show()
        if before != self._words.text():
            tell(self, self._words.text())
