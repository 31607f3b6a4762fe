"""Bringing a backup back: which day, by which passphrase. It is proved first, and nothing that is here is lost.

The book must be closed for it, so this stands at the door. Whoever comes from her desk finds the door here.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.parts.asked import Secret, foot, page
from caregiver_desk.desk.parts.buttons import Plain, Primary, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.layout import Card, column, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.safe.which_backup import Days, WhichBackup, backups_of
from caregiver_desk.errors import Problem, WrongPassphrase
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.store.book import Book


def days(folder: Path) -> Days:
    bring_in()
    return backups_of(folder)


def brought_back(folder: Path, backup: Path, passphrase: str) -> Book:
    bring_in()
    from caregiver_desk.acts.opening import bring_back

    return bring_back(folder, backup, passphrase)


class BringBack(QWidget):
    """The backups there are, the way to one on a stick, and the passphrase that opens it."""

    ROOM = (640, 560)

    def __init__(self, door: Door, folder: Path) -> None:
        super().__init__()
        self._door, self._folder = door, folder
        self._which = WhichBackup(lambda: door.dialogs)
        self._which.ready.connect(self._show_way)
        self._secret = Secret(say("Passphrase"), "passphrase")
        self._secret.line.returnPressed.connect(self.bring_back)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Bring it back"), hint="Ctrl ↵"), self.bring_back)
        on_ctrl_enter(self, self.bring_back)
        self._asked = Card(self._secret)
        told = say("The backup is checked first. The book that is here now is kept as well.")
        self.foot = foot(self._trouble, pressed(Plain(say("Back")), door.first_step), last=self._button)
        self.setLayout(page(say("Bring a backup back"), "undo", told, holding(column(self._which, self._asked))))
        door.lane.run(partial(days, folder), then=self._which.show_days, owner=self, refused=self._refused)

    def arrive(self) -> None:
        self._secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_way(self, there_is_one: bool) -> None:
        self._button.setEnabled(there_is_one)
        self._asked.setVisible(there_is_one)
        if there_is_one:
            self._secret.line.setFocus()

    def bring_back(self) -> None:
        passphrase, backup = self._secret.line.text(), self._which.chosen()
        if not passphrase:
            self._secret.complain(say("Type your passphrase first."))
            return
        if backup is None:
            self._trouble.say(say("Choose a backup first."))
            return
        self.setEnabled(False)
        work = partial(brought_back, self._folder, backup, passphrase)
        self._door.lane.run(work, then=self._opened, owner=self, refused=self._refused)

    def _opened(self, book: Book) -> None:
        self._secret.line.clear()
        self._door.hold(book)
        self._door.enter(book)

    def _refused(self, problem: Problem) -> None:
        self.setEnabled(True)
        if isinstance(problem, WrongPassphrase):
            self._secret.complain(problem)
        else:
            self._trouble.say(problem)
