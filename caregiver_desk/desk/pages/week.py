"""The week sheet: the paper sheet on the screen, typed day by day with the eyes on the paper.

Decision. A cell that is left is shown at once and goes to the book as one act, so one undo takes back one cell. What
names no home is no visit: it waits in the book, in the place where it was typed. A day that has not come is closed.

Consequences. A power cut takes at most the cell in hand, and that is kept as well when typing rests. Whoever comes
back finds the same caregiver and day. On a Monday the sheets of last week may still lie beside her: it is said that
they are not in, with the way there. The page opens on this week all the same: a week that was opened by a guess would
take in what was meant for another.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import short_day
from caregiver_desk.desk.answers.visits.weeks import WORKING_DAYS, Sheet, Week, span, week
from caregiver_desk.desk.cards.visits.week_grid import WeekFrame, WeekGrid
from caregiver_desk.desk.cards.visits.week_head import StayingDays, keep_in_sight
from caregiver_desk.desk.cards.visits.week_meant import Meant, free, standing, typing
from caregiver_desk.desk.cards.visits.week_model import Square
from caregiver_desk.desk.cards.visits.week_side import FirstOfAll, Strip, WeekCards, Whose, letters
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.keys import called
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column, holding, is_low
from caregiver_desk.desk.sheets.room import Room
from caregiver_desk.desk.sheets.visits.number_list import NumberSheet
from caregiver_desk.desk.sheets.visits.print_week import PrintWeek
from caregiver_desk.desk.week_typed import InHand, Typed
from caregiver_desk.practice.visits.weeks import Entry, week_of
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

SEVEN = timedelta(7)


class WeekPage(Page):
    subject, label, icon = "week", later("Week sheet"), "table"
    kinds = frozenset({"visit", "household", "assignment", "consent", "person", "engagement"})

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._week: Week | None = None
        self._day, self._whose, self._begins = clock.today(), "", True
        self._came_back: dict[str, Any] = {}
        self._typed = Typed(hands, self, self._show)
        self.strip, self.grid, self.cards = Strip(), WeekGrid(), WeekCards()
        self.in_hand = InHand()
        self.drafts = [Draft(self, hands.drafts, self.subject, self.in_hand)]
        self._next = pressed(Primary(say("Next caregiver"), icon="person", hint="Ctrl ↵"), self.save)
        self._print = pressed(Quiet(say("Print sheets"), icon="print"), self._show_print)
        self._numbers = pressed(Plain(say("List of numbers"), icon="print"), self._show_numbers)
        self._no_list = FirstOfAll(pressed(SmallPrimary(say("Give homes numbers")), self._show_numbers))
        self._late = FirstOfAll(pressed(Small(say("Last week"), hint=called("PgUp")), partial(self._turn, -1)))
        self._connect()
        frame, legend = WeekFrame(self.grid), beside(letters(), self._numbers)
        paper = holding(column(self.strip, self._late, self._no_list, frame, legend, self.cards, 1))
        words = say("When a caregiver works with you, the week is typed here: three keys a visit.")
        self._room = Room(self, paper, say("The paper sheets of your team"), words)
        self.setLayout(column(self._room))
        self._days, self._is_away, self._headed_by = StayingDays(self.grid), False, ""

    def _connect(self) -> None:
        self.strip.turned.connect(self._turn)
        self.strip.chosen.connect(self._choose)
        self.grid.turned.connect(self._turn)
        self.grid.left.connect(self._take)
        self.grid.moved.connect(self._look)

    def header_buttons(self) -> list[QWidget]:
        return [self._print, self._next]

    def question(self) -> Callable[[Book], Any]:
        return partial(week, day=self._day, whose=self._whose)

    def answer(self, found: Week) -> None:
        if self._day not in found.days:
            return  # she has turned on
        if self._whose in found.names and not found.sheet(self._whose):
            self.ask()  # she has gone on while this was asked; what stands here is hers until that is answered
            return
        self._typed.heard()
        self._week = found
        self._room.begin(begun=bool(found.names))
        self.serve(begun=bool(found.names))
        if found.names and self._whose not in found.names:
            self._whose, self._begins = _first(found), True
        if found.names and self._begins:
            self._begin()
        elif found.names:
            self._show()
        self._say_head()

    def _say_head(self) -> None:
        """Whose sheet it is, and of which week, stands in the head while it is scrolled out of sight."""
        line = say("Type it as it stands on paper")
        if self._is_away and self._week and self._whose in self._week.names:
            days = self._week.days
            week = short_day(days[0]) if is_low(self) else span(days, self.grid.seen)
            line = say("{name} · {week}", name=self._week.short(self._whose), week=week)
        if line != self._headed_by:
            self._headed_by = line
            self.headed.emit(say("Week sheet"), line)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802 - Qt's name
        """It is scrolled."""
        super().moveEvent(event)
        self._stay()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._lie_anew)

    def _lie_anew(self) -> None:
        if self.grid.hasFocus() and self.grid.day >= 0:
            self._keep_in_sight()
        self._stay()

    def _stay(self) -> None:
        """What one must know while typing stays in sight: the days over their cells, the rest in the head."""
        top = -self.pos().y()
        self._days.stay_at(top - self.grid.mapTo(self, QPoint()).y())
        is_away = self.strip.mapTo(self, self.strip.rect().bottomLeft()).y() < top
        if is_away != self._is_away:
            self._is_away = is_away
            self._say_head()

    def _begin(self) -> None:
        """Show a sheet, and take a cell in hand: on the day where the power went, else the first that is free."""
        at, self._came_back, self._begins = self._came_back, {}, False
        self.grid.setEnabled(True)
        self.grid.let_go()
        self._show()
        if at and at["caregiver"] == self._whose:
            self.grid.go_free(date.fromisoformat(at["day"]).weekday())
            self.grid.type(at["typed"])
        else:
            self.grid.begin()
        self.grid.setFocus()

    def seen(self) -> None:
        super().seen()
        self.grid.setFocus()

    def arrive(self, facts: dict[str, Any]) -> None:
        if caregiver := facts.get("caregiver"):
            self._choose(str(caregiver))

    def bring_back(self) -> None:
        super().bring_back()
        self._came_back = at = self.in_hand.values()
        if at:
            self._whose, self._day, self._begins = at["caregiver"], date.fromisoformat(at["day"]), True

    def save(self) -> None:
        """On to the next caregiver's sheet."""
        self.grid.leave()
        if after := self._week.after(self._whose) if self._week else "":
            self._choose(after)
        else:
            self.hands.lane.said.emit(say("That was the last sheet of this week."))

    def _choose(self, caregiver: str) -> None:
        self.grid.leave()
        before, self._whose, self._begins = self._whose, caregiver, True
        if self._week and self._week.sheet(caregiver):
            self._begin()
            if self._week.beside(before) != self._week.beside(caregiver):
                self.ask()  # the sheets after these
        elif self._week:
            self.grid.setEnabled(False)  # nothing is typed into the sheet of another
            self.ask()

    def _turn(self, by: int) -> None:
        """To another week; never beyond this one."""
        day = self._day + by * SEVEN
        if week_of(day)[0] <= clock.today():
            self.grid.leave()
            self._day, self._begins = day, True
            self.ask()

    def _show_numbers(self) -> None:
        if self._whose:
            self.hands.dialogs.show(NumberSheet(self, self.hands, self._whose))

    def _show_print(self) -> None:
        if self._week and (sheet := self._week.sheet(self._whose)):
            days, name = self._week.days, self._week.short(sheet.caregiver)
            self.hands.dialogs.show(PrintWeek(self, self.hands, sheet.caregiver, name, days))

    def _take(self, day: int, row: int, words: str) -> None:
        if self._week and (sheet := self._week.sheet(self._whose)):
            self.grid.stands_at(day, self._typed.take(sheet, self._week.days[day], row, words))

    def _show(self) -> None:
        """The sheet as it stands, and whose sheets there are."""
        if not self._week or not (sheet := self._week.sheet(self._whose)):
            return
        found = self._week
        squares = [[self._square(each) for each in self._typed.entries(sheet, day)] for day in found.days]
        self.grid.length = sheet.length
        self.grid.setAccessibleName(say("Week sheet of {name}", name=sheet.name))
        self.grid.show_week(found.days, found.today, squares, sheet.heavy_from)
        is_listed = any(sheet.homes(day) for day in found.days)
        self.cards.show_week(found.short(sheet.caregiver), squares, sheet.heavy_from, is_listed=is_listed)
        self._say_week()
        self.strip.show_names(self._strip(found), self._whose)
        name, late = found.short(sheet.caregiver), found.late if found.today in found.days else 0
        one, many = "{number} sheet of last week is not in yet.", "{number} sheets of last week are not in yet."
        self._late.say(count(one, many, late) if late else "")
        self._no_list.say("" if is_listed else say("No home of {name} has a number this week.", name=name))
        self._next.step_back(back=not is_listed)
        self._look()

    def _square(self, entry: Entry) -> Square:
        home = self._week.homes.get(entry.household) if self._week else None
        if not home:
            return Square(entry, "")
        return Square(entry, "" if home.called == entry.written else home.called, home.mark)

    def _strip(self, found: Week) -> list[Whose]:
        """Everyone's sheet; once some of a week that is over are in, the others are on their way."""
        begun = found.begun | {each for each, sheet in found.sheets.items() if self._has_begun(sheet, found)}
        coming = bool(begun) and found.days[WORKING_DAYS - 1] < found.today
        return [Whose(each, found.short(each), coming and each not in begun) for each in found.names]

    def _has_begun(self, sheet: Sheet, found: Week) -> bool:
        return any(self._typed.entries(sheet, day) for day in found.days)

    def _look(self) -> None:
        """Say which days are seen and what the cell in hand means, keep where she is, and keep it in sight."""
        self._say_week()
        if not self._week or not (sheet := self._week.sheet(self._whose)) or self.grid.day < 0:
            return
        day = self._week.days[self.grid.day]
        meant = self._meant(self._week, sheet, day)
        self.cards.say_meant(meant.title, meant.lines)
        self.grid.say_meant(meant.name)
        self.in_hand.note(sheet.caregiver, day, self.grid.typed)
        self._keep_in_sight()

    def _say_week(self) -> None:
        if found := self._week:
            words = span(found.days, self.grid.seen)
            self.grid.setAccessibleDescription(words)
            self.strip.show_week(words, is_last=found.today in found.days)
            self._say_head()

    def _meant(self, found: Week, sheet: Sheet, day: date) -> Meant:
        square, typed = self.grid.cells.square(self.grid.day, self.grid.row), self.grid.typed
        if typed:
            return typing(found, sheet, day, typed, self._typed.means(sheet, day, self.grid.row, typed))
        return standing(found, square.entry) if square else free(found, sheet, day)

    def _keep_in_sight(self) -> None:
        for above in (each for each in self.window().findChildren(QScrollArea) if each.widget() is self):
            keep_in_sight(self.grid, self, above)


def _first(found: Week) -> str:
    """Whose sheet is typed first: the first of whom some home has a number, if there is one."""
    sheets = ((each, found.sheet(each)) for each in found.names)
    numbered = (each for each, sheet in sheets if sheet and any(sheet.homes(day) for day in found.days))
    return next(numbered, next(iter(found.names)))
