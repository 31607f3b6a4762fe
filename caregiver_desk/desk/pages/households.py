"""Households: whose list each is on and how it stands; and of the one that is chosen, everything that is known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.homes import ABOUT_HOMES, PAGE, Home, Homes, Known, homes, known
from caregiver_desk.desk.cards.visits.homes import TOLD, home_card, part_card, people_card, unveiled, veil_of
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Pressable, Quiet, Small
from caregiver_desk.desk.parts.found_list import FoundList
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Columns, clear, column, holding
from caregiver_desk.desk.parts.lists import LinesPainter
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.sheets.room import HOMES, Room, adding, bringing
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.desk.sheets.visits.load import load_button
from caregiver_desk.store import looks
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, later, say

LEFT, RIGHT = ("consent", "member", "assignment"), ("visit", "referral")
BEGINS = {
    "member": "record_member",
    "consent": "record_consent",
    "assignment": "assign_household",
    "referral": "record_referral",
}
DATED = {"consent": "day", "assignment": "since", "referral": "day"}


class HouseholdsPage(Page):
    subject, label, icon = "households", later("Households"), "home"
    kinds = ABOUT_HOMES

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shelves = {kind: Shelf(say(title)) for kind, (title, *_) in TOLD.items()}
        self._head, self._parts, self._more = column(), column(), column()
        middle = holding(column(self._head, self._parts, 1))
        right = holding(column(self._more, 1))
        self.found = self._build_list()
        columns = Columns((self.found, 270, 0), (middle, 380, 1), (right, 320, 1))
        words = say("See each home here: who lives there, who visits, and what they told you.")
        self._room = Room(self, columns, say("The homes you visit"), words, HOMES)
        self._adding, self._load = adding(self, HOMES, Quiet), load_button(self, hands)
        self._told: Known | None = None
        self._unveiled: set[str] = set()  # the kinds of which the words were asked for, of the home that is told of
        self.setLayout(column(self._room))

    def _build_list(self) -> FoundList:
        says = Heading(say("Household"), lambda home: joined(home.name, home.quiet))
        below = bringing(self, HOMES, Small)
        shown = FoundList(say("Filter households"), says, LinesPainter(_brief), say("Households"), below)
        shown.typed.connect(self._ask_again)
        shown.wants_more.connect(self._ask_more)
        shown.chosen.connect(lambda home: self._ask_about(home.id))
        shown.left.connect(partial(self._show, None))
        return shown

    def header_buttons(self) -> list[QWidget]:
        return [self._load, self._adding]

    def question(self) -> Callable[[Book], Any]:
        return partial(homes, typed=self.found.words, many=self.found.as_many(PAGE))

    def answer(self, found: Homes) -> None:
        line = count("{number} household", "{number} households", found.total) if found.total else ""
        self.headed.emit(say("Households"), line)
        self._room.begin(begun=bool(found.total))
        self.serve(begun=bool(found.total))
        self._show_page(found)

    def _ask_again(self) -> None:
        """What is typed is looked for in the store; of several answers on their way the last one counts."""
        self.hands.lane.ask(self.question(), then=self._show_page, owner=self)

    def _ask_more(self, after: Leaf) -> None:
        more = partial(homes, after=after)
        self.hands.lane.ask(more, then=partial(self._add_page, after), owner=self)

    def _add_page(self, after: Leaf, found: Homes) -> None:
        self.found.add_rows(after, found.rows, found.last)

    def filter_list(self) -> None:
        self.found.begin_filter()

    def place(self) -> dict[str, str]:
        return {"household": self.found.wanted, "typed": self.found.words}

    def arrive(self, facts: dict[str, Any]) -> None:
        self.found.want(str(facts.get("household", self.found.wanted)), str(facts.get("typed", "")))
        self._stale = True

    def _show_page(self, found: Homes) -> None:
        """The home that is wanted is told of, also where it stands on a later page."""
        if not self.found.show_rows(found.rows, found.last, typed=found.typed):
            self._ask_about(self.found.wanted)

    def _ask_about(self, home: str) -> None:
        self.hands.lane.ask(lambda book: known(book, home), then=partial(self._show_known, home), owner=self)

    def _show_known(self, home: str, told: Known | None) -> None:
        """One that was taken out is not wanted any more."""
        if told is None and self.found.wanted == home:
            self.found.choose_first()
        else:
            self._show(told)
            if told:
                self.hands.looked(What.OPENED, {home})
                self.hands.looked(What.LISTED, looks.whom((*told.visitors, *told.visits)))

    def _show(self, told: Known | None) -> None:
        if told is None or self._told is None or told.home.id != self._told.home.id:
            self._begin_anew()
        self._told = told
        for shelf in self._shelves.values():
            shelf.setParent(None)
        for place in (self._head, self._parts, self._more):
            clear(place)
        if told is None:
            return
        self._head.addWidget(home_card(told, self))
        for place, kinds in ((self._parts, LEFT), (self._more, RIGHT)):
            for kind in kinds:
                whole = kind in self._unveiled
                veiled = kind == "member" and bool(told.members) and not whole
                shown = partial(part_card, kind, told, self, self._shelves[kind], whole=whole)
                place.addWidget(people_card(len(told.members), self) if veiled else shown())

    def _begin_anew(self) -> None:
        """Of another home nothing was asked for yet: neither its words, nor the whole of a shelf."""
        self._unveiled.clear()
        for shelf in self._shelves.values():
            shelf.fold()

    def seen(self) -> None:
        self._unveiled.clear()
        self._show(self._told)
        super().seen()

    # -- what the cards ask

    def turn_veil(self, kind: str) -> None:
        """Who lives in this home, or what was written at its visits: shown until it is hidden, or she goes elsewhere.

        Whoever made the visits can read that it was read.
        """
        if self._told is None:
            return
        self._unveiled ^= {kind}
        self._show(self._told)
        if way := self.findChild(Pressable, veil_of(kind)):
            way.setFocus()
        if kind not in self._unveiled:
            return
        tell(self, unveiled(kind, self._told))
        if kind == "visit":
            self.hands.looked(What.OPENED, looks.whom(self._told.visits))

    def begin(self, kind: str) -> None:
        if self._told is None:
            return
        household = self._told.home.id
        if kind == "visit":
            self.goes.emit("visits", {"household": household})
            return
        given = {"household": household, **({DATED[kind]: clock.today()} if kind in DATED else {})}
        self.hands.dialogs.show(act_sheet(self, self.hands, BEGINS[kind], given))

    def look(self, leaf: Leaf) -> None:
        open_record(self, self.hands, leaf.kind, leaf.id)


def _brief(home: Home) -> tuple[str, str, str]:
    """A home: how it is called, and one quiet line."""
    return home.name, home.quiet, "amber" if home.mark else "ink-soft"
