"""Lines held without their body, and how a body that somebody withheld comes after all.

Context. That a line was blanked is signed by nobody: a relay can send its digest alone and say nothing of an erasure.
If the reader then told the author that she has it, the author would owe her nothing, and the words would be gone.

Decision. An acknowledgement of a blank is none of its body. A receipt names what is held blank here although no erasure
known here says why. Who holds such a body goes on owing it; who has only the blank too owes nothing more, until the
body comes to her: then she owes it anew to all (see receipts). A body that an erasure speaks of is dropped on entry as
ever.
"""

from __future__ import annotations

from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

from caregiver_desk.store import streams
from caregiver_desk.store.streams import Spans, united


def unexplained(cursor: Cursor, *, most: int) -> dict[int, Spans]:
    """By row what is blank here and came so, in at most so many spans: too much is named rather than too little."""
    cursor.execute("SELECT stream, number FROM line WHERE record = '' AND body IS NULL ORDER BY stream, number")
    found: dict[int, list[tuple[int, int]]] = {}
    for s, number in cursor.fetchall():
        found.setdefault(s, []).append((number, number))
    return {s: _at_most(united(spans), most) for s, spans in found.items()}


def _at_most(spans: list[tuple[int, int]], most: int) -> Spans:
    return spans if len(spans) <= most else [*spans[: most - 1], (spans[most - 1][0], spans[-1][1])]


def here(cursor: Cursor, s: int, among: Spans) -> Spans:
    """Which of these numbers are blank in a row of the journal."""
    return united((number, number) for low, high in among for number in streams.blanked(cursor, s, low, high))
