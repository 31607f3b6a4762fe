"""Caregivers: who they are, when each was last heard, and one timeline of everything about the one who is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.caregivers import PAGE, Caregivers, Person, caregivers, person
from caregiver_desk.desk.answers.people.known import Known, known_about
from caregiver_desk.desk.answers.telling import GROUPS, Told, joined, kinds_on_timeline
from caregiver_desk.desk.cards.people.ways import ways_at_times, ways_often
from caregiver_desk.desk.cards.people.work import WorkCard
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Chip, Plain, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.found_list import FoundList
from caregiver_desk.desk.parts.heard import one_of_a_few
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, column, holding
from caregiver_desk.desk.parts.lists import FacePainter
from caregiver_desk.desk.parts.marks import Avatar
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.timeline import Timeline
from caregiver_desk.desk.parts.words import card_title, meta
from caregiver_desk.desk.sheets.growth.own_year import show_own_year
from caregiver_desk.desk.sheets.opening import open_entry, show_agreement, show_details
from caregiver_desk.desk.sheets.people.moving import MovingSheet
from caregiver_desk.desk.sheets.people.pack import show_pack
from caregiver_desk.desk.sheets.people.turned_round import turn_round
from caregiver_desk.desk.sheets.room import CAREGIVERS, Room, adding, bringing
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.supervision.together import show_together
from caregiver_desk.desk.sheets.visits.load import load_button
from caregiver_desk.desk.sheets.visits.lone import show_lone_plan
from caregiver_desk.desk.sheets.visits.number_list import NumberSheet
from caregiver_desk.desk.sheets.wellbeing.event import show_event
from caregiver_desk.desk.sheets.wellbeing.need import show_need
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, full_day, later, say


class PeoplePage(Page):
    subject, label, icon = "people", later("Caregivers"), "people"
    kinds = kinds_on_timeline("person") | {"site_norm", "closure"}  # by which is counted who is late

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._gone = False  # whether those who left are shown
        self._chosen: Person | None = None
        self._told: tuple[Told, ...] = ()
        self._filter, self._work = "", WorkCard()
        self.found, self._timeline_card, self._side = (
            self._build_list(),
            self._build_timeline(),
            self._build_side(),
        )
        self._middle = holding(column(self._build_face(), self._timeline_card, gap=theme.GAP + 2))
        columns = Columns((self.found, 310, 0), (self._middle, 420, 1), (self._side, 270, 0))
        words = say("Add a caregiver. Then all that you do together shows here, on one timeline.")
        self._room = Room(self, columns, say("The people you support"), words)
        self._adding, self._load = adding(self, CAREGIVERS, Quiet), load_button(self, hands)
        self.setLayout(column(self._room))

    def _build_list(self) -> FoundList:
        says = Heading(say("Caregiver"), lambda person: joined(person.name, person.heard))
        self._who_left = pressed(Plain(""), self._turn_to_gone)
        below = holding(column(self._who_left, bringing(self, CAREGIVERS, Small), gap=theme.SMALL))
        shown = FoundList(say("Filter caregivers"), says, FacePainter(), say("Caregivers"), below)
        shown.typed.connect(self._ask_again)
        shown.wants_more.connect(self._ask_more)
        shown.chosen.connect(self._choose)
        shown.left.connect(self._choose_nobody)
        return shown

    def _build_timeline(self) -> QWidget:
        self._chips = [Chip(say("Everything"))] + [Chip(say(words)) for words, _ in GROUPS.values()]
        self._group = QButtonGroup(self)
        one_of_a_few(*self._chips)
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
        often = ways_often(
            (say("Record a visit"), "visits", lambda: self._go("visits")),
            (say("What weighs on them"), "wellbeing", lambda: self._go("wellbeing", form="stressor")),
            (say("Offer support"), "wellbeing", lambda: self._go("wellbeing", form="follow_up")),
            (say("Hard event"), "alert", partial(self._over, show_event)),
        )
        at_times = ways_at_times(
            (say("They asked to bring"), self._ask_to_bring),
            (say("Visit together"), partial(self._over, show_together)),
            (say("Agreement"), partial(self._over, show_agreement)),
            (say("Support now?"), self._think),
            (say("Plan a round alone"), partial(self._over, show_lone_plan)),
            (say("List of numbers"), self._show_numbers),
            (say("Show them their record"), self._turn_round),
            (say("Their year"), partial(self._over, show_own_year)),
            (say("Growth and learning"), lambda: self._go("growth")),
            (say("A copy for them"), partial(self._over, show_pack)),
            (say("Moves or leaves"), self._move),
            (say("Their details"), partial(self._over, show_details)),
        )
        inside = holding(column(self._work, Card(often, at_times, gap=theme.GAP), 1))
        return Scroll(inside, beside=theme.SMALL, firm=True)

    def _build_face(self) -> QWidget:
        self._face, self._name, self._since = Avatar(), card_title(), meta(wrap=True)
        self._name.setWordWrap(True)
        self._start = pressed(Primary(say("Start check-in"), icon="supervision"), lambda: self._go("supervision"))
        return Card(
            beside(
                column(self._name, self._since, gap=0),
                self._start,
                first=[self._face],
                gap=theme.GAP,
            )
        )

    def header_buttons(self) -> list[QWidget]:
        return [self._load, self._adding]

    def question(self) -> Callable[[Book], Any]:
        return partial(caregivers, typed=self.found.words, gone=self._gone, many=self.found.as_many(PAGE))

    def answer(self, found: Caregivers) -> None:
        begun = bool(found.total or found.left)
        line = count("{number} caregiver", "{number} caregivers", found.total) if begun else ""
        self.headed.emit(say("Caregivers"), line)
        self._room.begin(begun=begun)
        self.serve(begun=begun)
        self._show_page(found)

    def _ask_again(self) -> None:
        """What is typed is looked for in the store; of several answers on their way the last one counts."""
        self.hands.lane.ask(self.question(), then=self._show_page, owner=self)

    def _ask_more(self, after: Leaf) -> None:
        more = partial(caregivers, after=after, gone=self._gone)
        self.hands.lane.ask(more, then=partial(self._add_page, after), owner=self)

    def _add_page(self, after: Leaf, found: Caregivers) -> None:
        self.found.add_rows(after, found.rows, found.last)

    def _turn_to_gone(self) -> None:
        self._gone = not self._gone
        self._ask_again()

    def _show_page(self, found: Caregivers) -> None:
        """Whoever is wanted is told of, also where she stands on a later page or has left."""
        self._who_left.setVisible(bool(found.left))
        self._who_left.setText(
            say("Back to who is here") if self._gone else say("Who left ({number})", number=found.left)
        )
        self._who_left.setAccessibleName(self._who_left.text())
        if not self.found.show_rows(found.rows, found.last, typed=found.typed):
            wanted = self.found.wanted
            self.hands.lane.ask(partial(person, caregiver=wanted), then=partial(self._choose_known, wanted), owner=self)

    def _choose_known(self, wanted: str, told: Person | None) -> None:
        """Nothing, where somebody else was chosen while this was asked."""
        if wanted != self.found.wanted:
            return
        if told:
            self._choose(told)
        else:
            self.found.choose_first()

    def filter_list(self) -> None:
        self.found.begin_filter()

    def place(self) -> dict[str, str]:
        return {"caregiver": self.found.wanted, "group": self._filter, "typed": self.found.words}

    def arrive(self, facts: dict[str, Any]) -> None:
        self.found.want(str(facts.get("caregiver", self.found.wanted)), str(facts.get("typed", "")))
        if facts.get("group") in GROUPS:
            self._filter = facts["group"]
            self._chips[[*GROUPS].index(self._filter) + 1].setChecked(True)
        self._start.setFocus()
        self._stale = True

    def _choose_nobody(self) -> None:
        self._chosen = None
        self._show_side(shown=False)

    def _show_side(self, *, shown: bool) -> None:
        for part in (self._middle, self._side):
            part.setVisible(shown)

    def seen(self) -> None:
        """Whoever comes here may not be alone: a phone is shown on asking."""
        self._work.cover()
        super().seen()

    def _choose(self, told: Person) -> None:
        another = self._chosen is None or self._chosen.id != told.id
        self._chosen = told
        self._show_side(shown=True)
        self._face.show_name(told.name)
        self._name.setText(told.name)
        self._since.setText(_since(told))
        self._work.show_next(told.next_due, another=another)
        self.hands.lane.ask(
            lambda book: known_about(book, told.id), then=partial(self._show_known, told.id), owner=self
        )
        self.hands.looked(What.OPENED, {told.id})
        self.moved.emit()

    def _show_known(self, caregiver: str, known: Known) -> None:
        if self._chosen is None or caregiver != self._chosen.id:
            return  # somebody else was chosen while this was asked
        self._told = known.entries
        self._work.show_known(known)
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

    def _ask_to_bring(self) -> None:
        if self._chosen:
            self.hands.dialogs.show(act_sheet(self, self.hands, "ask_to_bring", {"caregiver": self._chosen.id}))

    def _over(self, shows: Callable[[QWidget, Hands, str], object]) -> None:
        """A sheet about whoever is chosen."""
        if self._chosen:
            shows(self, self.hands, self._chosen.id)

    def _think(self) -> None:
        if self._chosen:
            show_need(self, self.hands, self._chosen.id, self.goes.emit)

    def _show_numbers(self) -> None:
        if self._chosen:
            self.hands.dialogs.show(NumberSheet(self, self.hands, self._chosen.id))

    def _move(self) -> None:
        if self._chosen:
            self.hands.dialogs.show(MovingSheet(self, self.hands, self._chosen.id, self._chosen.name))

    def _turn_round(self) -> None:
        if self._chosen:
            turn_round(self, self.hands, self._chosen.id, self._chosen.name)

    def _open(self, told: Told) -> None:
        """Show an entry in its form, where it may be changed."""
        if self._chosen:
            open_entry(self, self.hands, told.kind, told.record, self._chosen.id)


def _since(told: Person) -> str:
    return say("since {day}", day=full_day(told.since)) if told.since else say("caregiver")
