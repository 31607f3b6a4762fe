"""Rows with hairlines between them: the first few, the way to the rest, and back to the few.

Whoever asks for the rest goes on in it: the first new row has the keys, or else, where no row takes any, the way back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Pressable, Small, pressed
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Hairline, clear, column, holding, row
from caregiver_desk.desk.parts.parting import go_on
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
        self._made: list[QWidget] = []
        self._way: Pressable | None = None
        self._few, self._least, self._all = FEW, 0, 0
        self._goes_on: int | None = None  # at which row the keys are awaited, from asking for the rest until it is here
        self.setLayout(self._laid)

    def show_rows(self, rows: Rows, *, least: int = 0, of: int = 0, first: Rows = ()) -> None:
        """Show these; `least` of them are seen however many there are, `of` so many, if these are the first.

        `first` are seen at first, where that is a choice from among them.
        """
        self._rows, self._least, self._all, self._first = rows, least, max(of, len(rows)), first
        self._lay()
        if self._goes_on is not None and len(self._made) == self._all:
            self._go_on()

    def fold(self) -> None:
        """What is shown next is about something else: only the first of it is seen."""
        self._whole, self._goes_on = False, None

    def show_few(self, number: int) -> None:
        """As many are seen at first, from now on."""
        self._few = number
        self._lay()

    def say_empty(self, words: str) -> None:
        self._empty = words

    def _lay(self) -> None:
        clear(self._laid)
        self._made = [make() for make in (self._rows if self._whole else self._at_first())]
        for number, each in enumerate(self._made):
            if number:
                self._laid.addWidget(Hairline())
            self._laid.addWidget(each)
        self._way = None
        if len(self._at_first()) < self._all:
            self._way = self._way_back() if len(self._made) == self._all else self._way_to_the_rest()
            below = row(self._way, 1)
            below.setContentsMargins(0, theme.px(theme.TIGHT), 0, 0)
            self._laid.addWidget(holding(below))
        if not self._rows and self._empty:
            self._laid.addWidget(meta(self._empty, wrap=True))

    def _at_first(self) -> Rows:
        return self._first or self._rows[: max(self._few, self._least)]

    def _way_to_the_rest(self) -> Pressable:
        all_of_them = digits(self._all)
        way = pressed(Small(say("Show all {number}", number=all_of_them)), self._show_all)
        way.setAccessibleName(say("{what}: show all {number}", what=self._name, number=all_of_them))
        return way

    def _way_back(self) -> Pressable:
        way = pressed(Small(say("Show fewer")), self._show_fewer)
        way.setAccessibleName(say("{what}: show fewer", what=self._name))
        return way

    def _show_all(self) -> None:
        seen = self._at_first()
        self._whole = True
        self._goes_on = next((at for at, each in enumerate(self._rows) if each not in seen), len(seen))
        if len(self._rows) < self._all:
            self.wants_rest.emit()
        else:
            self._lay()
            self._go_on()

    def _show_fewer(self) -> None:
        self._whole, self._goes_on = False, self._all
        self._lay()
        self._go_on()

    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self._give_keys)  # when it is laid out

    def _give_keys(self) -> None:
        """To the first new row that takes them, or to the way below all rows."""
        if self._goes_on is None:
            return
        new, self._goes_on = self._made[self._goes_on :], None
        if new:
            tell(self, say("{what}: {number} in all", what=self._name, number=digits(self._all)))
        if not any(map(go_on, new)) and self._way:
            self._way.setFocus()
