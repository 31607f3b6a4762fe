"""Where the laptop's clock cannot be believed: a banner under the head that says so, and asks what day it is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.care import BACKUPS
from caregiver_desk.desk.frame.banner import lay_as_banner
from caregiver_desk.desk.parts.buttons import Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Day
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.heard import name_for_everyone
from caregiver_desk.desk.parts.layout import Columns, column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.rows import LARGE
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import watch
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say


class WhatDay(QFrame):
    """Asks what day it is. Until that is answered nothing is overdue, and what is saved says “date uncertain”."""

    answered = Signal(date)

    def __init__(self) -> None:
        super().__init__()
        self._says = clock.day_of(clock.machine())
        words = say("This laptop’s clock says {day}. What is today’s date?", day=full_day(self._says))
        self.day = Day(Looks.AHEAD)
        self.day.setObjectName("what_day")
        self.day.line.setPlaceholderText(say("2 Mar 2026"))
        name_for_everyone(self.day, say("Today’s date"), words)
        self.day.line.returnPressed.connect(self._typed)
        self._trouble = Trouble()
        self.day.changed.connect(lambda: self._trouble.say(""))
        laid = column(Columns((self._asked(words), 400, 1), (self._answers(), 400, 0)))
        room, side = theme.px(theme.GAP), theme.px(theme.ROOM)
        laid.setContentsMargins(side, room, side, room)
        self.setLayout(laid)
        self.setMinimumWidth(theme.px(theme.RAIL))  # rather fold than make the window wider

    def _asked(self, words: str) -> QWidget:
        told = say(
            "The last sure day is {day}. What you save now is kept, and marked “date uncertain”.",
            day=full_day(clock.today()),
        )
        asked = PlainLabel(words, weight=theme.SEMIBOLD, tint="amber", wrap=True)
        told_so = column(asked, meta(told, wrap=True), gap=2)
        return beside(told_so, first=[Icon("alert", "amber", 22)], gap=theme.GAP)

    def _answers(self) -> QWidget:
        buttons: list[QWidget] = [pressed(SmallPrimary(say("Set the date")), self._typed)]
        if watch.is_possible(self._says):
            words = say("It is {day}", day=full_day(self._says))
            buttons.append(pressed(Small(words), lambda: self.answered.emit(self._says)))
        ways = column(holding(flow(*buttons)))
        ways.setContentsMargins(0, theme.px((theme.FIELD - Small.high) / 2), 0, 0)
        line = column(self.day, ways, gap=0) if theme.percent() >= LARGE else row(self.day, holding(ways), 1)
        return holding(column(line, self._trouble, gap=theme.TIGHT))

    def complain(self, told: Told) -> None:
        self._trouble.say(told)
        self.day.setFocus()

    def _typed(self) -> None:
        day = self.day.value()
        if isinstance(day, date):
            self.answered.emit(day)
        else:
            self.complain(self.day.fault() or say("Type today’s date first, such as {day}.", day=say("2 Mar 2026")))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("amber"), theme.hair()))
        painter.setBrush(theme.colour("amber-wash"))
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(place, theme.px(theme.RADIUS), theme.px(theme.RADIUS))
        painter.end()


class DayBanner(QWidget):
    """The question, as long as the day is in doubt. With the answer everything is looked at anew."""

    def __init__(self, lane: Lane) -> None:
        super().__init__()
        self._lane, self._asks = lane, WhatDay()
        self._asks.answered.connect(self._answer)
        lay_as_banner(self, self._asks)
        self.setVisible(clock.in_doubt())

    def _answer(self, today: date) -> None:
        def answer(book: Book) -> Outcome:
            watch.answer(book, today)
            return Outcome(say("Today is {day}.", day=full_day(today)), frozenset({*KINDS, BACKUPS}))

        def refused(problem: Problem) -> None:
            self._asks.complain(problem)

        self._lane.do(answer, owner=self, then=lambda _: self.hide(), refused=refused)
