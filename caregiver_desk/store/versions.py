"""How often a record was written, and what its day ever was: for whoever keeps a copy of it elsewhere.

Decision. A copy that was handed out is put right by a later one only if that says which came after which, and also says
what is gone. So records are told here that were withdrawn too, with the number of lines that this book holds of them:
it rises with every change, whoever wrote it, and never falls. Only lines for the readers of that day are counted, since
a number that rises would tell of a private word.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from caregiver_desk.records.record import Kind
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import PAGE, Leaf, kind_named, leaf, narrowed
from caregiver_desk.store.schema import columns


class Version(NamedTuple):
    """A record, also one that is gone; how many lines said something of it; and the days that it ever had."""

    leaf: Leaf
    number: int
    days: frozenset[str]


def versions(book: Book, kind: str, where: Mapping[str, Any], day: str) -> Iterator[Version]:
    """The records of a kind that say this, by id, a page at a time. `day` names the field of their day."""
    declared, last = kind_named(kind), ""
    while page := _page(book, declared, where, last):
        written = _written(book, declared, page, day)
        yield from (Version(each, *written.get(each.id, (0, frozenset()))) for each in page)
        last = page[-1].id


def _page(book: Book, kind: Kind, where: Mapping[str, Any], last: str) -> list[Leaf]:
    (_, *said), bound = narrowed(book, kind, where)
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns(kind))} FROM {kind.name} WHERE {' AND '.join(['id > ?', *said])}"
            " ORDER BY id LIMIT ?",
            (last, *bound, PAGE),
        )
        return [leaf(kind, row) for row in cursor.fetchall()]


def _written(book: Book, kind: Kind, page: list[Leaf], name: str) -> dict[str, tuple[int, frozenset[str]]]:
    audience = kind.fields[name].audience
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        whose = {each: leaf.id for leaf in page for each in hearing.joined.all_of(leaf.id)}
        cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(list(whose)),))
        held = [(whose[record], hearing.held(*where)) for record, *where in cursor.fetchall()]
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for record, each in held:
        if each is not None and each.stream.audience == audience and each.line.kind == kind.name:
            number, days = found.get(record, (0, frozenset()))
            day = each.line.fields.get(name)
            found[record] = (number + 1, days | ({str(day)} if day else frozenset()))
    return found
