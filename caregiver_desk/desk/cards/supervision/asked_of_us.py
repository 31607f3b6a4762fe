"""Two cards of Today: what was asked of the organisation, and what was promised in its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.supervision.promised import InOurName
from caregiver_desk.desk.answers.supervision.requests import Asked
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.theme import GAP, MEDIUM
from caregiver_desk.wording import say


class AskedCard(Card):
    """Theme, day, and the way to open it."""

    def __init__(self, words: str, opens: Callable[[str], object]) -> None:
        self._opens, self._rows = opens, Shelf(words)
        super().__init__(heading(words), self._rows, gap=GAP)
        self.hide()

    def show_asked(self, asked: Sequence[Asked], today: date) -> None:
        self.setVisible(bool(asked))
        self._rows.show_rows([partial(self._row, each, today) for each in asked])

    def _row(self, told: Asked, today: date) -> QWidget:
        look = pressed(Small(say("Open")), partial(self._opens, told.id))
        look.setAccessibleName(say("Open: {what}, {whose}", what=told.title, whose=told.detail))
        tag = [_due(told.due, today)] if told.due else [Tag(told.tag, "sky")] if told.tag else []
        return beside(_words(told.title, told.detail), *tag, look)


class InOurNameCard(Card):
    """Who owes it, by when, through whom: what it is stays with the two who spoke of it."""

    def __init__(self) -> None:
        self._rows = Shelf(say("Promised in our name"))
        note = meta(say("What it is stays between the two who spoke of it: ask them."), wrap=True)
        super().__init__(heading(say("Promised in our name")), self._rows, note, gap=GAP)
        self.hide()

    def show_promised(self, promised: Sequence[InOurName], today: date) -> None:
        self.setVisible(bool(promised))
        self._rows.show_rows([partial(self._row, each, today) for each in promised])

    def _row(self, told: InOurName, today: date) -> QWidget:
        return beside(_words(told.words, told.through), _due(told.due, today))


def _words(title: str, detail: str) -> QWidget:
    words = QWidget()
    words.setLayout(column(body(title, weight=MEDIUM, wrap=True), meta(detail, wrap=True), gap=1))
    return words


def _due(day: date, today: date) -> Tag:
    return Tag(due(day, today), "amber" if day <= today else "plain")
