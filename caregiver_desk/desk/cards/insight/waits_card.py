"""What waits for whoever looks at the system: each in one line, with the way to where it is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.waits import Waits
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.wording import say


class WaitsCard(Card):
    """`goes` with the subject of a page."""

    goes = Signal(str)

    def __init__(self) -> None:
        self._laid = column(gap=theme.TIGHT)
        super().__init__(card_title(say("What waits")), holding(self._laid), gap=theme.TIGHT)

    def show_waits(self, told: Sequence[Waits]) -> None:
        clear(self._laid)
        for each in told:
            self._laid.addWidget(self._line(each))
        if not told:
            self._laid.addWidget(meta(say("Nothing waits for you.")))

    def _line(self, each: Waits) -> QWidget:
        way = pressed(Small(say("Go there")), partial(self.goes.emit, each.subject))
        way.setAccessibleName(say("Go there: {words}", words=each.words))
        return beside(body(each.words, wrap=True), way)
