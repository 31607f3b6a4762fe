"""What a field may refer to: all of it where that is little enough to be at hand, else what a few letters may mean.

A supervisor's book has a few hundred homes; a district's has tens of thousands, and nobody waits while their names are
read that she does not want.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.names import named_options
from caregiver_desk.desk.answers.supervision.talks import heard_at, works_of
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.homes import marks_of
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions, workers
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

AT_HAND = 2000  # records whose names are read at once
FOUND = 40  # that a few letters may mean
ROLES = HEARD, CAREGIVERS = "heard", "caregivers"  # of all people: who may be heard, who visits homes

Choices = Mapping[str, str]


def choices(book: Book, sort: str) -> Choices | None:
    """Everything of this sort by id: a named kind, `HEARD`, or `CAREGIVERS`. None where that is too much at once."""
    if questions.count(book, _kind(sort)) > AT_HAND:
        return None
    return _called(book, sort, [each for (each,) in questions.facts(book, _kind(sort), [])])


def found(book: Book, sort: str, words: str) -> Choices:
    """What these letters may mean."""
    if sort in ROLES:
        asked = (Role.CAREGIVER.value, Role.SUPERVISOR.value) if sort == HEARD else (Role.CAREGIVER.value,)
        return _called(book, sort, workers.find(book, asked, words, limit=FOUND))
    return _called(book, sort, [each.id for each in questions.find(book, words, kinds=[sort], limit=FOUND)])


def called(book: Book, sort: str, record: str) -> Choices:
    """One of them."""
    return _called(book, sort, [record])


def _kind(sort: str) -> str:
    return "person" if sort in ROLES else sort


def _called(book: Book, sort: str, ids: Sequence[str]) -> Choices:
    """By name; a home with what to know before somebody knocks. Nobody hears herself.

    Each site knows a course by itself: it is offered as one's own site does.
    """
    if sort == CAREGIVERS:
        ids = list(works_of(book, ids, (Role.CAREGIVER.value,)))
    elif sort == HEARD:
        ids = [each for each in heard_at(book, ids) if each != book.person]
    elif sort == "course":
        ids = [each.id for each in questions.pointing_at(book, sort, "id", ids) if each.scope == book.site]
    names = questions.names_of(book, ids)
    if sort == "expectations":  # they have no name but the day from which they hold
        names = {each.id: _as_said(book, each) for each in questions.pointing_at(book, sort, "id", ids)}
    if sort == "household":
        marked = marks_of(book, questions.pointing_at(book, "household", "id", ids))
        names = {home: joined(name, marked.get(home, "")) for home, name in names.items()}
    return named_options(sorted(names.items(), key=lambda each: each[1]))


def _as_said(book: Book, expectations: Leaf) -> str:
    """From which day, and in which team where this book knows of more than one."""
    words = say("as said on {day}", day=full_day(as_day(expectations["day"]) or date.min))
    team = str(expectations["team"])
    return joined(words, questions.names_of(book, [team]).get(team, "") if questions.count(book, "team") > 1 else "")
