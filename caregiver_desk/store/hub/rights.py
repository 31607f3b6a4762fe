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
themselves: when, by which login, and whom it was about. Writers and owners read it, and nobody changes it.

Consequences. Where whoever founds a hub may not make roles, there are none, and it is theirs alone until somebody does
and the hub is founded anew or its rows are made again (a program with other declarations does that by itself).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from caregiver_desk.records.leaving import FEW, may_leave
from caregiver_desk.records.record import Kind
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
        format('GRANT CREATE, CONNECT ON DATABASE %I TO {OWNER}, {WRITER}', current_database()),
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
        of_kinds = [*_TOLD, *(each for kind in kinds for each in _of(kind))] if kinds else []
        for statement in (*_WRITING, *of_kinds, _HANDED_OVER):
            cursor.execute(statement)


_WRITING = (
    f"GRANT USAGE ON SCHEMA {SHARED} TO {WRITER}, {READER}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {SHARED} TO {WRITER}",
    f"REVOKE INSERT, UPDATE, DELETE ON {SHARED}.door FROM {WRITER}",
    f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {SHARED} TO {WRITER}",
)


def _of(kind: Kind) -> Iterator[str]:
    """The rows and columns of a kind that a reader sees; nothing where there is no open one."""
    yield f"ALTER TABLE {kind.name} ENABLE ROW LEVEL SECURITY"
    yield from (f"DROP POLICY IF EXISTS {policy} ON {kind.name}" for policy in ("writers", "readers"))
    yield f"CREATE POLICY writers ON {kind.name} TO {WRITER} USING (TRUE) WITH CHECK (TRUE)"
    if shown := [field.name for field in may_leave(kind)]:
        yield f"CREATE POLICY readers ON {kind.name} FOR SELECT TO {READER} USING (gone = 0 AND {_LET_IN})"
        yield f"GRANT SELECT (id, scope, gone, {', '.join(shown)}) ON {kind.name} TO {READER}"


_COUNTED = {  # by the name of the view: the kind, its day, and the number that is told
    "visits_by_month": ("visit", "day", "count(*) FILTER (WHERE coalesce(outcome, 'done') = 'done')"),
    "talks_by_month": ("check_in", "day", "count(*) FILTER (WHERE state = 'held')"),
    "promises_by_month": ("promise", "due", "count(*) FILTER (WHERE state = 'done')"),
    "referrals_by_month": ("referral", "day", "count(*) FILTER (WHERE state = 'completed')"),
    "requests_by_month": ("request", "day", "count(*) FILTER (WHERE replied_on IS NOT NULL)"),
}


def _view(name: str) -> str:
    """So many of so many in a month, of all that whoever asks may read; a few are not told, nor what lacks a few."""
    kind, day, number = _COUNTED[name]
    return (
        f"CREATE OR REPLACE VIEW {VIEWS}.{name} WITH (security_invoker = true) AS SELECT month,"
        f" CASE WHEN per < {FEW} OR few THEN NULL ELSE number END AS number,"
        f" CASE WHEN per < {FEW} OR few THEN NULL ELSE per END AS per FROM (SELECT *,"
        f" number BETWEEN 1 AND {FEW - 1} OR per - number BETWEEN 1 AND {FEW - 1} AS few"
        f" FROM (SELECT substr({day}, 1, 7) AS month, {number} AS number, count(*) AS per FROM {SHARED}.{kind}"
        f" WHERE gone = 0 AND {day} IS NOT NULL GROUP BY 1) AS counted) AS told"
    )


_AREAS = f"""
CREATE OR REPLACE VIEW {VIEWS}.areas WITH (security_invoker = true) AS WITH RECURSIVE
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

_TOLD = (
    f"CREATE SCHEMA IF NOT EXISTS {VIEWS}",
    *map(_view, _COUNTED),
    _AREAS,
    f"GRANT USAGE ON SCHEMA {VIEWS} TO {READER}",
    f"GRANT SELECT ON ALL TABLES IN SCHEMA {VIEWS} TO {READER}",
)
