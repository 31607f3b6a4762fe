"""A small card for Today: how much waits to be placed. It names nobody: people are in the room."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.placing import Tray, tray
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.wording import say

KINDS = frozenset({"circle_decision", "lone_visit_plan"})


class ToPlaceCard(Card):
    """Not seen where nothing waits."""

    def __init__(self, hands: Hands, opens: Callable[[], object]) -> None:
        self._hands = hands
        self._told = body(weight=theme.MEDIUM, wrap=True)
        look = pressed(Small(say("Open")), opens)
        look.setAccessibleName(say("Open: {what}", what=say("To be placed")))
        super().__init__(heading(say("To be placed")), beside(self._told, look), gap=theme.GAP)
        self.hide()

    def ask(self) -> None:
        self._hands.lane.ask(tray, then=self._show, owner=self)

    def _show(self, found: Tray) -> None:
        self._told.setText(found.words)
        self.setVisible(bool(found.number))
