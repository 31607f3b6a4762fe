"""The planned shares of a role beside the days of a month, in words. Days are days: nobody's time is measured."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.wording import count, say


class Split(NamedTuple):
    """Shares of a hundred."""

    practice: int
    supervising: int
    learning: int


class Month(NamedTuple):
    """What was planned, and on how many days something of each was recorded; one day may be in several."""

    first: date
    plan: Split
    practice: int
    supervising: int
    learning: int


def month_of(day: date) -> tuple[date, date]:
    """Its first day, and that of the month after."""
    first = day.replace(day=1)
    return first, months_after(first, 1)


def in_words(month: Month) -> tuple[str, ...]:
    """The plan beside the days, a line each, and what this cannot tell."""
    return (
        _line(say("Practice"), month.plan.practice, month.practice),
        _line(say("Supervising"), month.plan.supervising, month.supervising),
        _line(say("Learning and being heard"), month.plan.learning, month.learning),
        say("A day counts for each kind that was recorded on it. What nobody wrote down is not in it."),
    )


def _line(what: str, planned: int, days: int) -> str:
    one, many = (
        "{what}: {share} of a hundred planned, {number} day recorded",
        "{what}: {share} of a hundred planned, {number} days recorded",
    )
    return count(one, many, days, what=what, share=planned)
