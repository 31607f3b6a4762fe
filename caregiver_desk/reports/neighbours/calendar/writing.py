"""RFC 5545 as far as it is needed: entries in, lines out, folded at 75 octets and never within a letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

FOLD = 75  # octets of a line, without its end
PRODUCT = "-//Caregiver Desk//Calendar//EN"
_NOT_TOLD = dict.fromkeys(
    [*range(32), 127]
)  # signs that no letter is, of which only a tab and a line's end mean anything
_ESCAPED = _NOT_TOLD | {ord(sign): f"\\{sign}" for sign in "\\;,"} | {ord("\n"): "\\n", ord("\t"): "\t"}


class Sort(StrEnum):
    EVENT = "VEVENT"
    TODO = "VTODO"


class Status(StrEnum):
    CONFIRMED = "CONFIRMED"
    CANCELLED = "CANCELLED"
    NEEDS_ACTION = "NEEDS-ACTION"
    COMPLETED = "COMPLETED"


class Entry(NamedTuple):
    """One thing in a calendar; `sequence` rises with every change. A to-do may be without a day, an event never."""

    uid: str
    sort: Sort
    day: date | None
    summary: str
    status: Status
    sequence: int
    busy: bool = True


def calendar(entries: Iterable[Entry], name: str, stamp: datetime) -> Iterator[bytes]:
    """The file, a line at a time. `stamp` is when it was written, in UTC."""
    told = stamp.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield from _lines("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
    yield from _lines(f"X-WR-CALNAME:{escaped(name)}")
    for each in entries:
        yield from _lines(f"BEGIN:{each.sort}", *_properties(each, told), f"END:{each.sort}")
    yield from _lines("END:VCALENDAR")


def escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _properties(entry: Entry, stamp: str) -> Iterator[str]:
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp}"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    yield f"STATUS:{entry.status}"
    yield "CLASS:PRIVATE"
    yield from _of_event(entry) if entry.sort == Sort.EVENT else _of_todo(entry)


def _of_event(entry: Entry) -> Iterator[str]:
    day = entry.day or date.min
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"TRANSP:{'OPAQUE' if entry.busy else 'TRANSPARENT'}"


def _of_todo(entry: Entry) -> Iterator[str]:
    if entry.day:
        yield f"DUE;VALUE=DATE:{entry.day:%Y%m%d}"
    if entry.status != Status.CANCELLED:
        yield f"PERCENT-COMPLETE:{100 if entry.status == Status.COMPLETED else 0}"


def _lines(*lines: str) -> Iterator[bytes]:
    for line in lines:
        yield b"\r\n ".join(_folded(line)) + b"\r\n"


def _folded(line: str) -> Iterator[bytes]:
    """Pieces of at most 75 octets, the blank before each but the first counted, and each made of whole letters."""
    piece, room = b"", FOLD
    for letter in line:
        raw = letter.encode()
        if len(piece) + len(raw) > room:
            yield piece
            piece, room = b"", FOLD - 1
        piece += raw
    yield piece
