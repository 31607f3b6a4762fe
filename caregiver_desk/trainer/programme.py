"""Lesedi Ridge Community Care: a fictional programme to rehearse with, told in acts.

Context. Nobody learns on real families. A trainer needs a team with a past: some who do well, some who struggle, a
loss, a long walk, promises kept and not yet kept. And the desk, its pictures and its figures need a book with something
in it.

Decision. Who there is and what happened stands in `resources/trainer`, as data, with days counted back from this week,
so that the last week is always this one. Here it is told through the acts that a person would use, and only into a book
that is marked as fictional. Ordinary visits are drawn by a fixed seed: the same team has the same weeks every time.

Consequence. What the rehearsal shows is what the program does. There are no graphic details, and no real names.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts import load, opening
from caregiver_desk.acts.act import named, understood
from caregiver_desk.acts.keeping import new
from caregiver_desk.acts.people import own_team
from caregiver_desk.acts.supervision import in_pair
from caregiver_desk.errors import NotFictional
from caregiver_desk.records.people import ASSIGNMENT, HOUSEHOLD, AssignmentDraft, HouseholdDraft, HouseholdState, Role
from caregiver_desk.records.visits import VISIT, Outcome, Purpose, VisitDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import carriers, exchange, trust
from caregiver_desk.sync.opener import Opener
from caregiver_desk.wording import RESOURCES

Told = Mapping[str, Any]

SEED = 7
WEEKS = 6
DISPUTED = "HH-014"
_DAYS_IN_A_WEEK, _WORKING_DAYS = 7, 5
_ALL_OF_IT = 10_000
_CHILDREN_SEEN = 0.6  # how often


@dataclass(frozen=True)
class Calendar:
    """Days of the story as days of this year: week 0 is this week, weekday 0 is Monday."""

    today: date
    weeks: int

    def day(self, told: Sequence[int]) -> date:
        week, weekday = told
        monday = self.today - timedelta(days=self.today.weekday())
        return monday + timedelta(days=_DAYS_IN_A_WEEK * week + weekday)

    def told_weeks(self) -> range:
        return range(1 - self.weeks, 1)


def demo(place: Path, opener: Opener, *, weeks: int = WEEKS) -> tuple[Book, Book]:
    """The supervisor's book and the coordinator's, told and exchanged, in a folder that is thrown away afterwards."""
    nomvula, fhatuwani = supervisors_book(place / "supervisor"), coordinators_book(place / "coordinator")
    rehearse(nomvula, weeks=weeks)
    exchange_rehearsal(nomvula, fhatuwani, opener, place)
    return nomvula, fhatuwani


def supervisors_book(folder: Path) -> Book:
    """The book of the story's supervisor, with its first page only."""
    return _begin(folder, Role.SUPERVISOR, "team")


def coordinators_book(folder: Path) -> Book:
    return _begin(folder, Role.COORDINATOR, "office")


def _begin(folder: Path, role: Role, team: str) -> Book:
    load()  # a book has tables for the kinds that are known when it begins
    story = _story()
    return opening.demo_book(folder, name=story[role], role=role, site=story["site"], team=story[team])


def rehearse(book: Book, *, weeks: int = WEEKS, today: date | None = None) -> None:
    """Tell the last weeks of the story's team into a fictional book that holds its first page only."""
    if not book.fictional:
        raise NotFictional
    story, calendar = _story(), Calendar(today or clock.today(), weeks)
    team = {each["given_names"]: _caregiver(book, each, calendar) for each in story["caregivers"]}
    homes = _households(book, story, team, calendar)
    _weeks_of_visits(book, story, homes, team, calendar)
    _check_ins(book, story["check_ins"], team, calendar)
    _burdens(book, story["burdens"], team, calendar)


def _story() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "trainer" / "lesedi-ridge.toml").read_text(encoding="utf-8"))


def _caregiver(book: Book, told: Told, calendar: Calendar) -> str:
    """One caregiver of the team, working here for some years or since two months ago."""
    since = calendar.today - timedelta(days=365 * told["years"] or 60)
    who = {name: told[name] for name in ("given_names", "surname", "known_as", "phone", "language") if name in told}
    added = named("add_caregiver")(book, **who, birth_year=calendar.today.year - told["age"], since=since)
    engaged = questions.listing(book, "engagement", {"person": added.record})[0]
    fields = {"field_days": told["field_days"], "state": told.get("state", "active")}
    named("change_engagement")(book, id=engaged.id, fields=fields)
    return added.record


def _households(book: Book, story: Told, team: Mapping[str, str], calendar: Calendar) -> dict[str, list[Leaf]]:
    """Ten homes a caregiver, each assigned to her with its number on her list."""
    told, here = story["households"], own_team(book)
    drafts = [_home(told, number, list(team), here, calendar) for number in range(told["number"])]
    ledger.append(book, "record_household", [new(book, HOUSEHOLD, draft) for draft in drafts])
    found = sorted(questions.listing(book, "household", limit=_ALL_OF_IT), key=lambda home: str(home["code"]))
    each = len(found) // len(team)
    homes = {name: found[place * each : (place + 1) * each] for place, name in enumerate(team)}
    assigned = [
        AssignmentDraft(household=home.id, caregiver=team[name], short_number=number, since=home["enrolled"])
        for name, hers in homes.items()
        for number, home in enumerate(hers, 1)
    ]
    ledger.append(book, "assign_household", [new(book, ASSIGNMENT, draft) for draft in assigned])
    return homes


