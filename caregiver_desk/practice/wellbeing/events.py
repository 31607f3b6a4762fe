"""After a hard event: what is proposed, by when, and how to speak of it.

What is proposed and in which words is data (`resources/practice/events.toml`); by when is a number of the practice. A
group debriefing is not among it, for it does harm; whoever was hit takes or leaves each thing by itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.visits.safety import IncidentSort
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.wellbeing import AfterEvent, FollowUpCode, HardEvent, StressorCode
from caregiver_desk.wording import RESOURCES, later, say

DAY = 24  # hours
GUIDE = {"look": later("Look"), "listen": later("Listen"), "link": later("Link")}


class Proposal(StrEnum):
    """What may be offered after it; each alone."""

    SAFE_NOW = "safe now"
    TALK = "talk"
    SEEN = "seen"
    AGAIN = "asked again"
    LATER = "asked once more"
    COVER = "cover"
    HELPER = "helper"
    REMEMBRANCE = "remembrance"
    URGENT = "urgent care"


USUAL = (Proposal.TALK, Proposal.SEEN, Proposal.AGAIN, Proposal.LATER)


class Step(NamedTuple):
    """One thing that is offered, and by when; None where it waits for a day that others choose."""

    code: FollowUpCode
    due: date | None
    asks: AfterEvent | None


def proposed(event: HardEvent) -> tuple[Proposal, ...]:
    """What this practice mostly proposes after such an event, in the order of the list."""
    told = _event(event)
    more = {Proposal.SAFE_NOW: told.get("danger"), Proposal.REMEMBRANCE: told.get("death")}
    return tuple(each for each in Proposal if each in USUAL or more.get(each))


def words(proposal: Proposal) -> str:
    return say(_proposal(proposal)["words"])


class Moment(NamedTuple):
    """When it happened, as far as somebody knows, and the day on which it is spoken of."""

    day: date
    at: time | None
    today: date


def steps(wanted: Iterable[Proposal], moment: Moment, norms: Norms, closed: Collection[Period] = ()) -> Iterator[Step]:
    """What is offered, each with its day, never one that is over. Without an hour a day is over when it ends."""
    for each in sorted(set(wanted), key=list(Proposal).index):
        told = _proposal(each)
        code = FollowUpCode(told["code"])
        asks = AfterEvent(told["asks"]) if "asks" in told else None
        due = _due(told, code, moment, norms, closed)
        yield Step(code, max(due, moment.today) if due else None, asks)


def _due(
    told: dict[str, Any], code: FollowUpCode, moment: Moment, norms: Norms, closed: Collection[Period]
) -> date | None:
    if "days" in told:
        return moment.day + timedelta(getattr(norms, told["days"]))
    if "hours" in told:
        return _within(moment.day, moment.at, getattr(norms, told["hours"]))
    return taxonomy.usual_due(code, moment.today, norms, closed)


def _within(happened: date, at: time | None, hours: int) -> date:
    """The day on which so many hours are over."""
    if at is None:
        return happened + timedelta(-(-hours // DAY))
    return (datetime.combine(happened, at) + timedelta(hours=hours)).date()


def weighs(event: HardEvent) -> StressorCode | None:
    """Under which code it stands; None where only they can say."""
    code = _event(event).get("weighs")
    return StressorCode(code) if code else None


def incident(event: HardEvent) -> IncidentSort | None:
    sort = _event(event).get("incident")
    return IncidentSort(sort) if sort else None


def dangers(event: HardEvent, wanted: Iterable[Proposal]) -> frozenset[Danger]:
    """What the event names as a danger to them, or what is offered after it."""
    named = (told.get("names") for told in (_event(event), *map(_proposal, wanted)))
    return frozenset(Danger(each) for each in named if each)


def guide() -> tuple[tuple[str, str], ...]:
    """How to speak of it: a word and what it means, in their order."""
    return tuple((say(GUIDE[word]), say(told)) for word, told in _told()["guide"].items())


def _event(event: HardEvent) -> dict[str, Any]:
    found: dict[str, Any] = _told()["events"][event]
    return found


def _proposal(proposal: Proposal) -> dict[str, Any]:
    found: dict[str, Any] = _told()["proposals"][proposal]
    return found


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "events.toml").read_text(encoding="utf-8"))
