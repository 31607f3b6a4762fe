"""The limits: what the same rows cost when nothing is done with them.

The bare table keeps a change as (16-byte id, field number, clock, line, JSON text): keyed, with a durable log, through
the same binding with its repaired adapters. Whoever stores the changes at all pays this much.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from bench.gauge import spending
from bench.workload import FieldRow
from caregiver_desk.store import cipher

BareRow = tuple[bytes | bytearray, int, int, int, str]

KEY = bytes(32)
MAKE = (
    "CREATE TABLE change (id BLOB, field INT, at INT, line INT, value TEXT, PRIMARY KEY (id, field, at, line))"
    " WITHOUT ROWID"
)
INSERT = "INSERT INTO change VALUES (?, ?, ?, ?, ?)"


def bare(rows: Iterable[FieldRow]) -> list[BareRow]:
    """The rows as the bare table keeps them."""
    numbers: dict[str, int] = {}
    encode = msgspec.json.encode
    return [
        (
            row.record[:16].encode(),
            numbers.setdefault(row.field, len(numbers)),
            row.at,
            row.line,
            encode(row.value).decode(),
        )
        for row in rows
    ]


def connect(path: Path) -> sqlcipher.Connection:
    """A bare keyed connection with a durable log and the cache that a book has."""
    path.touch()
    connection = cipher.unlock(path, KEY)
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "cache_size = -64000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def hold(path: Path, rows: list[BareRow]) -> None:
    """A bare table that holds these rows."""
    with closing(connect(path)) as connection:
        connection.execute(MAKE)
        _insert(connection, rows)


def insert(path: Path, rows: list[BareRow], scratch: Path) -> float:
    """Seconds to add these rows, in one transaction, to a copy of the table at `path`."""
    copy = scratch / f"bare-{os.urandom(4).hex()}"
    shutil.copy(path, copy)
    bound: list[BareRow] = [(bytearray(row[0]), *row[1:]) for row in rows]
    with closing(connect(copy)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master")
        with spending() as spent:
            _insert(connection, bound)
    copy.unlink()
    return spent.cpu


def _insert(connection: sqlcipher.Connection, rows: list[BareRow]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(INSERT, rows)
    connection.execute("COMMIT")


def one_row(path: Path) -> Callable[[], None]:
    """A durable transaction of one row, to be called again and again."""
    connection = connect(path)
    connection.execute("CREATE TABLE IF NOT EXISTS one (n INTEGER PRIMARY KEY, words TEXT)")
    words = "x" * 300

    def save() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO one (words) VALUES (?)", (words,))
        connection.execute("COMMIT")

    return save
