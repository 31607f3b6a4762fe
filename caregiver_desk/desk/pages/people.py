"""Caregivers: who they are, when each was last heard, and one timeline of everything about the one who is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.people import vetted
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.talks import Talk, last_heard, talks
from caregiver_desk.desk.answers.telling import GROUPS, Told, joined, kinds_on_timeline, referred, tell
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.found_list import FoundList
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, column, holding
from caregiver_desk.desk.parts.lists import FacePainter
from caregiver_desk.desk.parts.marks import Avatar, Tag, figure_row
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.timeline import Timeline
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets.number_sheet import NumberSheet
from caregiver_desk.desk.sheets.room import CAREGIVERS, Room, adding, bringing
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.sheets.turned_round import turn_round
from caregiver_desk.practice.due import UNDER_WAY
from caregiver_desk.practice.vetting import Status
from caregiver_desk.records.supervision import PromiseState
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, fold, full_day, later, say

ALL = 2000  # people in one list


@dataclass(frozen=True)
class Person:
    """One line of the list."""

    id: str
    name: str
    heard: str
    next_due: date | None
    tone: str
    since: date | None


@dataclass(frozen=True)
class Known:
    """What the side card and the timeline say of one person."""

    entries: tuple[Told, ...]
    phone: str
    households: int
    visits: int
    open_promises: int
    open_support: int
    vetted: Status


def caregivers(book: Book) -> list[Person]:
    """The caregivers this book knows, by name."""
    today = clock.today()
    told = talks(book, today)
    names = questions.names_of(book, [each.caregiver for each in told])
    found = [(each.gone, _person(each, names, today)) for each in told]
    return [person for _, person in sorted(found, key=lambda each: (each[0], fold(each[1].name)))]


def _person(told: Talk, names: dict[str, str], today: date) -> Person:
    late = told.due is not None and told.due < today
    coming = say("due {when}", when=due(told.due, today)) if told.due else ""
    words = due(told.due, today) if late and told.due else joined(last_heard(told, today), coming)
    if told.gone:
        words = say("no longer here")
    name = names.get(told.caregiver, say("Name not sent here"))
    tone = "amber" if late else "ink-soft"
    return Person(told.caregiver, name, words, told.due, tone, as_day(told.engaged["since"]))


def known_about(book: Book, person: str) -> Known:
    entries = questions.timeline(book, person)
    names = questions.names_of(book, referred(entries) or [person])
    timeless = histories.timeless(book, [each.id for each in entries])
    assigned = questions.listing(book, "assignment", {"caregiver": person}, limit=ALL)
    somebody = questions.find_one(book, "person", person)
    return Known(
        tuple(tell(each, names, timeless) for each in entries),
        str(somebody["phone"] or "") if somebody else "",
        sum(each["until"] is None for each in assigned),
        questions.count(book, "visit", {"caregiver": person}),
        questions.count(book, "promise", {"caregiver": person, "state": PromiseState.OPEN}),
        sum(questions.count(book, "follow_up", {"caregiver": person, "state": state}) for state in UNDER_WAY),
        vetted(book, person, clock.today()),
    )


class PeoplePage(Page):
    subject, label, icon = "people", later("Caregivers"), "people"
    kinds = kinds_on_timeline("person")

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._people: list[Person] = []
        self._chosen: Person | None = None
        self._told: tuple[Told, ...] = ()
        self._filter = ""
        self.found, self._timeline_card, self._side = (
            self._build_list(),
            self._build_timeline(),
            self._build_side(),
        )
        columns = Columns((self.found, 250, 0), (self._timeline_card, 420, 1), (self._side, 270, 0))
        words = say("Add a caregiver, and everything you do together stands here on one timeline.")
        self._room = Room(self, columns, say("The people you support"), words)
        self._adding = adding(self, CAREGIVERS, Quiet)
        self.setLayout(column(self._room))

    def _build_list(self) -> FoundList:
        says = Heading(say("Caregiver"), lambda person: joined(person.name, person.heard))
        below = bringing(self, CAREGIVERS, Small)
        shown = FoundList(say("Filter caregivers"), says, FacePainter(), say("Caregivers"), below)
        shown.typed.connect(self._narrow)
        shown.chosen.connect(self._choose)
        return shown

    def _build_timeline(self) -> QWidget:
        self._chips = [Chip(say("Everything"))] + [Chip(say(words)) for words, _ in GROUPS.values()]
        self._group = QButtonGroup(self)
        for name, chip in zip(["", *GROUPS], self._chips, strict=True):
            self._group.addButton(chip)
            chip.clicked.connect(lambda _=False, name=name: self._show_only(name))
        self._chips[0].setChecked(True)
        self.timeline = Timeline()
        self.timeline.opened.connect(self._open)
        self._nothing = meta(wrap=True)
        card = Card(holding(flow(*self._chips, gap=6)), self.timeline, self._nothing, gap=theme.GAP)
        card.filled_by(self.timeline)
        card.at_least(300)
        return card

    def _build_side(self) -> QWidget:
        self._phone = body(wrap=True)
        acts = column(
            pressed(Quiet(say("Record a visit"), icon="visits"), lambda: self._go("visits")),
            pressed(
                Quiet(say("What weighs on them"), icon="wellbeing"), lambda: self._go("wellbeing", form="stressor")
            ),
            pressed(Quiet(say("Offer support"), icon="wellbeing"), lambda: self._go("wellbeing", form="follow_up")),
            pressed(Quiet(say("List of numbers"), icon="print"), self._show_numbers),
            pressed(Quiet(say("Turn round for them"), icon="eye"), self._turn_round),
            gap=theme.SMALL,
        )
        contact = Card(heading(say("Contact")), self._phone)
        return holding(column(self._build_face(), self._build_work(), Card(acts), contact, 1))

    def _build_face(self) -> QWidget:
        self._face, self._name, self._since = Avatar(), card_title(), meta()
        self._name.setWordWrap(True)
        head = beside(column(self._name, self._since, gap=0), first=[self._face], gap=theme.GAP)
        start = pressed(Primary(say("Start check-in"), icon="supervision"), lambda: self._go("supervision"))
        return Card(head, start, gap=theme.ROOM)

    def _build_work(self) -> QWidget:
        self._due, self._vetted = Tag(""), Tag("")
        self._households, self._visits = body(weight=theme.SEMIBOLD), body(weight=theme.SEMIBOLD)
        self._promises, self._support = body(weight=theme.SEMIBOLD), body(weight=theme.SEMIBOLD)
        return Card(
            heading(say("Work now")),
            figure_row(say("Households"), self._households),
            figure_row(say("Visits recorded"), self._visits),
            figure_row(say("Open promises"), self._promises),
            figure_row(say("Support under way"), self._support),
            figure_row(say("Vetting"), self._vetted),
            Hairline(),
            figure_row(say("Next check-in"), self._due),
        )

    def header_buttons(self) -> list[QWidget]:
        return [self._adding]

    def question(self) -> Callable[[Book], Any]:
        return caregivers

    def answer(self, found: Any) -> None:
        self._people = found
        line = count("{number} caregiver", "{number} caregivers", len(found)) if found else ""
        self.headed.emit(say("Caregivers"), line)
        self._room.begin(begun=bool(found))
        self._adding.setVisible(bool(found) and self.isVisible())
        self._narrow()

    def filter_list(self) -> None:
        self.found.begin_filter()

    def arrive(self, facts: dict[str, Any]) -> None:
        self.found.want(str(facts.get("caregiver", self.found.wanted)))
        self._stale = True

    def _narrow(self) -> None:
        typed = fold(self.found.words)
        self.found.show_rows([each for each in self._people if typed in fold(each.name)])

    def _choose(self, person: Person) -> None:
        self._chosen = person
        self._face.show_name(person.name)
        self._name.setText(person.name)
        self._since.setText(say("since {day}", day=full_day(person.since)) if person.since else say("caregiver"))
        today = clock.today()
        late = person.next_due is not None and person.next_due < today
        words = due(person.next_due, today) if person.next_due else say("not planned")
        self._due.say(words, "amber" if late else "plain")
        self.hands.lane.ask(lambda book: known_about(book, person.id), then=self._show_known, owner=self)

    def _show_known(self, known: Known) -> None:
        self._told = known.entries
        self._households.setText(str(known.households))
        self._visits.setText(str(known.visits))
        self._promises.setText(str(known.open_promises))
        self._support.setText(str(known.open_support))
        self._vetted.say(say(known.vetted), "plain" if known.vetted is Status.CURRENT else "amber")
        self._phone.setText(known.phone or say("No phone number kept"))
        self._show_only(self._filter)

    def _show_only(self, group: str) -> None:
        self._filter = group
        shown = [told for told in self._told if not group or told.group == group]
        self.timeline.rows.set_rows(shown)
        self.timeline.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing.setText(say("Nothing of this sort yet. What you record appears here."))

    def _go(self, subject: str, **facts: str) -> None:
        if self._chosen:
            self.goes.emit(subject, {"caregiver": self._chosen.id, **facts})

    def _show_numbers(self) -> None:
        if self._chosen:
            self.hands.dialogs.show(NumberSheet(self, self.hands, self._chosen.id))

    def _turn_round(self) -> None:
        if self._chosen:
            turn_round(self, self.hands, self._chosen.id, self._chosen.name)

    def _open(self, told: Told) -> None:
        """Show an entry in its form, where it may be changed."""
        open_record(self, self.hands, told.kind, told.record)
