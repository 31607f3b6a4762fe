"""What a team does together: its groups and when each meets again, what is open, and what is expected of everybody.

A list may be seen by anybody in the room: it says which group, when, how many, and what was decided by all. What was
brought to a set stands on the sheet of its next session only, and there only for a member.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.supervision.groups import (
    belonging,
    brought_elsewhere,
    by_name,
    counts_only,
    elsewhere,
    in_team,
    members_of,
    open_of,
    says_who_belongs,
)
from caregiver_desk.acts.supervision.sets import may_let_in
from caregiver_desk.desk.answers.days import as_day, told_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.due import CARRIED, once_back
from caregiver_desk.practice.supervision.groups import OF_THE_TEAM, in_force, next_session, whose_turn
from caregiver_desk.practice.wellbeing.taxonomy import speaks
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.groups import GroupSort, Theme
from caregiver_desk.records.wellbeing.wellbeing import MayKnow, StressorCode
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import capital, count, full_day, say


@dataclass(frozen=True)
class Group:
    """One group at a glance. `last` is the id of its last session; `names` whether who belongs is said here."""

    id: str
    name: str
    about: str
    last: str
    last_told: str
    due: date | None
    names: bool


@dataclass(frozen=True)
class Decision:
    id: str
    what: str
    who: str
    due: date | None


@dataclass(frozen=True)
class Expected:
    """What was expected from a day on, in its two groups, a line each."""

    id: str
    from_day: date
    relate: tuple[str, ...]
    complete: tuple[str, ...]


@dataclass(frozen=True)
class OfTeam:
    """What is expected in one team: what holds, what comes, and what held before."""

    team: str
    name: str
    now: Expected | None
    others: tuple[Expected, ...]


@dataclass(frozen=True)
class TeamLife:
    groups: tuple[Group, ...]
    ended: tuple[Group, ...]
    decisions: tuple[Decision, ...]
    expected: tuple[OfTeam, ...]
    untold: bool  # to whoever coordinates, for whom names, decisions and expectations of teams do not rise


@dataclass(frozen=True)
class Meeting:
    """What the sheet of a session needs to know of its group."""

    circle: str
    name: str
    sort: GroupSort
    only_counted: bool
    people: tuple[tuple[str, str], ...]  # who may be ticked, by id
    leaders: tuple[tuple[str, str], ...]
    turn: str  # whose turn it is to lead, if somebody's
    decided: tuple[Decision, ...]
    took_away: tuple[Decision, ...]  # by whom something was taken away from a set
    presenters: frozenset[str]  # whom that tells of
    of_the_set: bool  # whether the owner of the book may read and write what is brought to it
    said_elsewhere: tuple[tuple[str, str], ...]  # what who has a laptop of their own took away, and says there
    may_speak: tuple[Theme, ...] = ()  # of what somebody lets the team know; nobody is named


@dataclass(frozen=True)
class Belonging:
    """Who belongs to a group, and who could."""

    circle: str
    name: str
    people: tuple[tuple[str, str], ...]
    chosen: frozenset[str]
    laptops: tuple[
        tuple[str, bool], ...
    ] = ()  # of a set among several: who could be let in by whoever began it, who is


def team_life(book: Book) -> TeamLife:
    circles = [_group(book, each) for each in questions.listing(book, "circle", limit=EVERY)]
    ended = {each.id for each in questions.listing(book, "circle", limit=EVERY) if each["until"]}
    still = sorted((each for each in circles if each.id not in ended), key=lambda each: (each.due or date.max, each.id))
    open_ones = [decision for each in still for decision in _decided(book, each.id)]
    over = tuple(each for each in circles if each.id in ended)
    untold = book.role == Role.COORDINATOR
    return TeamLife(tuple(still), over, tuple(open_ones), tuple(_expected(book)), untold)


def sessions_due(book: Book) -> int:
    """How many groups are to meet by today."""
    today = clock.today()
    found = (_next(book, each) for each in questions.listing(book, "circle", {}, limit=EVERY))
    return sum(day is not None and day <= today for day in found)


def _group(book: Book, circle: Leaf) -> Group:
    sort = GroupSort(circle["sort"])
    last = _last(book, circle)
    return Group(
        circle.id,
        _called(circle),
        joined(say(sort) if circle["name"] else "", _places(book, circle)),
        last.id if last else "",
        _told(last) if last else "",
        _next(book, circle),
        sort not in {*OF_THE_TEAM, GroupSort.COURSE} and not counts_only(circle) and says_who_belongs(book, circle),
    )


def _called(circle: Leaf) -> str:
    """By its name; a coordinator, who is not told names, reads what sort it is."""
    sort = say(GroupSort(circle["sort"]))
    return str(circle["name"] or capital(sort))


def _places(book: Book, circle: Leaf) -> str:
    """Of which team, where this book has several."""
    teams = questions.listing(book, "team", limit=EVERY)
    return next((str(each["name"]) for each in teams if each.id == circle["team"] and len(teams) > 1), "")


def _last(book: Book, circle: Leaf) -> Leaf | None:
    return next(iter(questions.listing(book, "circle_session", {"circle": circle.id}, limit=1)), None)


def _told(session: Leaf) -> str:
    day = as_day(session["day"])
    number = session["number"]
    came = count("{number} came", "{number} came", number) if number is not None else ""
    return joined(told_day(day, clock.today()) if day else "", came)


def _next(book: Book, circle: Leaf) -> date | None:
    last = _last(book, circle)
    held, planned = (as_day(last["day"]), as_day(last["next_day"])) if last else (None, None)
    rhythm = circle["sort"] != GroupSort.COURSE
    day = next_session(period(circle), held, planned, norms_of(book), rhythm=rhythm)
    return day if day == planned else once_back(day, closed_in(book))


def _decided(book: Book, circle: str) -> tuple[Decision, ...]:
    found = open_of(book, "circle_decision", circle)
    names = questions.names_of(book, [str(each["owner"]) for each in found if each["owner"]])
    return tuple(_decision(each, names.get(str(each["owner"]), "") or say("all of us")) for each in found)


def _decision(leaf: Leaf, who: str) -> Decision:
    what = str(leaf["what"] or leaf["action"] or leaf["question"] or "")
    return Decision(leaf.id, what, who, as_day(leaf["due"]))


def _taken_away(turn: Leaf, names: Mapping[str, str]) -> Decision:
    return _decision(turn, names.get(str(turn["presenter"]), ""))


def _expected(book: Book) -> Iterable[OfTeam]:
    """Of each team that this book knows, what is expected in it."""
    for team in sorted(questions.listing(book, "team", limit=EVERY), key=lambda each: str(each["name"])):
        versions = {
            each.id: _version(each)
            for each in questions.listing(book, "expectations", {"team": team.id}, limit=EVERY)
            if each["day"]
        }
        holds = in_force(((each.from_day, each.id) for each in versions.values()), clock.today())
        others = sorted((each for each in versions.values() if each.id != holds), key=lambda each: each.from_day)
        yield OfTeam(team.id, str(team["name"]), versions.get(holds), tuple(reversed(others)))


def _version(leaf: Leaf) -> Expected:
    day = as_day(leaf["day"]) or date.min
    return Expected(leaf.id, day, _lines(leaf["relate"]), _lines(leaf["complete"]))


def _lines(words: str | None) -> tuple[str, ...]:
    return tuple(each.strip() for each in str(words or "").splitlines() if each.strip())


def since(expected: Expected) -> str:
    told = full_day(expected.from_day)
    ahead = expected.from_day > clock.today()
    return say("from {day}", day=told) if ahead else say("since {day}", day=told)


def meeting(book: Book, circle: str) -> Meeting:
    group = questions.get(book, "circle", circle)
    sort, people = GroupSort(group["sort"]), belonging(book, group)
    leaders = people if book.person in people else [*people, book.person]
    led = questions.facts(book, "circle_session", ["day", "facilitator"], {"circle": circle})
    turn = whose_turn(people, [(date.fromisoformat(str(day)), str(who)) for _, day, who in led if day and who])
    mine = sort == GroupSort.LEARNING and book.person in people
    turns = open_of(book, "learning_turn", circle) if mine else []
    names = questions.names_of(book, [*people, book.person, *(str(each["presenter"]) for each in turns)])
    names |= {str(each["presenter"]): str(each["called"]) for each in turns if each["called"]}
    there = [each for each in turns if brought_elsewhere(book, each.id)]
    here = [each for each in turns if each not in there]
    return Meeting(
        circle,
        _called(group),
        sort,
        counts_only(group),
        tuple((each, names[each]) for each in people),
        tuple((each, names.get(each, say("You"))) for each in leaders),
        turn,
        _decided(book, circle),
        tuple(_taken_away(each, names) for each in here),
        frozenset(str(each["presenter"]) for each in turns),
        mine,
        tuple((told.who, told.what) for told in (_taken_away(each, names) for each in there)),
        _may_speak(book, people) if sort in OF_THE_TEAM else (),
    )


def _may_speak(book: Book, people: Sequence[str]) -> tuple[Theme, ...]:
    """The themes of what weighs on some of these and the team may know of: no code, no name, no number."""
    where = {"caregiver": people, "may_know": MayKnow.TEAM.value, "state": [each.value for each in CARRIED]}
    told = questions.listing(book, "stressor", where, limit=EVERY)
    found = {theme for each in told for theme in speaks(StressorCode(code) for code in each["codes"] or ())}
    return tuple(each for each in Theme if each in found)


def belonging_to(book: Book, circle: str) -> Belonging:
    """Whoever works in its team, you, and whoever belongs to it from elsewhere."""
    group = questions.get(book, "circle", circle)
    chosen = frozenset(str(each["person"]) for each in members_of(book, circle))
    people = by_name(book, [*in_team(book, str(group["team"])), book.person, *chosen])
    names = questions.names_of(book, people)
    laptops = tuple(_laptops(book, group)) if may_let_in(book, group) else ()
    return Belonging(circle, _called(group), tuple((each, names[each]) for each in people), chosen, laptops)


def _laptops(book: Book, group: Leaf) -> Iterable[tuple[str, bool]]:
    inside = elsewhere(book, group)
    others = [each for each in partners.known(book) if not each.parted and each.key != book.key]
    for each in sorted(others, key=lambda each: each.name.casefold()):
        yield each.name, book.shown(each.person) in inside
