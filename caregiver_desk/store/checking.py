"""Whether a book is whole: its file, its chains, and its rows against a replay of the journal."""

from __future__ import annotations

from caregiver_desk.records import journal
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import heeding, streams, vault
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.rows import Row, expand, unpack_heads
from caregiver_desk.store.schema import columns


def check(book: Book) -> list[str]:
    """Codes of what is wrong; nothing, if all is well."""
    found = vault.check(book.vault)
    if not chains_fit(book):
        found.append("chains")
    if rows(book) != replayed(book):
        found.append("rows")
    return found


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


def rows(book: Book) -> dict[str, list[object]]:
    """Every row of every kind, its heads written out in full."""
    with book.reading() as cursor:
        return _read(cursor)


def _read(cursor: Cursor) -> dict[str, list[object]]:
    told: dict[str, list[object]] = {}
    for kind in KINDS.values():
        cursor.execute(f"SELECT {', '.join(columns(kind))} FROM {kind.name} ORDER BY id")
        told[kind.name] = [_told(kind.name, row) for row in cursor.fetchall()]
    return told


def _told(kind: str, stored: tuple[object, ...]) -> object:
    record, scope, heads, *rest = stored
    values = dict(zip(KINDS[kind].fields, rest[3:], strict=True))
    row = Row(str(record), str(scope), unpack_heads(str(heads)), values)
    return record, scope, tuple(sorted(expand(row, KINDS[kind]))), tuple(rest)


def replayed(book: Book) -> dict[str, list[object]]:
    """The rows as a fold of the whole journal makes them, without keeping them."""
    with book.writing(keep=False) as cursor:
        weighing = book.weighing(cursor)
        for kind in KINDS:
            cursor.execute(f"DELETE FROM {kind}")
        cursor.execute("SELECT DISTINCT record FROM line WHERE body IS NOT NULL AND record <> ''")
        heeding.fold_again(cursor, weighing, [row[0] for row in cursor.fetchall()])
        return _read(cursor)
