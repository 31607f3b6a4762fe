"""Days as people type them: `3/3`, `fri`, `+14`, `3 mar`, `2026-03-03`. What could be two is asked.

A visit lies behind us and a promise ahead; a field says which way it looks. A day that lies that way and near counts;
if two do, both are offered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum

from caregiver_desk.wording import DAYS, MONTHS, fold, say

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES = re.compile(r"(\d{1,2})[/. ](\d{1,2})(?:[/. ](\d{2}|\d{4}))?")
_NAMED = re.compile(r"(\d{1,2})\.?\s*([^\W\d]{3,})\.?(?:\s+(\d{4}))?")
_STEPS = re.compile(r"([+-])\s*(\d{1,3})")
_WEEK = 7
_CENTURY = 100


class Looks(Enum):
    """Which way a field looks, as the days (behind, ahead) within which a day is likely."""

    BACK = (62, 0)
    AHEAD = (0, 183)

    def near(self, day: date, today: date) -> bool:
        behind, ahead = self.value
        return -behind <= (day - today).days <= ahead


def days_meant(typed: str, today: date, looks: Looks) -> list[date]:
    """The days that these words may mean, likeliest first: one if they are clear, none if they are no day."""
    words = typed.strip().casefold()
    found = sorted(set(_read(words, today, looks)), key=lambda day: abs(day - today))
    near = [day for day in found if looks.near(day, today)]
    return near or found


def _read(words: str, today: date, looks: Looks) -> Iterator[date]:
    if words in {"today", say("today")}:
        yield today
    elif words in {"yesterday", say("yesterday")}:
        yield today - timedelta(1)
    elif words in {"tomorrow", say("tomorrow")}:
        yield today + timedelta(1)
    elif step := _STEPS.fullmatch(words):
        yield today + timedelta(int(step[1] + step[2]))
    elif iso := _ISO.fullmatch(words):
        yield from _day(*map(int, iso.groups()))
    elif (weekday := _begins_as(words, DAYS)) is not None:
        yield _weekday(weekday, today, looks)
    elif named := _NAMED.fullmatch(words):
        yield from _in_month(named, today, looks)
    elif figures := _FIGURES.fullmatch(words):
        for day, month in ((figures[1], figures[2]), (figures[2], figures[1])):
            yield from _in_years(int(day), int(month), figures[3], today, looks)


def _weekday(number: int, today: date, looks: Looks) -> date:
    if looks is Looks.AHEAD:
        return today + timedelta((number - today.weekday() - 1) % _WEEK + 1)
    return today - timedelta((today.weekday() - number) % _WEEK)


def _in_month(named: re.Match[str], today: date, looks: Looks) -> Iterator[date]:
    month = _begins_as(named[2], MONTHS)
    if month is not None:
        yield from _in_years(int(named[1]), month + 1, named[3], today, looks)


def _begins_as(word: str, names: Sequence[str]) -> int | None:
    """Which of these names a word begins with, in the language of the desk or else in English; whole words do too."""
    if not word.isalpha():
        return None
    for spoken in (list(map(say, names)), names):
        found = [place for place, name in enumerate(spoken) if fold(word).startswith(fold(name))]
        if found:
            return found[0]
    return None


def _in_years(day: int, month: int, year: str | None, today: date, looks: Looks) -> Iterator[date]:
    """This day of the year that was named, else the next one the way that the field looks."""
    if year:
        whole = int(year) if int(year) >= _CENTURY else today.year // _CENTURY * _CENTURY + int(year)
        yield from _day(whole, month, day)
        return
    found = [each for step in (-1, 0, 1) for each in _day(today.year + step, month, day)]
    that_way = [each for each in found if (each >= today if looks is Looks.AHEAD else each <= today)]
    yield from sorted(that_way, key=lambda each: abs(each - today))[:1]


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
