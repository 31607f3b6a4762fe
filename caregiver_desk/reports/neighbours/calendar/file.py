"""A calendar file: looked over before it is written, then written whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import NothingPlanned
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.neighbours.calendar.entries import Calendar
from caregiver_desk.reports.neighbours.calendar.writing import Entry, Status, calendar
from caregiver_desk.reports.neighbours.putting import put, stamp
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

BACK, AHEAD = timedelta(31), timedelta(366)


class Counted(NamedTuple):
    """What stands in a calendar: talks and visits that are on, things to do, what is called off or over, people."""

    meetings: int
    to_do: int
    over: int
    people: int


def usual_days(today: date) -> Span:
    """What was of late, so that it is put right, and a year ahead."""
    return Span(today - BACK, today + AHEAD)


def look_over(told: Calendar) -> Counted:
    """What a file would hold; nothing is written."""
    tally = Counter[str]()
    for _ in _counting(told.entries(), tally):
        pass
    return _counted(tally, told)


def write(told: Calendar, path: Path) -> Counted:
    """Put the calendar there. Raises NothingPlanned, FileInTheWay, DiskFull or CannotWrite."""
    tally = Counter[str]()
    entries = _some(_counting(told.entries(), tally))
    put(told.book, path, calendar(entries, _name(told.book), stamp()), told.people)
    return _counted(tally, told)


def _some(entries: Iterator[Entry]) -> Iterator[Entry]:
    """These; a calendar without any is none (RFC 5545, 3.6)."""
    first = next(entries, None)
    if first is None:
        raise NothingPlanned
    yield first
    yield from entries


def _counting(entries: Iterable[Entry], tally: Counter[str]) -> Iterator[Entry]:
    """A to-do and the day that stands for it in the calendar are one thing."""
    for each in entries:
        tally[each.status] += each.busy
        yield each


def _counted(tally: Counter[str], told: Calendar) -> Counted:
    over = tally[Status.CANCELLED] + tally[Status.COMPLETED]
    return Counted(tally[Status.CONFIRMED], tally[Status.NEEDS_ACTION], over, len(told.people))


def _name(book: Book) -> str:
    return say("Caregiver Desk, made-up people") if book.fictional else say("Caregiver Desk")
