"""Growth: what a site keeps of how people grow, shelf by shelf. Visited monthly, and as calm as that.

Decision. What stands here is said in files: which kinds stand on which shelf (`resources/practice/shelves.toml`), how
an entry is asked for (its declaration), what begins one (its acts). A sheet that was built for a shelf stands in
`sheets/growth/ways.py`. So a new simple kind needs nothing on this page.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import ACTS, named
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.answers.growth.shelves import Entry, Growth, Last, Shown, Standing, growth, more
from caregiver_desk.desk.cards.growth.entries import Does, EntriesCard
from caregiver_desk.desk.cards.growth.shelves import ShelvesCard
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.layout import Columns, clear, column, holding
from caregiver_desk.desk.sheets.growth.ways import WAYS
from caregiver_desk.desk.sheets.offering import Elsewhere
from caregiver_desk.desk.sheets.opening import open_entry
from caregiver_desk.desk.sheets.room import CAREGIVERS
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.ways import asking
from caregiver_desk.practice.growth.shelves import every_shelf
from caregiver_desk.records.growth.roads import SITE_ROAD
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

KINDS_HERE = frozenset(kind for shelf in every_shelf() for kind in shelf.kinds)
Found = tuple[Growth, Choices | None]


class GrowthPage(Page):
    subject, label, icon = "growth", later("Growth"), "growth"
    kinds = KINDS_HERE | {SITE_ROAD.name, "person", "team"}

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._shelf = ""
        self._told: tuple[Standing, ...] = ()
        self._role, self._begun = "", True
        self._people = Elsewhere(self, hands.lane, "person")
        self.shelves, self._choosing = ShelvesCard(), column(gap=0)
        self._beside = holding(self._choosing)
        self._beside.hide()
        self.entries = EntriesCard(self._beside)
        self.shelves.chosen.connect(self._turn_to)
        self.entries.asks.connect(self._ask_again)
        self.entries.wants_more.connect(self._ask_more)
        self.entries.opened.connect(self._open)
        columns = Columns((self.shelves, 264, 0), (self.entries, 460, 1))
        columns.folded.connect(self._fold)
        self.setLayout(column(columns))

    def _fold(self, folded: bool) -> None:
        """In a narrow window the shelves are a list that opens, so that the entries stand in sight."""
        self.shelves.setVisible(not folded)
        self._beside.setVisible(folded)
        self.entries.name_itself(names=not folded)

    def question(self) -> Callable[[Book], Found]:
        asked = self.entries.asked(self._shelf)
        return lambda book: (growth(book, asked), choices(book, "person"))

    def answer(self, found: Found) -> None:
        told, people = found
        self.headed.emit(say("Growth"), self._line(told))
        self.entries.offer_people(people, self._people)
        self._told, self._role, self._begun = told.shelves, told.role, told.begun
        if told.shown:
            self._show(told.shown)

    def _line(self, told: Growth) -> str:
        going = sum(each.going or 0 for each in told.shelves)
        return count("{number} under way", "{number} under way", going) if going else ""

    def _show(self, shown: Shown) -> None:
        self._shelf = shown.shelf.name
        self.shelves.show_shelves(self._told, self._shelf)
        self._show_chooser()
        going = next((each.going for each in self._told if each.shelf.name == self._shelf), None)
        self.entries.go_on_show(goes=going is not None)
        self.entries.show_shelf(shown, self._begins(shown), self._further())
        self.hands.looked(What.LISTED, shown.about)

    def _show_chooser(self) -> None:
        clear(self._choosing)
        options = {each.shelf.name: say(each.shelf.label) for each in self._told}
        chooser = Chooser(options, self._shelf, name=say("Shelf"))
        chooser.chosen.connect(self._turn_to)
        self._choosing.addWidget(chooser)

    def _begins(self, shown: Shown) -> list[tuple[str, Does]]:
        """What is not for whoever sits here is not offered: it would be refused once it is filled in."""
        acts = [ACTS[name] for name in shown.shelf.begins if name in ACTS and ACTS[name].role in {"", self._role}]
        ways: list[tuple[str, Does]] = [(say(each.label), partial(self._begin, each.name)) for each in acts]
        return ways if self._begun or shown.shelf.own else [*self._first_of_all(), *ways]

    def _first_of_all(self) -> list[tuple[str, Does]]:
        """Before anybody grows, somebody has to be here."""
        adds = ACTS[CAREGIVERS.act]
        return [(say(CAREGIVERS.label), partial(self._begin, adds.name))] if adds.role in {"", self._role} else []

    def _further(self) -> list[tuple[str, Does]]:
        return [(say(each.label), partial(self._go, each.shows)) for each in WAYS.get(self._shelf, ())]

    def _go(self, shows: Callable[[QWidget, Hands, str], object]) -> None:
        shows(self, self.hands, self._person())

    def _person(self) -> str:
        return str(self.entries.whose.value() or "")

    def _begin(self, name: str) -> None:
        """Something new, about whoever is chosen, and today if nothing else is known."""
        asked, act = asking(named(name)), named(name)
        if asked is None:  # it asks nothing, and is done
            self.hands.lane.do(act, owner=self)
            return
        kind, fields = asked.kind, asked.fields
        given: dict[str, Any] = {}
        if self._person() and kind.about in fields:
            given[kind.about] = self._person()
        if kind.when in fields and kind.fields[kind.when].shown.past and (today := sure_today()):
            given[kind.when] = today
        self.hands.dialogs.show(act_sheet(self, self.hands, name, given))

    def _turn_to(self, shelf: str) -> None:
        self._shelf = shelf
        self.entries.turn_to()
        self.ask()

    def _ask_again(self) -> None:
        self.hands.lane.ask(self.question(), then=self.answer, owner=self)

    def _ask_more(self, after: Last) -> None:
        asked = self.entries.asked(self._shelf)
        self.hands.lane.ask(partial(more, asked=asked, after=after), then=partial(self._add, after), owner=self)

    def _add(self, after: Last, found: Shown | None) -> None:
        self.entries.add_rows(after, found)
        if found:
            self.hands.looked(What.LISTED, found.about)

    def _open(self, entry: Entry) -> None:
        open_entry(self, self.hands, entry.kind, entry.id, "")

    def place(self) -> dict[str, str]:
        return {"shelf": self._shelf, "caregiver": self._person()}

    def arrive(self, facts: dict[str, Any]) -> None:
        """About somebody, or at a shelf."""
        if facts.get("shelf"):
            self._shelf = str(facts["shelf"])
            self.entries.turn_to()
        if "caregiver" in facts:
            self.entries.want(str(facts["caregiver"]))
        self._stale = True
        self.entries.begin_filter()

    def filter_list(self) -> None:
        self.entries.begin_filter()
