"""Needs support now? A name and two ways on; why it is asked stands where it is opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.wellbeing.strain import Needing
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.marks import Avatar
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.wording import say


class NeedingCard(Card):
    """Seen only where there is somebody to ask."""

    def __init__(self, opens: Callable[..., object]) -> None:
        """`opens` is given the caregiver, and whether it is put off (`not_now`)."""
        self._shelf, self._opens = Shelf(say("Needs support now?")), opens
        super().__init__(heading(say("Needs support now?")), self._shelf, gap=theme.GAP)

    def show_needing(self, told: Sequence[Needing]) -> None:
        self.setVisible(bool(told))
        self._shelf.show_rows([partial(self._row, each) for each in told])

    def _row(self, asked: Needing) -> QWidget:
        talk = pressed(Small(say("Talk")), lambda: self._opens(asked.caregiver, not_now=False))
        talk.setAccessibleName(say("Talk about support: {name}", name=asked.name))
        later_on = pressed(Small(say("Not now")), lambda: self._opens(asked.caregiver, not_now=True))
        later_on.setAccessibleName(say("Not now: {name}", name=asked.name))
        name = body(asked.name, weight=theme.MEDIUM, wrap=True)
        return beside(name, talk, later_on, first=[Avatar(asked.name)])
