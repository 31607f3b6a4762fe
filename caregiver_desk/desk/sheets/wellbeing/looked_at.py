"""A questionnaire looked at before it is asked, as it stands on paper; and printed, to be filled in by hand."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.wellbeing.questionnaire import ROOM, empty_form, named
from caregiver_desk.wording import say

WIDE, HIGH = 720, 760


class LookedAt(QDialog):
    """All of it, in one of its languages."""

    def __init__(self, parent: QWidget, hands: Hands, told: Questionnaire) -> None:
        super().__init__(parent)
        self._page, self._hands, self._told = parent, hands, told
        self.setObjectName("looked-at")
        self._laid = column(gap=theme.GAP)
        self._language = Choice([(each, each) for each in told.languages], required=True)
        self._language.setAccessibleName(say("Language"))
        self._language.put(told.languages[0])
        self._language.changed.connect(self._show)
        several = [self._language] if len(told.languages) > 1 else []
        onto = pressed(Quiet(say("Print"), icon="print"), self._print)
        close = pressed(Primary(say("Close")), self.accept)
        parts = [*several, holding(self._laid)]
        lay_out(self, told.title, named(told), parts, Foot(close, others=[onto]), (WIDE, HIGH))
        self._show()
        close.setFocus()

    def _document(self) -> Document:
        return empty_form(self._told, str(self._language.value() or ""))

    def _show(self) -> None:
        clear(self._laid)
        for section in self._document().sections:
            head = card_title(section.title)
            head.setWordWrap(True)
            self._laid.addWidget(Card(head, *_lines(section), gap=theme.GAP))

    def _print(self) -> None:
        document = self._document()
        print_out(self._page, self._hands, Printed(self._told.title, lambda _: document, document_paper.paint))


def _lines(section: Section) -> list[QWidget]:
    """Without the room to write, which paper has."""
    return [_line(each) for each in section.lines if each.words != ROOM]


def _line(line: Line) -> QWidget:
    if not line.words:
        return body(line.label, weight=theme.MEDIUM, wrap=True)
    if not line.label:
        return meta(line.words, wrap=True)
    return holding(column(meta(line.label), body(line.words, wrap=True), gap=1))
