"""The caregivers that a book knows: a page of them by name, or whom a few letters may mean; those who left apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import as_day, due, since
from caregiver_desk.desk.answers.supervision.talks import Talk, heard_roles, last_heard, talks_with
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.due import GONE
from caregiver_desk.store import questions, workers
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import fold, say

PAGE = 200  # people that are told at once


@dataclass(frozen=True)
class Person:
    """One line of the list."""

    id: str
    name: str
    heard: str
    next_due: date | None
    tone: str
    since: date | None


@dataclass(frozen=True)
class Caregivers:
    """Some of them, of how many who work here and how many who left; `last` where more come after it.

    `typed` are the letters that may mean them.
    """

    rows: tuple[Person, ...]
    total: int
    left: int
    last: Leaf | None = None
    typed: str = ""


def caregivers(
    book: Book, typed: str = "", after: Leaf | None = None, *, gone: bool = False, many: int = PAGE
) -> Caregivers:
    """So many by name; or, of everybody, those whom the letters may mean."""
    roles = heard_roles(book)
    total, left = (workers.how_many(book, roles, GONE, gone=each) for each in (False, True))
    if typed.strip():
        found = sorted(_told(book, workers.find(book, roles, typed, limit=PAGE)), key=lambda each: fold(each.name))
        return Caregivers(tuple(found), total, left, typed=typed)
    page = workers.by_name(book, roles, GONE, gone=gone, limit=many + 1, after=after)
    more, page = len(page) > many, page[:many]
    rest = [] if more else workers.nameless(book, roles, GONE, gone=gone)
    return Caregivers(_told(book, [*(each.id for each in page), *rest]), total, left, page[-1] if more else None)


def person(book: Book, caregiver: str) -> Person | None:
    """One of them."""
    return next(iter(_told(book, [caregiver])), None)


def _told(book: Book, people: Sequence[str]) -> tuple[Person, ...]:
    today = clock.today()
    names = questions.names_of(book, people)
    return tuple(_person(each, names, today) for each in talks_with(book, people, today))


def _person(told: Talk, names: dict[str, str], today: date) -> Person:
    name = names.get(told.caregiver, say("Name not sent here"))
    tone = "amber" if told.late else "ink-soft"
    here = as_day(told.engaged["since"])
    return Person(told.caregiver, name, _how_it_stands(told, today), told.due, tone, here)


def _how_it_stands(told: Talk, today: date) -> str:
    if told.gone:
        return say("no longer here")
    if told.due is None:
        return last_heard(told, today)
    coming = due(told.due, today) if told.late or told.due >= today else since(told.due, today)
    return coming if told.late else joined(last_heard(told, today), say("due {when}", when=coming))
