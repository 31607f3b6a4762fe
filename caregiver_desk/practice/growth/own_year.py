"""The days that the record of somebody's year is about, and how long somebody has been in a role."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

YEAR = 12  # months


class Days(NamedTuple):
    """The first and the last day; both belong to them."""

    first: date
    last: date


def last_twelve_months(today: date) -> Days:
    """As many as a year has, up to today."""
    return Days(_a_year_before(today) + timedelta(days=1), today)


def this_year(today: date) -> Days:
    return Days(date(today.year, 1, 1), today)


def year_before(today: date) -> Days:
    return Days(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))


def _a_year_before(day: date) -> date:
    """On 29 February, the last day of that month."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def within(day: date | None, days: Days) -> bool:
    return day is not None and days.first <= day <= days.last


def meet(since: date | None, until: date | None, days: Days) -> bool:
    """Whether something that began on one day and ended on another did so on any of these days or over them."""
    return since is not None and since <= days.last and (until is None or until >= days.first)


def months_between(since: date, until: date) -> int:
    """Whole months from one day to a later one."""
    return (until.year - since.year) * YEAR + until.month - since.month - (until.day < since.day)
