"""Team: when each group meets again, what was decided and is open, and what is expected of everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.supervision.team import (
    Decision,
    Expected,
    Group,
    OfTeam,
    TeamLife,
    sessions_due,
    since,
    team_life,
)
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Plain, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Columns, bring_in_sight, clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.desk.sheets.supervision.members import show_members
from caregiver_desk.desk.sheets.supervision.session import show_session
from caregiver_desk.records.supervision.groups import EXPECTATIONS
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

GROUPS = ("relate", "complete")


class TeamPage(Page):
    subject, label, icon = "team", later("Team"), "team"
    kinds = frozenset(
        {"circle", "circle_member", "circle_session", "circle_decision", "expectations", "team", "person", "engagement"}
    )

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._told = TeamLife((), (), (), (), untold=False)
        self._wants_session = self._wants_keys = self._asking = False
        self._records: dict[str, SmallPrimary | Small] = {}
        nothing = say(
            "None yet. Team meetings and peer groups are kept here. "
            "So are action learning sets: a few people who help each other with a hard question."
        )
        self._groups = Shelf(say("Groups"), nothing)
        self._ended = Shelf(say("Groups that have ended"))
        self._ended_card = Card(heading(say("Groups that have ended")), self._ended, gap=theme.GAP)
        self._ended.show_few(3)
        self._decisions = Shelf(say("Decided, and still open"), say("Nothing is open."))
        self._expected = column(gap=theme.GAP)
        self._start = pressed(SmallPrimary(say("Start a group"), icon="plus"), self._start_group)
        shared = pressed(Small(say("Start a shared set"), icon="plus"), self._start_shared)
        left = holding(
            column(
                Card(beside(card_title(say("Groups")), self._start, shared), self._groups, gap=theme.GAP),
                Card(card_title(say("Decided, and still open")), self._decisions, gap=theme.GAP),
                self._ended_card,
                1,
            )
        )
        expected = Card(card_title(say("What is expected of everybody here")), self._expected, gap=theme.GAP)
        self.setLayout(column(Columns((left, 470, 6), (holding(column(expected, 1)), 400, 5))))

    def question(self) -> Callable[[Book], Any]:
        return team_life

    def ask(self) -> None:
        self._asking = True
        super().ask()

    @classmethod
    def waiting(cls) -> Callable[[Book], int]:
        return sessions_due

    def answer(self, found: TeamLife) -> None:
        today, self._told = clock.today(), found
        self._records.clear()
        self._start.step_back(back=bool(found.groups))
        self._groups.show_rows([partial(self._group, each, first=not place) for place, each in enumerate(found.groups)])
        self._ended.show_rows([partial(self._ended_group, each) for each in found.ended])
        self._ended_card.setVisible(bool(found.ended))
        self._decisions.show_rows([partial(self._decision, each) for each in found.decisions])
        self._show_expected()
        waits = sum(each.due is not None and each.due <= today for each in found.groups)
        self.counted.emit(waits)
        line = count("{number} group is to meet", "{number} groups are to meet", waits) if waits else ""
        self.headed.emit(say("Team"), line)
        if self._wants_session:
            self._begin_session()
        self._asking = False
        if self._wants_keys:
            self._give_keys()

    def _group(self, each: Group, *, first: bool) -> QWidget:
        """The one that is to meet next comes first."""
        about = meta(each.about, wrap=True)
        words = column(body(each.name, weight=theme.MEDIUM, wrap=True), *([about] if each.about else []), gap=1)
        record = pressed((SmallPrimary if first else Small)(say("Record")), partial(self._record, each.id))
        record.setAccessibleName(say("Record a meeting: {name}", name=each.name))
        self._records[each.id] = record
        return holding(column(beside(words, *_when(each.due), record), flow(*self._ways(each), gap=theme.TIGHT), gap=2))

    def _ways(self, each: Group) -> list[QWidget]:
        """What is seldom needed, in quiet words below: the last session, who belongs, the group itself."""
        ways = []
        if each.last:
            last = pressed(
                Plain(say("Last: {when}", when=each.last_told)), partial(self._open, "circle_session", each.last)
            )
            last.setAccessibleName(say("Last session of {name}: {when}", name=each.name, when=each.last_told))
            ways.append(last)
        if each.names:
            who = pressed(Plain(say("Who belongs")), partial(show_members, self, self.hands, each.id))
            who.setAccessibleName(say("Who belongs: {name}", name=each.name))
            ways.append(who)
        change = pressed(Plain(say("Change")), partial(self._open, "circle", each.id))
        change.setAccessibleName(say("Change: {name}", name=each.name))
        return [*ways, change]

    def _ended_group(self, each: Group) -> QWidget:
        look = pressed(Small(say("Open")), partial(self._open, "circle", each.id))
        look.setAccessibleName(say("Open: {name}", name=each.name))
        last = [meta(each.last_told, wrap=True)] if each.last_told else []
        return beside(column(body(each.name, wrap=True), *last, gap=1), look)

    def _decision(self, each: Decision) -> QWidget:
        done = pressed(Small(say("Done")), partial(self._done, each.id))
        done.setAccessibleName(say("Done: {what}", what=each.what))
        look = pressed(Plain(say("Change")), partial(self._open, "circle_decision", each.id))
        look.setAccessibleName(say("Change: {name}", name=each.what))
        words = column(body(each.what, wrap=True), meta(each.who, wrap=True), gap=1)
        return beside(words, *_when(each.due), look, done)

    def _show_expected(self) -> None:
        clear(self._expected)
        several = len(self._told.expected) > 1
        if not all(each.now for each in self._told.expected):
            nobody = say("Nobody has written it down yet, so everybody guesses.")
            stays = say("What a team writes stays with it. What you write here goes to it.")
            self._expected.addWidget(meta(stays if self._told.untold else nobody, wrap=True))
        for each in self._told.expected:
            self._expected.addWidget(self._of_team(each, several=several))

    def _of_team(self, each: OfTeam, *, several: bool) -> QWidget:
        """How we relate comes before what we complete; what held before is shown on asking."""
        name = [body(each.name, weight=theme.MEDIUM, wrap=True)] if several else []
        words = say("Write a new version") if each.now else say("Write what is expected")
        write = pressed(Small(words), partial(self._write, each))
        write.setAccessibleName(say("{what}: {name}", what=words, name=each.name))
        if not each.now and not each.others:
            return beside(name[0], write) if name else holding(flow(write))
        now = [_version(each.now)] if each.now else []
        earlier = [_version(version) for version in each.others]
        ways = [write]
        shelf = holding(column(*earlier, gap=theme.GAP))
        shelf.hide()
        if earlier:
            words = count("Show another version", "Show {number} other versions", len(earlier))
            ways.append(pressed(Small(words), lambda: shelf.setVisible(shelf.isHidden())))
        return holding(column(*name, *now, holding(flow(*ways)), shelf, gap=theme.SMALL))

    def _write(self, each: OfTeam) -> None:
        """From what holds now: mostly one line changes."""
        known = {"team": each.team, "day": clock.today()}
        now = {name: "\n".join(getattr(each.now, name)) for name in GROUPS} if each.now else {}
        self.hands.dialogs.show(act_sheet(self, self.hands, "record_expectations", known, begun=now))

    def _start_group(self) -> None:
        self.hands.dialogs.show(act_sheet(self, self.hands, "record_circle", {"since": clock.today()}))

    def _start_shared(self) -> None:
        self.hands.dialogs.show(act_sheet(self, self.hands, "begin_shared_set", {"since": clock.today()}))

    def _open(self, kind: str, record: str) -> None:
        open_record(self, self.hands, kind, record)

    def _record(self, circle: str) -> None:
        show_session(self, self.hands, circle)

    def _done(self, decision: str) -> None:
        change = named("change_circle_decision")
        self.hands.lane.do(lambda book: change(book, id=decision, fields={"state": "done"}), owner=self)

    def arrive(self, facts: dict[str, Any]) -> None:
        """Whoever comes to record a meeting: of the one group there is, or of the one whose button has the keys."""
        self._wants_session = "form" in facts
        self.ask()

    def _begin_session(self) -> None:
        self._wants_session = False
        if not self._told.groups:
            self._start_group()
        elif len(self._told.groups) == 1:
            self._record(self._told.groups[0].id)
        else:
            bring_in_sight(self._records[self._told.groups[0].id])

    def take_keys(self) -> None:
        self._wants_keys = self._asking
        if not self._asking:
            self._give_keys()

    def _give_keys(self) -> None:
        """To the group that is to meet next."""
        self._wants_keys = False
        first = self._records.get(self._told.groups[0].id) if self._told.groups else None
        (first or self._start).setFocus()


def _when(day: date | None) -> list[Tag]:
    today = clock.today()
    return [Tag(due(day, today), "amber" if day <= today else "plain")] if day else []


def _version(told: Expected) -> QWidget:
    """Its two groups below each other, a line each."""
    groups = []
    for name in GROUPS:
        lines = [beside(body(line, wrap=True), first=[body("·")]) for line in getattr(told, name)]
        groups.append(column(heading(say(EXPECTATIONS.fields[name].label)), *lines, gap=theme.TIGHT))
    return holding(column(meta(since(told), wrap=True), *groups, gap=theme.GAP))