def _home(told: Told, number: int, names: Sequence[str], team: str, calendar: Calendar) -> HouseholdDraft:
    each = told["number"] // len(names)
    last = len(told["wards"]) - 1
    place = last if names[number // each] == told["far"] else number % last
    fields = {
        "team": team,
        "code": f"{told['prefix']}-{number + 1:03}",
        "level": told["levels"][number % each],
        "ward": told["wards"][place],
        "village": told["sections"][place],
        "nickname": told["landmarks"][number % len(told["landmarks"])],
        "enrolled": calendar.today - timedelta(days=200 + 11 * number),
        **told["told"].get(str(number + 1), {}),
    }
    return understood(HouseholdDraft, fields)


def _weeks_of_visits(
    book: Book, story: Told, homes: Mapping[str, Sequence[Leaf]], team: Mapping[str, str], calendar: Calendar
) -> None:
    """Every week one save for the team, as when the sheets are typed in on a Friday."""
    chance = random.Random(SEED)  # noqa: S311 - a rehearsal, not a secret
    rounds = [
        _Rounds(each, team[each["given_names"]], homes[each["given_names"]], chance) for each in story["caregivers"]
    ]
    for week in calendar.told_weeks():
        drafts = [draft for each in rounds for draft in each.week(week, calendar)]
        ledger.append(book, "record_round", [new(book, VISIT, draft) for draft in drafts])


@dataclass(frozen=True)
class _Rounds:
    """One caregiver's rounds, drawn in her manner."""

    manner: Told
    caregiver: str
    homes: Sequence[Leaf]
    chance: random.Random

    def week(self, week: int, calendar: Calendar) -> Iterator[VisitDraft]:
        """Her field days of one week, up to today."""
        for weekday in sorted(self.chance.sample(range(_WORKING_DAYS), self.manner["field_days"])):
            day = calendar.day([week, weekday])
            visits = [self._visit(home.id, day) for home in self._homes_of_a_day()]
            if day <= calendar.today and [week, weekday] not in self.manner.get("away", []):
                yield from visits

    def _homes_of_a_day(self) -> list[Leaf]:
        """Some of her homes; the needier come more often."""
        active = [home for home in self.homes if home["state"] == HouseholdState.ACTIVE]
        drawn = sorted(active, key=lambda home: self.chance.random() ** (1 / home["level"]), reverse=True)
        return drawn[: self.chance.randint(*self.manner["visits"])]

    def _visit(self, household: str, day: date) -> VisitDraft:
        closed = self.chance.random() < self.manner["closed_doors"]
        shortest, longest = self.manner["minutes"]
        minutes, seen = self.chance.randrange(shortest, longest + 1, 5), self.chance.random() < _CHILDREN_SEEN
        if closed:
            return VisitDraft(household=household, caregiver=self.caregiver, day=day, outcome=Outcome.NOBODY_HOME)
        routine = frozenset({Purpose.ROUTINE})
        return VisitDraft(
            household=household,
            caregiver=self.caregiver,
            day=day,
            minutes=minutes,
            purposes=routine,
            children_seen=seen,
        )


def _check_ins(book: Book, told: Sequence[Told], team: Mapping[str, str], calendar: Calendar) -> None:
    for each in told:
        if each["day"][0] in calendar.told_weeks() or each["day"][0] > 0:
            words = {name: value for name, value in each.items() if name not in ("who", "day", "promises")}
            promises = [{**promise, "due": calendar.day(promise["due"])} for promise in each.get("promises", [])]
            day, caregiver = calendar.day(each["day"]), team[each["who"]]
            named("hold_check_in")(book, caregiver=caregiver, day=day, words=words, promises=promises)


def _burdens(book: Book, told: Sequence[Told], team: Mapping[str, str], calendar: Calendar) -> None:
    """What weighed on somebody, and the support she was offered because of it."""
    for each in told:
        caregiver = team[each["who"]]
        pair = {"supervision": in_pair(book, caregiver), "caregiver": caregiver}
        fields = {name: value for name, value in each.items() if name not in ("who", "support")}
        burden = named("record_stressor")(book, **pair, **{**fields, "since": calendar.day(each["since"])})
        for support in each["support"]:
            due = calendar.day(support["due"])
            kept = {"done_on": due} if support["state"] == "done" else {}
            named("record_follow_up")(book, **pair, **{**support, "due": due, **kept}, stressor=burden.record)


def exchange_rehearsal(nomvula: Book, fhatuwani: Book, opener: Opener, place: Path) -> None:
    """Supervisor and coordinator pair and exchange; in her book one home is left with two current needs to settle."""
    story = _story()
    hers = _pair(nomvula, fhatuwani, story[Role.COORDINATOR])
    his = _pair(fhatuwani, nomvula, story[Role.SUPERVISOR])
    _carry(nomvula, hers, fhatuwani, opener, place)
    for book, level in ((fhatuwani, 4), (nomvula, 2)):
        home = questions.listing(book, "household", {"code": DISPUTED})[0]
        named("change_household")(book, id=home.id, fields={"level": level})
    _carry(fhatuwani, his, nomvula, opener, place)


def _pair(book: Book, other: Book, name: str) -> Partner:
    """Accept the other's card after reading its eight words to each other."""
    card = trust.my_card(other, name)
    return trust.pair(book, card, heard=" ".join(trust.read_card(card)[1]))


def _carry(sender: Book, partner: Partner, reader: Book, opener: Opener, place: Path) -> None:
    made = exchange.make(sender, partner)
    exchange.open_bundle(reader, carriers.drop(place, made.bundle, made.sealed), opener)
