"""Counting days as people do: whole months, and days on which an office is open.

An office is closed on Saturdays, Sundays and public holidays, and while its site says that it is. Where a law or a
child is waiting nobody's own closure counts: it is simply not given here.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from caregiver_desk.practice.holidays import public_holidays
from caregiver_desk.practice.periods import Period

_SATURDAY = 5
_DAY = timedelta(1)


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(day: date, number: int, closed: Iterable[Period] = ()) -> date:
    """So many days later on which an office is open; what is `closed` counts as little as a Sunday."""
    shut = tuple(closed)
    while number:
        day += _DAY
        number -= is_open(day, shut)
    return day


def is_open(day: date, closed: Iterable[Period] = ()) -> bool:
    free = day.weekday() >= _SATURDAY or day in public_holidays(day.year)
    return not (free or any(each.holds(day) for each in closed))


def once_open(day: date, closed: Iterable[Period]) -> date:
    """This day; if the site is closed on it, the first after that on which it is open."""
    shut = tuple(closed)
    if not any(each.holds(day) for each in shut):
        return day
    return working_days_after(day, 1, shut)
