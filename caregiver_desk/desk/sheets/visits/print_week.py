"""Which week sheets go onto paper, and how: one caregiver's, everybody's, or blank ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk.answers.visits.weeks import span
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import ask_over
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.visits.week_paper import paint
from caregiver_desk.reports.visits.number_lists import every_list, number_list
from caregiver_desk.reports.visits.week_sheets import WeekSheets
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say


def _heading(days: tuple[date, ...]) -> str:
    return say("Print the sheets of {week}", week=span(days))


HERS, EVERYBODYS, BLANK = range(3)
WIDE = 520


class PrintWeek(QDialog):
    """Filled in, a sheet bears the name, the week and her list of numbers."""

    def __init__(self, parent: QWidget, hands: Hands, caregiver: str, name: str, days: tuple[date, ...]) -> None:
        super().__init__(parent)
        self._page, self._hands, self._caregiver, self._days = parent, hands, caregiver, days
        self.setObjectName("print-week")
        self.setWindowTitle(say("Print week sheets"))
        options = [(HERS, name), (EVERYBODYS, say("everybody")), (BLANK, say("a blank one"))]
        self._whose = Choice(options, required=True)
        self._whose.put(HERS)
        words = say("Each page has a name, the week, and the household numbers as they stand on the screen.")
        save = pressed(Quiet(say("Save as PDF")), lambda: self._go(save_as_pdf))
        onto = pressed(Primary(say("Print"), icon="print"), lambda: self._go(print_out))
        foot = Foot(onto, others=[pressed(Quiet(say("Leave")), self.reject), save])
        head = title(_heading(days))
        head.setWordWrap(True)
        ask_over(self, head, [meta(words, wrap=True), self._whose], foot, WIDE)

    def _go(self, way: Callable[[QWidget, Hands, Printed[WeekSheets]], None]) -> None:
        about = self._caregiver if self._whose.value() == HERS else ""
        way(self._page, self._hands, Printed(say("Week sheets"), self._question(), paint, about))
        self.accept()

    def _question(self) -> Callable[[Book], WeekSheets]:
        whose, caregiver, days = self._whose.value(), self._caregiver, self._days

        def ask(book: Book) -> WeekSheets:
            if whose == BLANK:
                return WeekSheets(days)
            lists = every_list(book) if whose == EVERYBODYS else [number_list(book, caregiver)]
            return WeekSheets(days, tuple(lists))

        return ask
