"""A job aid on a sheet: read, printed, closed. The ways to it stand where it is needed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.customs import may_say
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.words_sheet import show_words
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.reports import aids
from caregiver_desk.reports.document import Line, Section
from caregiver_desk.wording import say

WIDE, HIGH = 640, 660


def ways_to(parent: QWidget, hands: Hands, *names: str) -> QWidget:
    """One quiet way to each of these pages."""
    return holding(flow(*(_way(parent, hands, name) for name in names)))


def _way(parent: QWidget, hands: Hands, name: str) -> Plain:
    way = pressed(Plain(aids.called(name), icon="eye"), partial(show_aid, parent, hands, name))
    way.setAccessibleName(say("Read: {page}", page=aids.called(name)))
    return way


def show_aid(parent: QWidget, hands: Hands, name: str) -> None:
    hands.dialogs.show(AidSheet(parent, hands, name))


class AidSheet(QDialog):
    """A page to read."""

    def __init__(self, parent: QWidget, hands: Hands, name: str) -> None:
        super().__init__(parent)
        self._page, self._hands, self._name, document = parent, hands, name, aids.aid(name)
        self.setObjectName("aid")
        close = pressed(Primary(say("Close")), self.reject)
        printed = Printed(document.title, lambda _: document, document_paper.paint)
        onto = pressed(Quiet(say("Print"), icon="print"), partial(print_out, parent, hands, printed))
        ours = pressed(Quiet(say("Our words")), self._say_ours)
        when, source = document.under
        parts = [*map(_part, document.sections), meta(source, wrap=True)]
        lay_out(self, document.title, when, parts, Foot(close, others=[ours, onto]), (WIDE, HIGH))
        ours.hide()
        hands.lane.ask(may_say, then=ours.setVisible, owner=self)  # others read what the site says
        close.setFocus()

    def _say_ours(self) -> None:
        self.reject()
        show_words(self._page, self._hands, Catalogue.AIDS, f"{self._name}-")


def _part(section: Section) -> QWidget:
    laid = column(card_title(section.title), *map(_line, section.lines), gap=theme.SMALL)
    laid.setContentsMargins(0, 0, 0, theme.px(theme.SMALL))
    return holding(laid)


def _line(line: Line) -> QWidget:
    if not line.label:
        sign, _, words = line.words.partition(" ")
        if sign == aids.SHIPPED:
            return beside(meta(words, wrap=True), first=[body(sign)])
        return beside(body(words, wrap=True), first=[body(sign)])
    return holding(column(body(line.label, weight=theme.MEDIUM), meta(line.words, wrap=True), gap=1))
