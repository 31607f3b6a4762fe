"""Whether a book is whole: its file, its chains, its access log, and its rows against a replay of the journal."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from caregiver_desk.records import journal
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import access, erasing, heeding, rekeying, statements, streams, vault
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.rows import Row, expand, unpack_heads

Part: TypeAlias = Callable[[Book], list[str]]
Told: TypeAlias = tuple[object, ...]  # a row, its id first

RECORDS_AT_ONCE = 200


def check(book: Book) -> list[str]:
    """Codes of what is wrong; nothing, if all is well."""
    return list(dict.fromkeys(code for part in parts(book) for code in part(book)))


def parts(book: Book) -> list[Part]:
    """The check in parts that take a moment each, so that who has a person waiting can do other things between them."""
    with book.reading() as cursor:
        records = _records(cursor)
    some = [records[start : start + RECORDS_AT_ONCE] for start in range(0, len(records), RECORDS_AT_ONCE)]
    return [_file, _chains, *(partial(_rows, records=each) for each in some), _log, _owed, _keys]


def _file(book: Book) -> list[str]:
    return vault.check(book.vault)


def _chains(book: Book) -> list[str]:
    return [] if chains_fit(book) else ["chains"]


def _rows(book: Book, *, records: Sequence[str]) -> list[str]:
    """Whether the rows of these records are what a fold of their lines makes of them; nothing of it is kept."""
    with book.writing(keep=False) as cursor:
        stored = _read(cursor, records)
        for kind, rows in stored.items():
            cursor.executemany(statements.lost_row(KINDS[kind]), [row[:1] for row in rows])
        heeding.fold_again(cursor, book.hearing(cursor), records)
        return [] if _read(cursor, records) == stored else ["rows"]


def _log(book: Book) -> list[str]:
    return [] if access.fits(book) else ["access"]


def _owed(book: Book) -> list[str]:
    return ["backup"] if erasing.owes_backup(book) or rekeying.owed(book) else []


def _keys(book: Book) -> list[str]:
    return vault.altered(book.vault)


def chains_fit(book: Book) -> bool:
    """Whether every span's lines lead from its first running digest to its last."""
    with book.reading() as cursor:
        cursor.execute("SELECT s FROM stream")
        for (s,) in cursor.fetchall():
            for span in streams.spans(cursor, s):
                running = span.ahead
                for digest in streams.digests(cursor, s, span.low, span.high).values():
                    running = journal.running(running, digest)
                if running != span.running:
                    return False
    return True


def rows(book: Book) -> dict[str, list[Told]]:
    """Every row of every kind, its heads written out in full."""
    with book.reading() as cursor:
        return _read(cursor, _records(cursor))


def _records(cursor: Cursor) -> list[str]:
    """Every record that has lines or a row."""
    kinds = (f"SELECT id FROM {kind}" for kind in KINDS)
    lines = "SELECT record FROM line WHERE body IS NOT NULL AND record <> ''"
    cursor.execute(" UNION ".join((lines, *kinds)) + " ORDER BY 1")
    return [row[0] for row in cursor.fetchall()]


def _read(cursor: Cursor, records: Sequence[str]) -> dict[str, list[Told]]:
    told: dict[str, list[Told]] = {}
    for kind in KINDS.values():
        cursor.execute(statements.rows_of(kind), (json.dumps(records),))
        told[kind.name] = sorted((_told(kind.name, row) for row in cursor.fetchall()), key=_record)
    return told


def _record(told: Told) -> str:
    return str(told[0])


def _told(kind: str, stored: tuple[object, ...]) -> Told:
    record, scope, heads, *rest = stored
    values = dict(zip(KINDS[kind].fields, rest[3:], strict=True))
    row = Row(str(record), str(scope), unpack_heads(str(heads)), values)
    return record, scope, tuple(sorted(expand(row, KINDS[kind]))), tuple(rest)
