"""Whose month one may read: the people whom this book's owner listens to, by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import fold


@dataclass(frozen=True)
class Heard:
    """Their names by their ids, in the order of the alphabet."""

    names: Mapping[str, str]


def heard(book: Book) -> Heard:
    people = sorted(mine(book, clock.today()).people)
    named = questions.names_of(book, people)
    return Heard(dict(sorted(named.items(), key=lambda each: (fold(each[1]), each[0]))))
