"""Questions to the journal itself: who wrote what when, and what is in conflict."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from caregiver_desk.records import folding, journal, undone
from caregiver_desk.records.journal import Held, Origin, Scalar
from caregiver_desk.store import naming, questions, statements
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf


@dataclass(frozen=True)
class Entry:
    """One line of a record's history. `counts` false means set aside.

    `at` is the writer's wall clock in seconds, 0 where she did not know what time it was.
    """

    tag: str
    laptop: str
    scope: str
    by: str
    at: int
    audience: str
    fields: Mapping[str, Scalar]
    replaces: tuple[str, ...]
    undoes: str
    origin: Origin | None
    counts: bool


class Said(NamedTuple):
    """When a line was written (0 where nobody knew), and what it says of some fields."""

    at: int
    fields: Mapping[str, Scalar]


@dataclass(frozen=True)
class Conflict:
    """Two or more current values of one field, the displayed one first."""

    kind: str
    record: str
    field: str
    options: tuple[Entry, ...]


def history(book: Book, kind: str, record: str) -> list[Entry]:
    """Every line held of a record, what came after below what it replaced; clocks order only what nothing else does."""
    with book.reading() as cursor:
        held = folding.by_tag(naming.lines_of(book, cursor, record, kind))
    return [_entry(each) for each in _in_order(held)]


def last_written(book: Book, leaves: Collection[Leaf]) -> dict[str, int]:
    """When the newest line of each of these was written that counts; 0 where nobody knew."""
    told = {leaf.id: 0 for leaf in leaves}
    for leaf, held in _lines(book, leaves):
        told[leaf.id] = max(told[leaf.id], held.line.at)
    return told


def said_over_time(book: Book, leaves: Collection[Leaf], names: Collection[str]) -> dict[str, list[Said]]:
    """What the lines that count said of these fields, by record, in the order in which they were written."""
    told: dict[str, list[Said]] = {leaf.id: [] for leaf in leaves}
    for leaf, held in _lines(book, leaves):
        fields = {name: held.line.fields[name] for name in names if name in held.line.fields}
        told[leaf.id].append(Said(held.line.at, fields))
    return {record: sorted(said, key=lambda each: each.at) for record, said in told.items()}


def _lines(book: Book, leaves: Collection[Leaf]) -> Iterator[tuple[Leaf, Held]]:
    """The lines of these that count. One question for all."""
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        whose = {each: leaf for leaf in leaves for each in hearing.joined.all_of(leaf.id)}
        cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(list(whose)),))
        lines = [(whose[record], hearing.held(*where)) for record, *where in cursor.fetchall()]
    yield from ((leaf, held) for leaf, held in lines if held and held.counts and held.line.kind == leaf.kind)


def _in_order(held: Mapping[str, Held]) -> Iterator[Held]:
    """Each line after all those that it names; among those that may come next, the one that was written first."""
    waits = {tag: {each for each in _named(line) if each in held} for tag, line in held.items()}
    follow: dict[str, list[str]] = {}
    for tag, before in waits.items():
        for each in before:
            follow.setdefault(each, []).append(tag)
    ready = [(held[tag].line.at, 0, tag) for tag, before in waits.items() if not before]
    heapify(ready)
    while ready:
        _, step, tag = heappop(ready)
        yield held[tag]
        for each in follow.get(tag, ()):
            waits[each].discard(tag)
            if not waits[each]:
                heappush(ready, (held[each].line.at, step + 1, each))  # of one second, what names another comes later


def _named(held: Held) -> tuple[str, ...]:
    elsewhere = (tag for names in held.line.elsewhere.values() for tag in names)
    return (*held.line.replaces, *elsewhere)


def _entry(held: Held) -> Entry:
    line = held.line
    return Entry(
        held.tag,
        held.stream.laptop,
        held.stream.scope,
        line.by,
        line.at,
        held.stream.audience,
        line.fields,
        _named(held),
        line.undoes,
        line.origin,
        held.counts,
    )


def timeless(book: Book, records: Sequence[str]) -> frozenset[str]:
    """The tags of those lines of these records that were written while nobody knew what time it was."""
    with book.reading() as cursor:
        cursor.execute(statements.TIMELESS, (json.dumps(records),))
        return frozenset(journal.tag(body.encode()) for (body,) in cursor.fetchall())


def current(book: Book, kind: str, record: str) -> list[tuple[str, Entry]]:
    """(field, line) of everything current in a record taken alone, by field and then by time."""
    with book.reading() as cursor:
        web = folding.Web(each for each in naming.lines_of(book, cursor, record, kind) if each.line.record == record)
    return [(name, _entry(held)) for name in web.fields for held in sorted(web.current(name), key=_written)]


def _written(held: Held) -> tuple[int, str, int]:
    return held.line.at, held.stream.laptop, held.number


def conflicts(book: Book) -> list[Conflict]:
    """Every field with two different current values, for a person to settle whenever she likes."""
    return [
        conflict
        for leaf in questions.disputed(book)
        if leaf.quarrels
        for conflict in conflicts_of(book, leaf.kind, leaf.id)
    ]


def conflicts_of(book: Book, kind: str, record: str) -> list[Conflict]:
    """What an undo brought back stands here as it was first said: by whom, and when."""
    with book.reading() as cursor:
        held = naming.lines_of(book, cursor, record, kind)
        folded = folding.fold(held, scopes=book.hearing(cursor).scopes())
    web = folding.Web(held)
    return [
        Conflict(kind, record, name, tuple(_entry(undone.first_said(web, each, name)) for each in odds))
        for name, odds in folded.conflicts.items()
    ]


def before(book: Book, kind: str, record: str, tag: str) -> dict[str, list[Scalar]]:
    """The values in whose place a line stands, by field, the one to show first: several where it settled a conflict.

    Null where there was none; a field is left out where what stood there is not here.
    """
    with book.reading() as cursor:
        web = folding.Web(naming.lines_of(book, cursor, record, kind))
    earlier = {name: undone.before(web, web.held[tag], name) for name in web.held[tag].line.fields}
    return {name: undone.sides(heads, name) for name, heads in earlier.items() if heads is not None}


def stood_before(book: Book, kind: str, record: str, entries: Sequence[Entry]) -> dict[str, dict[str, list[Scalar]]]:
    """The same of several lines of one record at once, by their tags."""
    with book.reading() as cursor:
        web = folding.Web(naming.lines_of(book, cursor, record, kind))
    found: dict[str, dict[str, list[Scalar]]] = {}
    for entry in entries:
        earlier = {name: undone.before(web, web.held[entry.tag], name) for name in entry.fields}
        found[entry.tag] = {name: undone.sides(heads, name) for name, heads in earlier.items() if heads is not None}
    return found


def taken_back(book: Book, kind: str, record: str, tag: str, save: Collection[str]) -> list[dict[str, Scalar]]:
    """What must be written to take back a line of a save: once for each side where that settled a conflict."""
    with book.reading() as cursor:
        return undone.taken_back(folding.Web(naming.lines_of(book, cursor, record, kind)), tag, save)


def said_of(book: Book, kind: str, record: str, tag: str) -> dict[tuple[str, Scalar], str]:
    """Of which record each value was said in whose place a line stands, where that is one that stands with another."""
    with book.reading() as cursor:
        web = folding.Web(naming.lines_of(book, cursor, record, kind))
    line = web.held[tag]
    earlier = {name: undone.before(web, line, name) or () for name in line.line.fields}
    return {(name, held.line.fields[name]): held.line.record for name, heads in earlier.items() for held in heads}


def comes_from(book: Book, kind: str, record: str, tags: Collection[str]) -> bool:
    """Whether a record holds nothing but what these lines said: all later changes were taken back."""
    with book.reading() as cursor:
        return undone.comes_from(folding.Web(naming.lines_of(book, cursor, record, kind)), tags)
