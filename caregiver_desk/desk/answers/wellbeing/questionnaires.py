"""Questionnaires that were brought, and whom one of them is asked now. Questions of a book."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from caregiver_desk.acts.wellbeing.questionnaires import Brought, brought
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.records.wellbeing.questionnaires import OWN_ANSWERS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import known_day, say


class OwnSheet(NamedTuple):
    """What the owner of the book answered once."""

    id: str
    words: str


class Shelf(NamedTuple):
    """All that were brought, what whose desk it is answered for themselves, and whom they could ring."""

    brought: tuple[Brought, ...]
    by: Mapping[str, str]  # who brought each, and when, in words
    own: tuple[OwnSheet, ...]
    services: Choices | None


class Asking(NamedTuple):
    """Whom to ask, by name; nobody where somebody asks themselves. `brought` can be asked, or say why not yet."""

    caregiver: str
    name: str
    brought: tuple[Brought, ...]


def shelf(book: Book) -> Shelf:
    own = [OwnSheet(each.id, _own_words(each)) for each in questions.listing(book, OWN_ANSWERS.name, limit=EVERY)]
    here = tuple(brought(book))
    return Shelf(here, _who_brought(book, here), tuple(own), choices(book, "service"))


def _who_brought(book: Book, here: Iterable[Brought]) -> dict[str, str]:
    names = questions.names_of(book, sorted({str(each.leaf["brought_by"]) for each in here}))
    return {
        each.id: say(
            "brought on {day} by {name}",
            day=known_day(as_day(each.leaf["day"])),
            name=names.get(str(each.leaf["brought_by"]), say("somebody")),
        )
        for each in here
    }


def _own_words(leaf: questions.Leaf) -> str:
    return say("{title}, {day}", title=leaf["title"], day=known_day(as_day(leaf["day"])))


def asking(book: Book, caregiver: str) -> Asking:
    name = questions.names_of(book, [caregiver]).get(caregiver, "") if caregiver else ""
    return Asking(caregiver, name, tuple(brought(book)))
