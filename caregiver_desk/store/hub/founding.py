"""How a hub comes to be and is brought up to date, and how an installation comes to stand in it.

Whoever comes first founds it: the tables that are everybody's, and the site. Whoever comes later finds them there and
makes a place of its own. All hold the turn of a writer, so two who come at once come one after the other.

Decision. Only who owns a hub brings it up to date, in one transaction, and backs it up before (`pg_dump`). Others with
a newer program are told to ask her, and go on with the one they have; an older program is refused from then on. A
dashboard that was left open is waited for a moment only, for meanwhile nobody else writes. The place of an installation
is its own to bring up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection

from caregiver_desk.errors import HubOlder
from caregiver_desk.store import notes, turns
from caregiver_desk.store.hub import migrations, rights, tables

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_VERSION = "version"
_PATIENCE = 10  # seconds in which those who read what is to change have to be done


def migrate(connection: Connection) -> None:
    """What is everybody's, at this version, and the place of this installation. Raises HubOlder."""
    cursor = connection.connection.cursor()
    found = version(cursor)
    if found < migrations.newest():
        _bring_up_to_date(cursor, found)
    cursor.execute(turns.MINE)  # who waited for whoever founded it holds no lock of its tables yet
    _find_a_place(cursor)


def version(cursor: Cursor) -> int:
    """The version of what is everybody's; 0 where nobody founded it."""
    return turns.version(cursor) if _is_there(cursor, f"{tables.SHARED}.noted") else 0


def is_newer(cursor: Cursor) -> bool:
    """Whether a newer program made what is everybody's, or the place of this installation."""
    return version(cursor) > migrations.newest() or _version_of_place(cursor) > migrations.newest_own()


def close(cursor: Cursor) -> None:
    """Make sure that the tables are ours to change, and let others hear that they change. Raises HubOlder."""
    cursor.execute(rights.OWNED)
    if cursor.fetchone() != (True,):
        raise HubOlder
    cursor.execute(turns.CLOSED if _is_there(cursor, f"{tables.SHARED}.closing") else turns.CLOSED_BEFORE)
    cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE}s'")


def _bring_up_to_date(cursor: Cursor, found: int) -> None:
    if found:
        close(cursor)
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {tables.SHARED}")
    cursor.execute(tables.HERE)
    cursor.execute(rights.MADE)
    for migration in migrations.pending(found):
        cursor.execute(migration)
    turns.note_version(cursor, migrations.newest())
    rights.give(cursor)


def _find_a_place(cursor: Cursor) -> None:
    """A schema of its own for what an installation notes for itself, at this version."""
    cursor.execute(f"SELECT current_setting('{turns.PLACE}')")
    (place,) = cursor.fetchone() or ("",)
    cursor.execute(f'CREATE SCHEMA IF NOT EXISTS "{place}"')
    cursor.execute(tables.OWN_FIRST.format("TRUE"))
    if pending := migrations.OWN[_version_of_place(cursor) :]:
        for migration in pending:
            cursor.execute(migration)
        notes.OWN.write(cursor, _VERSION, str(migrations.newest_own()))


def _version_of_place(cursor: Cursor) -> int:
    """The first form of a place noted no version."""
    cursor.execute(f"SELECT format('%I.about', current_setting('{turns.PLACE}'))")
    (about,) = cursor.fetchone() or ("",)
    return int(notes.OWN.read(cursor, _VERSION) or 1) if _is_there(cursor, about) else 0


def _is_there(cursor: Cursor, table: str) -> bool:
    cursor.execute("SELECT to_regclass(?) IS NOT NULL", (table,))
    return cursor.fetchone() == (True,)
