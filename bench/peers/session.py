"""SQLite's session extension: a changeset applied row by row in C, to a plain file."""

from __future__ import annotations

import os

import apsw

from bench import shelf
from bench.gauge import spending
from bench.peers.records import Table


def made(tables: list[Table]) -> bytes:
    """The changeset that brings these records."""
    connection = apsw.Connection(":memory:")
    _lay_out(connection, tables)
    session = apsw.Session(connection, "main")
    session.attach()
    with connection:
        for table in tables:
            marks = ", ".join("?" * len(table.columns))
            connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows)
    return bytes(session.changeset())


def seconds(tables: list[Table], changeset: bytes) -> float:
    """What applying it to empty tables takes."""
    path = shelf.scratch() / os.urandom(4).hex()
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000")
    _lay_out(connection, tables)
    with spending() as spent, connection:
        apsw.Changeset.apply(changeset, connection)
    connection.close()
    path.unlink()
    return spent.cpu


def _lay_out(connection: apsw.Connection, tables: list[Table]) -> None:
    for table in tables:
        first, *others = table.columns
        connection.execute(f"CREATE TABLE {table.name} ({', '.join([f'{first} TEXT PRIMARY KEY', *others])})")
