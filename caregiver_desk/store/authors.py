"""Who wrote the lines of a record, and what it says by the lines of some of them alone.

Context. Whoever may write in a scope may write any line of any record there, and a merge takes them all. Where it is
not for everybody to say everything, a reader must be able to ask what was said by whom it was for.

Decision. A record is folded once more, and the lines of others are to it as if they were not heard. Who wrote a line is
known from the key that speaks for its laptop, and who that is from the card that came with the key. What a line itself
says of its author is believed only where no card of theirs is here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records import folding
from caregiver_desk.records.journal import Held
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import naming, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.hearing import Hearing
from caregiver_desk.store.questions import Leaf
from caregiver_desk.store.rows import Row, settle


class Author(NamedTuple):
    """Who wrote a line: the key that speaks for the laptop, and the person."""

    key: str
    person: str


Whose = Callable[[Author], bool]


def written(book: Book, kind: str, record: str) -> list[tuple[Author, Held]]:
    """Each line here of a record that counts, with its author."""
    known = cards(book)
    with book.reading() as cursor:
        hearing, held = book.hearing(cursor), naming.lines_of(book, cursor, record, kind)
        return [(_author(hearing, known, each), each) for each in held if each.counts]


def as_written_by(book: Book, kind: str, record: str, whose: Whose) -> Leaf | None:
    """A record as these authors alone wrote it, also where they withdrew it; None where none of them did."""
    known, declared = cards(book), KINDS[kind]
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        lines = naming.lines_of(book, cursor, record, kind)
        heard = [each._replace(counts=each.counts and whose(_author(hearing, known, each))) for each in lines]
    home = next((each.stream.scope for each in heard if each.counts), None)
    if home is None:
        return None
    row = settle(record, home, declared, folding.fold(heard, scopes=hearing.scopes()))
    _point(hearing, declared, row)
    return questions.leaf(declared, row.parameters(tuple(declared.fields)))


def founders(book: Book, kind: str) -> dict[str, str]:
    """The key that founded the scope in which a record of this kind lives, by its id, where its holder wrote of it."""
    with book.reading() as cursor:
        known = book.hearing(cursor).standing.known
        cursor.execute(
            f"SELECT DISTINCT {kind}.id, {kind}.scope, stream.laptop FROM {kind} JOIN line ON line.record = {kind}.id"
            " JOIN stream ON stream.s = line.stream"
        )
        wrote = [(str(record), str(scope), known.key(laptop)) for record, scope, laptop in cursor.fetchall()]
    return {record: key for record, scope, key in wrote if clock.founded(key, scope)}


def all_in(book: Book, kind: str, scope: str) -> list[str]:
    """The ids of all records of a kind that live in a scope, also of those that are gone; the oldest first."""
    with book.reading() as cursor:
        cursor.execute(f"SELECT id FROM {KINDS[kind].name} WHERE scope = ? ORDER BY id", (scope,))
        return [record for (record,) in cursor.fetchall()]


def cards(book: Book) -> Mapping[str, str]:
    """Whose key is whose, by the cards that are here and this book."""
    return {each.key: each.person for each in partners.known(book)} | {book.key: book.person}


def _author(hearing: Hearing, known: Mapping[str, str], held: Held) -> Author:
    key = hearing.standing.known.key(held.stream.laptop)
    return Author(key, hearing.joined.shown(known.get(key, held.line.by)))


def _point(hearing: Hearing, kind: Kind, row: Row) -> None:
    for name, declared in kind.fields.items():
        if declared.shown.refers and row.values.get(name):
            row.values[name] = hearing.joined.shown(row.values[name])
