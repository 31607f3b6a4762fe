"""A card of what does not go together after a merge: it holds nothing up, and is gone once somebody mends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.clashes import Clash
from caregiver_desk.desk.parts.buttons import Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column, row
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import digits, say


class TogetherCard(Card):
    """How many there are, and each with the way to open it: `rest` is called where more of them are asked for."""

    def __init__(self, opens: Callable[[Clash], object], rest: Callable[[], object]) -> None:
        named = say("These do not fit together")
        self._opens, self._in_all, self._shelf = opens, meta(), Shelf(named)
        self._shelf.wants_rest.connect(rest)
        super().__init__(row(heading(named), 1, self._in_all), self._shelf, gap=theme.GAP)

    def show_clashes(self, told: Sequence[Clash], many: int, *, first: bool) -> None:
        """The first of so many, or all of them."""
        self._in_all.setText(say("{number} in all", number=digits(many)))
        rows = [partial(self._line, each, first=first and not place) for place, each in enumerate(told)]
        self._shelf.show_rows(rows, of=many)

    def _line(self, each: Clash, *, first: bool) -> QWidget:
        button = (SmallPrimary if first else Small)(say("Open"))
        button.setAccessibleName(say("Open: {what}", what=each.title))
        words = column(body(each.title, wrap=True), meta(each.why, wrap=True), gap=1)
        return beside(words, pressed(button, partial(self._opens, each)))
