"""Two small cards for Today: who is out alone and not back yet, and how many are to be asked after a hard event.

Who is late is told while the page stands open, so this asks again every minute. Of hard events it shows a number and
a day: people are in the room.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.visits.safety import Round, Safety, safety
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.marks import Avatar, Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.practice.visits.rounds import Out
from caregiver_desk.store.access import What
from caregiver_desk.wording import count, say

MINUTE = 60_000  # milliseconds
TONES = {Out.EXPECTED: "plain", Out.LATE: "amber", Out.ACT: "brick"}
Goes = Callable[[str, dict[str, Any]], object]
KINDS = frozenset({"lone_visit_plan", "follow_up", "person", "engagement"})


class SafetyCards(QWidget):
    """Neither is seen where there is nothing in it."""

    def __init__(self, hands: Hands, goes: Goes, opens: Callable[[str], object]) -> None:
        """`opens` shows a plan."""
        super().__init__()
        self._hands, self._goes, self._opens = hands, goes, opens
        self._out, self._asked = Shelf(say("Back safe?")), column(gap=theme.SMALL)
        self._away = Card(heading(say("Back safe?")), self._out, gap=theme.GAP)
        self._told, self._when = body(weight=theme.MEDIUM, wrap=True), Tag("")
        self._look = pressed(Small(say("Open")), lambda: self._goes("wellbeing", {"form": "follow_up"}))
        self._look.setAccessibleName(say("Open: {what}", what=say("After a hard event")))
        told = beside(self._told, self._when, self._look)
        self._after = Card(heading(say("After a hard event")), told, gap=theme.GAP)
        self._every = QTimer(self, interval=MINUTE)
        self._every.timeout.connect(self.ask)
        self.setLayout(column(self._away, self._after))
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self._every.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        self._every.stop()
        super().hideEvent(event)

    def ask(self) -> None:
        self._hands.lane.ask(safety, then=self.answer, owner=self)

    def answer(self, found: Safety) -> None:
        today = clock.today()
        self._away.setVisible(bool(found.out))
        self._out.show_rows([partial(self._round, each) for each in found.out])
        self._after.setVisible(bool(found.to_ask))
        self._told.setText(count("{number} person to ask again", "{number} people to ask again", found.to_ask))
        if found.next:
            self._when.say(due(found.next, today), "amber" if found.next <= today else "plain")
        self.setVisible(bool(found.out or found.to_ask))
        if found.out:
            self._hands.looked(What.LISTED, {each.caregiver for each in found.out})

    def _round(self, told: Round) -> QWidget:
        """Whoever is late is rung first; what was agreed for then stands where it is opened."""
        back = pressed(Small(say("Back safe")), partial(self._back, told))
        back.setAccessibleName(say("Back safe: {name}", name=told.name))
        look = pressed(Small(say("Open")), partial(self._opens, told.plan))
        look.setAccessibleName(say("Open: {name}", name=told.name))
        words = column(body(told.name, weight=theme.MEDIUM, wrap=True), meta(_hours(told), wrap=True), gap=1)
        return beside(words, Tag(say(told.out.value), TONES[told.out]), look, back, first=[Avatar(told.name)])

    def _back(self, told: Round) -> None:
        act = named("back_safe")
        self._hands.lane.do(lambda book: act(book, plan=told.plan), owner=self)


def _hours(told: Round) -> str:
    hours = (told.back_by, told.act_by)
    back = (
        say("back by {hour}", hour=hours[0])
        if not hours[1]
        else say("back by {hour}, act at {later}", hour=hours[0], later=hours[1])
    )
    return back if told.day == clock.today() else say("{day}: {hours}", day=_day(told.day), hours=back)


def _day(day: date) -> str:
    return due(day, clock.today())
