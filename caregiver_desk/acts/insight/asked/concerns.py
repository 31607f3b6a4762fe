"""Concerns: how fast they reach who must act. How many there are is no measure of anybody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.concerns.how_it_stands import steps_of
from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.practice.concerns.concerns import REPORTS
from caregiver_desk.records.concerns.concerns import ConcernSort, ConcernState, StepSort
from caregiver_desk.store import histories
from caregiver_desk.store.questions import Leaf

SOON = {ConcernSort.SEXUAL: timedelta(0)}  # what is not named here: the next day at the latest
A_DAY = timedelta(1)
A_WEEK = timedelta(7)
_NOT_TO_REPORT = frozenset({ConcernState.NOT_REPORTED, ConcernState.INFORMATION, ConcernState.IN_ERROR})
_REPORTED = (ConcernState.REPORTED, ConcernState.ACKNOWLEDGED, ConcernState.FOLLOWING_UP, ConcernState.CLOSED)
_ANSWERED = (ConcernState.ACKNOWLEDGED, ConcernState.FOLLOWING_UP)


@asked("concerns")
def concerns(asking: Asking) -> Iterator[Found]:
    """What was noticed in these days about families, by its kind; what was recorded in error does not count."""
    for each in asking.leaves("concern", day="noticed"):
        if each["state"] != ConcernState.IN_ERROR:
            yield _found(each)


@asked("concerns to be reported")
def to_report(asking: Asking) -> Iterator[Found]:
    """Those that two people did not decide to be no matter for a report."""
    return (_found(each) for each in _to_report(asking))


@asked("concerns reported at once")
def reported_at_once(asking: Asking) -> Iterator[Found]:
    """Those of them that were reported on the day on which they were noticed, or the next; a sexual offence on it.

    Whom it is about stays with who protects them, so it is asked of every sexual offence.
    """
    for each in _to_report(asking):
        reported = _day_of(asking, each, REPORTS, _REPORTED)
        if reported and reported <= date.fromisoformat(each["noticed"]) + SOON.get(each["sort"], A_DAY):
            yield _found(each)


@asked("concerns reported")
def reported(asking: Asking) -> Iterator[Found]:
    return (_found(each) for each in _to_report(asking) if _day_of(asking, each, REPORTS, _REPORTED))


@asked("concerns acknowledged")
def acknowledged(asking: Asking) -> Iterator[Found]:
    """Those of which whoever was told said within a week that they have it."""
    for each in _to_report(asking):
        told = _day_of(asking, each, REPORTS, _REPORTED)
        said = _day_of(asking, each, frozenset({StepSort.ACKNOWLEDGED}), _ANSWERED)
        if told and said and said <= told + A_WEEK:
            yield _found(each)


def _to_report(asking: Asking) -> list[Leaf]:
    return [each for each in asking.leaves("concern", day="noticed") if each["state"] not in _NOT_TO_REPORT]


def _found(concern: Leaf) -> Found:
    """Whose it is, is not looked at: each counts as somebody of its own."""
    return Found("concern", concern.id, concern["noticed"], concern.id, "", str(concern["sort"] or ""))


def _day_of(asking: Asking, concern: Leaf, steps: frozenset[StepSort], states: tuple[ConcernState, ...]) -> date | None:
    """The first day of such a step; where no step was sent here, the day on which it was said to be that far."""
    days = [each["day"] for each in steps_of(asking.book, concern.id) if each["sort"] in steps and each["day"]]
    if days:
        return date.fromisoformat(min(days))
    lines = histories.history(asking.book, concern.kind, concern.id)
    said = [each.at for each in lines if each.counts and each.at and each.fields.get("state") in states]
    return clock.day_of(min(said)) if said else None
