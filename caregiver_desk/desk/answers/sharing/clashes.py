"""What does not go together after a merge, told in words."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk.acts.sharing import together
from caregiver_desk.desk.answers.telling import name_of, referred
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@dataclass(frozen=True)
class Clash:
    """One record that does not go with another, told in words."""

    kind: str
    record: str
    title: str
    why: str


def clashes(book: Book, limit: int) -> tuple[list[Clash], int]:
    """What does not go together, by record: as much as is told at once, and how much it is in all."""
    every = together.found(book)
    found = every[:limit]
    leaves = [questions.get(book, each.kind, each.record) for each in found]
    names = questions.names_of(book, referred(leaves))
    titles, told = [name_of(leaf, names) for leaf in leaves], together.told(book, found)
    shown = [Clash(each.kind, each.record, title, why) for each, title, why in zip(found, titles, told, strict=True)]
    return shown, len(every)
