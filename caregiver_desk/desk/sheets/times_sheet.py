"""How long records are kept: what the program suggests, and what the organisation says.

A coordinator changes what she will and confirms all that is seen with one press; others read who did, when and why.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.times import Time, times_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Number, Words
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.retention import KEEPING_TIME
from caregiver_desk.reports.kept import how_long, what_kept, what_then, who_confirmed
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.wording import say

WIDE, HIGH = 680, 640
NARROW = 72  # pixels of a number of months


class Found(NamedTuple):
    """The times, who confirmed them, and whether whose book this is may."""

    times: tuple[Time, ...]
    called: Mapping[str, str]
    may_confirm: bool


def look(book: Book) -> Found:
    found = times_of(book)
    called = trust.names_of_writers(book, [each.by for each in found if each.by])
    return Found(tuple(found), called, book.role == Role.COORDINATOR)


def show_times(parent: QWidget, hands: Hands) -> None:
    hands.lane.ask(look, then=lambda found: hands.dialogs.show(TimesSheet(parent, hands, found)), owner=parent)


class TimesSheet(QDialog):
    """A line for each kind of record."""

    def __init__(self, parent: QWidget, hands: Hands, found: Found) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("times")
        words = say("How long records are kept")
        self.setWindowTitle(words)
        field = KEEPING_TIME.fields["months"]
        self._months = {each: Number(field.least, field.most) for each in found.times} if found.may_confirm else {}
        self._reason = Words(KEEPING_TIME.fields["reason"].most)
        head = column(title(words), *(meta(each, wrap=True) for each in _about(found)), gap=theme.TIGHT)
        lines = [part for each in found.times for part in (self._line(each, found.called), Hairline())]
        inside = Scroll(holding(column(*lines, *self._ask_why(), 1, gap=theme.GAP)), beside=theme.GAP)
        laid = column(head, column(inside, self._build_foot(), gap=0), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)

    def _build_foot(self) -> Foot:
        leave = pressed(Quiet(say("Leave") if self._months else say("Close")), self.reject)
        if not self._months:
            self._foot = Foot(leave)
            return self._foot
        confirm = pressed(Primary(say("Confirm these times"), hint="Ctrl ↵"), self._confirm)
        on_ctrl_enter(self, self._confirm)
        self._foot = Foot(confirm, others=[leave])
        return self._foot

    def _line(self, each: Time, called: Mapping[str, str]) -> QWidget:
        told = [body(what_kept(each.rule.kind), weight=theme.MEDIUM, wrap=True)]
        told += [meta(say("{time}; {then}", time=how_long(each), then=what_then(each)), wrap=True)]
        told += [meta(who_confirmed(each, called), wrap=True)] if each.day else []
        words = column(*told, gap=1)
        if each not in self._months:
            return beside(words)
        number = self._months[each]
        number.put(each.rule.months)
        number.setFixedWidth(theme.px(NARROW))
        number.setAccessibleName(say("{what}: months", what=what_kept(each.rule.kind)))
        return beside(words, number, meta(say("months")))

    def _ask_why(self) -> list[QWidget]:
        """One reason for whatever is changed now."""
        if not self._months:
            return []
        words = say("Why, where it is not as suggested")
        self._reason.setAccessibleName(words)
        return [holding(column(meta(words), self._reason, gap=theme.TIGHT))]

    def _confirm(self) -> None:
        """All of them, each with what stands beside it; the reason belongs to those that were changed."""
        for number in self._months.values():
            if number.fault() or number.value() is None:
                number.setFocus()
                self._foot.complain(number.fault() or say("A whole number, please."))
                return
        told = [self._told(each, number.value()) for each, number in self._months.items()]
        act = named("confirm_times")
        self._hands.lane.do(
            lambda book: act(book, times=told), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _told(self, each: Time, months: Any) -> dict[str, Any]:
        reason = self._reason.value() if months != each.rule.months else None
        return {"kind": each.rule.kind, "months": months, "reason": reason or ""}

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
        self._reason.setFocus()


def _about(found: Found) -> Iterator[str]:
    if found.may_confirm:
        yield say(
            "When a time is over somebody is asked; nothing goes by itself. The program suggests these times; what you "
            "confirm here holds for your whole organisation."
        )
    else:
        yield say(
            "When a time is over somebody is asked; nothing goes by itself. The program suggests these times. "
            "A coordinator confirms what holds in your organisation."
        )
    if not any(each.day for each in found.times):
        yield say("None of them is confirmed yet.")
    elif not all(each.day for each in found.times):
        yield say("Where nobody is named, the time is not confirmed yet.")
