"""What was saved here, so that it can be taken back by name, also after a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.shapes import GREATEST_NUMBER
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.store.book import Book, Cursor

TAKEN_BACK = frozenset({Statement.SAMENESS, Statement.HANDOVER})  # of all that is stated
STAYS = 2  # beside 0 (not undone) and 1 (undone): what undo does not take back


@dataclass(frozen=True)
class SavedRecord:
    """What one save did to one record: its lines (tag: audience), and whether it brought the record into being."""

    kind: str
    record: str
    lines: dict[str, str]
    made: bool


@dataclass(frozen=True)
class SavedAct:
    number: int
    act: str
    at: int
    records: tuple[SavedRecord, ...]


def meant(book: Book, number: int = 0) -> Iterator[SavedAct]:
    """The saves that an undo may take back: the one of this number, or all that are not undone yet, the last first."""
    found = saved(book, number)
    while found:
        yield found
        found = None if number else saved(book, before=found.number)


def saved(book: Book, number: int = 0, *, before: int = GREATEST_NUMBER) -> SavedAct | None:
    """A save not undone yet: by its number, or the last one before another that is not itself an undo."""
    wanted = "n = ?" if number else "act NOT LIKE 'undo:%' AND n < ?"
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT n, act, at, lines FROM saved WHERE undone = 0 AND {wanted} ORDER BY n DESC LIMIT 1",
            (number or before,),
        )
        found = cursor.fetchone()
        if found is None:
            return None
        number, act, at, places = found
        return SavedAct(number, act, at, _records(book, cursor, json.loads(places)))


def done_since(book: Book, act: str, since: int) -> Iterator[SavedAct]:
    """The saves of one act since a moment that are not undone yet, the last first."""
    with book.reading() as cursor:
        cursor.execute("SELECT n FROM saved WHERE undone = 0 AND act = ? AND at >= ? ORDER BY n DESC", (act, since))
        numbers = [number for (number,) in cursor.fetchall()]
    yield from filter(None, (saved(book, number) for number in numbers))


def done(book: Book, act: str) -> list[int]:
    """The numbers of all saves of an act, also of those that were taken back; of `undo`, whatever it took back."""
    with book.reading() as cursor:
        cursor.execute("SELECT n FROM saved WHERE act = ? OR act LIKE ? ORDER BY n", (act, f"{act}:%"))
        return [number for (number,) in cursor.fetchall()]


def taken_back(book: Book, act: str) -> frozenset[str]:
    """The records of the saves of an act that were undone here, and of none that stands."""
    with book.reading() as cursor:
        cursor.execute("SELECT undone, lines FROM saved WHERE act = ?", (act,))
        saves = [(undone == 1, _records(book, cursor, json.loads(places))) for undone, places in cursor.fetchall()]
    undone, standing = (
        {each.record for was_undone, records in saves if was_undone is sort for each in records}
        for sort in (True, False)
    )
    return frozenset(undone - standing)


def _records(book: Book, cursor: Cursor, places: list[tuple[int, int]]) -> tuple[SavedRecord, ...]:
    """The records that these lines, given as (stream, number), speak of; of statements what joins or moves records."""
    streams = book.hearing(cursor).streams
    kinds: dict[str, str] = {}
    lines: dict[str, dict[str, str]] = {}
    for s, number in places:
        cursor.execute("SELECT body FROM line WHERE stream = ? AND number = ?", (s, number))
        (body,) = cursor.fetchone() or (None,)
        raw = (body or "").encode()
        line = journal.read(raw)
        if line is not None and (streams[s].audience != Audience.CONTROL or line.kind in TAKEN_BACK):
            kinds[line.record] = line.kind
            lines.setdefault(line.record, {})[journal.tag(raw)] = streams[s].audience
    return tuple(
        SavedRecord(kinds[record], record, tags, _made(cursor, record, tags)) for record, tags in lines.items()
    )


def _made(cursor: Cursor, record: str, tags: dict[str, str]) -> bool:
    cursor.execute("SELECT body FROM line WHERE record = ? ORDER BY n LIMIT 1", (record,))
    (first,) = cursor.fetchone() or (None,)
    return first is not None and journal.tag(first.encode()) in tags


def note(book: Book, act: str, *, arrival: int = 0) -> None:
    """Remember that this was done last, though nothing of it can be undone; and with which import, if with any.

    An import stands where lines stand elsewhere, in a stream of the number 0, which no stream has.
    """
    places = json.dumps([(0, arrival)] if arrival else [])
    with book.writing() as cursor:
        told = (act, clock.now(), places, STAYS)
        cursor.execute("INSERT INTO saved (act, at, lines, undone) VALUES (?, ?, ?, ?)", told)


def staying(book: Book) -> str:
    """The act that was done last, if it is one that undo does not take back; empty otherwise."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT act, undone FROM saved WHERE act NOT LIKE 'undo:%' AND undone <> 1 ORDER BY n DESC LIMIT 1"
        )
        act, undone = cursor.fetchone() or ("", 0)
    return act if undone == STAYS else ""


def mark_undone(book: Book, number: int) -> None:
    with book.writing() as cursor:
        cursor.execute("UPDATE saved SET undone = 1 WHERE n = ?", (number,))
