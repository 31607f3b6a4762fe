"""Looks at somebody's record, for the access log.

Context. Every look at what is kept about somebody belongs in the log, and a log in which everything stands says
nothing. A caregiver who asks who has looked wants to know who read of her, not who typed the first letters of her name.

Decision. A look is whatever shows more than that somebody is here: a record *opened*, a home *opened*, a list in which
something stands that was said of her (*listed*): promises and support on Today, steps on Support, the two sides of a
conflict, a list of her homes, what was decided about her. What Support is for, once it is asked for, is her record
*opened*. No look is a list of names (the palette, `find`, the lists that are filtered, what a field offers), nor a
table of visits and weeks: days, homes by their codes and outcomes are what the whole team works with, and each letter
typed would be a look at everybody. Whoever goes on from there to somebody is written then.

One look is one entry: the first on a day while the book is unlocked is written, further ones on that day are not. A
list of more than a page of people is one entry that names nobody. It is written on the lane, after what was asked for
is shown.

Consequences. Reading writes one small row a person and a day, and nothing else. A page that is looked at all day costs
one row for each whom it tells of. A test walks all pages, sheets and commands.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from contextlib import suppress

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, DiskFull
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import Entry, What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

LOOKS = (What.OPENED, What.TURNED, What.HISTORY, What.LISTED, What.EXPORTED, What.PRINTED)
A_LIST = 200  # people; more than that is a list of everybody


def looked(book: Book, what: What, people: Collection[str]) -> None:
    """Somebody's record, or a home, was opened, or stood in a list: once a day while the book is unlocked.

    Of more people than fit a page it is noted only how many they were.
    """
    many = len(people) if len(people) > A_LIST else 0
    today = clock.today()
    fresh = [each for each in ([""] if many else sorted({*people} - {""})) if (what, each, today) not in book.looks]
    if fresh and not book.on_trial:
        with suppress(CannotWrite, DiskFull):
            with book.writing() as cursor:
                access.enter(book, cursor, what, fresh, many=many)
            book.looks |= {(what, each, today) for each in fresh}


def whom(leaves: Iterable[Leaf]) -> set[str]:
    """The people these records are, or are about."""
    return {person for leaf in leaves if (person := _whom(KINDS[leaf.kind], leaf))}


def whom_of(book: Book, kind: str, record: str) -> set[str]:
    """The person that one record is about, if it is about any. Raises NoSuchRecord."""
    return whom([questions.get(book, kind, record)])


def _whom(kind: Kind, leaf: Leaf) -> str:
    if kind.name == "person":
        return leaf.id
    about = kind.fields.get(kind.about)
    return str(leaf[kind.about] or "") if about and about.shown.refers == "person" else ""


def looks_at(book: Book, person: str) -> list[Entry]:
    """What the access log says of looks at somebody's record, and at everybody's, the oldest first."""
    with book.reading() as cursor:
        ids = ["", *book.hearing(cursor).joined.all_of(person)]
        cursor.execute(
            "SELECT number, at, what, about, partner, many FROM access WHERE about IN (SELECT value FROM json_each(?))"
            " AND what IN (SELECT value FROM json_each(?)) ORDER BY number",
            (json.dumps(ids), json.dumps(LOOKS)),
        )
        return [Entry(*row) for row in cursor.fetchall()]
