"""Who works here: now, a year ago, on the way; and what they were before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.acts.keeping import period
from caregiver_desk.practice.days import months_after
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.people.vetting import Status, Vetted, status
from caregiver_desk.records.people.people import Check, Result, Role
from caregiver_desk.store.questions import Leaf


@asked("caregivers")
def caregivers(asking: Asking) -> Iterator[Found]:
    """Who works as a caregiver on the last day."""
    return engaged(asking, Role.CAREGIVER, asking.last)


@asked("supervisors")
def supervisors(asking: Asking) -> Iterator[Found]:
    """Who supervises on the last day."""
    return engaged(asking, Role.SUPERVISOR, asking.last)


@asked("caregivers at some time")
def at_some_time(asking: Asking) -> Iterator[Found]:
    """Who worked as a caregiver on any of the days, or left on the first of them."""
    for who, works in asking.works.items():
        found = [each for each in works if each["role"] == Role.CAREGIVER and _meets(each, asking)]
        if found:
            yield _person(asking, who, found)


@asked("caregivers who left")
def left(asking: Asking) -> Iterator[Found]:
    """Those of them who left in these days and work nowhere here by the last; by why, where they let it be known."""
    for each in at_some_time(asking):
        gone = [work for work in asking.works[each.who] if work["state"] in GONE and _ended(work, asking)]
        if gone and not any(_works(work, asking.last) for work in asking.works[each.who]):
            why = next((work["leaving"] for work in gone if work["leaving"]), "")
            yield each._replace(group=str(why))


@asked("caregivers a year before")
def a_year_before(asking: Asking) -> Iterator[Found]:
    return engaged(asking, Role.CAREGIVER, months_after(asking.last, -12))


@asked("of these still here")
def still_here(asking: Asking) -> Iterator[Found]:
    """Who was a caregiver a year before the last day and works here in any way on it: who rose has stayed."""
    for each in a_year_before(asking):
        if any(_works(work, asking.last) for work in asking.works[each.who]):
            yield each


@asked("supervisors who were caregivers here")
def home_grown(asking: Asking) -> Iterator[Found]:
    for each in supervisors(asking):
        if any(work["role"] == Role.CAREGIVER for work in asking.works[each.who]):
            yield each


@asked("people with children")
def with_children(asking: Asking) -> Iterator[Found]:
    """Who meets children in their work, each once."""
    yield from once((*caregivers(asking), *supervisors(asking)))


@asked("vetted people with children")
def vetted(asking: Asking) -> Iterator[Found]:
    """Those of them of whom every check is current on the last day."""
    checks: dict[str, list[Vetted]] = {}
    for each in asking.leaves("vetting"):
        if each["submitted"]:
            checks.setdefault(asking.shown(each["person"]), []).append(_vetted(each))
    for one in with_children(asking):
        if status(checks.get(one.who, ()), asking.last) is Status.CURRENT:
            yield one


def engaged(asking: Asking, role: Role, day: date) -> Iterator[Found]:
    """Everybody who works in a role on a day, each once."""
    for who, works in asking.works.items():
        found = [each for each in works if each["role"] == role and _works(each, day)]
        if found:
            yield _person(asking, who, found)


def once(found: Iterable[Found]) -> list[Found]:
    """Each person once."""
    return list({each.who: each for each in found}.values())


def _person(asking: Asking, who: str, works: list[Leaf]) -> Found:
    last = max(works, key=lambda each: each["since"] or "")
    return Found("person", who, asking.last.isoformat(), who, asking.shown(last["team"]))


def _works(work: Leaf, day: date) -> bool:
    """Whoever left is at work nowhere since the day on which it ended; where no day is noted, not at all."""
    return period(work).holds(day) and not (work["state"] in GONE and not work["until"])


def _meets(work: Leaf, asking: Asking) -> bool:
    """Who left and of whom no day is noted is not known to have been here."""
    since, until = period(work)
    if work["state"] in GONE and until is None:
        return False
    return (since or date.min) <= asking.last and asking.span.first <= (until or date.max)


def _ended(work: Leaf, asking: Asking) -> bool:
    """Whether somebody left it in these days: the day that is noted is the first on which it held no more."""
    until = period(work).until
    return work["role"] == Role.CAREGIVER and until is not None and asking.span.first <= until <= asking.last


def _vetted(leaf: Leaf) -> Vetted:
    due = date.fromisoformat(leaf["next_due"]) if leaf["next_due"] else None
    sort, result = Check(leaf["sort"]), Result(leaf["result"] or Result.UNKNOWN)
    return Vetted(sort, date.fromisoformat(leaf["submitted"]), result, due)
