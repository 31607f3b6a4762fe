"""The record of one's own year: one page that is good to read, for whoever it is about.

It is chosen whose year and which days; then it is read together, turned round for them alone, or taken along on paper.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QButtonGroup, QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.answers.people.her_record import Written
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import label_of, one_of_a_few
from caregiver_desk.desk.parts.layout import Hairline, clear, column, holding
from caregiver_desk.desk.parts.marks import figure
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.offering import Elsewhere
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.people.turned_round import show_turned
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months, this_year, year_before
from caregiver_desk.reports.document import Document, Line
from caregiver_desk.reports.growth.own_year import Year, own_year
from caregiver_desk.reports.growth.year_page import SIDE_BY_SIDE, as_document, called, sections, side_by_side
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, later, say

WIDE, HIGH, DAY = 680, 700, 96
DAYS: tuple[tuple[str, Callable[..., Days]], ...] = (
    (later("The last twelve months"), last_twelve_months),
    (later("This year"), this_year),
    (later("The year before"), year_before),
)


def show_own_year(parent: QWidget, hands: Hands, person: str) -> None:
    """Of this person; of whose book this is, where nobody is meant."""

    def ask(book: Book) -> tuple[Choices | None, str]:
        return choices(book, "person"), person or book.person

    hands.lane.ask(ask, then=lambda found: hands.dialogs.show(OwnYearSheet(parent, hands, *found)), owner=parent)


class OwnYearSheet(QDialog):
    """What is shown follows whom and which days are chosen above it."""

    def __init__(self, parent: QWidget, hands: Hands, people: Choices | None, person: str) -> None:
        super().__init__(parent)
        self._page, self._hands, self._person = parent, hands, person
        self.setObjectName("own-year")
        self.whose = Pick(people, hint=say("type a name"))
        self.whose.setObjectName("whose")
        self.whose.setAccessibleName(say("Whose year"))
        self._chips = [Chip(say(words)) for words, _ in DAYS]
        self._laid = column(gap=theme.SMALL)
        about = say("To read together, and for them to take along. Nothing is counted against anybody.")
        lay_out(self, say("The record of a year"), about, self._parts(), self._build_foot(), (WIDE, HIGH))
        if people is None:
            self.whose.look(Elsewhere(self, hands.lane, "person"))
        self.whose.put(person)
        self.whose.changed.connect(self._choose)
        on_ctrl_enter(self, self._print)
        self._ask()

    def _parts(self) -> list[QWidget]:
        self._group = QButtonGroup(self)
        one_of_a_few(*self._chips)
        for chip in self._chips:
            self._group.addButton(chip)
            chip.clicked.connect(self._ask)
        self._chips[0].setChecked(True)
        named = column(label_of(meta(self.whose.accessibleName()), self.whose), self.whose, gap=theme.TIGHT)
        return [holding(column(named, flow(*self._chips, gap=6), gap=theme.SMALL)), holding(self._laid)]

    def _build_foot(self) -> QWidget:
        turn = pressed(Quiet(say("Show them their record")), self._turn_round)
        keep = pressed(Quiet(say("Save as PDF")), lambda: self._onto(save_as_pdf))
        onto = pressed(Primary(say("Print"), icon="print", hint="Ctrl ↵"), self._print)
        return Foot(onto, others=[pressed(Quiet(say("Close")), self.reject), keep, turn])

    def _days(self) -> Days:
        chosen = next(number for number, chip in enumerate(self._chips) if chip.isChecked())
        return DAYS[chosen][1](clock.today())

    def _choose(self) -> None:
        """Once somebody else is named; while one types, what is shown stays."""
        if (who := str(self.whose.value() or "")) and who != self._person:
            self._person = who
            self._ask()

    def _ask(self) -> None:
        about = self._person, self._days()
        self._hands.lane.ask(lambda book: own_year(book, *about), then=partial(self._show, about), owner=self)

    def _show(self, about: tuple[str, Days], told: Year) -> None:
        if about != (self._person, self._days()):
            return  # somebody else was chosen while this was asked
        clear(self._laid)
        self._laid.addWidget(holding(column(card_title(called(told)), meta(_between(told.days)), gap=1)))
        for section in sections(told):
            for part in (Hairline(), heading(section.title), *map(_line, section.lines)):
                self._laid.addWidget(part)
        grown = (figure(number, words) for number, words in side_by_side(told.learning))
        for part in (Hairline(), heading(say(SIDE_BY_SIDE)), holding(flow(*grown, gap=theme.WIDE))):
            self._laid.addWidget(part)
        self._hands.looked(What.OPENED, {self._person})

    def _printed(self) -> Printed[Document]:
        person, days = self._person, self._days()
        asked = partial(_document, person=person, days=days)
        return Printed(say("Record of a year"), asked, document_paper.paint, person)

    def _onto(self, goes: Callable[[QWidget, Hands, Printed[Document]], None]) -> None:
        goes(self._page, self._hands, self._printed())

    def _print(self) -> None:
        self._onto(print_out)

    def _turn_round(self) -> None:
        person, days, hands, page = self._person, self._days(), self._hands, self._page
        head = (say("Your year, {name}", name=self.whose.text()), say("What was kept of it here. It is yours."))
        self.accept()
        show_turned(page, hands, head, partial(_written, person=person, days=days), whose=person)
        hands.looked(What.TURNED, {person})


def _between(days: Days) -> str:
    return say("{first} to {last}", first=full_day(days.first), last=full_day(days.last))


def _document(book: Book, person: str, days: Days) -> Document:
    return as_document(own_year(book, person, days))


def _line(line: Line) -> QWidget:
    if not line.label:
        return body(line.words, wrap=True)
    day = meta(line.label)
    day.setFixedWidth(theme.px(DAY))
    return beside(body(line.words, wrap=True), first=[day], gap=theme.SMALL)


def _written(book: Book, person: str, days: Days) -> tuple[Written, ...]:
    """The same for the eyes of whoever it is about, part by part."""
    told = _document(book, person, days)
    return tuple(
        Written(None, each.title, tuple((line.label, line.words) for line in each.lines)) for each in told.sections
    )
