"""The pack for a meeting on oversight: who is on the way, who came and went, what stands empty, what is overdue.

Context. Places stay empty and people unheard where nobody looks at the whole. A list of names by a figure would be read
as a list of who is worse.

Decision. Nine short parts, each about places and paths, names in the order of the alphabet. Whoever is not heard is
told of as something that the supervision lacks, never as theirs. Why people left is told of five or more, in steps of
five and year by year (practice/fairness/leaving); who would like to supervise only where they said that it may be
known. What this book was never sent is not said to be none: a supervisor sees her own team, a coordinator those whose
bundles came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.growth.plans import sort_of
from caregiver_desk.acts.growth.training import not_completed
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.fairness import leaving
from caregiver_desk.practice.fairness.surveys import read, survey
from caregiver_desk.practice.growth.oversight import OnTheWay, Stage, stage, unheard
from caregiver_desk.practice.growth.own_year import Days, within
from caregiver_desk.practice.growth.plans import is_overdue, words_of
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.records.growth.appraisal import InterestState
from caregiver_desk.records.growth.plans import ROAD_PLAN, PlanSort
from caregiver_desk.records.people.people import Leaving, Role
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, later, say

SUPPORT = "supportive-supervision"  # the shipped course for supervisors
HEARD = (Role.CAREGIVER, Role.SUPERVISOR)
WHAT_IT_IS = later(
    "For the meeting. It shows places and paths, not how good anybody is. Whoever was heard by nobody was failed by "
    "the supervision, and not the other way round."
)
WHY = later("Told of five or more, of a whole year at a time, once it has been over for a month.")
KEPT, KNOWN = later("{number} or more"), later("{number} or more, who let it be known")
NOTHING = later("Nothing that this book knows of.")


class Works(NamedTuple):
    """Somebody's work here, by its last record."""

    person: str
    name: str
    role: Role
    since: date | None
    until: date | None
    gone: bool
    team: str


class Oversight(NamedTuple):
    """What the meeting looks at, part by part: each a title and its lines."""

    days: Days
    parts: tuple[tuple[str, tuple[Line, ...]], ...]


def oversight(book: Book, days: Days) -> Oversight:
    works = list(_works(book))
    here = [each for each in works if not each.gone]
    parts: tuple[tuple[str, Iterable[Line]], ...] = (
        (say("Heard by nobody for long"), _unheard(book, here)),
        (say("On the way to supervise"), _succession(book, here)),
        (say("Came"), _came(works, days)),
        (say("Left"), _left(works, days)),
        (say("Why people left"), _why(book, days)),
        (say("Vacant"), _vacant(book)),
        (say("Overdue on the way"), _overdue(book, here)),
        (say("Supervisors without the course on supportive supervision"), _untrained(book)),
        (say("Who we are"), _who_we_are(book)),
    )
    nothing = (Line("", say(NOTHING)),)
    return Oversight(days, tuple((title, tuple(lines) or nothing) for title, lines in parts))


def as_document(told: Oversight) -> Document:
    between = say("{first} to {last}", first=full_day(told.days.first), last=full_day(told.days.last))
    sections = tuple(Section(title, lines) for title, lines in told.parts)
    return Document(say("Oversight"), (between, say(WHAT_IT_IS)), sections)


def _works(book: Book) -> Iterator[Works]:
    """By name, each as they work now, or worked last; `since` is when they first came, in whatever role."""
    theirs: dict[str, list[Leaf]] = {}
    for each in questions.listing(book, "engagement", limit=EVERY):
        theirs.setdefault(str(each["person"]), []).append(each)
    names = questions.names_of(book, list(theirs))
    teams = {each.id: str(each["name"] or "") for each in questions.listing(book, "team", limit=EVERY)}
    for person in sorted(theirs, key=lambda one: (names.get(one, ""), one)):
        now = max(theirs[person], key=lambda each: (_goes_on(each), str(each["since"] or "")))
        came = min((day for each in theirs[person] if (day := _day(each["since"]))), default=None)
        role, team = Role(now["role"] or Role.CAREGIVER), teams.get(str(now["team"]), "")
        yield Works(person, names.get(person, ""), role, came, _day(now["until"]), not _goes_on(now), team)


def _goes_on(leaf: Leaf) -> bool:
    until = _day(leaf["until"])
    return leaf["state"] not in GONE and (until is None or until >= clock.today())


def _unheard(book: Book, here: list[Works]) -> Iterator[Line]:
    heard: dict[str, date] = {}
    for _, person, day in questions.facts(book, "check_in", ("caregiver", "day"), {"state": CheckInState.HELD.value}):
        if person and day:
            heard[person] = max(heard.get(person, date.min), date.fromisoformat(day))
    people = {each.person: each for each in here if each.role in HEARD}
    since = {each.person: each.since for each in here if each.since}
    days = norms_of(book).heard_by_nobody
    for person in unheard(people, heard, since, clock.today(), days):
        last = say("last heard {day}", day=full_day(heard[person])) if person in heard else say("not heard yet")
        yield Line(people[person].name, f"{people[person].team}, {last}")


def _succession(book: Book, here: list[Works]) -> Iterator[Line]:
    stages: dict[Stage, list[str]] = {each: [] for each in Stage}
    known = _ways(book, here)
    for each in here:
        if found := stage(known[each.person]):
            stages[found].append(each.name)
    yield from (Line(say(each.value), ", ".join(names)) for each, names in stages.items() if names)


