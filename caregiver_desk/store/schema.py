"""The tables of a book, and how they change from version to version.

Decision. Two sorts of tables. The *journal* (streams, lines, spans, tips, and what this laptop knows of others) is the
book; it changes only by numbered migrations, which are sealed: plain SQL that imports nothing and never changes again.
The *projections* (one table a kind, the index of names) say what the journal means; they follow the declarations of
the kinds, and when a declaration changes they are dropped and folded again from the journal. So a new field needs no
migration.

The journal is append-only by trigger. Its one other door is erasure, which may only blank a body and leave its digest;
a body that was blanked elsewhere and comes after all may only fill the place that its digest kept. The access log is
append-only by trigger too; what leaves it is older than two years, and its running hash stays (see access).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from caregiver_desk.records.course import ENDS, days_ahead, goes_on
from caregiver_desk.records.journal import Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.standing import FIELDS, Ground, newest_version
from caregiver_desk.store import notes

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE stream (
        s INTEGER PRIMARY KEY, laptop TEXT NOT NULL, scope TEXT NOT NULL, audience TEXT NOT NULL,
        branch INTEGER NOT NULL DEFAULT 0, forked INTEGER,
        UNIQUE (laptop, scope, audience, branch));
    CREATE TABLE line (
        n INTEGER PRIMARY KEY, stream INTEGER NOT NULL, number INTEGER NOT NULL, record TEXT NOT NULL,
        arrival INTEGER NOT NULL, body TEXT, digest TEXT);
    CREATE UNIQUE INDEX line_number ON line (stream, number);
    CREATE INDEX line_record ON line (record);
    CREATE TRIGGER line_is_kept BEFORE DELETE ON line
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER line_is_only_blanked BEFORE UPDATE ON line
        WHEN NEW.n <> OLD.n OR NEW.stream <> OLD.stream OR NEW.number <> OLD.number
          OR (OLD.body IS NOT NULL AND (NEW.body IS NOT NULL OR NEW.digest IS NULL OR NEW.record <> OLD.record))
          OR (OLD.body IS NULL AND (NEW.body IS NULL OR NEW.digest IS NOT NULL))
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TABLE span (
        stream INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL,
        ahead TEXT NOT NULL, running TEXT NOT NULL,
        PRIMARY KEY (stream, low)) WITHOUT ROWID;
    CREATE TABLE tip (
        stream INTEGER NOT NULL, number INTEGER NOT NULL, running TEXT NOT NULL, signature TEXT NOT NULL,
        PRIMARY KEY (stream, number)) WITHOUT ROWID;
    CREATE TABLE laptop (laptop TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE height (laptop TEXT PRIMARY KEY, height INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE partner (
        key TEXT PRIMARY KEY, laptop TEXT NOT NULL, reader TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
        role TEXT NOT NULL, compared TEXT NOT NULL, paired INTEGER NOT NULL,
        parted INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
    CREATE TABLE acknowledged (
        by TEXT NOT NULL, laptop TEXT NOT NULL, scope TEXT NOT NULL, audience TEXT NOT NULL, told TEXT NOT NULL,
        PRIMARY KEY (by, laptop, scope, audience)) WITHOUT ROWID;
    CREATE TABLE arrival (
        n INTEGER PRIMARY KEY, bundle TEXT NOT NULL, seal TEXT NOT NULL UNIQUE, laptop TEXT NOT NULL,
        made INTEGER NOT NULL, opened INTEGER NOT NULL, summary TEXT NOT NULL, aside INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE sent (
        bundle TEXT PRIMARY KEY, partner TEXT NOT NULL, made INTEGER NOT NULL, lines INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE saved (
        n INTEGER PRIMARY KEY, act TEXT NOT NULL, at INTEGER NOT NULL, lines TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE draft (n INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
    """,
    """
    CREATE TABLE access (
        number INTEGER PRIMARY KEY, at INTEGER NOT NULL, what TEXT NOT NULL, about TEXT NOT NULL,
        partner TEXT NOT NULL, many INTEGER NOT NULL, running TEXT NOT NULL);
    CREATE INDEX access_at ON access (at);
    CREATE INDEX access_about ON access (about) WHERE about <> '';
    CREATE INDEX access_partner ON access (partner) WHERE partner <> '';
    CREATE TABLE access_left (number INTEGER PRIMARY KEY, running TEXT NOT NULL);
    CREATE TRIGGER access_goes_on BEFORE INSERT ON access
        WHEN NEW.number <> 1 + coalesce((SELECT max(number) FROM access), (SELECT max(number) FROM access_left), 0)
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TRIGGER access_is_kept BEFORE UPDATE ON access
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TRIGGER access_leaves_when_old BEFORE DELETE ON access
        WHEN OLD.number > coalesce((SELECT max(number) FROM access_left), 0)
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TRIGGER access_left_is_old BEFORE INSERT ON access_left
        WHEN NOT EXISTS (SELECT 1 FROM access WHERE number = NEW.number AND running = NEW.running AND at > 0
            AND at < (SELECT max(at) FROM access) - 63158400 AND number < (SELECT max(number) FROM access))
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TRIGGER access_left_is_kept BEFORE UPDATE ON access_left
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TRIGGER access_left_stays BEFORE DELETE ON access_left
        BEGIN SELECT RAISE(ABORT, 'the access log is append-only'); END;
    CREATE TABLE access_point (
        key TEXT NOT NULL, log TEXT NOT NULL, number INTEGER NOT NULL, running TEXT NOT NULL,
        height INTEGER NOT NULL, made INTEGER NOT NULL, head INTEGER NOT NULL,
        PRIMARY KEY (key, log, number)) WITHOUT ROWID;
    CREATE TABLE access_broken (key TEXT PRIMARY KEY, noticed INTEGER NOT NULL) WITHOUT ROWID;
    """,
    """
    CREATE TABLE noted (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO noted SELECT name, value FROM about
        WHERE name IN ('declarations', 'erased no longer', 'erased with another', 'organisation')
           OR name LIKE 'organisation of %' OR name LIKE 'unseen %' OR name LIKE 'believed %';
    DELETE FROM about WHERE name IN (SELECT name FROM noted);
    """,
)

