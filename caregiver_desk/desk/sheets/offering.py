"""Fields that refer to another record, offered what there is: at once, or as one types where that is too much."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.answers.choices import Choices, called, found
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.work import Lane


class Elsewhere(QObject):
    """Looks in the book for one sort of record, while somebody types."""

    def __init__(self, owner: QObject, lane: Lane, sort: str) -> None:
        super().__init__(owner)
        self._lane, self._sort = lane, sort

    def find(self, words: str, then: Callable[[Choices], object]) -> None:
        self._lane.ask(partial(found, sort=self._sort, words=words), then=then, owner=self)

    def call(self, record: str, then: Callable[[Choices], object]) -> None:
        self._lane.ask(partial(called, sort=self._sort, record=record), then=then, owner=self)


def offer(form: Form, name: str, choices: Choices | None, lane: Lane, sort: str) -> None:
    """Offer a field these; None where there are too many to be at hand."""
    offer_to(form.rows[name].editor, choices, lane, sort)


def offer_to(pick: QWidget, choices: Choices | None, lane: Lane, sort: str) -> None:
    """The same to an editor that stands in no form."""
    if isinstance(pick, Pick):
        if choices is not None:
            pick.offer(choices)
        elif pick.elsewhere is None:
            pick.look(Elsewhere(pick, lane, sort))
