"""The parts of what is shown of a spreadsheet: its columns, pairs that may be one, lines with their reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk.acts.intake.acquaintance import Beside
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.planning import Planned
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, column, holding, row
from caregiver_desk.desk.parts.words import PlainLabel, body, meta
from caregiver_desk.desk.sheets.intake.intake import Looked
from caregiver_desk.wording import capital, count, full_day, say

SHOWN = 40  # lines told one by one; the file to mend holds them all
LABEL = 92
NARROW = 130  # per cent, from which a column's parts stand below each other


class Columns(QWidget):
    """Every column: its title, some of what stands in it, and the field it goes into, which may be changed."""

    matched = Signal(str, str)
    ordered = Signal(str, str)

    def __init__(self, seen: Looked, orders: dict[str, Order]) -> None:
        super().__init__()
        targets = seen.matching.form.targets
        self.first_open: QWidget | None = None
        self._options = {"": say("Left out"), **{name: say(each.label) for name, each in targets.items()}}
        parts: list[QWidget] = []
        for place, title in enumerate(seen.sheet.columns):
            parts.append(self._line(seen, place))
            if title in seen.unclear and orders.get(title):
                parts.append(self._days(seen, title, orders.get(title)))
        open_ones = [self._days(seen, title, None) for title in seen.unclear if not orders.get(title)]
        self.setLayout(column(*open_ones, *parts, gap=theme.GAP))

    def _line(self, seen: Looked, place: int) -> QWidget:
        title, name = seen.sheet.columns[place], seen.matching.fields[place]
        chooser = Chooser(self._options, name, name=title)
        chooser.setObjectName(f"column-{place}")
        chooser.chosen.connect(partial(self.matched.emit, title))
        words = PlainLabel(title, weight=theme.MEDIUM, wrap=True, tint="ink" if name else "ink-soft")
        told = holding(column(words, meta(seen.samples(place), wrap=True), gap=0))
        beside = theme.percent() < NARROW
        laid = row(told, chooser, gap=theme.ROOM) if beside else column(told, chooser, gap=theme.TIGHT)
        if beside:
            laid.setStretch(0, 3)
            laid.setStretch(1, 2)
            laid.setAlignment(chooser, Qt.AlignmentFlag.AlignTop)
        return holding(laid)

    def _days(self, seen: Looked, title: str, chosen: Order | None) -> QWidget:
        """How this column writes its days, shown by one of them."""
        cell, meant = seen.unclear[title]
        chips = []
        for order, day in meant.items():
            chip = Chip(full_day(day))
            chip.setChecked(order == chosen)
            chips.append(pressed(chip, partial(self.ordered.emit, title, str(order))))
        if chosen is None:
            self.first_open = self.first_open or next(iter(chips), None)
        words = say("Which day is {cell}? ({column})", cell=cell, column=title)
        return holding(column(PlainLabel(words, tint="ink" if chosen else "amber", wrap=True), flow(*chips), gap=6))


class Pair(Card):
    """A line of the sheet beside somebody known, and the two answers."""

    def __init__(self, planned: Planned, beside: Beside, decide: Callable[[bool], object]) -> None:
        self.another = pressed(Small(say("Another one")), partial(decide, True))
        self.same = pressed(Small(say("The same")), partial(decide, False))
        line = say("Line {number}: {reason}", number=planned.row.number, reason=beside.reason)
        super().__init__(body(line, wrap=True), _versions(beside), row(self.another, self.same, 1), gap=theme.GAP)


def _versions(beside: Beside) -> QWidget:
    """Both versions field by field; what differs is heavier."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(theme.ROOM))
    grid.setVerticalSpacing(theme.px(theme.TIGHT))
    where = capital(beside.where)
    for place, words in enumerate(("", say("The sheet"), where)):
        grid.addWidget(meta(words), 0, place)
    for line, (label, ours, theirs) in enumerate(beside.fields, 1):
        weight = theme.SEMIBOLD if ours and theirs and ours != theirs else theme.REGULAR
        grid.addWidget(meta(label, wrap=True), line, 0)
        for place, words in ((1, ours), (2, theirs)):
            grid.addWidget(body(words or "–", weight=weight, wrap=True), line, place)
    for place, share in enumerate((2, 3, 3)):
        grid.setColumnStretch(place, share)
    return holding(grid)


def lines(told: Sequence[tuple[int, str]]) -> list[QWidget]:
    """Lines of the sheet, each with what is to be said of it."""
    shown = [_line(say("Line {number}", number=number), why) for number, why in told[:SHOWN]]
    more = len(told) - len(shown)
    return [*shown, meta(count("and {number} more line", "and {number} more lines", more))] if more else shown


def _line(left: str, right: str) -> QWidget:
    label = PlainLabel(left, tint="ink-soft", wrap=True)
    label.setFixedWidth(theme.px(LABEL))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    laid = row(label, body(capital(right), wrap=True), gap=theme.GAP)
    laid.setStretch(1, 1)
    return holding(laid)
