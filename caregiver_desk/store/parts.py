"""Parts: what says nothing without another record goes when that record is erased.

Context. An erasure names one record. What was done about a concern, who lives in a home and what was said in a process
are records of their own; who erases may hold none of them, and they may come to a book long before it hears of the
erasure, or long after.

Decision. A kind declares that its records are parts of the one at which their home points (`Kind.part`). A line that
says so of an erased record is blanked like a line of that record itself. Where it counts, its whole record is noted as
erased with the other, so that its later lines go as well, those that are here and those that come: a line that was
blanked cannot say any more of what it was a part. No part is the one record that goes with another by its id (see
`clock.are_kin`): the word of two people that it was erased.

Only what says nothing by itself is a part. A visit is somebody's work, a training somebody's own, a talk between two
has its own time to be kept: they outlive the home, the course group and the person they name, and go by a word of
their own.

Consequences. What is noted holds ids only and follows from lines, so it never travels. A later edit of a part that came
here, from a book that has not heard, without the line that says of what it is one, stays until that line comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import notes, statements

_NOTED = "erased with another"
_HOMES = {kind.name: kind.home for kind in KINDS.values() if kind.part}


class Part(NamedTuple):
    """A line of the journal that says of what its record is a part."""

    n: int
    stream: int
    number: int
    record: str
    whole: str


def whole_of(line: Line) -> str:
    """The record of which this line says that its own is a part; empty where it says nothing of the kind."""
    whole = line.fields.get(_HOMES.get(line.kind, ""))
    return whole if isinstance(whole, str) and not clock.are_kin(line.record, whole) else ""


def with_parts(cursor: Cursor, erased: frozenset[str]) -> frozenset[str]:
    """These records, and those that were noted as parts of one of them."""
    return _closed(_noted(cursor), erased) if erased else erased


def note(cursor: Cursor, wholes: Mapping[str, str]) -> None:
    """Remember of what these records are parts."""
    notes.OF_THE_JOURNAL.write(cursor, _NOTED, json.dumps(_noted(cursor) | dict(wholes), sort_keys=True))


def held(cursor: Cursor, erased: frozenset[str]) -> list[Part]:
    """The lines here whose records are parts of these, or of a part of these."""
    told = list(_told(cursor))
    gone = _closed({each.record: each.whole for each in told}, erased)
    return [each for each in told if each.whole in gone]


def _told(cursor: Cursor) -> Iterator[Part]:
    cursor.execute(statements.LINES_OF_KINDS, (json.dumps(sorted(_HOMES)),))
    for n, stream, number, body in cursor.fetchall():
        line = journal.read(body.encode())
        if line and (whole := whole_of(line)):
            yield Part(n, stream, number, line.record, whole)


def _noted(cursor: Cursor) -> dict[str, str]:
    return dict(json.loads(notes.OF_THE_JOURNAL.read(cursor, _NOTED) or "{}"))


def _closed(wholes: Mapping[str, str], erased: frozenset[str]) -> frozenset[str]:
    """With parts of parts."""
    while more := {part for part, whole in wholes.items() if whole in erased} - erased:
        erased |= more
    return erased
