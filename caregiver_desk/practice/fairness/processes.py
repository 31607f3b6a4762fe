"""What a fair process needs: causes looked at, help before, an answer before an end, days that are kept."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.days import is_open
from caregiver_desk.records.fairness.processes import CapabilityEnd, ConductEnd, ProbationEnd, Sort
from caregiver_desk.records.fairness.worry import GROUPS
from caregiver_desk.wording import RESOURCES, say

LED_BY_LINE = frozenset({Sort.PROBATION, Sort.CAPABILITY, Sort.CONDUCT})  # opened by the line manager alone
PARTING = frozenset({CapabilityEnd.PARTING, ConductEnd.PARTING})
BY_CONVERTING = frozenset({CapabilityEnd.CONVERTED, ConductEnd.CONVERTED})
OPEN_STILL = frozenset({None, "", ProbationEnd.EXTENDED})  # of a probation


class Part(NamedTuple):
    """Something that was arranged to help somebody: what, and from when to when. Never why."""

    what: str
    since: date | None
    until: date | None
    record: str = ""  # from which it is copied


def looked_further(told: Mapping[str, Any]) -> bool:
    """Whether something was checked of the organisation or of the work, and what was looked at has a word on it."""
    checked = {group: bool(str(told.get(found) or "").strip()) for group, found in GROUPS}
    return (checked["organisation"] or checked["work"]) and all(checked[each] for each, _ in GROUPS if told.get(each))


def before(parts: Collection[Part], day: date) -> list[Part]:
    """The help that had begun by this day, the oldest first."""
    return sorted(
        (each for each in parts if each.since and each.since <= day), key=lambda each: (each.since, each.what)
    )


def may_part(sort: Sort, *, heard: str, helped: str, answers: Collection[str]) -> bool:
    """Whether somebody was helped and heard, without which nobody is parted from.

    `answers` are what they said at steps that were held. Of conduct no help is asked; of a probation no step.
    """
    answered = sort is Sort.PROBATION or any(each.strip() for each in answers)
    return bool(heard.strip()) and answered and (sort is Sort.CONDUCT or bool(helped.strip()))


def is_over(until: date | None, outcome: str | None, today: date) -> bool:
    """Whether the last day of a probation has come, and nobody said how it went."""
    return until is not None and until <= today and outcome in OPEN_STILL


def usual_steps(sort: Sort) -> tuple[str, ...]:
    """What the steps of such a process are usually called."""
    return tuple(_told()[sort])


def usual_reviews(since: date, until: date, today: date) -> list[date]:
    """The days on which a probation is usually looked at that are still to come: as far apart, the last before its end.

    Each is a day on which an office is open: where it would not be, the last one before it.
    """
    number = len(usual_steps(Sort.PROBATION))
    ahead = (until - since).days - int(_told()["last_review_before"])
    days = (_open_until(since + timedelta(ahead * each // number)) for each in range(1, number + 1))
    return sorted({each for each in days if max(since, today) < each <= until})


def review_called(place: int, of: int) -> str:
    """What a review is called by its place among so many, from 0; one that stands alone is a review."""
    usual = usual_steps(Sort.PROBATION)
    if of > 1 and place == of - 1:
        return say(usual[-1])
    return say(usual[place]) if of > 1 and place < len(usual) - 1 else say("Review")


def _open_until(day: date) -> date:
    while not is_open(day):
        day -= timedelta(1)
    return day


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "processes.toml").read_text(encoding="utf-8"))
