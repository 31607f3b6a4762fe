"""A card with a long list and a line above it in which one types what to look for.

Who looks is the page: in what it holds, or in the store. Whoever is wanted stays chosen as long as she is among the
rows, and is remembered while she is not. What is typed opens nobody's record: the first of those that are found is
opened by Enter, which waits for them while rows of other words still stand there. A list that is read anew is as long
as it was, and what comes late for a list that stands there no more is dropped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import FILTER, called
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.lists import PaintedList
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.wording import say

LEAST, ROWS = 240, 3  # pixels high, and whole rows


class FoundList(Card):
    """Rows that have an `id`; `below` is what can be done for the list as a whole."""

    typed = Signal()
    chosen = Signal(object)
    left = Signal()  # who is wanted is not among what is typed: nobody is chosen
    wants_more = Signal(object)  # the last row that is here

    def __init__(self, hint: str, says: Heading, painter: QStyledItemDelegate, name: str, below: QWidget) -> None:
        self._line, self.wanted = Line(hint=hint, icon="search"), ""
        self._last: object = None  # where more come after it
        self._found_by, self._enters = "", False  # the words of these rows; whether Enter waits for others
        self._line.setAccessibleName(hint)
        self._line.setAccessibleDescription(called(FILTER))
        self.list = PaintedList(says, painter, name)
        self._hint = meta(say("Enter opens the first."))
        self._hint.hide()
        super().__init__(column(self._line, self._hint, gap=theme.TIGHT), self.list, below, gap=theme.GAP)
        self.at_least(LEAST)
        self.list.show_whole_rows(ROWS)
        self._line.textChanged.connect(self._look_anew)
        self._line.returnPressed.connect(self._enter)
        self.list.chosen.connect(self._choose)
        self.list.rows.wants_more.connect(lambda: self.wants_more.emit(self._last))

    @property
    def words(self) -> str:
        """What is typed above the list."""
        return self._line.text().strip()

    def look_for(self, words: str) -> None:
        self._line.setText(words)

    def begin_filter(self) -> None:
        """Ctrl+F."""
        self._line.setFocus()
        self._line.selectAll()

    def want(self, record: str, typed: str = "") -> None:
        """Somebody comes here for this one: whatever was looked for before, she is to be seen.

        With `typed` somebody comes back who had typed this.
        """
        self.wanted = record
        self._line.setText(typed)

    def as_many(self, least: int) -> int:
        """How many rows to ask for, so that none is lost that was read already."""
        return max(least, len(self.list.rows.rows()))

    def show_rows(self, rows: Sequence[Any], last: object = None, *, typed: str) -> bool:
        """Show these, and choose who is wanted; the first, if nobody is. False where she is wanted and not among them.

        `last` is what the next page comes after; None where there is none. `typed` is what they were found by.
        """
        self._last, self._found_by = last, typed
        self.list.rows.set_rows(rows, more=last is not None)
        ids = [each.id for each in rows]
        there = self.wanted in ids
        self._hint.setVisible(bool(self.words and rows) and not there)
        if there:
            self.list.choose(ids.index(self.wanted))
        elif self.words:
            self.left.emit()
        elif rows and not self.wanted:
            self.list.choose(0)
        self._enters &= self._line.hasFocus()
        if self._enters:
            self._enter()
        return there or bool(self.words) or not self.wanted

    def add_rows(self, after: object, rows: Sequence[Any], last: object) -> None:
        """The next page, if what it comes after is still the last."""
        if after is self._last:
            self._last = last
            self.list.rows.add_rows(rows, more=last is not None)

    def choose_first(self) -> None:
        """Whoever was wanted is not here any more."""
        self.wanted = ""
        if self.list.rows.rows():
            self.list.choose(0)

    def _look_anew(self) -> None:
        self._enters = False
        self.typed.emit()

    def _enter(self) -> None:
        """Enter, where one types what to look for. The keys stay there if nobody is found."""
        self._enters = self._found_by != self.words
        if self._enters or not self.list.rows.rows():
            return
        if not self.list.currentIndex().isValid():
            self.list.choose(0)
        self.list.setFocus()

    def _choose(self, row: Any) -> None:
        self._hint.hide()
        self.wanted = row.id
        self.chosen.emit(row)
