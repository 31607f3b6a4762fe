"""One figure, opened: the number in words, how it went, what it counts, what it cannot tell, and what to do with it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.figures import Opened
from caregiver_desk.desk.parts.buttons import Plain, Primary, Small, pressed
from caregiver_desk.desk.parts.chart import Chart
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.parting import order_as_read
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, heading, meta
from caregiver_desk.wording import capital, later, say

BY_AREA = later("by area")


class FigureCard(Card):
    """`plans` because of it, `lists` what it was counted from, `turns` to another by its code.

    `looks_back` to other days, by their name, beside which it is laid.
    """

    plans = Signal()
    lists = Signal()
    turns = Signal(str)
    looks_back = Signal(str)

    def __init__(self) -> None:
        self._title, self._words, self._days = (
            card_title(),
            PlainLabel(size=theme.FIGURE, weight=theme.BOLD, wrap=True),
            meta(),
        )
        self._chart, self._table, self._cannot = Chart(), column(gap=2), body(wrap=True)
        self._as_table = holding(self._table)
        self._as_table.hide()
        self._means, self._from = body(wrap=True), column(gap=theme.TIGHT)
        self._comes_from = holding(self._from)
        self._comes_from.hide()
        self._two, self._beside_days = body(wrap=True), column(gap=0)
        self._groups, self._others = column(gap=theme.TIGHT), column(gap=theme.SMALL)
        self.plan = Primary(say("Try something because of it"), icon="plus")
        self.list = Small(say("What it was counted from"))
        self.numbers = pressed(Small(say("As a table")), partial(_turn, self._as_table))
        self.sources = pressed(Small(say("Where this comes from")), partial(_turn, self._comes_from))
        super().__init__(
            holding(
                column(
                    self._title,
                    self._words,
                    holding(flow(self._days, holding(self._beside_days), gap=theme.GAP)),
                    gap=theme.TIGHT,
                )
            ),
            self._chart,
            self._as_table,
            holding(column(self._means, self._cannot, gap=theme.TIGHT)),
            holding(flow(self.plan, self.list, self.numbers)),
            self._two,
            holding(self._groups),
            holding(self._others),
            holding(flow(self.sources)),
            self._comes_from,
            1,
            gap=theme.GAP,
        )
        self.plan.clicked.connect(self.plans)
        self.list.clicked.connect(self.lists)

    def show_before(self, told: Opened, periods: Mapping[str, str], chosen: str) -> None:
        """Other days to lay it beside, and what is told of both."""
        clear(self._beside_days)
        chooser = Chooser({"": say("Beside which days?"), **periods}, chosen, name=say("Before, for comparison"))
        chooser.chosen.connect(self.looks_back)
        self._beside_days.addWidget(chooser)
        self._two.setVisible(told.two is not None)
        self._two.setText(f"{told.two.words}. {told.two.cannot_tell}" if told.two else "")
        order_as_read(self)

    def show_figure(self, told: Opened, days: str) -> None:
        self._title.setText(told.row.title)
        self._words.setText(capital(told.row.words))
        self._days.setText(told.row.days or days)
        self._chart.show_points(told.points, told.sentence)
        self._chart.setVisible(any(each.height is not None for each in told.points))
        self.plan.step_back(back=not told.row.told)  # nothing is there to try something because of
        self.list.setVisible(told.may_list)
        self._means.setText(say(told.indicator.means))
        self._cannot.setText(say("It cannot tell {words}.", words=say(told.indicator.cannot_tell).rstrip(".")))
        self._show_table(told)
        self._show_groups(told)
        self._show_sources(told)
        self._show_others(told)

    def _show_table(self, told: Opened) -> None:
        clear(self._table)
        for each in told.points:
            self._table.addWidget(beside(meta(each.label), meta(each.words)))

    def _show_groups(self, told: Opened) -> None:
        clear(self._groups)
        for title, parts in ((told.indicator.split, told.groups), (BY_AREA, told.areas)):
            if parts:
                self._groups.addWidget(heading(say(title).capitalize()))
            for name, words in parts:
                self._groups.addWidget(beside(body(name, wrap=True), body(words, weight=theme.MEDIUM)))

    def _show_sources(self, told: Opened) -> None:
        clear(self._from)
        for words in _sources(told):
            self._from.addWidget(meta(words, wrap=True))

    def _show_others(self, told: Opened) -> None:
        clear(self._others)
        if told.beside:
            self._others.addWidget(holding(flow(*self._ways(told))))

    def _ways(self, told: Opened) -> list[QWidget]:
        """What it misleads without."""
        ways: list[QWidget] = []
        for code, title in told.beside:
            way = pressed(Plain(say("Beside it: {title}", title=title)), partial(self.turns.emit, code))
            ways.append(way)
        return ways


def _turn(part: QWidget) -> None:
    """Open what is asked for, or put it away again; whoever listens hears that it is there."""
    part.setVisible(part.isHidden())
    if part.isVisible():
        tell(part, " ".join(each.text() for each in part.findChildren(PlainLabel)))


def _sources(told: Opened) -> list[str]:
    each = told.indicator
    lines = [say("How many: {words}.", words=say(each.of_words))]
    if each.per_words:
        lines.append(say("Of how many: {words}.", words=say(each.per_words)))
    kind, harm = say(each.sort.value).capitalize(), say(each.harm.value)
    return [*lines, say("{kind}; {harm}. From: {source}.", kind=kind, harm=harm, source=say(each.source).rstrip("."))]
