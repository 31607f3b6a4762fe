"""Two ways to meet in a room: wait, and show an address and a number; or go, and type what the other shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.heard import label_of
from caregiver_desk.desk.parts.layout import Card, column, holding, row
from caregiver_desk.desk.parts.words import PlainLabel, card_title, meta
from caregiver_desk.wording import say

NUMBER = 150  # so wide is the field for the number


class Ways(QWidget):
    """One of the two presses the first, the other the second."""

    def __init__(self, wait: Callable[[], object], go: Callable[[], object]) -> None:
        super().__init__()
        self.wait = pressed(Primary(say("Wait here")), wait)
        self.address = _field("address", say("The address on the other laptop"), say("such as 192.168.1.7"))
        self.number = _field("number", say("The number on the other laptop"), say("six digits"))
        self.number.setFixedWidth(theme.px(NUMBER))
        leave = pressed(Quiet(say("Go there")), go)
        self.number.returnPressed.connect(go)
        first = Card(
            card_title(say("One of you waits")),
            meta(say("This laptop shows an address and a number, for the other to type."), wrap=True),
            row(self.wait, 1),
            gap=theme.GAP,
        )
        second = Card(
            card_title(say("The other goes there")),
            meta(say("Type what the laptop that waits shows."), wrap=True),
            row(_under(say("Address"), self.address), _under(say("Number"), self.number), gap=theme.SMALL),
            row(leave, 1),
            gap=theme.GAP,
        )
        self.setLayout(column(first, second, gap=theme.GAP))


def _under(words: str, line: Line) -> QVBoxLayout:
    """Its name stands above it also once something is typed."""
    return column(label_of(PlainLabel(words, size=theme.META, tint="ink-soft"), line), line, gap=theme.TIGHT)


def _field(name: str, label: str, hint: str) -> Line:
    line = Line(hint=hint)
    line.setObjectName(name)
    line.setAccessibleName(label)
    return line


def shown_to_other(addresses: Sequence[str], number: str) -> QWidget:
    """Large, to be read across a table."""
    several = [meta(say("Any of these will do."), wrap=True)] if len(addresses) > 1 else []
    places = column(meta(say("Address")), *(_large(each) for each in addresses), *several, gap=theme.TIGHT)
    return Card(holding(places), holding(column(meta(say("Number")), _large(number), gap=theme.TIGHT)), gap=theme.ROOM)


def _large(words: str) -> QWidget:
    return PlainLabel(words, size=theme.TITLE, weight=theme.SEMIBOLD, wrap=True)
