"""Days as people write them, and in which order a column writes its numbers.

A day written 03/04/2026 is certain only when the column's other days (or else those of the whole sheet) show which
number comes first, or somebody says so. 24/04/03 has a third reading. A bare number of five digits is how a spreadsheet
counts its days when a column has lost its format.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from caregiver_desk import clock
from caregiver_desk.practice.people.names import folded
from caregiver_desk.wording import RESOURCES, full_day, say

DAY_ZERO = date(1899, 12, 30)  # how nearly every spreadsheet counts
CENTURY = 100
_SEPARATOR = r"\s*[-/. ]\s*"
_BY_NUMBERS = re.compile(rf"([0-9]{{1,2}}){_SEPARATOR}([0-9]{{1,2}}){_SEPARATOR}([0-9]{{4}}|[0-9]{{2}})")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_BY_NAME = re.compile(r"([0-9]{1,2})\s*[-/. ]?\s*([^\W\d]+)\.?,?\s*[-/. ]?\s*([0-9]{4}|[0-9]{2})")
_NAME_FIRST = re.compile(r"([^\W\d]+)\.?\s*([0-9]{1,2})\s*,?\s+([0-9]{4})")
_TIME = re.compile(r"[T ]\s*[0-9]{1,2}:[0-9]{2}(:[0-9.]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?$")
_SERIAL = re.compile(r"[1-9][0-9]{4}(\.[0-9]+)?")
_FIRST_WORD = re.compile(r"([^\W\d]+)\.?,?\s+(?=.*[0-9].*[0-9])")


class Order(StrEnum):
    """Which number of a day stands first."""

    DAY = "day first"
    MONTH = "month first"
    YEAR = "year first"


Readings = Mapping[Order, date]


def orders_of(cells: Iterable[str], *, since: int) -> frozenset[Order]:
    """The orders in which all these cells are days; all of them where none is written in numbers."""
    told = [frozenset(found) for cell in cells if (found := meanings(cell, since=since))]
    return frozenset(Order).intersection(*told)


def meanings(cell: str, *, since: int) -> Readings:
    """The day that a cell written in numbers means in each order; nothing for any other."""
    return _readings(_plain(cell), since=since)


def _readings(text: str, *, since: int) -> Readings:
    """The day that three numbers mean in each order; a year of two digits is one from `since` on."""
    found = _BY_NUMBERS.fullmatch(text)
    if not found:
        return {}
    one, other, last = found.groups()
    told = {Order.DAY: (last, other, one), Order.MONTH: (last, one, other)}
    if len(last) < 4 and len(one) > 1:  # noqa: PLR2004 - four digits can only be a year
        told[Order.YEAR] = (one, other, last)
    days = {order: _day_in(*numbers, since=since) for order, numbers in told.items()}
    return {order: day for order, day in days.items() if day}


def _day_in(year: str, month: str, day_of_month: str, *, since: int) -> date | None:
    whole = int(year) if len(year) > 2 else _year(int(year))  # noqa: PLR2004 - in two digits
    if len(year) <= 2 and whole < since:  # noqa: PLR2004
        return None
    try:
        return date(whole, int(month), int(day_of_month))
    except ValueError:
        return None


def _year(digits: int) -> int:
    """A year of two digits: the last one that ended so."""
    this = clock.today().year
    return this - (this - digits) % CENTURY


def day(cell: str, *, order: Order | None, since: int = 1980, zero: date = DAY_ZERO) -> date:
    """A day as people write it. ValueError, in words, where it is none or could be two."""
    text = _plain(cell)
    if found := _ISO.fullmatch(text):
        return _date(*map(int, found.groups()))
    if found := _BY_NAME.fullmatch(text):
        return _date(_written_year(found[3]), _month(found[2]), int(found[1]))
    if found := _NAME_FIRST.fullmatch(text):
        return _date(int(found[3]), _month(found[1]), int(found[2]))
    if _SERIAL.fullmatch(text):
        return zero + timedelta(days=int(float(text)))
    if _BY_NUMBERS.fullmatch(text):
        return _chosen(_readings(text, since=since), order)
    raise ValueError(say("this is not a day; write it as year-month-day, such as 2026-03-09"))


def _chosen(found: Readings, order: Order | None) -> date:
    if not found:
        raise ValueError(say("there is no such day"))
    if order and order in found:
        return found[order]
    meant = sorted(set(found.values()))
    if len(meant) > 1:
        told = say(" or ").join(full_day(each) for each in meant)
        raise ValueError(say("this could be {days}; write the one you mean", days=told))
    return meant[0]


def _plain(cell: str) -> str:
    """The day alone: without the time behind it and the name of its weekday before it."""
    text = _TIME.sub("", cell.strip())
    named = _FIRST_WORD.match(text)
    return text[named.end() :] if named and folded(named[1]).startswith(_names("weekdays")) else text


def _written_year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else _year(int(digits))  # noqa: PLR2004 - in two digits


def _date(year: int, month: int, day_of_month: int) -> date:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise ValueError(say("there is no such day")) from None


def _month(name: str) -> int:
    said = folded(name)
    for number, names in enumerate(_calendar()["names"], 1):
        if said.startswith(tuple(names)):
            return number
    raise ValueError(say("this is not the name of a month"))


@cache
def _calendar() -> dict[str, list[list[str]]]:
    told: dict[str, list[list[str]]] = tomllib.loads((RESOURCES / "intake" / "months.toml").read_text(encoding="utf-8"))
    return told


@cache
def _names(which: str) -> tuple[str, ...]:
    return tuple(word for names in _calendar()[which] for word in names)
