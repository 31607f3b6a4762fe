"""The days that somebody means by a year, a quarter, a month, a day, or two days with dots between them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.wording import full_day, say

MONTHS_IN_A_QUARTER, MONTHS_IN_A_YEAR = 3, 12
_QUARTER = re.compile("([0-9]{4})-?Q([1-4])", re.IGNORECASE)
_YEAR, _MONTH = re.compile("([0-9]{4})"), re.compile("([0-9]{4})-([0-9]{2})")


class Span(NamedTuple):
    """From one day to another; both belong to it."""

    first: date
    last: date

    def words(self) -> str:
        if self.first == self.last:
            return full_day(self.first)
        return say("{first} to {last}", first=full_day(self.first), last=full_day(self.last))


def span(text: str) -> Span:
    """`2026`, `2026-Q1`, `2026-02`, `2026-02-14` or `2026-02-01..2026-03-15`. Raises ValueError."""
    first, dots, last = text.strip().partition("..")
    try:
        found = Span(_whole(first).first, _whole(last).last) if dots else _whole(first)
    except ValueError:
        found = None
    if found is None or found.last < found.first:
        raise ValueError(say("“{text}” names no days such as 2026-02 or 2026-02-01..2026-03-15", text=text))
    return found


def _whole(text: str) -> Span:
    """All the days of what is named."""
    if found := _QUARTER.fullmatch(text):
        return _months(int(found[1]), MONTHS_IN_A_QUARTER * int(found[2]) - 2, MONTHS_IN_A_QUARTER)
    if found := _YEAR.fullmatch(text):
        return _months(int(found[1]), 1, MONTHS_IN_A_YEAR)
    if found := _MONTH.fullmatch(text):
        return _months(int(found[1]), int(found[2]), 1)
    day = date.fromisoformat(text)
    return Span(day, day)


def _months(year: int, month: int, many: int) -> Span:
    """So many months from this one on."""
    beyond = month + many
    after = date(year + (beyond - 1) // MONTHS_IN_A_YEAR, (beyond - 1) % MONTHS_IN_A_YEAR + 1, 1)
    return Span(date(year, month, 1), after - timedelta(days=1))
