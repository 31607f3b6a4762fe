"""The tables that say what the journal means: made anew, or added to as they stand.

Context. A new field is the ordinary change of a program. To fold ten million records for it would close a hub for
hours, and a book of one's own for minutes.

Decision. Where declarations only added something (see declared), columns and tables are added, and just those records
are folded again of which a line could not be read, or was not sound, until now: every posting notes them (`unread`).
Anything else makes all tables and rows anew.

Consequences. What is added takes the time of a glance, whatever a book holds: of 20,000 records 0.2 seconds, where to
make them anew took 12. In a hub only its owner does either, and a program that declares less than the hub was made by
is refused: it would write rows that lack something.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from caregiver_desk.errors import BookNewer
from caregiver_desk.records.course import goes_on
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import declared, notes, turns
from caregiver_desk.store.hub import migrations
from caregiver_desk.store.schema import called_by, in_course, is_hub

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_DECLARATIONS, _TOLD = "declarations", "declared"


def fingerprint() -> str:
    """Changes whenever the rows must follow: declarations changed, or more lines can be read."""
    return hashlib.sha256(declared.text(declared.ours()).encode()).hexdigest()


def follow(cursor: Cursor) -> bool:
    """Whether the rows were made by the declarations of this program."""
    return notes.OF_THE_JOURNAL.read(cursor, _DECLARATIONS) == fingerprint()


def moved_on(cursor: Cursor) -> bool:
    """Whether somebody else went on in a hub with another program, whose rows are not as this one makes them."""
    return turns.version(cursor) > migrations.newest() or not follow(cursor)


def claim(connection: Connection) -> None:
    """Make sure that the tables are ours to change, and let others hear that they change.

    Raises HubOlder, and BookNewer where a hub was made by a program that declares more.
    """
    if not is_hub(connection):
        return
    from caregiver_desk.store.hub import founding

    cursor = connection.connection.cursor()
    before, ours = _before(cursor), declared.ours()
    if before is not None and ours != before and ours.grew(before):
        raise BookNewer
    founding.close(cursor)


def claim_if_other(connection: Connection) -> None:
    """The same, where the rows are not as this program makes them."""
    if not follow(connection.connection.cursor()):
        claim(connection)


def make(connection: Connection) -> None:
    """Empty tables for all kinds, in place of any that were there."""
    hub = is_hub(connection)
    cursor = _at(connection)
    cascade = " CASCADE" if hub else ""  # the views that look at it
    for name in (*KINDS, "found", "named", "unread"):
        cursor.execute(f"DROP TABLE IF EXISTS {name}{cascade}")
    for statement in (*_words(hub=hub), *(each for kind in KINDS.values() for each in _table(kind, hub=hub))):
        cursor.execute(statement)
    _done(cursor, hub=hub)


def add(connection: Connection) -> bool:
    """Add what these declarations add; no, and nothing is done, where they changed otherwise."""
    cursor = _at(connection)
    before = _before(cursor)
    if before is None or not before.grew(declared.ours()):
        return False
    hub, lacking = is_hub(connection), list(before.lacking())
    for kind, names in lacking:
        for statement in _columns(kind, names, hub=hub) if names else _table(kind, hub=hub):
            cursor.execute(statement)
    _done(cursor, hub=hub)
    return True


def _at(connection: Connection) -> Cursor:
    """A cursor by which what is made is everybody's."""
    cursor = connection.connection.cursor()
    if is_hub(connection):
        from caregiver_desk.store.hub import tables

        cursor.execute(tables.HERE)
    return cursor


def _before(cursor: Cursor) -> declared.Declared | None:
    return declared.read(notes.OF_THE_JOURNAL.read(cursor, _TOLD))


def _done(cursor: Cursor, *, hub: bool) -> None:
    if hub:
        from caregiver_desk.store.hub import rights

        rights.give(cursor, list(KINDS.values()))
    notes.OF_THE_JOURNAL.write(cursor, _TOLD, declared.text(declared.ours()))
    notes.OF_THE_JOURNAL.write(cursor, _DECLARATIONS, fingerprint())


def _table(kind: Kind, *, hub: bool) -> Iterator[str]:
    if hub:
        from caregiver_desk.store.hub import tables

        yield from tables.laid_out(kind)
    else:
        yield from _laid_out(kind.laid_out)
    yield from _found_by(kind)


def _columns(kind: Kind, names: Sequence[str], *, hub: bool) -> Iterator[str]:
    for name in names:
        yield f"ALTER TABLE {kind.name} ADD COLUMN {_column(kind.laid_out.columns[name], hub=hub)}"


def _column(told: Column[object], *, hub: bool) -> str:
    if hub:
        from caregiver_desk.store.hub import tables

        return tables.column(told)
    return str(CreateColumn(told).compile(dialect=sqlite.dialect()))


def _words(*, hub: bool) -> Iterator[str]:
    """The index of names, and the records of which a line waits to be read."""
    if hub:
        from caregiver_desk.store.hub import tables

        yield tables.NAMES
        return
    yield "CREATE TABLE unread (record TEXT PRIMARY KEY) WITHOUT ROWID"
    yield "CREATE TABLE named (n INTEGER PRIMARY KEY, record TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (record, kind))"
    yield (
        "CREATE VIRTUAL TABLE found USING fts5(words, content='', contentless_delete=1, detail=none,"
        " prefix='1 2 3 4 5 6', tokenize='unicode61 remove_diacritics 2')"
    )


@cache
def _laid_out(table: Table) -> Sequence[str]:
    """The statements that make a table and its indexes; to spell them takes longer than to carry them out."""
    indexes = sorted(table.indexes, key=lambda each: str(each.name))
    made: list[CreateTable | CreateIndex] = [CreateTable(table), *map(CreateIndex, indexes)]
    return [str(each.compile(dialect=sqlite.dialect())) for each in made]


def _found_by(kind: Kind) -> Iterator[str]:
    """The indexes that every kind has, those of what goes on, and those of who is called by a name."""
    yield f"CREATE INDEX {kind.name}_quarrels ON {kind.name} (id) WHERE quarrels <> '' OR findings <> ''"
    if goes_on(kind):
        yield in_course(kind)
    if kind.named:
        yield f"CREATE INDEX {kind.name}_called ON {kind.name} ({called_by(kind)}, id)"
