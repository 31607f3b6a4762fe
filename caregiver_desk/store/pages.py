"""The records of a kind, page after page, with only the columns that were asked for.

Context. A file may tell of a hundred thousand visits. Read whole they would fill the laptop's memory; read with all
their columns, words would pass through that the file may never hold.

Decision. Pages follow each other by id, which no record lacks: a record without a day is not lost where a page ends.
Only the columns that were asked for are read at all.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from caregiver_desk.records.record import Field, Kind
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Days

AT_ONCE = 1_000  # records of a page


class Told(NamedTuple):
    """The id of a record, and what stands in the columns that were asked for, as it is stored."""

    id: str
    values: Sequence[Any]


def pages(book: Book, kind: Kind, fields: Sequence[Field], days: Days | None = None) -> Iterator[list[Told]]:
    """Every record of a kind that is not gone, by its id; with `days`, those that stand under one of them."""
    within, bound = _within(kind, days)
    last = ""
    while page := _page(book, kind, fields, f"id > ? AND {within}", [last, *bound, AT_ONCE]):
        yield page
        last = page[-1].id


def pages_of(book: Book, kind: Kind, fields: Sequence[Field], ids: Sequence[str]) -> Iterator[list[Told]]:
    """These records, in this order."""
    for first in range(0, len(ids), AT_ONCE):
        asked = ids[first : first + AT_ONCE]
        found = {told.id: told for told in some(book, kind, fields, asked)}
        yield [found[each] for each in asked if each in found]


def some(book: Book, kind: Kind, fields: Sequence[Field], ids: Collection[str]) -> list[Told]:
    """Those of these records that are here."""
    condition = "id IN (SELECT value FROM json_each(?))"
    return _page(book, kind, fields, condition, [json.dumps(list(ids)), len(ids)])


def ids(book: Book, kind: Kind, days: Days | None = None) -> list[str]:
    """The ids of these records."""
    return [told.id for page in pages(book, kind, (), days) for told in page]


def how_many(book: Book, kind: Kind, days: Days | None = None) -> int:
    within, bound = _within(kind, days)
    with book.reading() as cursor:
        cursor.execute(f"SELECT count(*) FROM {kind.name} WHERE gone = 0 AND {within}", bound)
        return int(cursor.fetchone()[0])  # type: ignore[index]


def without_a_day(book: Book, kind: Kind) -> int:
    """How many records stand under no day, although their kind has one; what lasts may have begun on any."""
    if lasts(kind):
        return 0
    with book.reading() as cursor:
        cursor.execute(f"SELECT count(*) FROM {kind.name} WHERE gone = 0 AND {kind.when} IS NULL")
        return int(cursor.fetchone()[0])  # type: ignore[index]


def named_in(book: Book, kind: Kind, field: Field, days: Days | None = None) -> set[str]:
    """Every record that this field names."""
    within, bound = _within(kind, days)
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT DISTINCT {field.name} FROM {kind.name} WHERE gone = 0 AND {field.name} IS NOT NULL AND {within}",
            bound,
        )
        return {str(record) for (record,) in cursor.fetchall()}


def lasts(kind: Kind) -> bool:
    """Whether its records hold from one day to another."""
    return kind.when == "since" and "until" in kind.fields


def _within(kind: Kind, days: Days | None) -> tuple[str, list[Any]]:
    """What stands under no day is not narrowed by any; what lasts is within days on some of which it held."""
    if days is None or not kind.when:
        return "1 = 1", []
    if lasts(kind):
        return "coalesce(since, ?) <= ? AND coalesce(until, ?) >= ?", [days[1], days[1], days[1], days[0]]
    return f"{kind.when} BETWEEN ? AND ?", [*days]


def _page(book: Book, kind: Kind, fields: Sequence[Field], condition: str, bound: Sequence[Any]) -> list[Told]:
    asked = ", ".join(["id", *(field.name for field in fields)])
    with book.reading() as cursor:
        cursor.execute(f"SELECT {asked} FROM {kind.name} WHERE gone = 0 AND {condition} ORDER BY id LIMIT ?", bound)
        return [Told(row[0], row[1:]) for row in cursor.fetchall()]
