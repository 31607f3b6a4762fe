"""Rows with hairlines between them: the first few, and the way to the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.layout import Hairline, clear, column, holding, row
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.wording import digits, say

FEW = 8
Rows = Sequence[Callable[[], QWidget]]


class Shelf(QWidget):
    """What is asked for whole stays whole, also when it is read anew."""

    wants_rest = Signal()  # of which the first rows alone are here

    def __init__(self, name: str, empty: str = "") -> None:
        super().__init__()
        self._name, self._empty = name, empty
        self._laid, self._whole = column(gap=theme.SMALL - 2), False
        self._rows: Rows = ()
        self._first: Rows = ()
        self._few, self._least, self._all = FEW, 0, 0
        self.setLayout(self._laid)

    def show_rows(self, rows: Rows, *, least: int = 0, of: int = 0, first: Rows = ()) -> None:
        """Show these; `least` of them are seen however many there are, `of` so many, if these are the first.

        `first` are seen at first, where that is a choice from among them.
        """
        self._rows, self._least, self._all, self._first = rows, least, max(of, len(rows)), first
        self._lay()

    def fold(self) -> None:
        """What is shown next is about something else: only the first of it is seen."""
        self._whole = False

    def show_few(self, number: int) -> None:
        """As many are seen at first, from now on."""
        self._few = number
        self._lay()

    def say_empty(self, words: str) -> None:
        self._empty = words

    def _lay(self) -> None:
        clear(self._laid)
        shown = self._rows if self._whole else self._first or self._rows[: max(self._few, self._least)]
        for number, make in enumerate(shown):
            if number:
                self._laid.addWidget(Hairline())
            self._laid.addWidget(make())
        if len(shown) < self._all:
            self._laid.addWidget(self._way_to_the_rest())
        if not self._rows and self._empty:
            self._laid.addWidget(meta(self._empty, wrap=True))

    def _way_to_the_rest(self) -> QWidget:
        all_of_them = digits(self._all)
        button = pressed(Small(say("Show all {number}", number=all_of_them)), self._show_all)
        button.setAccessibleName(say("{what}: show all {number}", what=self._name, number=all_of_them))
        below = row(button, 1)
        below.setContentsMargins(0, theme.px(theme.TIGHT), 0, 0)
        return holding(below)

    def _show_all(self) -> None:
        self._whole = True
        if len(self._rows) < self._all:
            self.wants_rest.emit()
        else:
            self._lay()
