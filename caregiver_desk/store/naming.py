"""What a writer has before her eyes: the lines that a new line will say it replaces.

Mostly that is what is current as she writes. A form may have stood open while a colleague, or a bundle, changed the
same word: then it is what was current when it was shown (`Book.as_shown`), and both words stand until somebody settles
it.

They are named for each scope taken alone. Naming only what is current in her whole view would leave out a line of this
scope that one of another scope replaced; a reader of this scope only would then be shown a quarrel that never was.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.records.folding import Web
from caregiver_desk.records.journal import WITHDRAWN, Held, Names
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.undone import saying
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.posting import Posting
from caregiver_desk.store.rows import Row, expand


@dataclass(frozen=True)
class Writing:
    """What is about to be written: these fields of this record, in this scope.

    Usually in place of all that is current; `alone` names the one line that it is in place of (an undo, a restatement),
    with what says that line again.
    """

    kind: str
    record: str
    scope: str
    fields: Collection[str]
    alone: str = ""


def names(book: Book, cursor: Cursor, posting: Posting, writing: Writing) -> tuple[Names, dict[str, Names]]:
    """(replaces, elsewhere) of a line: what it names in its own scope, and in others under their marks."""
    kind, shown = KINDS.get(writing.kind), book.had_before_her(writing.record)
    if kind and not writing.alone and book.hearing(cursor).is_plain(writing.record):
        row = posting.row(kind, writing.record)
        if row is None or row.scope == writing.scope:
            named = _from_row(row, kind, writing.fields)
            if shown is None or named.keys() <= shown:
                return named, {}
    return _from_lines(book, cursor, writing)


def _from_row(row: Row | None, kind: Kind, fields: Iterable[str]) -> Names:
    """A record that never moved has lines in one scope only, and its row knows what is current there."""
    if row is None:
        return {}
    heads = ((name, row.head(name, str(kind.audience_of(name)))) for name in fields)
    return _grouped((tag, name) for name, tags in heads if tags for tag in tags.split(","))


def _from_lines(book: Book, cursor: Cursor, writing: Writing) -> tuple[Names, dict[str, Names]]:
    web = Web(lines_of(book, cursor, writing.record, writing.kind))
    shown = book.had_before_her(writing.record)
    pairs: dict[str, list[tuple[str, str]]] = {}
    for name in writing.fields:
        heads = _said_by(web, writing.alone, name) if writing.alone else _shown(web, name, shown)
        for tag, mark in web.before_eyes(heads, name).items():
            pairs.setdefault(mark, []).append((tag, name))
    named = {mark: _grouped(found) for mark, found in sorted(pairs.items())}
    own = named.pop(clock.mark(writing.record, writing.scope if writing.kind in KINDS else ""), {})
    return own, named


def _said_by(web: Web, alone: str, name: str) -> Sequence[Held]:
    return [web.held[alone], *saying(web, {alone}, name)]


def _shown(web: Web, name: str, shown: frozenset[str] | None) -> Sequence[Held]:
    """What is current of a field, or what was when it was shown."""
    current = web.current(name)
    if shown is None or shown.issuperset(held.tag for held in current):
        return current
    return web.unreplaced([held for held in web.counted(name) if held.tag in shown], name)


def _grouped(pairs: Iterable[tuple[str, str]]) -> Names:
    fields: dict[str, list[str]] = {}
    for tag, name in pairs:
        fields.setdefault(tag, []).append(name)
    return {tag: tuple(sorted(fields[tag])) for tag in sorted(fields)}


def everything_current(book: Book, cursor: Cursor, posting: Posting, kind: str, record: str) -> str:
    """The tags of all that is current in a record and was shown, sorted and comma-joined: what its withdrawal saw."""
    row = posting.row(KINDS[kind], record) if kind in KINDS else None
    if row is not None and book.hearing(cursor).is_plain(record):
        seen = {tag for name, tags in expand(row, KINDS[kind]) if name != WITHDRAWN for tag in tags.split(",")}
        current = seen
    else:
        web = Web(lines_of(book, cursor, record, kind))
        fields = [name for name in web.fields if name != WITHDRAWN]
        seen = {tag for name in fields for tag in web.topmost(name)}
        current = {held.tag for name in fields for held in web.current(name)}
    shown = book.had_before_her(record)
    return ",".join(sorted(seen if shown is None else seen - (current - shown)))


def lines_of(book: Book, cursor: Cursor, record: str, kind: str) -> list[Held]:
    """Every line held of one record, and of those that stand with it, as the fold reads them."""
    hearing = book.hearing(cursor)
    cursor.execute(statements.LINES_OF_RECORDS, (json.dumps(hearing.joined.all_of(record)),))
    held = (hearing.held(s, number, arrival, body) for _, s, number, arrival, body in cursor.fetchall())
    return [each for each in held if each is not None and each.line.kind == kind]
