"""Visits: record one, and see the last ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import CAREGIVERS, Choices, choices
from caregiver_desk.desk.answers.days import as_day, sure_today, told_day
from caregiver_desk.desk.answers.telling import referred
from caregiver_desk.desk.answers.visits.homes import ABOUT_HOMES
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, column, row
from caregiver_desk.desk.parts.tables import RECORD, Heading, RecordTable, Table
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.room import HOMES, Room, adding
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.sheets.visits.lone import note_incident
from caregiver_desk.errors import Problem
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.records.visits.visits import Outcome as VisitOutcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, later, say

PAGE = 100
FIELDS = (
    "caregiver",
    "household",
    "day",
    "minutes",
    "outcome",
    "purposes",
    "children_seen",
    "upset_afterwards",
    "note",
)
KEPT = ("caregiver", "day")


@dataclass(frozen=True)
class VisitRow:
    """One line of the table."""

    id: str
    day: str
    household: str
    caregiver: str
    outcome: str
    minutes: str
    key: tuple[str, str]


@dataclass(frozen=True)
class Visits:
    rows: tuple[VisitRow, ...]
    more: bool
    total: int
    caregivers: Choices | None
    households: Choices | None
    people: bool  # whether anybody is here who could visit


def visits(book: Book) -> Visits:
    rows, more = page_of(book, None)
    people, homes = choices(book, CAREGIVERS), choices(book, "household")
    return Visits(rows, more, questions.count(book, "visit"), people, homes, people is None or bool(people))


def page_of(book: Book, before: tuple[str, str] | None) -> tuple[tuple[VisitRow, ...], bool]:
    """One page of visits, newest first, and whether there are more."""
    leaves = questions.listing(book, "visit", limit=PAGE, before=before)
    homes = [str(each["household"]) for each in leaves]
    codes = {home: str(code) for home, code in questions.facts(book, "household", ["code"], {"id": homes}) if code}
    names = questions.names_of(book, referred(leaves)) | codes  # a code says enough in a table
    return tuple(_row(each, names) for each in leaves), len(leaves) == PAGE


def _row(leaf: Leaf, names: dict[str, str]) -> VisitRow:
    day = as_day(leaf["day"])
    said = {name: value(VISIT.fields[name], leaf[name], names) for name in ("household", "caregiver", "outcome")}
    length = str(leaf["minutes"] or "")
    return VisitRow(
        leaf.id, told_day(day, clock.today()) if day else "", **said, minutes=length, key=(leaf["day"], leaf.id)
    )


HEADINGS = (
    Heading(later("Day"), lambda each: each.day, quiet=True),
    Heading(later("Household"), lambda each: each.household),
    Heading(later("Caregiver"), lambda each: each.caregiver),
    Heading(later("What came of it"), lambda each: each.outcome, quiet=True, wide=True),
    Heading(later("Min"), lambda each: each.minutes, quiet=True, right=True),
)


class VisitsPage(Page):
    subject, label, icon = "visits", later("Visits"), "visits"
    kinds = frozenset({"visit", "person", "engagement"}) | ABOUT_HOMES

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.form = Form(VISIT, FIELDS)
        self.form.empty()
        self.drafts = [Draft(self, hands.drafts, self.subject, self.form, about="caregiver")]
        self._date()
        self._total = meta()
        form = self._build_form()
        columns = Columns((form, 460, 5), (self._build_table(), 420, 6))
        self.keep_in_sight(self._foot, form, columns)
        words = say("Add a caregiver and the homes they visit. Then write down each visit here.")
        self._room = Room(self, columns, say("The visits of your team"), words)
        self._home = adding(self, HOMES, Quiet)
        self.setLayout(column(self._room))

    def header_buttons(self) -> list[QWidget]:
        return [self._home]

    def _build_form(self) -> Card:
        save = pressed(Primary(say("Save visit"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, self.form)
        self._happened: dict[str, Any] = {}
        what = body(say("To leave was right. If something happened, write it down while it is fresh."), wrap=True)
        note = pressed(Small(say("Note what happened")), self._note_incident)
        self._unsafe = Card(beside(what, note), edge="amber")
        self._unsafe.hide()
        card = Card(
            card_title(say("Record a visit")),
            self._unsafe,
            Scroll(self.form, beside=theme.GAP),
            self._foot,
            gap=theme.GAP,
        )
        card.at_least(420)
        return card

    def _build_table(self) -> QWidget:
        headings = [Heading(say(each.title), each.says, each.quiet, each.wide, each.right) for each in HEADINGS]
        self.rows = RecordTable(headings)
        self.rows.wants_more.connect(self._ask_more)
        self.table = Table(self.rows, headings, say("Visits, newest first"))
        self.table.activated.connect(lambda row: open_record(self, self.hands, "visit", row.data(RECORD).id))
        self._none = meta(say("No visits yet. The ones you save stand here, newest first."), wrap=True)
        card = Card(row(heading(say("Last visits")), 1, self._total), self.table, self._none, gap=theme.SMALL)
        card.filled_by(self.table)
        card.at_least(300)
        return card

    def question(self) -> Callable[[Book], Any]:
        return visits

    def answer(self, found: Visits) -> None:
        self._date()
        offer(self.form, "caregiver", found.caregivers, self.hands.lane, CAREGIVERS)
        offer(self.form, "household", found.households, self.hands.lane, "household")
        self.rows.set_rows(found.rows, more=found.more)
        self.table.setVisible(bool(found.rows))
        self._none.setVisible(not found.rows)
        words = count("{number} visit", "{number} visits", found.total)
        self._total.setText(words if found.total else "")
        self._room.begin(begun=found.people)
        self.headed.emit(say("Visits"), say("One at a time, as you hear of them"))

    def _date(self) -> None:
        """An untouched form is about today, as soon as somebody knows what day that is."""
        if not self.drafts[0].begun and "day" not in self.form.values():
            self.form.put({"day": sure_today()})
            self.drafts[0].start()

    def _ask_more(self) -> None:
        before = self.rows.rows()[-1].key
        self.hands.lane.ask(
            lambda book: page_of(book, before), then=lambda page: self.rows.add_rows(page[0], more=page[1]), owner=self
        )

    def take_keys(self) -> None:
        self.form.go_on()

    def arrive(self, facts: dict[str, Any]) -> None:
        self.drafts[0].turn_to(str(facts.get("caregiver", "")))
        self.form.put({name: facts[name] for name in ("caregiver", "day", "household") if name in facts})
        self.form.go_on()

    def save(self) -> None:
        self._foot.complain("")
        if self.form.fits():
            values = self.form.values()
            act = named("record_visit")
            self.hands.lane.do(lambda book: act(book, **values), owner=self, then=self._saved, refused=self._refused)

    def _saved(self, _outcome: Outcome) -> None:
        told = self.form.values()
        self._unsafe.setVisible(told.get("outcome") == VisitOutcome.UNSAFE)
        self._happened = {name: told[name] for name in ("caregiver", "household", "day") if name in told}
        self.drafts[0].afresh(lambda: self.form.empty(keep=KEPT))
        self.form.rows["household"].editor.setFocus()

    def _note_incident(self) -> None:
        self._unsafe.hide()
        note_incident(self, self.hands, self._happened)

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
