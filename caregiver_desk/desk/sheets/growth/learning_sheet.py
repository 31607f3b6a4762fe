"""Somebody's learning record on a sheet: read, printed, saved as a file, or turned round for whoever it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.answers.growth.training import Learning, learning
from caregiver_desk.desk.answers.people.her_record import Written
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.offering import Elsewhere
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.people.turned_round import show_turned
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.growth.learning_record import learning_record, to_read
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

SIZE = (680, 660)
LABEL = 170
Onto = Callable[[QWidget, Hands, Printed[Document]], None]


def show_learning(parent: QWidget, hands: Hands, person: str = "") -> None:
    hands.lane.ask(
        lambda book: choices(book, "person"),
        then=lambda found: hands.dialogs.show(LearningSheet(parent, hands, found, person)),
        owner=parent,
    )


class LearningSheet(QDialog):
    """Whose, and what stands on the paper."""

    def __init__(self, parent: QWidget, hands: Hands, people: Choices | None, person: str) -> None:
        super().__init__(parent)
        self._hands, self._over = hands, parent
        self.setObjectName("learning")
        self.whose = Pick(hint=say("whose"))
        self.whose.setAccessibleName(say("Whose learning record"))
        if people is None:
            self.whose.look(Elsewhere(self.whose, hands.lane, "person"))
        else:
            self.whose.offer(people)
        self._shown = column(gap=theme.SMALL)
        self._print = pressed(Primary(say("Print"), icon="print"), partial(self._paper, print_out))
        ways = [
            pressed(Quiet(say("Close")), self.reject),
            pressed(Quiet(say("Save as PDF")), partial(self._paper, save_as_pdf)),
            pressed(Quiet(say("Show them their record")), self._turn_round),
        ]
        about = say("What they have learned, for another employer. It is theirs to take along.")
        self._foot = Foot(self._print, others=ways)
        lay_out(self, say("Learning record"), about, [self.whose, holding(self._shown)], self._foot, SIZE)
        self.whose.changed.connect(self._ask)
        self.whose.setFocus()
        if person:
            self.whose.put(person)
            self._ask()
            self._print.setFocus()

    def _person(self) -> str:
        return str(self.whose.value() or "")

    def _ask(self) -> None:
        if person := self._person():
            self._hands.lane.ask(lambda book: learning(book, person), then=self._show, owner=self)
            self._hands.looked(What.OPENED, {person})

    def _show(self, told: Learning) -> None:
        clear(self._shown)
        for words in told.warnings:
            self._shown.addWidget(PlainLabel(words, size=theme.META, tint="amber", wrap=True))
        for each in to_read(told.paper):
            self._shown.addWidget(_part(each))

    def _paper(self, onto: Onto) -> None:
        if person := self._person():
            printed = Printed(
                say("Learning record"), lambda book: learning_record(book, person), document_paper.paint, person
            )
            onto(self._over, self._hands, printed)

    def _turn_round(self) -> None:
        if person := self._person():
            head = say("What you have learned"), say("It is yours. You may take it with you on paper.")
            self.reject()
            show_turned(self._over, self._hands, head, partial(_to_read, person=person), whose=person)
            self._hands.looked(What.TURNED, {person})


def _to_read(book: Book, person: str) -> tuple[Written, ...]:
    return tuple(map(_written, to_read(learning_record(book, person))))


def _written(section: Section) -> Written:
    return Written(None, section.title, tuple((each.label, each.words) for each in section.lines))


def _part(section: Section) -> QWidget:
    laid = column(card_title(section.title), *_lines(section.lines), gap=theme.TIGHT)
    laid.setContentsMargins(0, 0, 0, theme.px(theme.SMALL))
    return holding(laid)


def _lines(lines: tuple[Line, ...]) -> Iterator[QWidget]:
    for each in lines:
        label = meta(each.label, wrap=True)
        label.setFixedWidth(theme.px(LABEL))
        words = body(each.words, wrap=True) if each.label else meta(each.words, wrap=True)
        yield beside(words, first=[label]) if each.label else words
