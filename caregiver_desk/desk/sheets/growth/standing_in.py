"""Who has a team for a time: for each one press that ends it, and a new last day."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.standing_in import InPlace, in_place
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, Small, pressed
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Day
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.marks import Avatar, Tag
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.errors import Problem
from caregiver_desk.wording import say

SIZE = 660, 480


class StandingInSheet(QDialog):
    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self.setObjectName("standing-in")
        self._hands, self._rows = hands, column(gap=theme.GAP)
        self._foot = Foot(pressed(Quiet(say("Close")), self.accept))
        about = say(
            "It ends by itself on its last day. Making the end final says how far what they wrote counts: take in "
            "their last bundle first."
        )
        lay_out(self, say("Who stands in"), about, [holding(self._rows)], self._foot, SIZE)
        self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(in_place, then=self._show, owner=self)

    def _show(self, found: list[InPlace]) -> None:
        clear(self._rows)
        for each in found:
            self._rows.addWidget(self._row(each))
        if not found:
            self._rows.addWidget(meta(say("Nobody stands in for anybody."), wrap=True))

    def _row(self, told: InPlace) -> QWidget:
        words = column(body(told.name, weight=theme.MEDIUM, wrap=True), meta(told.about, wrap=True), gap=1)
        head = beside(words, _state(told), first=[Avatar(told.name)])
        if not told.may_decide:
            return Card(head)
        day = Day(Looks.AHEAD)
        day.setObjectName(f"until-{told.id}")
        day.line.setAccessibleName(say("Back to normal on, {name}", name=told.name))
        extend = pressed(Small(say("Give this day")), lambda: self._extend(told, day))
        extend.setAccessibleName(say("Give this day: {name}", name=told.name))
        end = pressed(Small(say("Make it final") if told.over else say("End it now")), lambda: self._end(told))
        end.setAccessibleName(say("{act}: {name}", act=end.text(), name=told.name))
        ways = flow(meta(say("Back to normal on")), day, extend, *([] if told.final else [end]))
        return Card(head, holding(ways), gap=theme.SMALL)

    def _extend(self, told: InPlace, day: Day) -> None:
        if wrong := day.fault():
            self._foot.complain(wrong)
        elif day.value() is None:
            self._foot.complain(say("Say the new day first."))
        else:
            self._do("extend_stepping_in", id=told.id, until=day.value())

    def _end(self, told: InPlace) -> None:
        self._do("end_stepping_in", id=told.id)

    def _do(self, name: str, **given: Any) -> None:
        act = named(name)
        self._foot.complain("")
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self._ask(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _state(told: InPlace) -> Tag:
    if told.final:
        return Tag(say("ended"), "plain")
    return Tag(say("over"), "amber") if told.over else Tag(say("lasts"), "leaf")


def show_standing_in(parent: QWidget, hands: Hands, _: str = "") -> None:
    """Whoever it is about: all of them are few."""
    hands.dialogs.show(StandingInSheet(parent, hands))
