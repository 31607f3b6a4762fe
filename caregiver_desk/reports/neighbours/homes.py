"""Homes that said no, or took their word back: nothing of them goes to a neighbour."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.visits.households import allowed
from caregiver_desk.records.visits.households import Answer
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

NO = (Answer.REFUSED, Answer.WITHDRAWN)


def said_no(book: Book) -> frozenset[str]:
    """Those whose no holds today."""
    asked = {book.shown(str(home)) for _, home in questions.facts(book, "consent", ("household",), {"answer": NO})}
    return frozenset(each for each in asked if not allowed(book, each, clock.today()))