DECLARATIONS = "declarations"
ROW_COLUMNS = ("id", "scope", "heads", "quarrels", "findings", "gone")


def newest() -> int:
    """The version of the tables that this program makes."""
    return len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring the journal's tables to this version. A newer book was refused before this, an older one backed up.

    A hub is founded by whoever comes first; who comes later finds a place of its own there.
    """
    if _is_hub(connection):
        from caregiver_desk.store.hub import founding

        founding.migrate(connection, newest())
        return
    found = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    for migration in MIGRATIONS[found:]:
        for statement in _statements(migration):
            connection.exec_driver_sql(statement)
    if found < newest():
        connection.exec_driver_sql(f"PRAGMA user_version = {newest()}")


def _statements(migration: str) -> Iterator[str]:
    """The statements of a migration, one at a time: a trigger's own semicolons stand inside BEGIN … END."""
    statement = ""
    for part in migration.split(";"):
        statement += part + ";"
        if "BEGIN" not in statement or statement.rstrip().endswith("END;"):
            if statement.strip(" ;\n"):
                yield statement
            statement = ""


def columns(kind: Kind) -> tuple[str, ...]:
    """The columns of a kind's projection, as the ledger writes them."""
    return ROW_COLUMNS + tuple(kind.fields)


def called_by(kind: Kind) -> str:
    """By what its records stand in order: the name that `questions.call` gives them."""
    used = {"given_names": "coalesce(known_as, given_names, '')"} if "known_as" in kind.named else {}
    words = (used.get(name, f"coalesce({name}, '')") for name in kind.named if name != "known_as")
    return "trim(" + " || ' ' || ".join(words) + ") COLLATE NOCASE"


NO_DAY = "~"  # stands after all days


def goes_on_still(kind: Kind) -> str:
    """That nothing of a record says it is over but perhaps a day on which it ends. Of a kind that can go on."""
    said = [_says_not_over(kind, name, values) for name, values in kind.over.items()]
    return " AND ".join(["gone = 0", *said])


