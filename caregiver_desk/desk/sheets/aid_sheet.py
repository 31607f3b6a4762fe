"""A job aid on a sheet: read, printed, closed. The ways to it stand where it is needed."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.worded import Version, versions_of
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
from caregiver_desk.wording import full_day, say

WIDE, HIGH = 640, 660


def ways_to(parent: QWidget, hands: Hands, *names: str) -> QWidget:
    """One quiet way to each of these pages."""
    return holding(flow(*(_way(parent, hands, name) for name in names)))


def _way(parent: QWidget, hands: Hands, name: str) -> Plain:
    way = pressed(Plain(aids.called(name), icon="eye"), partial(show_aid, parent, hands, name))
    way.setAccessibleName(say("Read: {page}", page=aids.called(name)))
    return way


def show_aid(parent: QWidget, hands: Hands, name: str, version: str | None = None) -> None:
    """As the site says it now, or as it stood in a version of its words."""
    hands.dialogs.show(AidSheet(parent, hands, name, version))


class AidSheet(QDialog):
    """A page to read."""

    def __init__(self, parent: QWidget, hands: Hands, name: str, version: str | None = None) -> None:
        super().__init__(parent)
        self._page, self._hands, self._name, document = parent, hands, name, aids.aid(name, version)
        self.setObjectName("aid")
        close = pressed(Primary(say("Close")), self.reject)
        printed = Printed(document.title, lambda _: document, document_paper.paint)
        onto = pressed(Quiet(say("Print"), icon="print"), partial(print_out, parent, hands, printed))
        ours = pressed(Quiet(say("Our words")), self._say_ours)
        when, source = document.under
        self._before = flow(gap=theme.TIGHT)
        parts = [*map(_part, document.sections), meta(source, wrap=True), holding(self._before)]
        lay_out(self, document.title, when, parts, Foot(close, others=[ours, onto]), (WIDE, HIGH))
        ours.hide()
        hands.lane.ask(may_say, then=ours.setVisible, owner=self)  # others read what the site says
        hands.lane.ask(partial(versions_of, catalogue=Catalogue.AIDS), then=self._show_before, owner=self)
        close.setFocus()

    def _show_before(self, told: list[Version]) -> None:
        """What stood here before our words were changed, one quiet way each."""
        for each, after in pairwise([Version(None, ""), *told]):
            until = full_day(after.day) if after.day else say("without a day")
            way = pressed(Plain(say("As it stood until {day}", day=until)), partial(self._turn_back, each.name))
            self._before.addWidget(way)

    def _turn_back(self, version: str) -> None:
        self.reject()
        show_aid(self._page, self._hands, self._name, version)

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
