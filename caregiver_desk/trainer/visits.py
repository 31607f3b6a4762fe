"""The weeks: which homes are due, who goes, and what comes of it.

A home is due by its level. A caregiver spreads what is due over her days, keeps her share of it, and finds some doors
closed. Whom she visits is asked of the book, so that nothing is drawn for somebody who has gone or for a home that was
given away. Every Friday one save for each team, as when the sheets are typed in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk.acts.act import understood
from caregiver_desk.acts.keeping import new_in, scope_to_write
from caregiver_desk.records.reported import Source
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.records.visits.visits import VISIT, Outcome, Purpose, VisitDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer import power
from caregiver_desk.trainer.households import number, short
from caregiver_desk.trainer.story import (
    AT_WORK,
    TEAMS,
    WORKING_DAYS,
    Telling,
    Told,
    caregivers,
    lasting,
    listed,
    told,
)

_STEP, _ONE_IN = 5, 3
_CHILDREN_SEEN = 0.6  # how often


def tell_week(telling: Telling, week: int) -> None:
    """All visits of one week, up to today."""
    for team in TEAMS:
        book = telling.desk(team, week)
        drafts = [*_of_the_story(telling, team, week), *_drawn(telling, book, team, week)]
        _type_in(book, power.typed(telling, book, week, drafts, _type_in))


def _type_in(book: Book, drafts: Sequence[VisitDraft]) -> None:
    if drafts:
        scope = scope_to_write(book, questions.get(book, "household", drafts[0].household))
        ledger.append(book, "record_round", [new_in(scope, VISIT, draft) for draft in drafts])


def _of_the_story(telling: Telling, team: str, week: int) -> Iterator[VisitDraft]:
    theirs = {each["given_names"] for each in caregivers() if each["team"] == team}
    for each in telling.of_week(told("visits")["visits"], week):
        if each["who"] in theirs and telling.calendar.has_come(each["day"]):
            fields = {name: value for name, value in each.items() if name not in ("who", "home", "day")}
            where = {"household": telling.homes[each["home"]], "caregiver": telling.people[each["who"]]}
            told_day = {"day": telling.calendar.day(each["day"]), "source": Source.PAPER}
            yield understood(VisitDraft, {**fields, **where, **told_day})


def _drawn(telling: Telling, book: Book, team: str, week: int) -> Iterator[VisitDraft]:
    taken = {(each["home"], *each["day"]) for each in telling.of_week(told("visits")["visits"], week)}
    for each in _rounds(telling, book, team, week):
        for weekday, home in each.kept():
            if (short(home["code"]), week, weekday) not in taken and telling.calendar.has_come([week, weekday]):
                yield each.visit(home, telling.calendar.day([week, weekday]))


def _rounds(telling: Telling, book: Book, team: str, week: int) -> Iterator[Round]:
    """Everyone of a team who is at work, with the homes that are hers this week."""
    homes = {each.id: each for each in listed(book, "household") if each["state"] == HouseholdState.ACTIVE}
    working = {each["person"] for each in listed(book, "engagement", role="caregiver") if each["state"] in AT_WORK}
    hers: dict[str, list[Leaf]] = {}
    for each in listed(book, "assignment"):
        if each["until"] is None and each["household"] in homes:
            hers.setdefault(each["caregiver"], []).append(homes[each["household"]])
    for place, (name, manner) in enumerate(_manners(team, week)):
        person = telling.people.get(name, "")
        if person in working:
            known = sorted(hers.get(person, ()), key=_by_code)
            yield Round(person, manner, place, week, known, telling.chance("visits", name, week))


def _known(outcome: Outcome) -> Source:
    """Supervisors know of visits from the week's sheet, or from a call."""
    return Source.PHONE if outcome == Outcome.PHONE else Source.PAPER


def _by_code(home: Leaf) -> str:
    return str(home["code"])


def _manners(team: str, week: int) -> Iterator[tuple[str, Told]]:
    """How everyone of a team works in this week; who was lent works like somebody."""
    everyone = {each["given_names"]: each for each in caregivers()}
    theirs = {name: each for name, each in everyone.items() if each["team"] == team}
    lent = {each["given_names"]: everyone[each["like"]] for each in told("people")["lent"] if each["team"] == team}
    for name, each in (theirs | lent).items():
        manner = {**told("visits"), **each}
        for spell in each.get("spells", ()):
            manner |= spell if lasting(spell, week) else {}
        yield name, manner


@dataclass(frozen=True)
class Round:
    """One caregiver's week."""

    caregiver: str
    manner: Told
    place: int
    week: int
    homes: Sequence[Leaf]
    chance: random.Random

    def kept(self) -> list[tuple[int, Leaf]]:
        """What is due and also done, day by day."""
        due = [(weekday, home) for weekday, homes in sorted(self._plan().items()) for home in homes]
        return [each for each in due if self.chance.random() < self.manner["keeps"]]

    def _plan(self) -> dict[int, list[Leaf]]:
        """Each home on as many of her days as it needs, the emptier days first; never more homes than a day holds."""
        days: dict[int, list[Leaf]] = {day: [] for day in range(WORKING_DAYS) if day not in self._days_without()}
        for home in sorted(self.homes, key=lambda home: -int(home["level"])):
            emptiest = sorted(days, key=lambda day: (len(days[day]), self.chance.random()))
            for day in emptiest[: self._times(home)]:
                if len(days[day]) < self.manner["most"]:
                    days[day].append(home)
        return days

    def _days_without(self) -> list[int]:
        rest = self.manner["rest"]
        return [rest[(self.place + self.week + n) % len(rest)] for n in range(WORKING_DAYS - self.manner["field_days"])]

    def _times(self, home: Leaf) -> int:
        rhythm = self.manner["rhythm"][str(home["level"])]
        return int(rhythm["times"]) if (self.week + number(home["code"])) % rhythm["every"] == 0 else 0

    def visit(self, home: Leaf, day: date) -> VisitDraft:
        outcome = self._outcome(home["code"])
        visit = VisitDraft(
            household=home.id, caregiver=self.caregiver, day=day, outcome=outcome, source=_known(outcome)
        )
        least, most = self.manner["minutes"]
        minutes, seen = self.chance.randrange(least, most + 1, _STEP), self.chance.random() < _CHILDREN_SEEN
        if visit.outcome == Outcome.DONE:
            visit.minutes, visit.children_seen, visit.purposes = minutes, seen, self._purposes(home["code"])
        return visit

    def _outcome(self, code: str) -> Outcome:
        drawn = self.chance.random()
        for door in self.manner["doors"]:
            if door["home"] == short(code) and lasting(door, self.week):
                return Outcome(door["outcome"])
        for outcome, share in self.manner["outcomes"].items():
            drawn -= share
            if drawn < 0:
                return Outcome(outcome)
        return Outcome.DONE

    def _purposes(self, code: str) -> frozenset[Purpose]:
        kind = told("households")["homes"].get(short(code), {}).get("kind")
        own = self.manner["purposes"].get(kind)
        return frozenset({Purpose(own) if own and self.week % _ONE_IN == 0 else Purpose.ROUTINE})
