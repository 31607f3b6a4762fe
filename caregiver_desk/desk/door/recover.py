"""A forgotten passphrase: which book, the recovery sheet, and a new passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.door.unlock import signs
from caregiver_desk.desk.parts.asked import Asked, foot, page
from caregiver_desk.desk.parts.buttons import Plain, Primary, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.layout import Card, Columns, column, holding, row
from caregiver_desk.desk.parts.long_words import Boxed, LongWords
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.errors import Problem, SheetMistyped, WeakPassphrase, WrongSheet
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.store.book import Book

LINES = 5
LARGEST = 10_000  # letters of a sheet that was kept as text


def recovered(folder: Path, typed: str, passphrase: str) -> Book:
    bring_in()
    from caregiver_desk.acts.opening import open_by_sheet

    return open_by_sheet(folder, typed, passphrase=passphrase)


def read(file: Path) -> str:
    """A sheet that was kept as text, or nothing where the file holds no text."""
    try:
        with file.open(encoding="utf-8") as page:
            return page.read(LARGEST)
    except (OSError, UnicodeDecodeError):
        return ""


class Recover(QWidget):
    """One page to fill in."""

    ROOM = (900, 620)

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door
        self._folder: Path | None = door.chosen or (door.books[0].folder if len(door.books) == 1 else None)
        self._which = signs(door.books) if door.books else None
        self._elsewhere = meta()
        self._typed = LongWords()
        self._typed.setObjectName("sheet")
        self._typed.setFixedHeight(round(self._typed.fontMetrics().lineSpacing() * LINES + 2 * theme.px(theme.SMALL)))
        self._typed.changed.connect(lambda: self._typed_asked.complain(""))
        self._passphrase = NewPassphrase(door.lane, say("New passphrase"))
        self._passphrase.entered.connect(self.recover)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Open my book"), hint="Ctrl ↵"), self.recover)
        on_ctrl_enter(self, self.recover)
        self._lay()

    def _lay(self) -> None:
        boxed = Boxed(self._typed)
        self._typed_asked = Asked(
            say("The four lines of the sheet"), boxed, why=say("Capitals and spaces do not matter.")
        )
        self._typed.setAccessibleName(say("The four lines of the sheet"))
        load = pressed(Small(say("Load it from a file")), self._pick_sheet)
        sheet = column(self._typed_asked, row(load, 1), gap=theme.SMALL)
        book = Card(heading(say("The book and its sheet")), *self._books(), sheet, 1, gap=theme.GAP)
        secret = Card(heading(say("A new passphrase")), self._passphrase, 1, gap=theme.GAP)
        told = say("Your sheet opens the book. From then on it opens with the new passphrase, too.")
        self.foot = foot(self._trouble, pressed(Plain(say("Back")), self._door.first_step), last=self._button)
        self.setLayout(page(say("Open with a recovery sheet"), "lock", told, Columns((book, 340, 1), (secret, 340, 1))))

    def _books(self) -> list[QWidget]:
        """The books that are here by their signs, and the way to one that is not."""
        known: list[QWidget] = []
        if self._which:
            self._which.put(self._folder)
            self._which.changed.connect(self._chose)
            known = [Asked(say("The sign of the book"), self._which)]
        other = pressed(Small(say("A book in another folder")), self._pick_folder)
        return [*known, holding(row(other, self._elsewhere, 1))]

    def arrive(self) -> None:
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose(self) -> None:
        self._folder = self._which.value() if self._which else None
        self._elsewhere.setText("")

    def _pick_folder(self) -> None:
        self._door.dialogs.pick_folder(self, say("The folder of the book"), self._picked)

    def _picked(self, folder: Path) -> None:
        self._folder = folder
        self._elsewhere.setText(folder.name)
        if self._which:
            self._which.put(None)

    def _pick_sheet(self) -> None:
        pattern = say("Text files (*.txt)")
        self._door.dialogs.pick_file(self, say("The recovery sheet"), pattern, lambda file: self._loaded(read(file)))

    def _loaded(self, page: str) -> None:
        self._typed.put(page)
        if not page.strip():
            self._typed_asked.complain(say("This file holds no text. Type the four lines instead."))

    def recover(self) -> None:
        """Open the book, if all that is needed is there."""
        typed, passphrase, folder = self._typed.value(), self._passphrase.value(), self._folder
        if not typed:
            self._typed_asked.complain(say("This is still needed."))
        self._trouble.say("" if folder else say("Choose the book first."))
        if folder and typed and passphrase:
            self.setEnabled(False)
            self._door.lane.run(
                partial(recovered, folder, typed, passphrase), then=self._opened, owner=self, refused=self._refused
            )

    def _opened(self, book: Book) -> None:
        self._passphrase.forget()
        self._typed.put("")
        self._door.hold(book)
        self._door.enter(book)

    def _refused(self, problem: Problem) -> None:
        self.setEnabled(True)
        if isinstance(problem, SheetMistyped | WrongSheet):
            self._typed_asked.complain(problem)
        elif isinstance(problem, WeakPassphrase):
            self._passphrase.complain(problem)
        else:
            self._trouble.say(problem)
