"""Who may do what in the database of a hub: who owns it, who writes, and who reads for a dashboard.

Decision. Three roles that nobody logs in as; whoever runs the server gives them to those who do. *Owner* founds the hub
and brings its tables up to date; what one owner makes is every owner's. *Writer* opens it as a coordinator does, and
changes no table and no trigger. *Reader* is for other programs: of each kind
it sees the columns that may leave in a file (`records/leaving`), of records that are not gone, in the scopes that it
was let into (row-level security on the tables themselves, so that no tool gets round it), and never a line of the
journal. The views in `dashboard` tell numbers of all that a reader may read, month by month; a number of one to four is
left out with its whole, as on any paper. One view more says what lies in which area, from the widest down: it holds no
numbers, and as everywhere no step of a circle counts.

Who comes to run the hub, and which login is let in to read or out again, stands in a log (`door`) that the tables write
themselves: when, by which login, and whom it was about. None of them becomes another in its place. Writers and owners
read the log, and nobody changes it.

Consequences. Where whoever founds a hub may not make roles, there are none, and it is theirs alone until somebody does
and the hub is founded anew or its rows are made again (a program with other declarations does that by itself).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from caregiver_desk.records.leaving import may_leave
from caregiver_desk.records.record import Kind
from caregiver_desk.store.hub import tallies
from caregiver_desk.store.hub.tables import SHARED
from caregiver_desk.store.turns import EVERY

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

OWNER, WRITER, READER = (f"caregiver_desk_{name}" for name in ("owner", "writer", "reader"))
VIEWS = "dashboard"

MADE = f"""
DO $$ DECLARE wanted TEXT; BEGIN
    FOREACH wanted IN ARRAY ARRAY[
        'CREATE ROLE {OWNER} NOLOGIN', 'CREATE ROLE {WRITER} NOLOGIN', 'CREATE ROLE {READER} NOLOGIN',
        format('GRANT CREATE, CONNECT, TEMPORARY ON DATABASE %I TO {OWNER}, {WRITER}', current_database()),
        format('GRANT CONNECT ON DATABASE %I TO {READER}', current_database()),
        format('GRANT {OWNER} TO %I', session_user)
    ] LOOP
        BEGIN EXECUTE wanted; EXCEPTION
            WHEN duplicate_object OR unique_violation OR undefined_object OR insufficient_privilege THEN NULL; END;
    END LOOP;
END $$;
"""
"""As far as whoever founds it may: each of these by itself."""
_THERE = f"SELECT count(*) FROM pg_roles WHERE rolname IN ('{OWNER}', '{WRITER}', '{READER}')"
OWNED = f"SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace WHERE nspname = '{SHARED}'"
"""Whether the tables are ours to change; no answer where there are none yet."""
_HANDED_OVER = f"""
DO $$ DECLARE made RECORD; BEGIN
    IF NOT pg_has_role('{OWNER}', 'MEMBER') THEN RETURN; END IF;
    FOR made IN
        SELECT 'SCHEMA' AS sort, format('%I', nspname) AS name FROM pg_namespace
            WHERE nspname IN ('{SHARED}', '{VIEWS}') AND nspowner <> '{OWNER}'::regrole
        UNION ALL SELECT CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, oid::regclass::text FROM pg_class
            WHERE relnamespace::regnamespace::text IN ('{SHARED}', '{VIEWS}') AND relkind IN ('r', 'v')
            AND relowner <> '{OWNER}'::regrole
        UNION ALL SELECT 'FUNCTION', oid::regprocedure::text FROM pg_proc
            WHERE pronamespace::regnamespace::text = '{SHARED}' AND proowner <> '{OWNER}'::regrole
    LOOP EXECUTE format('ALTER %s %s OWNER TO {OWNER}', made.sort, made.name); END LOOP;
END $$;
"""
"""What one owner made is from then on every owner's."""
_LET_IN = f"((SELECT may_read('{EVERY}')) OR scope IN (SELECT let_into()))"  # asked once, and not of each row


