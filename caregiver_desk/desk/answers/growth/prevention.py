"""What keeps a team well before anything goes wrong, and what of it is due: one look a team.

Names stand only where something is due, and what is late is said of the work. No team stands beside another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.growth.development import goals_to_look_at
from caregiver_desk.acts.growth.mentoring import without_mentor
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.supervision.groups import in_team
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.supervision.talks import talks_with
from caregiver_desk.desk.answers.supervision.team import team_life
from caregiver_desk.desk.answers.supervision.together import due_together
from caregiver_desk.practice.growth.plans import is_overdue
from caregiver_desk.records.growth.plans import PlanSort
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.supervision.groups import GroupSort
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, say

AHEAD = timedelta(7)


class Due(NamedTuple):
    """Something that is due, with whom; without a name it is the team's."""

    name: str
    words: str


class Part(NamedTuple):
    """One of the things that keep a team well: how it stands in a sentence, and what is due."""

    title: str
    stands: str
    due: tuple[Due, ...] = ()


class Prevention(NamedTuple):
    team: str
    teams: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    people: frozenset[str]  # who is named


def prevention(book: Book, team: str = "") -> Prevention:
    """Of this team, or of one's own."""
    today, here = clock.today(), team or own_team(book)
    people = in_team(book, here)
    names = questions.names_of(book, people)
    called = {each: names.get(each, say("Name not sent here")) for each in people}
    parts = (
        _induction(book, called, today),
        *_beside(book, here),
        _heard(book, called, today),
        _meetings(book, here, today),
        _together(book, called, today),
        _goals(book, called, today),
    )
    named = {each.name for part in parts for each in part.due}
    known = questions.listing(book, "team", limit=EVERY)
    teams = tuple(sorted(((each.id, str(each["name"])) for each in known), key=lambda each: each[1]))
    return Prevention(here, teams, parts, frozenset(each for each in people if called[each] in named))


def _induction(book: Book, called: dict[str, str], today: date) -> Part:
    plans = {
        each.id: str(each["person"])
        for each in questions.pointing_at(book, "road_plan", "person", list(called))
        if each["sort"] == PlanSort.INDUCTION and not each["ended_on"]
    }
    late: dict[str, int] = {}
    for step in questions.pointing_at(book, "road_step", "plan", list(plans)):
        if is_overdue(as_day(step["due"]), as_day(step["done_on"]), None, today):
            late[plans[str(step["plan"])]] = late.get(plans[str(step["plan"])], 0) + 1
    stands = count("{number} is under way.", "{number} are under way.", len(plans)) if plans else say("Nobody is new.")
    told = (Due(called[who], _waiting(number)) for who, number in late.items())
    return Part(say("Induction"), stands, _by_name(told))


def _waiting(number: int) -> str:
    return count("{number} step waits", "{number} steps wait", number)


def _beside(book: Book, team: str) -> Iterator[Part]:
    if Road.MENTORING in open_roads(book):
        new = [Due(each.name, say("no mentor yet")) for each in without_mentor(book, team)]
        yield Part(say("Mentors"), "" if new else say("Whoever is new has somebody beside them."), tuple(new))


def _heard(book: Book, called: dict[str, str], today: date) -> Part:
    talks = sorted(talks_with(book, list(called), today), key=lambda each: (each.due or date.max, each.caregiver))
    told = [
        Due(called[each.caregiver], due(each.due, today)) for each in talks if each.due and each.due <= today + AHEAD
    ]
    return Part(say("Check-ins"), "" if told else say("Nobody waits to be heard."), tuple(told))


def _meetings(book: Book, team: str, today: date) -> Part:
    meets = questions.listing(book, "circle", {"team": team, "sort": GroupSort.TEAM_MEETING}, limit=EVERY)
    ours = {each.id for each in meets if not each["until"]}
    groups = [each for each in team_life(book).groups if each.id in ours]
    if not groups:
        return Part(say("Team meetings"), say("No team meeting is kept yet."))
    last = ", ".join(filter(None, (each.last_told for each in groups)))
    stands = say("Last: {when}.", when=last) if last else say("None was held yet.")
    return Part(say("Team meetings"), stands, tuple(Due("", due(each.due, today)) for each in groups if each.due))


def _together(book: Book, called: dict[str, str], today: date) -> Part:
    links = [each.id for each in questions.pointing_at(book, "supervision", "caregiver", list(called))]
    found = due_together(book, talks_with(book, list(called), today), links, today + AHEAD, today)
    told = [Due(called[each.caregiver], due(each.due, today)) for each in found if each.caregiver in called]
    return Part(say("Visits together"), "" if told else say("None is due."), tuple(told))


def _goals(book: Book, called: dict[str, str], today: date) -> Part:
    told = (
        Due(name, say("a goal to look at"))
        for person, name in called.items()
        if goals_to_look_at(book, person, today + AHEAD)
    )
    found = _by_name(told)
    return Part(say("Learning goals"), "" if found else say("None waits for a look."), found)


def _by_name(told: Iterator[Due]) -> tuple[Due, ...]:
    return tuple(sorted(told, key=lambda each: each.name.casefold()))
