"""What a team tries because of a figure, the next to be looked at first, with the figure as it was on that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


class PlansCard(Card):
    """`opened` with the id of one of them."""

    opened = Signal(str)

    def __init__(self) -> None:
        nothing = say("Nothing yet. A figure is worth looking at if somebody tries something because of it.")
        self._shelf = Shelf(say("What we try"), nothing)
        super().__init__(card_title(say("What we try")), self._shelf, gap=theme.GAP)

    def show_plans(self, plans: Sequence[Leaf]) -> None:
        self._shelf.show_rows([partial(self._row, each) for each in plans])

    def _row(self, each: Leaf) -> QWidget:
        what, told = str(each["what"] or ""), [str(each[name]) for name in ("who", "figure") if each[name]]
        look = pressed(Small(say("Look at it")), partial(self.opened.emit, each.id))
        look.setAccessibleName(say("Look at it: {what}", what=what))
        words = column(body(what, weight=theme.MEDIUM, wrap=True), *(meta(line, wrap=True) for line in told), gap=1)
        return beside(words, *_when(each["due"]), look)


def _when(day: str | None) -> list[Tag]:
    if not day:
        return []
    today, meant = clock.today(), date.fromisoformat(day)
    return [Tag(due(meant, today), "amber" if meant <= today else "plain")]
