"""What stands on each list of a team, in words: homes by their need, days of visits, ways, what was not seen for long.

By name and never by how much it is. Deaths and violence stand here as far as this book knows: homes that were closed
and doors that were not safe from open records, the rest from what is between the two (practice/visits/hard_things),
apart from the load, for it is not read with people in the room. Concerns point at no home: nothing is said of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from caregiver_desk import clock
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.visits.capped import arranged_with
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.supervision.talks import works_of
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits import load_words as words
from caregiver_desk.desk.answers.visits.hard_things import came_near
from caregiver_desk.desk.answers.visits.heavy import area_of, state_of, still_on_list
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.spoken import words as of_code
from caregiver_desk.practice.visits import load
from caregiver_desk.practice.visits.hard_things import told_from
from caregiver_desk.practice.visits.load import NOTHING, Arranged, Home, Lists, Span
from caregiver_desk.records.people.people import EngagementState, Role, Travel
from caregiver_desk.records.visits.households import Ended, HouseholdState
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import capital, count, fold, say

Visits = Sequence[tuple[date, Outcome, bool]]  # of one caregiver: the day, what came of it, and a worry about safety


@dataclass(frozen=True)
class OnList:
    """A home as it stands on a list: how it is called, and how often it wishes to be seen beside when it was."""

    id: str
    name: str
    level: int | None
    quiet: str
    late: bool


@dataclass(frozen=True)
class Block:
    """One list: whose it is (nobody's where homes wait), its homes, and what is told of it."""

    caregiver: str
    name: str
    homes: tuple[OnList, ...]
    brief: tuple[str, str]
    lines: tuple[str, ...]
    heavy: str
    plan: Arranged
    near: tuple[str, ...] = ()  # deaths and violence, between the two of them

    @property
    def tone(self) -> str:
        return "amber" if self.heavy or not self.caregiver else "ink-soft"


@dataclass(frozen=True)
class TeamLoad:
    """The lists of one team by name, the teams there are, and whether they are many for one supervisor."""

    team: str
    teams: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    span: Span
    people: int
    to: Mapping[str, str]  # who may be given homes
    often: int  # homes seen several times a week, from which a load is heavy

    @cached_property
    def lists(self) -> Lists:
        return {each.caregiver: frozenset(home.id for home in each.homes) for each in self.blocks}

    @cached_property
    def homes(self) -> dict[str, OnList]:
        return {home.id: home for each in self.blocks for home in each.homes}

    def block(self, caregiver: str) -> Block | None:
        return next((each for each in self.blocks if each.caregiver == caregiver), None)


def team_load(book: Book, team: str = "") -> TeamLoad:
    """The lists of this team, or of the first there is."""
    today = clock.today()
    teams = _teams(book, today)
    chosen = team or (teams[0][0] if teams else "")
    found = _Found(book, chosen, today)
    names = found.names
    span = load.span(len(mine(book, today).people), found.norms) if book.role == Role.SUPERVISOR else Span.FITS
    people = sorted(found.people, key=lambda each: (fold(names[each]), each))
    waiting = [found.waiting()] if found.owned.get("") else []
    blocks = (*waiting, *(found.block(each) for each in people))
    at_work = {each: names[each] for each in people if each in found.at_work}
    return TeamLoad(chosen, teams, blocks, span, len(mine(book, today).people), at_work, found.norms.frequent_homes)


def _teams(book: Book, today: date) -> tuple[tuple[str, str], ...]:
    """Her own; a coordinator's are all of which caregivers are known."""
    works = questions.facts(book, "engagement", ["team"], {"role": Role.CAREGIVER.value})
    held = {str(team) for _, team in works}
    hers = held if book.role == Role.COORDINATOR else held & mine(book, today).teams
    return tuple(sorted(questions.names_of(book, sorted(hers)).items(), key=lambda each: fold(each[1])))


class _Found:
    """Everything that is asked of the book for one team."""

    def __init__(self, book: Book, team: str, today: date) -> None:
        self.today, self.norms = today, norms_of(book)
        self.lately = told_from(self.norms, today)
        self.known = {each.id: each for each in questions.listing(book, "household", {"team": team}, limit=EVERY)}
        self._assigned = questions.pointing_at(book, "assignment", "household", list(self.known))
        self.since: dict[str, date | None] = {}
        self.owned: dict[str, list[str]] = {}
        self._visits: dict[str, list[tuple[date, Outcome, bool]]] = {}
        self._doors: dict[str, list[tuple[date, Outcome]]] = {}
        self._own()
        engaged = questions.listing(book, "engagement", {"team": team, "role": Role.CAREGIVER}, limit=EVERY)
        self.at_work = {str(each["person"]) for each in engaged if each["state"] not in GONE and _stands(each, today)}
        self.people = self.at_work | {each for each in self.owned if each}
        self.works = works_of(book, sorted(self.people), [Role.CAREGIVER.value])
        self.names = dict.fromkeys(self.people, say("Name not sent here")) | questions.names_of(book, [*self.people])
        self.plans = arranged_with(book, self.people)
        self.near = came_near(book, self.people, self.norms, today)
        self._ask_visits(book)

    def _own(self) -> None:
        """Whose each home is now, or will be; nobody's where no list has it."""
        whose: dict[str, Leaf] = {}
        for each in sorted(self._assigned, key=lambda one: one["since"] or ""):
            if still_on_list(each, self.today):
                whose[str(each["household"])] = each
        for home in self.known:
            if self._state(home) in load.ON_LISTS:
                hers = whose.get(home)
                self.owned.setdefault(str(hers["caregiver"]) if hers else "", []).append(home)
                self.since[home] = as_day(hers["since"]) if hers else None

    def _ask_visits(self, book: Book) -> None:
        back = ((self.today - load.looked_back(self.norms)).isoformat(), questions.LAST_DAY)
        hers = ["caregiver", "day", "outcome", "safety_worry"]
        for _, person, *told in questions.facts(book, "visit", hers, {"caregiver": sorted(self.people)}, days=back):
            self._visits.setdefault(str(person), []).append(_visit(*told))
        theirs = ["household", "day", "outcome"]
        for _, home, *told in questions.facts(book, "visit", theirs, {"household": sorted(self.since)}, days=back):
            self._doors.setdefault(str(home), []).append(_visit(*told)[:2])
        self._seen = questions.last_seen(book, list(self.since))

    # -- a list

    def block(self, caregiver: str) -> Block:
        homes, visits, work = self._homes(caregiver), self._visits.get(caregiver, []), self.works.get(caregiver)
        days, area = load.days_of_visits((day, outcome) for day, outcome, _ in visits), area_of(work)
        why = load.heavy_load(days, [each.level for each in homes], self.norms, area)
        begins, plan = load.heavy_from(self.norms, area), self.plans.get(caregiver, NOTHING)
        lines = (
            words.by_need([each.level for each in homes]),
            self._ways(caregiver, work),
            words.of_days(days, begins, self.norms),
            *words.of_hard_things(self._unsafe(visits), self._closed(caregiver), self.norms.hard_things),
            *words.kept_free(plan, work["hours"] if work else None),
        )
        brief = words.homes_of(len(homes)), say("heavy load") if why else words.heavy_days(days, begins, self.norms)
        told, near = (*filter(None, lines),), self.near.get(caregiver, ())
        return Block(caregiver, self.names[caregiver], homes, brief, told, words.why_heavy(why), plan, near)

    def waiting(self) -> Block:
        """The homes that no list has."""
        homes = self._homes("")
        told = say("Whoever went there left, died or works elsewhere, or nobody went yet.")
        lines = words.by_need([each.level for each in homes]), told
        brief = words.homes_of(len(homes)), say("nobody visits")
        return Block("", say("To be placed"), homes, brief, lines, "", NOTHING)

    def _homes(self, caregiver: str) -> tuple[OnList, ...]:
        told = sorted(map(self._home, self.owned.get(caregiver, ())), key=lambda home: self._name(home.id))
        return tuple(self._on_list(each) for each in load.longest_first(told, self.today))

    def _home(self, home: str) -> Home:
        """One that is paused is due no visit."""
        seen = as_day(self._seen.get(home))
        found = [each for each in self._doors.get(home, ()) if each[1] != Outcome.DONE and (not seen or each[0] > seen)]
        due = self._state(home) == HouseholdState.ACTIVE
        return Home(home, self.known[home]["level"], self.since[home], seen, tuple(sorted(found, reverse=True)), due)

    def _state(self, home: str) -> HouseholdState:
        return state_of(self.known[home])

    def _on_list(self, home: Home) -> OnList:
        state = self._state(home.id)
        mark = say(str(state)) if state != HouseholdState.ACTIVE else ""
        quiet = joined(mark, load.rhythm_words(home.level), words.when_seen(home, self.today))
        return OnList(home.id, self._name(home.id), home.level, quiet, load.late(home, self.today) is not None)

    def _name(self, home: str) -> str:
        return questions.call(questions.kind_named("household"), self.known[home].values)

    def _ways(self, caregiver: str, work: Leaf | None) -> str:
        """Where somebody walks and how, and over how many places."""
        homes = [self.known[each] for each in self.owned.get(caregiver, ())]
        villages = len({each["village"] for each in homes} - {None, ""})
        wards = len({each["ward"] for each in homes} - {None, ""})
        places = count("{number} village or section", "{number} villages or sections", villages) if villages else ""
        parts = count("{number} ward", "{number} wards", wards) if wards else ""
        area, travel = area_of(work), Travel(work["travel"]) if work and work["travel"] else None
        state = EngagementState(work["state"] or EngagementState.ACTIVE) if work else EngagementState.ACTIVE
        known = [each for each in (state, area, travel) if each and each != EngagementState.ACTIVE]
        return capital(joined(*map(of_code, known), places or parts))

    def _unsafe(self, visits: Visits) -> int:
        lately = [each for each in visits if each[0] >= self.lately]
        return sum(outcome == Outcome.UNSAFE or worry for _, outcome, worry in lately)

    def _closed(self, caregiver: str) -> int:
        hers = [each for each in self._assigned if each["caregiver"] == caregiver and each["ended"] == Ended.CLOSED]
        of_late = [each for each in hers if (until := as_day(each["until"])) and until >= self.lately]
        return sum(self._state(str(each["household"])) == HouseholdState.CLOSED for each in of_late)


def _visit(day: str, outcome: str | None, worry: object = None) -> tuple[date, Outcome, bool]:
    return date.fromisoformat(day), Outcome(outcome or Outcome.DONE), bool(worry)


def _stands(leaf: Leaf, today: date) -> bool:
    return period(leaf).holds(today)
