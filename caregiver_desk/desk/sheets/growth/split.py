"""How the days of a month went beside what was planned for one's own role; nobody else's is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.growth.split import split_in
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.practice.growth.split import Month, in_words
from caregiver_desk.wording import say

SIZE = (520, 340)


def show_own_month(parent: QWidget, hands: Hands, _person: str = "") -> None:
    hands.lane.ask(
        lambda book: split_in(book, book.person, clock.today()),
        then=lambda told: hands.dialogs.show(MonthSheet(parent, told)),
        owner=parent,
    )


class MonthSheet(QDialog):
    """Four lines, for one's own eyes."""

    def __init__(self, parent: QWidget, told: Month | None) -> None:
        super().__init__(parent)
        self.setObjectName("own-month")
        close = pressed(Primary(say("Close")), self.reject)
        lines = in_words(told) if told else (say("Nothing is planned for your role this month."),)
        parts = [*(body(each, wrap=True) for each in lines[:3]), *(meta(each, wrap=True) for each in lines[3:])]
        lay_out(
            self, say("My month"), say("For your own eyes. Days are days; no time is taken."), parts, Foot(close), SIZE
        )
        close.setFocus()
