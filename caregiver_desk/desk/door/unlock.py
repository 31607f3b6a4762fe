"""The passphrase of a book that is here; where several are, which of them, by its sign and by nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.parts.asked import Asked, Secret, head
from caregiver_desk.desk.parts.buttons import Plain, Primary, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, column, holding, row
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.settings import Shelved
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.desk.parts.fields import Choice
    from caregiver_desk.desk.parts.more import Told
    from caregiver_desk.errors import Problem
    from caregiver_desk.store.book import Book

WIDE = 400
CALL = "Ctrl+Shift+C"  # as at the desk


def _open(folder: Path, passphrase: str) -> Book:
    bring_in()
    from caregiver_desk.acts.opening import open_book

    return open_book(folder, passphrase)


def signs(books: Sequence[Shelved]) -> Choice:
    """Books by their signs; one that has none is only counted."""
    from caregiver_desk.desk.parts.fields import Choice

    unsigned = say("Without a sign")
    return Choice([(book.folder, book.sign or unsigned) for book in books], required=True)


class Unlock(QWidget):
    """Asks for the passphrase and opens the desk."""

    ROOM = (720, 520)
    foot = None

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door
        self._which = signs(door.books) if len(door.books) > 1 else None
        self._secret = Secret(say("Passphrase"), "passphrase")
        self.line = self._secret.line
        if self._which:
            self._which.put(door.chosen)
            self._which.changed.connect(self.line.setFocus)
        self.line.returnPressed.connect(self.unlock)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Unlock")), self.unlock)
        self._lay()

    def _lay(self) -> None:
        which = [Asked(say("The sign of your book"), self._which)] if self._which else []
        card = Card(
            head(say("Open your book"), "lock", say("Everything in it is encrypted on this laptop.")),
            *which,
            column(self._secret, self._trouble, gap=theme.SMALL),
            self._button,
            gap=theme.ROOM,
        )
        card.setFixedWidth(theme.px(WIDE))
        call = pressed(Plain(say("Numbers to ring now"), icon="alert", hint="Ctrl Shift C"), self._call)
        QShortcut(QKeySequence(CALL), self).activated.connect(self._call)
        others = flow(
            call,
            pressed(Plain(say("I have a recovery sheet")), self._recover),
            pressed(Plain(say("Bring a backup back")), self._bring_back),
            pressed(Plain(say("Begin another book")), self._begin),
            pressed(Plain(say("Look round in fifteen minutes")), self._door.look_round),
        )
        middle = holding(column(card, others, gap=theme.SMALL))
        self.setLayout(column(1, row(1, middle, 1), 1))

    def arrive(self) -> None:
        first = self._which if self._which and not self._folder() else self.line
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _folder(self) -> Path | None:
        if self._which:
            chosen: Path | None = self._which.value()
            return chosen
        return self._door.chosen or self._door.books[0].folder

    def unlock(self) -> None:
        folder, passphrase = self._folder(), self.line.text()
        if folder is None or not passphrase:
            self._say(say("Type your passphrase first.") if folder else say("Choose the sign of your book first."))
            return
        self._button.setEnabled(False)
        self._say("")
        self._door.lane.run(lambda: _open(folder, passphrase), then=self._opened, owner=self, refused=self.complain)

    def _opened(self, book: Book) -> None:
        self.line.clear()
        self._door.hold(book)
        self._door.enter(book)

    def complain(self, problem: Problem) -> None:
        self._button.setEnabled(True)
        self.line.selectAll()
        self.line.setFocus()
        self._say(problem)

    def _say(self, told: Told) -> None:
        self._trouble.say(told)

    def _call(self) -> None:
        from caregiver_desk.desk.door.ring import Ring

        self._door.show_step(Ring(self._door))

    def _recover(self) -> None:
        from caregiver_desk.desk.door.recover import Recover

        self._door.show_step(Recover(self._door))

    def _bring_back(self) -> None:
        folder = self._folder()
        if folder is None:
            self._say(say("Choose the sign of your book first."))
        else:
            self._door.bring_back(folder)

    def _begin(self) -> None:
        from caregiver_desk.desk.door.begin import Begin

        self._door.show_step(Begin(self._door))
