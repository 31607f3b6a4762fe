"""What a question found, one by one: for whoever may read every record of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from caregiver_desk.acts.insight.asking import Asking, Found, asking_of, find, page
from caregiver_desk.practice.insight.indicators import Question
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.book import Book


def one_by_one(book: Book, question: Question, span: Span, place: str, *, most: int) -> Iterator[Found]:
    """The first so many, by their days; of a place, if one is given. Where `once` counts, one of each."""
    asking = asking_of(book, span)
    found = (each for each in _each(asking, question, most) if place in ("", each.team))
    return islice(found, most)


def _each(asking: Asking, question: Question, most: int) -> Iterator[Found]:
    """Records of a kind come from the store in pages; what a rule finds has its records at hand."""
    if question.asked or question.soon or question.stands:
        yield from (each for each in find(asking, question) if each.id)
        return
    day = question.day or KINDS[question.records].when
    known: set[tuple[object, ...]] = set()
    after: tuple[str, str] | None = None
    while rows := page(asking, question, limit=most, after=after):
        for leaf in rows:
            same = tuple(leaf[name] for name in question.once)
            if not same or same not in known:
                known.add(same)
                yield asking.found(leaf, day=str(leaf[day]))
        after = str(rows[-1][day]), rows[-1].id
