"""Lines held without their body, and how a body that somebody withheld comes after all.

Context. That a line was blanked is signed by nobody: a relay can send its digest alone and say nothing of an erasure.
If the reader then told the author that she has it, the author would owe her nothing, and the words would be gone.

Decision. An acknowledgement of a blank is none of its body. A receipt names what is held blank here although no erasure
known here says why. Who holds such a body goes on owing it; who has only the blank too owes nothing more, until the
body comes to her: then she owes it anew to all. A body that an erasure speaks of is dropped on entry as ever.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from caregiver_desk.records.journal import Stream
from caregiver_desk.store.book import Cursor
from caregiver_desk.store.partners import Receipt, Spans, united


class Told(NamedTuple):
    """What somebody says she holds of a stream, and which lines of it without their body."""

    stream: Stream
    spans: Spans
    blank: Spans


def unexplained(cursor: Cursor, *, most: int) -> dict[int, Spans]:
    """By stream what is blank here and came so, in at most so many spans: too much is named rather than too little."""
    cursor.execute("SELECT stream, number FROM line WHERE record = '' AND body IS NULL ORDER BY stream, number")
    found: dict[int, list[tuple[int, int]]] = {}
    for s, number in cursor.fetchall():
        found.setdefault(s, []).append((number, number))
    return {s: _at_most(united(spans), most) for s, spans in found.items()}


def _at_most(spans: list[tuple[int, int]], most: int) -> Spans:
    return spans if len(spans) <= most else [*spans[: most - 1], (spans[most - 1][0], spans[-1][1])]


def acknowledged(cursor: Cursor, told: Iterable[Told]) -> Receipt:
    """What is no longer owed to who told this: all but the lines whose body she lacks, and might get from here."""
    return [(each.stream, less(each.spans, less(each.blank, _blank_here(cursor, each)))) for each in told]


def _blank_here(cursor: Cursor, told: Told) -> Spans:
    numbers: list[int] = []
    for low, high in told.blank:
        cursor.execute(
            "SELECT number FROM stream JOIN line ON line.stream = s WHERE laptop = ? AND scope = ? AND audience = ?"
            " AND number BETWEEN ? AND ? AND body IS NULL",
            (*map(str, told.stream), low, high),
        )
        numbers += [row[0] for row in cursor.fetchall()]
    return united((number, number) for number in numbers)


def less(spans: Spans, taken: Spans) -> Spans:
    """The numbers of some spans that are not in others."""
    apart = united(taken)
    return [rest for span in spans for rest in _rests(span, apart)]


def _rests(span: tuple[int, int], apart: Spans) -> Iterator[tuple[int, int]]:
    low, high = span
    for start, end in apart:
        if start <= high and low <= end:
            if low < start:
                yield low, start - 1
            low = end + 1
    if low <= high:
        yield low, high


def owe_again(cursor: Cursor, stream: Stream, filled: Iterable[int]) -> None:
    """Bodies that have come after all are owed to everybody, for who had them blank was thought to lack nothing."""
    taken = [(number, number) for number in filled]
    where = tuple(map(str, stream))
    cursor.execute("SELECT by, spans FROM acknowledged WHERE laptop = ? AND scope = ? AND audience = ?", where)
    rests = [(json.dumps(less(json.loads(spans), taken)), by, *where) for by, spans in cursor.fetchall()]
    cursor.executemany(
        "UPDATE acknowledged SET spans = ? WHERE by = ? AND laptop = ? AND scope = ? AND audience = ?", rests
    )
