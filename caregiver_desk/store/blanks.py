"""Lines held without their body, and how a body that somebody withheld comes after all.

Context. That a line was blanked is signed by nobody: a relay can send its digest alone and say nothing of an erasure.
If the reader then told the author that she has it, the author would owe her nothing, and the words would be gone.

Decision. An acknowledgement of a blank is none of its body. A receipt names what is held blank here although no erasure
known here says why: it came blank, or was blanked here for a coordinator whose organisation has ended her time since
(see organisation). Who holds such a body goes on owing it; who has only the blank too owes nothing more, until the
body comes to her: then she owes it anew to all (see receipts). A body that an erasure speaks of is dropped on entry as
ever.
"""

from __future__ import annotations

import json
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from caregiver_desk.store import notes, streams
from caregiver_desk.store.streams import Spans, united

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

_NAME = "erased no longer"


def unexplained(cursor: Cursor, *, most: int) -> dict[int, Spans]:
    """By row what is blank here and came so, in at most so many spans: too much is named rather than too little."""
    cursor.execute(
        "SELECT stream, number FROM line WHERE record IN (SELECT value FROM json_each(?)) AND body IS NULL"
        " ORDER BY stream, number",
        (json.dumps(["", *_no_longer(cursor)]),),
    )
    found: dict[int, list[tuple[int, int]]] = {}
    for s, number in cursor.fetchall():
        found.setdefault(s, []).append((number, number))
    return {s: _at_most(united(spans), most) for s, spans in found.items()}


def erased_no_longer(cursor: Cursor, records: AbstractSet[str], erased: AbstractSet[str]) -> None:
    """Remember records whose erasure does not hold any more, so that what was blanked of them is asked for again."""
    noted = _no_longer(cursor)
    if (now := (noted | records) - erased) != noted:
        notes.OF_THE_JOURNAL.write(cursor, _NAME, json.dumps(sorted(now)))


def _no_longer(cursor: Cursor) -> AbstractSet[str]:
    return frozenset(json.loads(notes.OF_THE_JOURNAL.read(cursor, _NAME) or "[]"))


def _at_most(spans: list[tuple[int, int]], most: int) -> Spans:
    return spans if len(spans) <= most else [*spans[: most - 1], (spans[most - 1][0], spans[-1][1])]


def here(cursor: Cursor, s: int, among: Spans) -> Spans:
    """Which of these numbers are blank in a row of the journal."""
    return united((number, number) for low, high in among for number in streams.blanked(cursor, s, low, high))