def _ways(book: Book, here: list[Works]) -> Mapping[str, OnTheWay]:
    interested = _those(book, "supervising_interest", "caregiver", {"state": InterestState.STANDS.value})
    preparing = _those(book, "development_item", "caregiver", {"track": "leadership"})
    today = clock.today().isoformat()
    standing = questions.listing(book, "stepping_in", limit=EVERY)
    acting = {str(each["person"]) for each in standing if str(each["since"]) <= today < str(each["until"])}
    plans = questions.listing(book, "road_plan", {"sort": PlanSort.BECOMING_SUPERVISOR.value}, limit=EVERY)
    new = {str(each["person"]) for each in plans if not each["ended_on"]}
    return {
        each.person: OnTheWay(
            each.person in interested,
            each.person in preparing,
            each.person in acting,
            each.role == Role.SUPERVISOR,
            each.person in new,
        )
        for each in here
    }


def _those(book: Book, kind: str, field: str, where: Mapping[str, str]) -> set[str]:
    return {str(person) for _, person in questions.facts(book, kind, (field,), where) if person}


def _came(works: list[Works], days: Days) -> Iterator[Line]:
    yield from _by_day((each.since, each) for each in works if within(each.since, days))


def _left(works: list[Works], days: Days) -> Iterator[Line]:
    yield from _by_day((each.until, each) for each in works if each.gone and within(each.until, days))


def _by_day(found: Iterable[tuple[date | None, Works]]) -> Iterator[Line]:
    for day, each in sorted(((day, each) for day, each in found if day), key=lambda one: one[0]):
        yield Line(full_day(day), f"{each.name}, {say(each.role.value)}, {each.team}")


def _why(book: Book, days: Days) -> Iterator[Line]:
    """Year by year, for whichever days it is asked: and whose reason may be known is counted apart."""
    yield Line("", say(WHY))
    for year in leaving.years_told(days, clock.today()):
        known, kept = _reasons_of(book, year)
        for words, said in ((KEPT, kept), (KNOWN, known)):
            for reason, people in leaving.reasons(said).items():
                yield Line(f"{year}: {say(reason.value)}", say(words, number=people))


def _reasons_of(book: Book, year: int) -> tuple[Iterable[set[Leaving]], Iterable[set[Leaving]]]:
    """Of those who left in a year, one set each: the reasons that may be known as theirs, and those that were kept."""
    known: dict[str, set[Leaving]] = {}
    for works in questions.listing(book, "engagement", limit=EVERY):
        until = _day(works["until"])
        if works["state"] in GONE and until and until.year == year:
            said = {Leaving(works["leaving"])} if works["leaving"] else set()
            known.setdefault(str(works["person"]), set()).update(said)
    kept: dict[str, set[Leaving]] = {person: set() for person in known}
    for talk in questions.listing(book, "exit_talk", limit=EVERY):
        person = str(talk["person"])
        if person in kept and _in_time(book, talk, year):
            kept[person] |= {Leaving(each) for each in talk["reasons"] or ()} - known[person]
    return known.values(), kept.values()


def _in_time(book: Book, talk: Leaf, year: int) -> bool:
    first = histories.history(book, talk.kind, talk.id)[0]
    return leaving.tells_of(year, _day(talk["day"]), clock.day_of(first.at) if first.at else None)


def _vacant(book: Book) -> Iterator[Line]:
    teams = {each.id: str(each["name"] or "") for each in questions.listing(book, "team", limit=EVERY)}
    for each in sorted(questions.listing(book, "vacancy", limit=EVERY), key=lambda leaf: str(leaf["since"])):
        if not each["filled_on"] and (since := _day(each["since"])):
            role = say(Role(each["role"] or Role.CAREGIVER).value)
            yield Line(teams.get(str(each["team"]), ""), say("{role}, since {day}", role=role, day=full_day(since)))


def _overdue(book: Book, here: list[Works]) -> Iterator[Line]:
    """The oldest step of each plan that should have happened, and how many more."""
    names, today = {each.person: each.name for each in here}, clock.today()
    plans = {each.id: each for each in questions.listing(book, "road_plan", limit=EVERY) if not each["ended_on"]}
    late: dict[str, list[Leaf]] = {}
    for step in questions.listing(book, "road_step", limit=EVERY):
        if step["plan"] in plans and is_overdue(_day(step["due"]), _day(step["done_on"]), None, today):
            late.setdefault(str(step["plan"]), []).append(step)
    for plan, steps in sorted(late.items(), key=lambda one: names.get(str(plans[one[0]]["person"]), "")):
        if name := names.get(str(plans[plan]["person"])):
            sort = sort_of(plans[plan])
            first, *more = sorted(steps, key=lambda step: str(step["due"]))
            words = str(first["what"] or "") or words_of(sort, str(plans[plan]["version"]), str(first["code"] or ""))
            rest = say(" and {number} more", number=len(more)) if more else ""
            yield Line(name, f"{say(sort.value) if sort else say(ROAD_PLAN.label)}: {words}{rest}")


def _untrained(book: Book) -> Iterator[Line]:
    for each in not_completed(book, SUPPORT):
        yield Line(each.name, each.team)


def _who_we_are(book: Book) -> Iterator[Line]:
    """The last that each team said of itself, as it was told."""
    newest: dict[str, Leaf] = {}
    for each in questions.listing(book, "survey", {"sort": SurveySort.WHO_WE_ARE.value}, limit=EVERY):
        newest.setdefault(str(each["team"]), each)
    names = questions.names_of(book, list(newest))
    for team, each in sorted(newest.items()):
        asked = survey(SurveySort.WHO_WE_ARE, str(each["version"]))
        told = read(asked, str(each["figures"] or ""))
        name = names.get(team, say("a team"))
        for question in asked.questions:
            for code, called in asked.tellable(question).items():
                if people := told.get((question.code, code)):
                    yield Line(f"{name}: {question.words}: {called}", say("{number} or more", number=people))


def _day(stored: object) -> date | None:
    return date.fromisoformat(str(stored)) if stored else None
