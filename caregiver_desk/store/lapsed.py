"""What was written in a team by somebody whose time there had ended by then: it counts, and it is shown until settled.

Decision. A pure function of the statements and the lines that are here, so that every book that has both says the same,
whatever its own clock says. A line is late by the day it is about, where that is a day that has passed when it is
written, or by its own clock; a clock in doubt says nothing. The last day is over once it is over everywhere on earth.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.book import Book, Cursor

NOON = time(12, tzinfo=UTC)  # by then the day before is over everywhere


class Late(NamedTuple):
    """Whose time had ended, where, on which day; and of which records was written after it."""

    key: str
    scope: str
    until: date
    records: frozenset[str]


def written_after(book: Book) -> list[Late]:
    """All of it, by key and scope."""
    found: dict[tuple[str, str, date], set[str]] = {}
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        for s, stream in hearing.streams.items():
            key = hearing.standing.known.key(stream.laptop)
            until = hearing.standing.until(key, stream.scope) if stream.audience != Audience.CONTROL else None
            if until and (records := set(_after(cursor, s, until))):
                found.setdefault((key, stream.scope, until), set()).update(records)
    return [Late(*place, frozenset(records)) for place, records in sorted(found.items())]


def _after(cursor: Cursor, s: int, until: date) -> Iterator[str]:
    cursor.execute("SELECT body FROM line WHERE stream = ? AND record <> '' AND body IS NOT NULL", (s,))
    lines = (journal.read(str(body).encode()) for (body,) in cursor.fetchall())
    yield from (line.record for line in lines if line is not None and is_late(line, until))


def is_late(line: Line, until: date) -> bool:
    """Whether a line was written, or is about something that happened, when a time that ended on this day was over."""
    over = datetime.combine(until, NOON).timestamp()
    return line.at >= over or (_day(line) or "") >= until.isoformat()


def _day(line: Line) -> str | None:
    """The day it is about, where that can only lie behind who writes it."""
    kind = KINDS.get(line.kind)
    declared = kind.fields.get(kind.when) if kind and kind.when else None
    said = line.fields.get(declared.name) if declared and declared.shown.past else None
    return said if isinstance(said, str) else None
