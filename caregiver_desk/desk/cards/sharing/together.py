"""A card of what does not go together after a merge: it holds nothing up, and is gone once somebody mends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.answers.sharing.clashes import Clash
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Hairline, column
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import say


def together_card(told: Sequence[Clash], show: Callable[[Clash], object]) -> QWidget:
    """Each with the way to open it."""
    card = Card(heading(say("These do not fit together")))
    for number, each in enumerate(told):
        if number:
            card.add(Hairline())
        card.add(_line(each, show))
    return card


def _line(each: Clash, show: Callable[[Clash], object]) -> QWidget:
    button = Small(say("Open"))
    button.setAccessibleName(say("Open: {what}", what=each.title))
    words = column(body(each.title, wrap=True), meta(each.why, wrap=True), gap=1)
    return beside(words, pressed(button, lambda: show(each)))
