"""The same new records for every peer, taken from a book that merged them, and what that merge cost."""

from __future__ import annotations

from typing import Any, NamedTuple

from bench import merge, shelf
from bench.shelf import EMPTY, HELD, Stand
from caregiver_desk.records.record import KINDS


class Table(NamedTuple):
    """The records of one kind: names of columns, the id first, and the rows."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def tables(stand: Stand) -> list[Table]:
    receiver = stand.fresh(EMPTY)
    try:
        merge.merge(receiver, [stand.bundle(HELD)])
        with receiver.reading() as cursor:
            found = []
            for kind in KINDS.values():
                columns = ("id", *kind.fields)
                cursor.execute(f"SELECT {', '.join(columns)} FROM {kind.name}")
                found.append(Table(kind.name, columns, list(cursor.fetchall())))
        return [table for table in found if table.rows]
    finally:
        shelf.let_go(receiver)


def our_seconds(stand: Stand) -> float:
    return merge.into_copy(stand, HELD, begun=EMPTY)[0]