def _says_not_over(kind: Kind, name: str, values: Collection[str]) -> str:
    """A field that is left as it begins is not stored; it says what its declaration does."""
    if not values:
        nothing = "0" if kind.fields[name].base is bool else "''"
        return f"coalesce({name}, {nothing}) = {nothing}"
    begins = kind.draft.model_fields[name].get_default() or ""
    listed = ", ".join(f"'{each}'" for each in values)
    return f"coalesce({name}, '{begins}') NOT IN ({listed})"


def comes_next(kind: Kind) -> str:
    """The earliest of its days that lie ahead, or what stands after all days."""
    days = [f"coalesce({name}, '{NO_DAY}')" for name in days_ahead(kind)]
    return f"min({', '.join(days)})" if len(days) > 1 else next(iter(days), "")


def stands(kind: Kind) -> str:
    """The day under which it stands; what has none comes before all others, the newest first."""
    return f"coalesce({kind.when}, '{NO_DAY}')" if kind.when else ""


def _in_course(kind: Kind) -> str:
    """The index by which what goes on is found in order: what comes next first, then the newest."""
    newest = [f"{each} DESC" for each in (stands(kind), "id") if each]
    told = ", ".join(filter(None, [comes_next(kind), *newest, ENDS if ENDS in kind.fields else ""]))
    return f"CREATE INDEX {kind.name}_course ON {kind.name} ({told}) WHERE {goes_on_still(kind)}"


def fingerprint() -> str:
    """Changes whenever the projections must follow: declarations changed, or more lines can be read."""
    told = [
        (
            kind.name,
            kind.version,
            kind.part,
            kind.named,
            called_by(kind) if kind.named else "",
            sorted(kind.indexes.items()),
            _in_course(kind) if goes_on(kind) else "",
            [(f.name, f.base.__name__, f.many, *(f.choices or ()), f.least, f.most) for f in kind.fields.values()],
        )
        for _, kind in sorted(KINDS.items())
    ]
    lines = (Line.__struct_fields__, [(kind, newest_version(kind)) for kind in FIELDS], list(Ground))
    return hashlib.sha256(repr((told, lines)).encode()).hexdigest()


def make_projections(connection: Connection) -> None:
    """Empty projections for all kinds, in place of any that were there."""
    cursor = connection.connection.cursor()
    for statement in (*_gone(connection), *(_of_a_hub(cursor) if _is_hub(connection) else _of_a_file())):
        cursor.execute(statement)
    notes.OF_THE_JOURNAL.write(cursor, DECLARATIONS, fingerprint())


def _is_hub(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def _gone(connection: Connection) -> Iterator[str]:
    """What was made before goes; in a hub with the views that look at it."""
    cascade = " CASCADE" if _is_hub(connection) else ""
    yield from (f"DROP TABLE IF EXISTS {name}{cascade}" for name in (*KINDS, "found", "named"))


def _of_a_file() -> Iterator[str]:
    for kind in KINDS.values():
        yield from (*_laid_out(kind.laid_out), *_found_by(kind))
    yield "CREATE TABLE named (n INTEGER PRIMARY KEY, record TEXT NOT NULL, kind TEXT NOT NULL, UNIQUE (record, kind))"
    yield (
        "CREATE VIRTUAL TABLE found USING fts5(words, content='', contentless_delete=1, detail=none,"
        " prefix='1 2 3 4 5 6', tokenize='unicode61 remove_diacritics 2')"
    )


def _of_a_hub(cursor: Cursor) -> Iterator[str]:
    from caregiver_desk.store.hub import founding, rights, tables

    yield tables.HERE
    for kind in KINDS.values():
        yield from (*tables.laid_out(kind), *_found_by(kind))
    yield tables.NAMES
    if founding.has_roles(cursor):
        yield from rights.given(KINDS.values())


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
        yield _in_course(kind)
    if kind.named:
        yield f"CREATE INDEX {kind.name}_called ON {kind.name} ({called_by(kind)}, id)"
