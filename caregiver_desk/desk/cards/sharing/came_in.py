"""What came in lately, and what of it needs somebody's word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.telling import counted
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.wording import count, say


class CameInCard(Card):
    def __init__(self, look: Callable[[], object]) -> None:
        """`look` goes to where what needs somebody is settled."""
        self._shelf, self._look = Shelf(say("Came in"), say("Nothing was opened here yet.")), look
        super().__init__(heading(say("Came in")), self._shelf, gap=theme.GAP)

    def show_arrived(self, arrived: Sequence[tuple[str, Opened]], needs_you: int) -> None:
        rows: list[Callable[[], QWidget]] = [partial(_arrival, *each) for each in arrived]
        if needs_you:
            rows.append(partial(self._needing, needs_you))
        self._shelf.show_rows(rows)

    def _needing(self, number: int) -> QWidget:
        words = count("{number} thing needs you", "{number} things need you", number)
        look = pressed(Small(say("Open")), self._look)
        look.setAccessibleName(say("Open what needs you"))
        return beside(row(Tag(words, "sky"), 1), look)


def _arrival(sender: str, opened: Opened) -> QWidget:
    title = say("{sender} · {when}", sender=sender or say("another laptop"), when=moment(opened.opened))
    return holding(column(body(title, weight=theme.MEDIUM, wrap=True), meta(counted(opened.summary)), gap=1))
