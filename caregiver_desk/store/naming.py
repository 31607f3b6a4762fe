"""What a writer has before her eyes: the lines that a new line will say it replaces.

They are named for each scope taken alone. Naming only what is current in her whole view would leave out a line of this
scope that one of another scope replaced; a reader of this scope only would then be shown a quarrel that never was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import WITHDRAWN, Held, Names, Scalar
from caregiver_desk.records.record import KINDS, Kind
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.posting import Posting
from caregiver_desk.store.rows import Row, expand


def names(
    book: Book, cursor: Cursor, posting: Posting, kind: str, record: str, scope: str, fields: Mapping[str, Scalar]
) -> tuple[Names, dict[str, Names]]:
    """(replaces, elsewhere) of a line that will write these fields: of its own scope, and of others under their marks."""
    if kind in KINDS and record not in book.weighing(cursor).standing.moved:
        row = posting.row(KINDS[kind], record)
        if row is None or row.scope == scope:
            return _from_row(row, KINDS[kind], fields), {}
    held = lines_of(book, cursor, record, kind)
    by_scope = {each: _current_alone(held, each, fields) for each in sorted({line.stream.scope for line in held})}
    own = by_scope.pop(scope if kind in KINDS else "", {})
    return own, {clock.mark(record, each): named for each, named in by_scope.items() if named}


def _from_row(row: Row | None, kind: Kind, fields: Mapping[str, Scalar]) -> Names:
    """A record that never moved has lines in one scope only, and its row knows what is current there."""
    if row is None:
        return {}
    heads = ((name, row.head(name, str(kind.audience_of(name)))) for name in fields)
    return _grouped((tag, name) for name, tags in heads if tags for tag in tags.split(","))


def _current_alone(held: Iterable[Held], scope: str, fields: Mapping[str, Scalar]) -> Names:
    folded = journal.fold(each._replace(counts=each.counts and each.stream.scope == scope) for each in held)
    return _grouped((head.tag, name) for name in fields for head in folded.current.get(name, ()))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Names:
    fields: dict[str, list[str]] = {}
    for tag, name in pairs:
        fields.setdefault(tag, []).append(name)
    return {tag: tuple(sorted(fields[tag])) for tag in sorted(fields)}


def everything_current(posting: Posting, kind: Kind, record: str) -> str:
    """The tags of all that is current in a record, sorted and comma-joined: what its withdrawal has seen."""
    row = posting.row(kind, record)
    current = (
        {tag for name, tags in expand(row, kind) if name != WITHDRAWN for tag in tags.split(",")} if row else set()
    )
    return ",".join(sorted(current))


def lines_of(book: Book, cursor: Cursor, record: str, kind: str) -> list[Held]:
    """Every line held of one record, as the fold reads them."""
    weighing = book.weighing(cursor)
    cursor.execute(statements.LINES_OF_RECORDS, (json.dumps([record]),))
    held = [weighing.held(s, number, arrival, body) for _, s, number, arrival, body in cursor.fetchall()]
    return [each for each in held if each.line.kind == kind]
