"""What a book asks of a hub that it shares with others: whether others are heard now, who runs it, and its site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_desk import clock
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import notes

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_SITE = "site"
PLACE = "desk.place"  # the setting of a connection that names the schema of its installation
CHANNEL = "desk"  # on which all who write at a hub say what they touched
EVERY = "*"  # every scope


def heard(cursor: Cursor) -> int:
    """How often what decides who is heard has changed."""
    cursor.execute("SELECT heard FROM turn")
    (times,) = cursor.fetchone() or (0,)
    return int(times)


def tell(cursor: Cursor, kinds: Iterable[str]) -> None:
    """Say to all who listen at the hub which kinds this turn touched; they hear it once it is sure."""
    cursor.execute("SELECT current_setting(?)", (PLACE,))
    (place,) = cursor.fetchone() or ("",)
    cursor.execute(
        "SELECT pg_notify(?, ?)",
        (
            CHANNEL,
            json.dumps({"by": place, "kinds": sorted(kinds)}),
        ),
    )


def site(cursor: Cursor) -> str:
    """The scope of the site that this hub is of; empty before anybody founded it."""
    return notes.OF_THE_JOURNAL.read(cursor, _SITE)


def enter(cursor: Cursor, *, key: str, role: str, site: str) -> None:
    """From now on whoever speaks with this key is one of those who run the hub together."""
    notes.OF_THE_JOURNAL.write(cursor, _SITE, site)
    cursor.execute(
        "INSERT INTO installation (key, role, since) VALUES (?, ?, ?)"
        " ON CONFLICT (key) DO UPDATE SET role = excluded.role",
        (key, role, clock.now()),
    )


def coordinators(cursor: Cursor) -> frozenset[str]:
    """The keys of those who coordinate here: what they say counts for everybody who opens the hub."""
    cursor.execute("SELECT key FROM installation WHERE role = ?", (Role.COORDINATOR,))
    return frozenset(str(key) for (key,) in cursor.fetchall())


def let_read(cursor: Cursor, reader: str, scope: str) -> None:
    """Let a login that reads for a dashboard see what lives in a scope; `*` is every one."""
    cursor.execute("INSERT INTO reading (reader, scope) VALUES (?, ?) ON CONFLICT DO NOTHING", (reader, scope))


def readers(cursor: Cursor) -> list[tuple[str, str]]:
    """Each login that reads for a dashboard, with a scope that it sees."""
    cursor.execute("SELECT reader, scope FROM reading ORDER BY reader, scope")
    return [(str(name), str(scope)) for name, scope in cursor.fetchall()]


def let_out(cursor: Cursor, reader: str) -> None:
    """From now on it sees nothing."""
    cursor.execute("DELETE FROM reading WHERE reader = ?", (reader,))
