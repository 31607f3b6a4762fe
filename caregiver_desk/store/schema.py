"""The tables of a book, and how they change from version to version.

Decision. Two sorts of tables. The *journal* (streams, lines, spans, tips, and what this laptop knows of others) is the
book; it changes only by numbered migrations, which are sealed: plain SQL that imports nothing and never changes again.
The *projections* (one table a kind, the index of names) say what the journal means; they follow the declarations of
the kinds (see projections), and can be folded again from the journal. So a new field needs no migration.

The journal is append-only by trigger. Its one other door is erasure, which may only blank a body and leave its digest;
a body that was blanked elsewhere and comes after all may only fill the place that its digest kept. The access log is
append-only by trigger too; what leaves it is older than two years, and its running hash stays (see access).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection

from caregiver_desk.records.course import ENDS, days_ahead
from caregiver_desk.records.record import Kind

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

ROW_COLUMNS = ("id", "scope", "heads", "quarrels", "findings", "gone")


def newest() -> int:
    """The version of the tables that this program makes."""
    return len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring the journal's tables to this version. A newer book was refused before this, an older one backed up.

    A hub is founded by whoever comes first; who comes later finds a place of its own there. Its numbers are its own
    (see hub.migrations).
    """
    if is_hub(connection):
        from caregiver_desk.store.hub import founding

        founding.migrate(connection)
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


def is_hub(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


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


def in_course(kind: Kind) -> str:
    """The index by which what goes on is found in order: what comes next first, then the newest."""
    newest = [f"{each} DESC" for each in (stands(kind), "id") if each]
    told = ", ".join(filter(None, [comes_next(kind), *newest, ENDS if ENDS in kind.fields else ""]))
    return f"CREATE INDEX {kind.name}_course ON {kind.name} ({told}) WHERE {goes_on_still(kind)}"
