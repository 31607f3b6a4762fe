"""What the laptops of somebody hold, as far as this book knows.

Decision. A laptop holds what it wrote itself, and what it said it has (see receipts). What was sealed for it and never
acknowledged may be there too. Which lines were in which bundle is written nowhere, so of these rather too much is told
than too little: all that it may read, has not acknowledged, and that was ever signed for a bundle, if one was made.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.journal import Stream
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import receipts, sending, statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.streams import Spans, united


class Held(NamedTuple):
    """A record of which lines of an audience are there."""

    audience: str
    kind: str
    record: str


def held(book: Book, key: str, records: Collection[str] | None = None) -> set[Held]:
    """What the laptops that speak with a key hold; only of these records, if some are named."""
    with book.reading() as cursor:
        return {each for s, stream, spans in _held(cursor, key) for each in _records(cursor, s, stream, spans, records)}


def here(book: Book) -> set[Held]:
    """What this book holds."""
    with book.reading() as cursor:
        rows = [(s, stream, [(span.low, span.high) for span in spans]) for s, stream, spans in sending.held(cursor)]
        return {each for s, stream, spans in rows for each in _records(cursor, s, stream, spans, None)}


def may_hold(book: Book, partner: Partner, admits: Callable[[Stream], bool]) -> set[Held]:
    """What may have been in bundles for a partner, and is not acknowledged; nothing if none was ever made."""
    with book.reading() as cursor:
        cursor.execute("SELECT count(*) FROM sent WHERE partner = ?", (partner.key,))
        if cursor.fetchone() == (0,):
            return set()
        signed = [sending.signed(cursor, each) for each in sending.stretches(cursor, partner, admits)]
        owed = [(each.s, each.stream, [(each.low, each.span.high)]) for each in signed if each]
        return {each for s, stream, spans in owed for each in _records(cursor, s, stream, spans, None)}


def bundles_since(book: Book, partner: Partner) -> int:
    """How many bundles were made for a partner since something of hers was last opened here."""
    with book.reading() as cursor:
        cursor.execute("SELECT laptop, max(opened) FROM arrival GROUP BY laptop")
        hers = (opened for laptop, opened in cursor.fetchall() if clock.speaks_for(laptop, partner.key))
        cursor.execute("SELECT count(*) FROM sent WHERE partner = ? AND made > ?", (partner.key, max(hers, default=-1)))
        return int((cursor.fetchone() or (0,))[0])


class Concerned(NamedTuple):
    """Whose records they are, or whom they are about: workers, those who live in a home, and homes."""

    people: frozenset[str]
    members: frozenset[str]
    homes: frozenset[str]


def concerned(book: Book, held: Collection[Held]) -> Concerned:
    found: dict[str, set[str]] = {}
    for each in held:
        found.setdefault(each.kind, set()).add(each.record)
    with book.reading() as cursor:
        people = sending.people_in(cursor, found)
        homes = found.get("household", set()) | _homes_in(cursor, found)
    return Concerned(frozenset(people), frozenset(found.get("member", ())), frozenset(homes))


def _homes_in(cursor: Cursor, found: Mapping[str, Collection[str]]) -> set[str]:
    """The homes that these records name."""
    homes: set[str] = set()
    for kind in KINDS.values():
        for name, field in kind.fields.items():
            if kind.name in found and field.shown.refers == "household":
                cursor.execute(
                    f"SELECT DISTINCT {name} FROM {kind.name} WHERE {name} IS NOT NULL"
                    " AND id IN (SELECT value FROM json_each(?))",
                    (json.dumps(sorted(found[kind.name])),),
                )
                homes |= {row[0] for row in cursor.fetchall()}
    return homes


def _held(cursor: Cursor, key: str) -> Iterator[tuple[int, Stream, Spans]]:
    cursor.execute("SELECT DISTINCT by FROM acknowledged")
    laptops = [by for (by,) in cursor.fetchall() if clock.speaks_for(by, key)]
    for s, stream, spans in sending.held(cursor):
        if clock.speaks_for(stream.laptop, key):
            yield s, stream, [(span.low, span.high) for span in spans]
        else:
            told = (receipts.acknowledged(cursor, laptop, stream).get(s, ()) for laptop in laptops)
            yield s, stream, united([span for each in told for span in each])


def _records(cursor: Cursor, s: int, stream: Stream, spans: Spans, records: Collection[str] | None) -> Iterator[Held]:
    only = "" if records is None else " AND record IN (SELECT value FROM json_each(?))"
    asked = () if records is None else (json.dumps(sorted(records)),)
    for low, high in spans if stream.scope else ():  # statements speak of laptops
        cursor.execute(
            f"SELECT DISTINCT {statements.KIND_SAID}, record FROM line"
            f" WHERE stream = ? AND number BETWEEN ? AND ? AND body IS NOT NULL AND record <> ''{only}",
            (s, low, high, *asked),
        )
        yield from (Held(stream.audience, kind or "", record) for kind, record in cursor.fetchall())
