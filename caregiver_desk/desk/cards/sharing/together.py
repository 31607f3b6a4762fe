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
from caregiver_desk.wording import count, say


def together_card(told: Sequence[Clash], many: int, show: Callable[[Clash], object], *, first: bool) -> QWidget:
    """The first few, each with the way to open it, and how many there are: the next are told as these are settled."""
    title, shelf = say("These do not fit together"), Shelf(say("These do not fit together"))
    shelf.show_rows([partial(_line, each, show, first=first and not place) for place, each in enumerate(told)])
    more = [meta(say("The next come when these are settled."), wrap=True)] if many > len(told) else []
    in_all = meta(count("{number} in all", "{number} in all", many))
    return Card(row(heading(title), 1, in_all), shelf, *more, gap=theme.GAP)


def _line(each: Clash, show: Callable[[Clash], object], *, first: bool) -> QWidget:
    button = (SmallPrimary if first else Small)(say("Open"))
    button.setAccessibleName(say("Open: {what}", what=each.title))
    words = column(body(each.title, wrap=True), meta(each.why, wrap=True), gap=1)
    return beside(words, pressed(button, lambda: show(each)))
