"""What a field may refer to: all of it where that is little enough to be at hand, else what a few letters may mean.

A supervisor's book has a few hundred homes; a district's has tens of thousands, and nobody waits while their names are
read that she does not want.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caregiver_desk.desk.answers.homes import marks_of
from caregiver_desk.desk.answers.names import named_options
from caregiver_desk.desk.answers.talks import heard_roles, works_of
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY

AT_HAND = 2000  # records whose names are read at once
FOUND = 40  # that a few letters may mean
HEARD, CAREGIVERS = "heard", "caregivers"  # of all people: who may be heard, who visits homes

Choices = Mapping[str, str]


def choices(book: Book, sort: str) -> Choices | None:
    """Everything of this sort by id: a kind, `HEARD`, or `CAREGIVERS`. None where that is too much to be at hand."""
    kind = KINDS[_kind(sort)]
    if questions.count(book, kind.name) > AT_HAND:
        return None
    if not kind.named:
        return {each.id: "" for each in questions.listing(book, kind.name, limit=EVERY)}
    return _called(book, sort, [each for (each,) in questions.facts(book, kind.name, [])])


def found(book: Book, sort: str, words: str) -> Choices:
    """What these letters may mean."""
    hits = questions.find(book, words, limit=FOUND)
    return _called(book, sort, [each.id for each in hits if each.kind == _kind(sort)])


def called(book: Book, sort: str, record: str) -> Choices:
    """One of them."""
    return _called(book, sort, [record])


def _kind(sort: str) -> str:
    return "person" if sort in {HEARD, CAREGIVERS} else sort


def _called(book: Book, sort: str, ids: Sequence[str]) -> Choices:
    """By name; a home with what to know before somebody knocks."""
    if sort in {HEARD, CAREGIVERS}:
        roles = heard_roles(book) if sort == HEARD else (Role.CAREGIVER.value,)
        ids = list(works_of(book, ids, roles))
    names = questions.names_of(book, ids)
    if sort == "household":
        marked = marks_of(book, questions.pointing_at(book, "household", "id", ids))
        names = {home: joined(name, marked.get(home, "")) for home, name in names.items()}
    return named_options(sorted(names.items(), key=lambda each: each[1]))
