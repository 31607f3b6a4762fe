"""What a dashboard is told of a hub: numbers by month, kept as records come and go, and never counted through.

Context. Who looks at a dashboard asks for months, again and again. Counted through, half a million visits took 0.6 s,
and those of a province for a year would take ten.

Decision. Each change of the rows counts itself: what goes is taken away from its scope and month, what comes is added,
in the same transaction, by the database itself. So a new visit touches one number, and what is asked costs as many
numbers as there are scopes and months. The numbers are made anew with the rows, and say what a count of them says.

Consequences. A number stands for records that are there: an erased one leaves it. A reader sees the numbers of the
scopes that it sees records of. The figures of the desk are not kept so: of 60,000 visits all forty of a year take 1.6 s
of work, a third of it counting visits; the rest are rules over talks, promises and homes, which hang on today and on
the norms of a site. There it helped to ask each rule once (acts/insight/asking).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from caregiver_desk.records.leaving import FEW
from caregiver_desk.store.hub.tables import SHARED


class Tallied(NamedTuple):
    """Records of a kind, by the month of their day; the number that is told of them, and how many there are."""

    kind: str
    day: str
    number: str


TALLIED = {  # by the name of the view
    "visits_by_month": Tallied("visit", "day", "count(*) FILTER (WHERE coalesce(outcome, 'done') = 'done')"),
    "talks_by_month": Tallied("check_in", "day", "count(*) FILTER (WHERE state = 'held')"),
    "promises_by_month": Tallied("promise", "due", "count(*) FILTER (WHERE state = 'done')"),
    "referrals_by_month": Tallied("referral", "day", "count(*) FILTER (WHERE state = 'completed')"),
    "requests_by_month": Tallied("request", "day", "count(*) FILTER (WHERE replied_on IS NOT NULL)"),
}
_EMPTY = """
DROP TABLE IF EXISTS tally CASCADE;
CREATE TABLE tally (
    view TEXT COLLATE "C" NOT NULL, scope TEXT COLLATE "C" NOT NULL, month TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL, per BIGINT NOT NULL, PRIMARY KEY (view, scope, month));
CREATE OR REPLACE FUNCTION tallied() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP <> 'INSERT' THEN EXECUTE format(TG_ARGV[0], 'was', -1); END IF;
    IF TG_OP <> 'DELETE' THEN EXECUTE format(TG_ARGV[0], 'now', 1); END IF;
    RETURN NULL;
END $$;
"""
_SEEN = {"INSERT": "NEW TABLE AS now", "UPDATE": "OLD TABLE AS was NEW TABLE AS now", "DELETE": "OLD TABLE AS was"}


def made() -> Iterator[str]:
    """The numbers of the rows that are there, and what keeps them as rows come and go."""
    yield _EMPTY
    for view, tallied in TALLIED.items():
        adds = _adds(view).replace("'", "''")
        for event, seen in _SEEN.items():
            yield (
                f"CREATE OR REPLACE TRIGGER tally_{event.lower()} AFTER {event} ON {tallied.kind} REFERENCING {seen}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION tallied('{adds}')"
            )
        yield f"INSERT INTO tally (view, scope, month, number, per) {counted(view)}"


def counted(view: str, rows: str = "", sign: str = "1") -> str:
    """The numbers of some rows (all there are, if none are named) by scope and month."""
    kind, day, number = TALLIED[view]
    return (
        f"SELECT '{view}', scope, substr({day}, 1, 7), {sign} * {number}, {sign} * count(*) FROM {rows or kind}"
        f" WHERE gone = 0 AND {day} IS NOT NULL GROUP BY scope, substr({day}, 1, 7)"
    )


def _adds(view: str) -> str:
    """What a change of rows adds, or takes away; its table and its sign are still to be named."""
    return (
        f"INSERT INTO {SHARED}.tally (view, scope, month, number, per) {counted(view, '%1$I', '%2$s')}"
        " ON CONFLICT (view, scope, month)"
        " DO UPDATE SET number = tally.number + excluded.number, per = tally.per + excluded.per"
    )


def told(view: str, place: str) -> str:
    """So many of so many in a month, of all that whoever asks may read; a few are not told, nor what lacks a few."""
    return (
        f"CREATE VIEW {place}.{view} WITH (security_invoker = true) AS SELECT month,"
        f" CASE WHEN per < {FEW} OR few THEN NULL ELSE number END AS number,"
        f" CASE WHEN per < {FEW} OR few THEN NULL ELSE per END AS per FROM (SELECT *,"
        f" number BETWEEN 1 AND {FEW - 1} OR per - number BETWEEN 1 AND {FEW - 1} AS few"
        " FROM (SELECT month, sum(number)::BIGINT AS number, sum(per)::BIGINT AS per FROM tally"
        f" WHERE view = '{view}' GROUP BY month HAVING sum(per) > 0) AS counted) AS told"
    )
