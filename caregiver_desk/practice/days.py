"""Counting days as people do: whole months, and days on which an office is open."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

_SATURDAY = 5


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def working_days_after(day: date, number: int) -> date:
    """So many days from Monday to Friday later; public holidays are not known here."""
    while number:
        day += timedelta(1)
        number -= day.weekday() < _SATURDAY
    return day
