"""What was written where its author may not write: kept, passed on and not shown, until somebody decides.

Not told here: what two people said in a room, what a locked-out laptop wrote, and what lies on two branches.
"""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.standing import PRIVATE
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.hearing import Hearing


class Unheard(NamedTuple):
    """How many records somebody's key wrote of in a scope, by one of her laptops, without the right."""

    laptop: str
    key: str
    scope: str
    records: int


def unheard(book: Book) -> list[Unheard]:
    """By author and scope, in an order that says nothing; for whoever may let it count."""
    found: dict[tuple[str, str], set[str]] = {}
    laptops: dict[tuple[str, str], str] = {}
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        known = hearing.standing.known
        for s, stream in hearing.streams.items():
            if stream.audience in PRIVATE or stream.audience == Audience.CONTROL or stream in hearing.forked:
                continue
            if records := _beyond(cursor, hearing, s):
                place = known.key(stream.laptop), stream.scope
                found.setdefault(place, set()).update(records)
                laptops[place] = stream.laptop
        decides = [each for each in sorted(found) if hearing.standing.may_be_written_by(book.key, each[1])]
        out = [each for each in decides if not hearing.standing.is_out(each[0])]
    return [Unheard(laptops[key, scope], key, scope, len(found[key, scope])) for key, scope in out]


def given_up(book: Book) -> list[str]:
    """The scopes in which this book's owner wrote, and may write no more: somebody has taken them over."""
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
    own = {each.scope for each in hearing.streams.values() if clock.speaks_for(each.laptop, book.key) and each.scope}
    return sorted(scope for scope in own if not hearing.standing.may_be_written_by(book.key, scope))


def _beyond(cursor: Cursor, hearing: Hearing, s: int) -> set[str]:
    """The records of which a stream speaks after its author was heard there last."""
    stream = hearing.streams[s]
    last = hearing.standing.heard_to(stream, stream.scope)
    if last == float("inf"):
        return set()
    cursor.execute(
        "SELECT DISTINCT record FROM line WHERE stream = ? AND number > ? AND record <> '' AND body IS NOT NULL",
        (s, int(last)),
    )
    return {row[0] for row in cursor.fetchall()}
