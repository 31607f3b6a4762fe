"""Public holidays of South Africa.

Decision. The law knows ten fixed days, two that follow Easter, and one rule: what falls on a Sunday makes the Monday
free. That is a page of data (`resources/practice/holidays.toml`) and a dozen lines; the library that knows the days of
all countries would have cost 14 MB and a quarter of a second. A test holds both together over twenty years.

Consequence. A day that is declared later is not known here until the data says so; a site says it as a closure.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from caregiver_desk.wording import RESOURCES

_SUNDAY = 6


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The days of a year on which nobody counts on an office."""
    kept = frozenset(_kept_by_law(year))
    after = {day + timedelta(1) for day in kept if day.weekday() == _SUNDAY}
    return kept | after | {day for day in _told()["declared"] if day.year == year}


def source() -> str:
    return str(_told()["source"])


def _kept_by_law(year: int) -> Iterator[date]:
    for day in _told()["fixed"]:
        yield date.fromisoformat(f"{year:04}-{day}")
    for away in _told()["easter"]:
        yield easter(year) + timedelta(int(away))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar: the Sunday after the first full moon of spring, by the old tables."""
    golden, century = year % 19, year // 100
    leaps = century - century // 4 - (8 * century + 13) // 25
    moon = (leaps + 19 * golden + 15) % 30
    moon -= moon // 28 * (1 - 29 // (moon + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    away = moon - weekday
    month = 3 + (away + 40) // 44
    return date(year, month, away + 28 - 31 * (month // 4))


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "holidays.toml").read_text(encoding="utf-8"))
