"""What was decided before and is still open: done, changed or dropped, a chip each; what is left alone comes back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.supervision.team import Decision
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.parts.declared import asks_for
from caregiver_desk.desk.parts.fields import Choice, Words
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Hairline, column
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.records.supervision.groups import CIRCLE_DECISION, LONGEST_LINE
from caregiver_desk.records.supervision.supervision import PromiseState
from caregiver_desk.wording import say

WAYS = (PromiseState.DONE, PromiseState.CHANGED, PromiseState.DROPPED)


class Line(QWidget):
    """One of them. Why it was dropped is asked where it was."""

    def __init__(self, told: Decision, number: int, *, asks_why: bool) -> None:
        super().__init__()
        self.id, self._asks_why = told.id, asks_why
        self.choice = Choice([(each, say(each)) for each in WAYS], required=False)
        self.choice.setObjectName(f"settled-{number}")
        for chip in self.choice.chips:
            chip.setAccessibleName(say("{what}: {state}", what=told.what, state=chip.text()))
        self.why = Words(LONGEST_LINE)
        self.why.setObjectName(f"why-{number}")
        self.why.setPlaceholderText(say(CIRCLE_DECISION.fields["why_dropped"].label))
        self.why.setAccessibleName(say("{what}: why it was dropped", what=told.what))
        asks_for(self.choice, CIRCLE_DECISION.name, "state")
        asks_for(self.why, CIRCLE_DECISION.name, "why_dropped")
        self.choice.changed.connect(self._ask)
        self._ask()
        about = joined(told.who, due(told.due, clock.today()) if told.due else "")
        words = column(body(told.what, wrap=True), *([meta(about, wrap=True)] if about else []), gap=1)
        self.setLayout(column(beside(words, self.choice), self.why, gap=6))

    def _ask(self) -> None:
        self.why.setVisible(self._asks_why and self.choice.value() == PromiseState.DROPPED)

    def value(self) -> dict[str, Any]:
        state, why = self.choice.value(), self.why.value()
        return ({"state": str(state)} if state else {}) | ({"why_dropped": why} if state and why else {})

    def put(self, told: Mapping[str, Any]) -> None:
        self.choice.put(told.get("state"))
        self.why.put(told.get("why_dropped"))
        self._ask()


class Settling(QWidget):
    """All of them, by id."""

    filled = Signal()

    def __init__(self, words: str, told: Sequence[Decision], *, asks_why: bool = True) -> None:
        super().__init__()
        self.lines = [Line(each, number, asks_why=asks_why) for number, each in enumerate(told, 1)]
        parted = [part for each in self.lines for part in (Hairline(), each)][1:]
        self.setLayout(column(heading(words), *parted, gap=6))
        for each in self.lines:
            each.choice.changed.connect(self.filled)
            each.why.changed.connect(self.filled)
        self.setVisible(bool(self.lines))

    def values(self) -> dict[str, dict[str, Any]]:
        return {each.id: value for each in self.lines if (value := each.value())}

    def fill(self, told: Mapping[str, Mapping[str, Any]]) -> None:
        for each in self.lines:
            each.put(told.get(each.id, {}))
