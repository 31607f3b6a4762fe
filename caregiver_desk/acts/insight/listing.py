"""What a question found, one by one: for whoever may read every record of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from caregiver_desk.acts.insight.asking import Asking, Found, asking_of, find, number_of, once, pages
from caregiver_desk.practice.insight.indicators import Question
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.book import Book


def one_by_one(
    book: Book, question: Question, span: Span, place: str, *, most: int, adds: bool = True
) -> Iterator[Found]:
    """The first so many, by their days; of a place, if one is given. Where `once` counts, one of each."""
    asking = replace(asking_of(book, span), each=True)
    found = (each for each in _each(asking, question, most, adds) if place in ("", each.team))
    return islice(found, most)


def _each(asking: Asking, question: Question, most: int, adds: bool) -> Iterator[Found]:
    """Records of a kind come from the store in pages; what a rule finds has its records at hand."""
    if question.asked or question.soon or question.stands:
        yield from (each for each in find(asking, question, adds=adds) if each.id)
        return
    day = question.day or KINDS[question.records].when
    known: set[tuple[object, ...]] = set()
    for leaf in pages(asking, question, most=most):
        same = once(leaf, question, str(leaf[day]), adds=adds)
        if same not in known:
            known.add(same)
            who = asking.shown(leaf[question.who]) if question.who else ""
            yield asking.found(leaf, who=who, day=str(leaf[day]))._replace(number=number_of(leaf, question))
