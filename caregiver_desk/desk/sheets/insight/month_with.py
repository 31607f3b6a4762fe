"""A month with one caregiver, to be read by the two: chosen by name, one at a time, never beside another."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.heard import Heard, heard
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.desk.parts.sections import section_card
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.practice import spans
from caregiver_desk.reports.document import Document
from caregiver_desk.reports.insight.month_with import month_with
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

WIDE, HIGH, MONTHS = 720, 760, 12
SAYS = later("In words, for the two of you. It goes into no report.")


def show_month_with(parent: QWidget, hands: Hands) -> None:
    hands.lane.ask(heard, then=lambda told: hands.dialogs.show(MonthWithSheet(parent, hands, told)), owner=parent)


class MonthWithSheet(QDialog):
    """What is shown follows whom and which month are chosen above it."""

    def __init__(self, parent: QWidget, hands: Hands, people: Heard) -> None:
        super().__init__(parent)
        self._hands, self._people = hands, people
        self.setObjectName("month-with")
        self._laid = column(gap=theme.GAP)
        self._months = _months()
        self._person, self._month = next(iter(people.names), ""), list(self._months)[1]
        self._whose = Chooser(dict(people.names) or {"": say("nobody yet")}, self._person, name=say("Whose month"))
        self._which = Chooser(self._months, self._month, name=say("Which month"))
        self._whose.chosen.connect(self._turn_to)
        self._which.chosen.connect(self._turn_back)
        close = pressed(Quiet(say("Close")), self.reject)
        keep = pressed(Quiet(say("Save as PDF")), lambda: save_as_pdf(self, hands, self._printed()))
        onto = pressed(Primary(say("Print"), icon="print"), lambda: print_out(self, hands, self._printed()))
        parts = [holding(flow(self._whose, self._which, gap=6)), holding(self._laid)]
        lay_out(self, say("One caregiver at a time"), say(SAYS), parts, Foot(onto, others=[close, keep]), (WIDE, HIGH))
        self._ask()

    def _turn_to(self, person: str) -> None:
        self._person = person
        self._whose.show_chosen(person)
        self._ask()

    def _turn_back(self, month: str) -> None:
        self._month = month
        self._which.show_chosen(month)
        self._ask()

    def _ask(self) -> None:
        if self._person:
            self._hands.lane.ask(self._question(), then=self._show, owner=self)

    def _question(self) -> partial[Document]:
        return partial(_document, person=self._person, month=self._month)

    def _show(self, document: Document) -> None:
        clear(self._laid)
        self._laid.addWidget(meta(document.under[0]))
        for section in document.sections:
            self._laid.addWidget(section_card(section))
        self._hands.looked(What.OPENED, [self._person])

    def _printed(self) -> Printed[Document]:
        return Printed(say("One month"), self._question(), document_paper.paint, about=self._person)


def _months() -> dict[str, str]:
    return {spans.called(each): spans.said(each) for each in spans.latest(spans.Grain.MONTH, clock.today(), MONTHS)}


def _document(book: Book, person: str, month: str) -> Document:
    span = spans.named(month)
    if span is None:
        raise AssertionError(month)
    return month_with(book, person, span)
