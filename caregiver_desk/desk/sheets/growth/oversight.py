"""The pack for a meeting on oversight, on the screen first: whoever carries it has read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QButtonGroup, QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import one_of_a_few
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.desk.parts.sections import section_card
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months, this_year, year_before
from caregiver_desk.reports.document import Document
from caregiver_desk.reports.growth.oversight import WHAT_IT_IS, as_document, oversight
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

WIDE, HIGH = 760, 820
DAYS = (
    (later("The last twelve months"), last_twelve_months),
    (later("This year"), this_year),
    (later("The year before"), year_before),
)


def show_oversight(parent: QWidget, hands: Hands, _whose: str = "") -> None:
    hands.dialogs.show(OversightSheet(parent, hands))


class OversightSheet(QDialog):
    """Part by part, as it stands on paper."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._page, self._hands = parent, hands
        self.setObjectName("oversight")
        self._laid = column(gap=theme.GAP)
        self._chips = [Chip(say(words)) for words, _ in DAYS]
        self._group = QButtonGroup(self)
        one_of_a_few(*self._chips)
        for chip in self._chips:
            self._group.addButton(chip)
            chip.clicked.connect(self._ask)
        self._chips[0].setChecked(True)
        close = pressed(Quiet(say("Close")), self.reject)
        keep = pressed(Quiet(say("Save as PDF")), lambda: save_as_pdf(parent, hands, self._printed()))
        onto = pressed(Primary(say("Print"), icon="print"), lambda: print_out(parent, hands, self._printed()))
        parts = [holding(flow(*self._chips, gap=6)), holding(self._laid)]
        lay_out(self, say("Oversight"), say(WHAT_IT_IS), parts, Foot(onto, others=[close, keep]), (WIDE, HIGH))
        self._ask()

    def _days(self) -> Days:
        chosen = next(number for number, chip in enumerate(self._chips) if chip.isChecked())
        return DAYS[chosen][1](clock.today())

    def _ask(self) -> None:
        self._hands.lane.ask(partial(_document, days=self._days()), then=self._show, owner=self)

    def _show(self, document: Document) -> None:
        clear(self._laid)
        self._laid.addWidget(meta(document.under[0]))
        for section in document.sections:
            self._laid.addWidget(section_card(section))

    def _printed(self) -> Printed[Document]:
        return Printed(say("Oversight"), partial(_document, days=self._days()), document_paper.paint)


def _document(book: Book, days: Days) -> Document:
    return as_document(oversight(book, days))
