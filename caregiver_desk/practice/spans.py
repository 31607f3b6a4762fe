"""The days that a figure is about: a month, a quarter, a year, or any days from one to another."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk.wording import full_day, month_and_year, say

DAY = timedelta(1)
APRIL = 4  # in which the financial year of a government begins here
_MONTH, _YEAR = re.compile("([0-9]{4})-([0-9]{2})"), re.compile("[0-9]{4}")
_FINANCIAL = re.compile("([0-9]{4})/([0-9]{2})")
_QUARTER = re.compile("([0-9]{4})-?Q([1-4])", re.IGNORECASE)


class Grain(StrEnum):
    """The shortest days over which a figure may be told to others."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


class Span(NamedTuple):
    """Both days belong to it."""

    first: date
    last: date

    @property
    def days(self) -> tuple[str, str]:
        """As a question to the book names them."""
        return self.first.isoformat(), self.last.isoformat()

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def whole(grain: Grain, day: date) -> Span:
    """The month, quarter or year in which a day lies."""
    length = MONTHS[grain]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Span(first, _end(date(day.year, first.month + length - 1, 1)))


def before(grain: Grain, day: date) -> Span:
    """The last one that is over on this day."""
    return whole(grain, whole(grain, day).first - DAY)


def latest(grain: Grain, day: date, number: int) -> list[Span]:
    """The one in which a day lies and those before it, the newest first."""
    found = [whole(grain, day)]
    while len(found) < number:
        found.append(before(grain, found[-1].first))
    return found


def called(span: Span) -> str:
    """A whole month, quarter or year as it is written: `2026-02`, `2026-Q1`, `2026`."""
    match grain_of(span):
        case Grain.MONTH:
            return f"{span.first:%Y-%m}"
        case Grain.QUARTER:
            return f"{span.first.year}-Q{(span.first.month + 2) // 3}"
        case Grain.YEAR:
            return str(span.first.year)
        case _:
            return "..".join(span.days)


def named(written: str) -> Span | None:
    """What somebody means by `2026`, `2026/27`, `2026-Q1`, `2026-02`, `2026-02-14`, or two with dots between.

    None where it says no days.
    """
    first, dots, last = written.strip().partition("..")
    begins, ends = _one(first), _one(last if dots else first)
    if begins is None or ends is None or ends.last < begins.first:
        return None
    return Span(begins.first, ends.last)


def span(written: str) -> Span:
    """The same, for what must be days. Raises ValueError with a sentence."""
    if (found := named(written)) is None:
        raise ValueError(say("“{text}” names no days such as 2026-02 or 2026-02-01..2026-03-15", text=written))
    return found


def _one(written: str) -> Span | None:
    try:
        return _whole(written)
    except ValueError:
        return None


def _whole(written: str) -> Span:
    """All the days of what is named. Raises ValueError."""
    if found := _MONTH.fullmatch(written):
        return whole(Grain.MONTH, date(int(found[1]), int(found[2]), 1))
    if found := _QUARTER.fullmatch(written):
        return whole(Grain.QUARTER, date(int(found[1]), int(found[2]) * MONTHS[Grain.QUARTER], 1))
    if (found := _FINANCIAL.fullmatch(written)) and int(found[2]) == (int(found[1]) + 1) % 100:
        return Span(date(int(found[1]), APRIL, 1), date(int(found[1]) + 1, APRIL, 1) - DAY)
    if _YEAR.fullmatch(written):
        return whole(Grain.YEAR, date(int(written), 1, 1))
    day = date.fromisoformat(written)
    return Span(day, day)


def grain_of(span: Span) -> Grain | None:
    """Whether it is exactly a month, a quarter or a year."""
    return next((grain for grain in Grain if span == whole(grain, span.first)), None)


def parts(span: Span, grain: Grain) -> list[Span]:
    """The whole months, quarters or years that lie within it, the earliest first."""
    return [each for each in _touched(span, grain) if span.first <= each.first and each.last <= span.last]


def are_whole(span: Span, grain: Grain) -> bool:
    """Whether it is put together from whole months, quarters or years."""
    found = parts(span, grain)
    return bool(found) and (found[0].first, found[-1].last) == span


def _touched(span: Span, grain: Grain) -> Iterator[Span]:
    each = whole(grain, span.first)
    while each.first <= span.last:
        yield each
        each = whole(grain, each.last + DAY)


def _end(month: date) -> date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])


def said(span: Span) -> str:
    """The days in words."""
    match grain_of(span):
        case Grain.MONTH:
            return month_and_year(span.first)
        case Grain.QUARTER:
            return say("quarter {number} of {year}", number=(span.first.month + 2) // 3, year=span.first.year)
        case Grain.YEAR:
            return str(span.first.year)
        case _ if span.first == span.last:
            return full_day(span.first)
        case _:
            return say("{first} to {last}", first=full_day(span.first), last=full_day(span.last))