def give(cursor: Cursor, kinds: Collection[Kind] = ()) -> None:
    """Let everybody do what is theirs with the tables as they stand now, of these kinds among them."""
    cursor.execute(_THERE)
    if cursor.fetchone() == (3,):
        for statement in (*_WRITING, *(_of_rows(kinds) if kinds else ()), _HANDED_OVER):
            cursor.execute(statement)


def _of_rows(kinds: Iterable[Kind]) -> Iterator[str]:
    """What others see of these kinds, and what a dashboard is told; the numbers of it are counted anew."""
    for kind in kinds:
        yield from _of(kind)
    yield f"CREATE SCHEMA IF NOT EXISTS {VIEWS}"
    for view in (*tallies.TALLIED, "areas"):
        yield f"DROP VIEW IF EXISTS {VIEWS}.{view}"
    yield from tallies.made()
    yield from _of_writers("tally")
    yield f"CREATE POLICY readers ON tally FOR SELECT TO {READER} USING ({_LET_IN})"
    yield f"GRANT SELECT ON tally TO {READER}"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON tally TO {WRITER}"
    yield from (tallies.told(view, VIEWS) for view in tallies.TALLIED)
    yield _AREAS
    yield f"GRANT USAGE ON SCHEMA {VIEWS} TO {READER}"
    yield f"GRANT SELECT ON ALL TABLES IN SCHEMA {VIEWS} TO {READER}"


_KEPT = ("noted", "turn", "installation", "stream", "tip", "laptop", "height", "partner", "arrival", "sent")
_WRITING = (
    f"GRANT USAGE ON SCHEMA {SHARED} TO {WRITER}, {READER}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SHARED} TO {WRITER}",
    f"REVOKE INSERT, UPDATE, DELETE ON {SHARED}.door FROM {WRITER}",
    f"REVOKE DELETE ON {', '.join(f'{SHARED}.{table}' for table in _KEPT)} FROM {WRITER}",
    f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SHARED} TO {WRITER}",
)


def _of(kind: Kind) -> Iterator[str]:
    """The rows and columns of a kind that a reader sees; nothing where there is no open one."""
    yield from _of_writers(kind.name)
    if shown := [field.name for field in may_leave(kind)]:
        yield f"CREATE POLICY readers ON {kind.name} FOR SELECT TO {READER} USING (gone = 0 AND {_LET_IN})"
        yield f"GRANT SELECT (id, scope, gone, {', '.join(shown)}) ON {kind.name} TO {READER}"


def _of_writers(table: str) -> Iterator[str]:
    """Writers see all rows of a table that others see by scope."""
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield from (f"DROP POLICY IF EXISTS {policy} ON {table}" for policy in ("writers", "readers"))
    yield f"CREATE POLICY writers ON {table} TO {WRITER} USING (TRUE) WITH CHECK (TRUE)"


_AREAS = f"""
CREATE VIEW {VIEWS}.areas WITH (security_invoker = true) AS WITH RECURSIVE
    placed AS (SELECT 'area' AS kind, id, name, level, lies_in FROM {SHARED}.region WHERE gone = 0
        UNION ALL SELECT 'site', id, name, NULL, lies_in FROM {SHARED}.site WHERE gone = 0),
    step AS (SELECT id, lies_in FROM placed WHERE lies_in IN (SELECT id FROM {SHARED}.region WHERE gone = 0)),
    way AS (SELECT id, lies_in, ARRAY[id] AS passed FROM step
        UNION ALL SELECT way.id, step.lies_in, way.passed || step.id FROM way JOIN step ON step.id = way.lies_in
        WHERE step.id <> ALL (way.passed)),
    circle AS (SELECT DISTINCT id FROM way WHERE lies_in = id),
    above AS (SELECT id, id AS wider, 0 AS far FROM placed
        UNION ALL SELECT above.id, step.lies_in, above.far + 1 FROM above JOIN step ON step.id = above.wider
        WHERE step.id NOT IN (SELECT id FROM circle))
    SELECT placed.kind, placed.id, placed.name, placed.level, max(above.far) AS depth,
        array_agg(wider.name ORDER BY above.far DESC) AS path
    FROM placed JOIN above ON above.id = placed.id JOIN placed AS wider ON wider.id = above.wider
    GROUP BY placed.kind, placed.id, placed.name, placed.level
"""
