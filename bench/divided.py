"""The journal of a hub in one table, and divided by stream: what comes in, what is looked up, what the indexes take.

Lines are of the size of a visit, in runs of two hundred from seven thousand streams, copied in ten thousand at a time.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import psycopg

from bench.figures import Figure, Scale
from tests.laws.postgres import Server, serving

PARTS = 8
_STREAMS, _RUN, _AT_ONCE, _ASKED = 7_000, 200, 10_000, 2_000
_BODY = (
    '{"salt":"%032x","at":1772000000,"kind":"visit","record":"%s","fields":{"day":"2026-03-02","household":"%032x"}}'
)
_COPY = "COPY line (stream, number, record, arrival, body) FROM STDIN"
_BY_RECORD = 'SELECT line.body FROM unnest(%s::text[]) AS asked JOIN line ON line.record = asked COLLATE "C"'
_BY_NUMBER = "SELECT body FROM line WHERE stream = %s AND number = %s"


def figures(scale: Scale) -> Iterator[Figure]:
    with serving(sure=True) as server:
        whole, divided = (_measured(server, scale.held[-1], parts) for parts in (0, PARTS))
    for what, one in whole.items():
        note = f"{divided[what]:,.1f} against {one:,.1f}"
        yield Figure(
            f"a journal of {scale.held[-1]:,} in {PARTS} parts: {what}", divided[what] / one, "x one", note=note
        )


def _measured(server: Server, many: int, parts: int) -> dict[str, float]:
    with psycopg.connect(server.database(), autocommit=True) as connection:
        for statement in _made(parts):
            connection.execute(statement)
        begun = time.perf_counter()
        known = _fill(connection, many)
        taken = (time.perf_counter() - begun) / many
        connection.execute("VACUUM ANALYZE line")
        (size,) = connection.execute(
            "SELECT sum(pg_indexes_size(oid)) FROM pg_class WHERE relkind = 'r' AND relname LIKE 'line%'"
        ).fetchone() or (0,)
        by_record = _timed(connection, _BY_RECORD, [([record for *_, record in known],)]) / len(known)
        by_number = _timed(connection, _BY_NUMBER, [(stream, number) for stream, number, _ in known])
    told = {"coming in": taken, "found by record": by_record, "found by number": by_number}
    return {f"{what}, µs": each * 1e6 for what, each in told.items()} | {"indexes, MB": float(size) / 1e6}


def _made(parts: int) -> Iterator[str]:
    key, by = ("(n, stream)", " PARTITION BY HASH (stream)") if parts else ("(n)", "")
    yield "CREATE SEQUENCE line_n"
    yield (
        "CREATE TABLE line (n BIGINT NOT NULL DEFAULT nextval('line_n'), stream BIGINT NOT NULL,"
        ' number BIGINT NOT NULL, record TEXT COLLATE "C" NOT NULL, arrival BIGINT NOT NULL, body TEXT,'
        f" PRIMARY KEY {key}){by}"
    )
    for part in range(parts):
        yield f"CREATE TABLE line_{part} PARTITION OF line FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})"
    yield "CREATE UNIQUE INDEX line_number ON line (stream, number)"
    yield "CREATE INDEX line_record ON line (record)"


def _fill(connection: psycopg.Connection[tuple[object, ...]], many: int) -> list[tuple[int, int, str]]:
    """Some of the lines that came in."""
    dice, known = random.Random(7), list[tuple[int, int, str]]()  # noqa: S311 - which streams
    heights: dict[int, int] = {}
    for start in range(0, many, _AT_ONCE):
        rows = list(_rows(dice, start, heights))
        known.extend(dice.sample([row[:3] for row in rows], max(1, _ASKED * _AT_ONCE // many)))
        with connection.transaction(), connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for row in rows:
                copy.write_row(row)
    return known[:_ASKED]


def _rows(dice: random.Random, start: int, heights: dict[int, int]) -> Iterator[tuple[int, int, str, int, str]]:
    for begun in range(start, start + _AT_ONCE, _RUN):
        stream = dice.randrange(_STREAMS)
        for place in range(begun, begun + _RUN):
            heights[stream] = heights.get(stream, 0) + 1
            record = f"{place >> 3:08x}{dice.getrandbits(56):014x}"
            body = _BODY % (dice.getrandbits(128), record, dice.getrandbits(128))
            yield stream, heights[stream], record, start, body


def _timed(connection: psycopg.Connection[tuple[object, ...]], asked: str, each: list[tuple[object, ...]]) -> float:
    """Seconds for one of them, once it was asked before."""
    connection.execute(asked, each[0]).fetchall()
    begun = time.perf_counter()
    for some in each:
        connection.execute(asked, some).fetchall()
    return (time.perf_counter() - begun) / len(each)
