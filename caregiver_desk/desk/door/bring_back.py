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
from caregiver_desk.desk.parts.asked import Asked, Secret, Trouble, foot, page
from caregiver_desk.desk.parts.buttons import Plain, Primary, SmallPrimary, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, column, holding, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.errors import Problem, WrongPassphrase
from caregiver_desk.wording import full_day, say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.store.book import Book


def backups_of(folder: Path) -> list[tuple[Path, str]]:
    """The backups beside a book by their days, the newest first."""
    bring_in()
    from caregiver_desk.store import backups

    return [(place, full_day(backups.day_of(place))) for place in backups.backups(folder)]


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
        self._elsewhere: Path | None = None
        self._days, self._none = column(), meta(wrap=True)
        self._which: Choice | None = None
        self._secret = Secret(say("Passphrase"), "passphrase")
        self._secret.line.returnPressed.connect(self.bring_back)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Bring it back"), hint="Ctrl ↵"), self.bring_back)
        on_ctrl_enter(self, self.bring_back)
        self._other = other = pressed(SmallPrimary(say("A backup on a stick")), self._pick)
        from_where = Card(heading(say("Which backup")), self._days, self._none, row(other, 1))
        self._asked = Card(self._secret)
        told = say("The backup is checked first. The book that is here now is kept as well.")
        self.foot = foot(self._trouble, pressed(Plain(say("Back")), door.first_step), last=self._button)
        self.setLayout(page(say("Bring a backup back"), "undo", told, holding(column(from_where, self._asked))))
        door.lane.run(lambda: backups_of(folder), then=self._show, owner=self, refused=self._refused)

    def arrive(self) -> None:
        self._secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: list[tuple[Path, str]]) -> None:
        self._none.setText("" if found else say("There is no backup beside this book."))
        self._none.setVisible(not found)
        self._choose_first(there_is_one=bool(found))
        if found:
            self._which = Choice(found, required=True)
            self._which.put(found[0][0])
            self._which.changed.connect(self._chose)
            self._days.addWidget(Asked(say("Day"), self._which))

    def _choose_first(self, *, there_is_one: bool) -> None:
        """One obvious next thing: where there is no backup here, to look for one elsewhere."""
        self._other.step_back(back=there_is_one)
        self._button.setEnabled(there_is_one)
        self._asked.setVisible(there_is_one)
        if not there_is_one:
            self._other.setFocus()

    def _chose(self) -> None:
        if self._which and self._which.value():
            self._elsewhere = None
            self._none.hide()

    def _pick(self) -> None:
        self._door.dialogs.pick_folder(self, say("The folder of the backup"), self._picked)

    def _picked(self, folder: Path) -> None:
        self._elsewhere = folder
        if self._which:
            self._which.put(None)
        self._none.setText(say("From the folder {name}.", name=folder.name))
        self._none.show()
        self._choose_first(there_is_one=True)
        self._secret.line.setFocus()

    def bring_back(self) -> None:
        passphrase, chosen = self._secret.line.text(), self._which.value() if self._which else None
        backup = self._elsewhere or chosen
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
