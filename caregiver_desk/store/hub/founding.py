"""How a hub comes to be, and how an installation comes to stand in it.

Whoever comes first founds it: the tables that are everybody's, and the site. Whoever comes later finds them there and
makes a place of its own. Both hold the turn of a writer, so two who come at once come one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from caregiver_desk.store import notes, turns
from caregiver_desk.store.hub import rights, tables

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_VERSION = "version"


def migrate(connection: Connection, version: int) -> None:
    """What is everybody's, where it is not there yet, and the place of this installation."""
    cursor = connection.connection.cursor()
    cursor.execute("SELECT to_regclass('hub.noted') IS NULL")
    if cursor.fetchone() == (True,):
        cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {tables.SHARED}")
        cursor.execute(tables.HERE)
        cursor.execute(tables.FUNCTIONS)
        cursor.execute(tables.JOURNAL)
        cursor.execute(tables.HEARD)
        cursor.execute(rights.MADE)
        cursor.execute(rights.READING)
        notes.OF_THE_JOURNAL.write(cursor, _VERSION, str(version))
    _find_a_place(cursor)


def has_roles(cursor: Cursor) -> bool:
    """Whether the server knows those who own, write and read."""
    cursor.execute(rights.THERE)
    return cursor.fetchone() == (3,)


def _find_a_place(cursor: Cursor) -> None:
    """A schema of its own for what an installation notes for itself."""
    cursor.execute(f"SELECT current_setting('{turns.PLACE}')")
    (place,) = cursor.fetchone() or ("",)
    cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = ?", (place,))
    if cursor.fetchone() is None:
        cursor.execute(f'CREATE SCHEMA "{place}"')
        cursor.execute(tables.OWN_FIRST.format("TRUE"))
        cursor.execute(tables.OWN)
