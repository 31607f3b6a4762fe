"""The report of some days, on the screen first: whoever hands it over has read it, and seen what to look at before.

What there is to look at stands above the paper and not on it. That of the whole site tells less than the page of
figures does, for it leaves the people whom it is about; that of a team goes no further than the team.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.figures import Asked
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.desk.parts.sections import section_card
from caregiver_desk.desk.parts.words import card_title, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.sheet import Sheet
from caregiver_desk.desk.sheets.ways import FREEZE_OF_AN_AREA, SHEETS
from caregiver_desk.practice import spans
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.insight.report import Report, as_csv, as_document, report
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

WIDE, HIGH = 780, 820
WHAT_IT_IS = later("Nobody is compared with anybody on it. Read it before you hand it over.")


def show_report(parent: QWidget, hands: Hands, asked: Asked) -> None:
    hands.dialogs.show(ReportSheet(parent, hands, asked))


class ReportSheet(QDialog):
    """Part by part, as it stands on paper."""

    def __init__(self, parent: QWidget, hands: Hands, asked: Asked) -> None:
        super().__init__(parent)
        self._page, self._hands, self._asked = parent, hands, asked
        self.setObjectName("report")
        self._laid = column(gap=theme.GAP)
        close = pressed(Quiet(say("Close")), self.reject)
        freeze = pressed(Quiet(say("Freeze it")), self._freeze)
        table = pressed(Quiet(say("Save as CSV")), self._save_table)
        keep = pressed(Quiet(say("Save as PDF")), lambda: save_as_pdf(parent, hands, self._printed()))
        onto = pressed(Primary(say("Print"), icon="print"), lambda: print_out(parent, hands, self._printed()))
        foot = Foot(onto, others=[close, freeze, table, keep])
        lay_out(self, say("Report"), say(WHAT_IT_IS), [holding(self._laid)], foot, (WIDE, HIGH))
        self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(partial(_report, asked=self._asked), then=self._show, owner=self)

    def _show(self, made: Report) -> None:
        document = as_document(made)
        clear(self._laid)
        if made.look:
            first = tuple(Line("", each) for each in made.look)
            self._laid.addWidget(section_card(Section(say("Look at this first"), first)))
        self._laid.addWidget(card_title(document.title))
        for words in document.under:
            self._laid.addWidget(meta(words, wrap=True))
        for section in document.sections:
            self._laid.addWidget(section_card(section))

    def _freeze(self) -> None:
        """What is to be said with the figures is asked as they are frozen."""
        asked = self._asked
        known = {"period": asked.period, "chosen": asked.chosen, "team": asked.place, "region": asked.area}
        given = {name: value for name, value in known.items() if value}
        act = named("freeze_report")
        asked_for = FREEZE_OF_AN_AREA if asked.area else SHEETS[act.name]
        sheet = Sheet(self._page, self._hands, act, asked_for, given=given)
        sheet.accepted.connect(self._ask)
        self._hands.dialogs.show(sheet)

    def _save_table(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall it go?"), self._into)

    def _into(self, folder: Path) -> None:
        self._hands.lane.do(partial(_written, asked=self._asked, folder=folder), owner=self)

    def _printed(self) -> Printed[Document]:
        return Printed(say("Report"), partial(_document, asked=self._asked), document_paper.paint)


def _report(book: Book, asked: Asked) -> Report:
    span = spans.named(asked.period)
    if span is None:
        raise AssertionError(asked.period)
    return report(book, span, asked.chosen, asked.place, asked.area)


def _document(book: Book, asked: Asked) -> Document:
    return as_document(_report(book, asked))


def _written(book: Book, asked: Asked, folder: Path) -> Outcome:
    place = safely.free(folder, say("Report").lower(), f" {asked.period}", ".csv")
    safely.write(place, as_csv(_report(book, asked)).encode("utf-8-sig"))
    return Outcome(say("Saved as {file}.", file=place.name))
