"""What was kept long enough: looked through, chosen, and removed for good only after a second word.

An erasure cannot be undone, so this is one of the few places that ask twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.retention import Due, due
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.times_sheet import show_times
from caregiver_desk.errors import Problem
from caregiver_desk.practice.retention import SUGGESTED, Action, rules
from caregiver_desk.records.retention import KEEPING_TIME
from caregiver_desk.reports.kept import how_many, whose, why
from caregiver_desk.store import questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

KEPT = frozenset({"engagement", KEEPING_TIME.name, *(rule.kind for rule in rules())})  # kinds that change what is due
WIDE, HIGH = 640, 600


class Found(NamedTuple):
    """What is due, and what the people are called whom it is about."""

    due: tuple[Due, ...]
    called: Mapping[str, str]


def look(book: Book) -> Found:
    found = due(book, clock.today())
    return Found(tuple(found), questions.names_of(book, [each.person for each in found]))


def show_due(parent: QWidget, hands: Hands) -> None:
    def show(found: Found) -> None:
        hands.dialogs.show(DueSheet(parent, hands, found))
        hands.looked(What.LISTED, {each.person for each in found.due if each.person})

    hands.lane.ask(look, then=show, owner=parent)


class DueSheet(QDialog):
    """A line for each person and kind; what is chosen goes."""

    def __init__(self, parent: QWidget, hands: Hands, found: Found) -> None:
        super().__init__(parent)
        self._page, self._hands = parent, hands
        self.setObjectName("due")
        self.setWindowTitle(say("Kept long enough"))
        self._chips: dict[Chip, Due] = {}
        unsure = any(each.confirmed is None for each in found.due)
        about = say(SUGGESTED) if unsure else say("Choose what goes. You are asked once more before it does.")
        head = column(title(say("Kept long enough")), meta(about, wrap=True), gap=theme.TIGHT)
        lines = [part for each in found.due for part in (self._line(each, found.called), Hairline())]
        self._remove = pressed(Primary(say("Remove for good")), self._ask_twice)
        times = [pressed(Quiet(say("Look at the times")), self._show_times)] if unsure else []
        self._foot = Foot(self._remove, others=[pressed(Quiet(say("Leave")), self.reject), *times])
        below = column(Scroll(holding(column(*lines, 1, gap=theme.GAP)), beside=theme.GAP), self._foot, gap=0)
        laid = column(head, below, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        self._choose()

    def _line(self, each: Due, called: Mapping[str, str]) -> QWidget:
        words = say("{what} · {who}", what=how_many(each), who=whose(each, called))
        told = column(body(words, wrap=True), meta(why(each), wrap=True), gap=1)
        return beside(told, self._chip(each, words))

    def _chip(self, each: Due, words: str) -> QWidget:
        """What is only reviewed, or whose time is only suggested, can be looked at, and not be chosen."""
        if each.action is Action.REVIEW:
            return meta(say("look whether it is needed"))
        if each.confirmed is None:
            return meta(say("confirm the time first"))
        chip = Chip(say("choose"))
        chip.setAccessibleName(say("Remove {what}", what=words))
        chip.toggled.connect(self._choose)
        self._chips[chip] = each
        return chip

    def _chosen(self) -> list[str]:
        return [record for chip, each in self._chips.items() if chip.isChecked() for record in each.ids]

    def _choose(self) -> None:
        """Whatever was asked before is asked again of what is chosen now."""
        self._sure = False
        self._remove.setText(say("Remove for good"))
        self._remove.setEnabled(bool(self._chosen()))

    def _show_times(self) -> None:
        """Instead of this sheet, which would not know what was confirmed meanwhile."""
        self.reject()
        show_times(self._page, self._hands)

    def _ask_twice(self) -> None:
        number = len(self._chosen())
        if not self._sure:
            self._sure = True
            one, many = "Yes, erase {number} record for good", "Yes, erase {number} records for good"
            self._remove.setText(count(one, many, number))
            return
        act, ids = named("remove_expired"), self._chosen()
        self._hands.lane.do(
            lambda book: act(book, ids=ids), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
