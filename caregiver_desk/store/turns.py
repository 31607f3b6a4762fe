"""What a book asks of a hub that it shares with others: whose turn it is, who is heard, who runs it, and its site.

Decision. Whoever writes holds the turn from its first word to its last, so it reads how far its streams came where
nobody else can go on meanwhile: a number is given once, with no lock of a stream of its own, and no transaction meets
another's changes and has to be tried again. Whoever changes the tables themselves holds the turn too, and closes the
hub: who comes for a turn then is told at once, who reads after some seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import notes

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_SITE, _VERSION = "site", "version"
PLACE = "desk.place"  # the setting of a connection that names the schema of its installation
CHANNEL = "desk"  # on which all who write at a hub say what they touched
EVERY = "*"  # every scope
MINE = "LOCK TABLE writing IN SHARE ROW EXCLUSIVE MODE"
"""Take the turn: it waits for whoever writes."""
DECIDING = "LOCK TABLE deciding IN SHARE ROW EXCLUSIVE MODE"
"""Take the turn of who looks before she writes."""
OPEN = "BEGIN; LOCK TABLE closing IN ROW SHARE MODE NOWAIT; COMMIT"
"""It waits for nobody, and fails while somebody changes the tables."""
CLOSED = "LOCK TABLE closing IN EXCLUSIVE MODE"
"""From now on others are told that the hub is being changed, until this transaction ends."""
FOUNDING, CLOSED_BEFORE = (f"SELECT pg_advisory_xact_lock({number})" for number in (0x0CA4E, 0x0CA50))
"""The same where these tables are still to be made: a lock of the server, which whoever comes in could take."""


class Passed(StrEnum):
    """What the door of a hub saw; the tables write it themselves."""

    CAME = "came in"
    OTHER_ROLE = "other role"
    WENT = "went"
    LET_READ = "let read"
    LET_OUT = "let out"


class Entry(NamedTuple):
    """What was seen at the door: when, by which login it was done, and whom it was about."""

    at: int
    by: str
    what: Passed
    whom: str  # a key, or a login that reads
    scope: str


def version(cursor: Cursor) -> int:
    """The version of the tables that are everybody's."""
    return int(notes.OF_THE_JOURNAL.read(cursor, _VERSION) or 0)


def note_version(cursor: Cursor, version: int) -> None:
    notes.OF_THE_JOURNAL.write(cursor, _VERSION, str(version))


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


def is_a_reader(cursor: Cursor, login: str) -> bool:
    """Whether there is such a login, and it was given the role of those who read for a dashboard."""
    cursor.execute(
        "SELECT count(*) FROM pg_roles AS login JOIN pg_roles AS role ON role.rolname = 'caregiver_desk_reader'"
        " WHERE login.rolname = ? AND pg_has_role(login.oid, role.oid, 'MEMBER')",
        (login,),
    )
    return cursor.fetchone() == (1,)


def let_read(cursor: Cursor, reader: str, scope: str) -> None:
    """Let a login that reads for a dashboard see what lives in a scope; `*` is every one, in place of single ones."""
    other = f"<> '{EVERY}'" if scope == EVERY else f"= '{EVERY}'"
    cursor.execute(f"DELETE FROM reading WHERE reader = ? AND scope {other}", (reader,))
    cursor.execute("INSERT INTO reading (reader, scope) VALUES (?, ?) ON CONFLICT DO NOTHING", (reader, scope))


def readers(cursor: Cursor) -> list[tuple[str, str]]:
    """Each login that reads for a dashboard, with a scope that it sees."""
    cursor.execute("SELECT reader, scope FROM reading ORDER BY reader, scope")
    return [(str(name), str(scope)) for name, scope in cursor.fetchall()]


def let_out(cursor: Cursor, reader: str) -> None:
    """From now on it sees nothing."""
    cursor.execute("DELETE FROM reading WHERE reader = ?", (reader,))


def door(cursor: Cursor) -> list[Entry]:
    """Who came and went, the oldest first. Nobody can take an entry back."""
    cursor.execute("SELECT at, by, what, whom, scope FROM door ORDER BY n")
    return [Entry(at, by, Passed(what), whom, scope) for at, by, what, whom, scope in cursor.fetchall()]
