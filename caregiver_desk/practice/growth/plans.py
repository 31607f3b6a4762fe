"""Which steps a road has and when each is due, and how a plan stands today."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.records.growth.plans import PlanSort, StepSort
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.wording import RESOURCES, say

ROADS: Mapping[PlanSort, Road] = {
    PlanSort.FIRST_YEAR: Road.FIRST_YEAR,
    PlanSort.BECOMING_SUPERVISOR: Road.BECOMING_SUPERVISOR,
    PlanSort.PLACEMENT: Road.PLACEMENTS,
}
MENTOR = "mentor"  # the step of whoever is new, by its code in plans.toml
OFTEN_HEARD = frozenset({PlanSort.INDUCTION, PlanSort.FIRST_YEAR, PlanSort.PLACEMENT})


class Step(NamedTuple):
    """What is to happen, by which day: a shipped step by its code, a site's own in its words."""

    sort: StepSort
    due: date
    code: str = ""
    what: str = ""


class Ours(NamedTuple):
    """A step as a site says it: one more, or in place of a shipped one; without words that one is left out."""

    sort: StepSort
    days: int
    what: str = ""
    instead_of: str = ""


def current() -> str:
    return str(_told()["current"])


def ends(sort: PlanSort, since: date) -> date:
    """When a plan of this road that begins on this day is to be decided."""
    return months_after(since, _road(sort)["months"])


def steps(sort: PlanSort, since: date, ours: Iterable[Ours] = ()) -> list[Step]:
    """The steps of a plan that begins on this day, by their days."""
    own = list(ours)
    replaced = {each.instead_of for each in own}
    shipped = [
        Step(StepSort(each["sort"]), _day(since, each), each["code"])
        for each in _road(sort)["steps"]
        if each["code"] not in replaced
    ]
    added = [Step(each.sort, since + timedelta(each.days), what=each.what) for each in own if each.what]
    return sorted([*shipped, *added], key=lambda step: step.due)


def codes(sort: PlanSort) -> dict[str, str]:
    """The shipped steps of a road now, in words, by code."""
    return {each["code"]: say(each["words"]) for each in _road(sort)["steps"]}


def words_of(sort: PlanSort | None, version: str, code: str) -> str:
    """What a shipped step is called in the version of its plan; a code of another program, or plan, as it is."""
    steps = _road(sort, version)["steps"] if sort else []
    found = (each["words"] for each in steps if each["code"] == code)
    return next((say(each) for each in found), code)


def is_overdue(due: date | None, done: date | None, ended: date | None, today: date) -> bool:
    """Whether a step should have happened. Of a plan that has ended nothing is."""
    return due is not None and done is None and ended is None and due < today


def wants_decision(until: date | None, ended: date | None, today: date) -> bool:
    """Whether its last day has come and nobody has said how it ended."""
    return ended is None and until is not None and until <= today


def _day(since: date, step: Mapping[str, Any]) -> date:
    return months_after(since, step["months"]) if "months" in step else since + timedelta(step["days"])


def _road(sort: PlanSort, version: str = "") -> Mapping[str, Any]:
    versions = _told()["versions"]
    told: Mapping[str, Any] = versions.get(version, versions[current()])[sort.name.lower()]
    return told


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "plans.toml").read_text(encoding="utf-8"))
