"""The names that DHIS2 gives to days, weeks, months, quarters, half years and years, and the days that they mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.practice.spans import Span

_YEAR = "(?P<year>[0-9]{4})"
_APRIL, _JULY, _OCTOBER = 4, 7, 10
_DAY = timedelta(1)


class Period(NamedTuple):
    """Its name there (`2026Q1`), what sort of period that is there (`Quarterly`), and its days."""

    code: str
    sort: str
    days: Span


class _Form(NamedTuple):
    sort: str
    written: re.Pattern[str]
    code: str
    days: Callable[[int, int, int], Span]


def period(text: str) -> Period:
    """`2026-02` or `202602`, `2026Q1`, `2026W7`, `2026AprilS1`, `2026`, `2026April` and so on. Raises ValueError."""
    for form in _FORMS:
        if found := form.written.fullmatch(text.strip()):
            told = {name: int(number) for name, number in found.groupdict(default="1").items()}
            year, part, day = told["year"], told.get("part", 1), told.get("day", 1)
            return Period(form.code.format(year=year, part=part, day=day), form.sort, form.days(year, part, day))
    raise ValueError(text)


def _months(length: int, first: int = 1) -> Callable[[int, int, int], Span]:
    """Parts of a year that have so many months, the first of them beginning with this one."""

    def days(year: int, part: int, _: int) -> Span:
        begins = _month(year, first + (part - 1) * length)
        return Span(begins, _month(year, first + part * length) - _DAY)

    return days


def _month(year: int, number: int) -> date:
    """The first day of a month; the thirteenth is the first of the year after."""
    return date(year + (number - 1) // 12, (number - 1) % 12 + 1, 1)


def _week(year: int, part: int, _: int) -> Span:
    monday = date.fromisocalendar(year, part, 1)
    return Span(monday, monday + 6 * _DAY)


def _day(year: int, part: int, day: int) -> Span:
    return Span(date(year, part, day), date(year, part, day))


def _form(sort: str, rest: str, code: str, days: Callable[[int, int, int], Span]) -> _Form:
    return _Form(sort, re.compile(_YEAR + rest, re.IGNORECASE), code, days)


_FORMS = (
    _form("Daily", "-?(?P<part>[0-9]{2})-?(?P<day>[0-9]{2})", "{year:04}{part:02}{day:02}", _day),
    _form("Weekly", "-?W(?P<part>[0-9]{1,2})", "{year:04}W{part}", _week),
    _form("Monthly", "-?(?P<part>0[1-9]|1[0-2])", "{year:04}{part:02}", _months(1)),
    _form("BiMonthly", "-?0?(?P<part>[1-6])B", "{year:04}{part:02}B", _months(2)),
    _form("Quarterly", "-?Q(?P<part>[1-4])", "{year:04}Q{part}", _months(3)),
    _form("SixMonthly", "-?S(?P<part>[12])", "{year:04}S{part}", _months(6)),
    _form("SixMonthlyApril", "-?AprilS(?P<part>[12])", "{year:04}AprilS{part}", _months(6, _APRIL)),
    _form("Yearly", "", "{year:04}", _months(12)),
    _form("FinancialApril", "-?April", "{year:04}April", _months(12, _APRIL)),
    _form("FinancialJuly", "-?July", "{year:04}July", _months(12, _JULY)),
    _form("FinancialOct", "-?Oct", "{year:04}Oct", _months(12, _OCTOBER)),
)
SORTS = tuple(form.sort for form in _FORMS)
