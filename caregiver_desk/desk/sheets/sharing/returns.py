"""Monthly returns: team by team in the order of their names, what is told of each of the last months.

For a supervisor it is exactly what went up; what is not made yet of last month can be made here. A month without a
return says so, and what was kept back says "fewer than 5": neither is ever shown as nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.sharing.returns import Month
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, SmallPrimary, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Hairline, Scroll, clear, column, holding
from caregiver_desk.desk.parts.words import body, card_title, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.reports.sharing.returns import (
    CANNOT_TELL,
    WHAT_IT_IS,
    Block,
    Row,
    blocks,
    in_a_line,
    lines,
    of_how_many,
    when_made,
)
from caregiver_desk.wording import month_and_year, say

WIDE, HIGH, MONTH = 680, 640, 76


class ReturnsSheet(QDialog):
    """Read; and last month's made, where it is missing."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("returns")
        self.setWindowTitle(say("Monthly returns"))
        head = column(
            title(say("Monthly returns")),
            meta(say("Counts of what weighs, without names. Team by team, the last month first."), wrap=True),
            gap=theme.TIGHT,
        )
        self._inside = column(gap=theme.GAP)
        leave = pressed(Quiet(say("Close")), self.reject)
        self._foot = Foot(leave)
        below = column(Scroll(holding(column(self._inside, 1)), beside=theme.GAP), self._foot, gap=0)
        laid = column(head, below, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        leave.setFocus()
        self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(lambda book: blocks(book, clock.today()), then=self._show, owner=self)

    def _show(self, found: Sequence[Block]) -> None:
        clear(self._inside)
        for each in found:
            self._inside.addWidget(self._team(each))
        if not found:
            self._inside.addWidget(Card(Empty("people", say("No team here has caregivers"), say(WHAT_IT_IS))))
            return
        told = (body(say(words), wrap=True) for words in (WHAT_IT_IS, CANNOT_TELL))
        self._inside.addWidget(Card(heading(say("What this is")), *told, gap=theme.GAP))

    def _team(self, block: Block) -> QWidget:
        parts = [part for each in block.rows for part in (Hairline(), _month(each))]
        offered = [self._offered(block.offered)] if block.offered else []
        return Card(card_title(block.name), *offered, *parts)

    def _offered(self, month: Month) -> QWidget:
        """What it would say, before it is made."""
        which = month_and_year(month.first)
        make = SmallPrimary(say("Make it"))
        make.setAccessibleName(say("Make the return of {month} for {team}", month=which, team=month.team["name"]))
        pressed(make, partial(self._make, month))
        words = body(say("The return of {month} is not made yet", month=which), wrap=True)
        told = say("It would say: {told}. Once made, it stands.", told=in_a_line(month))
        return beside(column(words, meta(told, wrap=True), gap=1), make)

    def _make(self, month: Month) -> None:
        act, given = named("make_monthly_return"), {"month": month.first, "team": month.team.id}
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self._ask(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _month(each: Row) -> QWidget:
    """A month on the left, what is told of it on the right."""
    name = body(month_and_year(each.first), weight=theme.SEMIBOLD)
    name.setMinimumWidth(theme.px(MONTH))
    name.setAlignment(Qt.AlignmentFlag.AlignTop)
    return beside(column(*_words(each.month), gap=1), first=[name], gap=theme.ROOM)


def _words(month: Month | None) -> list[QWidget]:
    if month is None:
        return [meta(say("No return"))]
    told = [say("{head}: {told}", head=head, told=words) if head else words for head, words in lines(month)]
    about = say("{of} · {made}", of=of_how_many(month), made=when_made(month))
    return [*(body(each, wrap=True) for each in told), meta(about, wrap=True)]
