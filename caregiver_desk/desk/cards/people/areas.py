"""Our areas, among the settings of a coordinator: how many there are, and the way to look after them."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.areas import Tree
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.wording import say


class AreasCard(Card):
    """Nobody else has it."""

    def __init__(self, opens: Callable[[], object]) -> None:
        self._told = meta(wrap=True)
        look = pressed(Small(say("Look after our areas")), opens)
        super().__init__(heading(say("Our areas")), self._told, row(look, 1), gap=theme.GAP)

    def show_areas(self, found: Tree | None) -> None:
        self.setVisible(found is not None)
        self._told.setText(found.words if found else "")
