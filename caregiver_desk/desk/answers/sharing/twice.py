"""Who or what may have been entered twice, told in words: each side, where they differ, and why one asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from caregiver_desk.acts.sharing.sameness import JOINABLE, Perhaps, perhaps_the_same
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.telling import referred
from caregiver_desk.practice.spoken import Names, value
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, say

MOST = 50  # are told at once; what is decided makes room


@dataclass(frozen=True)
class Side:
    """One of the two: its id, what it is called, and what tells it apart."""

    id: str
    name: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Differing:
    """A field that both of them fill, differently: the words of each, and what is stored."""

    field: str
    label: str
    words: tuple[str, str]
    stored: tuple[Any, Any]


@dataclass(frozen=True)
class Twice:
    """Two that may be one."""

    kind: str
    one: Side
    other: Side
    reasons: tuple[str, ...]
    differing: tuple[Differing, ...]


def entered_twice(book: Book) -> tuple[list[Twice], int]:
    """As many as are told at once, and how many there are in all."""
    found = [each for kind in JOINABLE for each in perhaps_the_same(book, kind)]
    return [_told(book, each) for each in found[:MOST]], len(found)


def _told(book: Book, two: Perhaps) -> Twice:
    kind = JOINABLE[two.kind]
    names = questions.names_of(book, [two.one.id, two.other.id, *referred([two.one, two.other])])
    one, other = (_side(book, each, names, two.differing) for each in (two.one, two.other))
    differing = []
    for name in two.differing:
        stored = two.one[name], two.other[name]
        first, second = (value(kind.fields[name], each, names) for each in stored)
        differing.append(Differing(name, say(kind.fields[name].label), (first, second), stored))
    return Twice(two.kind, one, other, two.reasons, tuple(differing))


def _side(book: Book, leaf: Leaf, names: Names, differing: list[str]) -> Side:
    """What it is called; when it was entered and how much points at it; what else it says where the other is silent."""
    kind = JOINABLE[leaf.kind]
    said = [
        say("{label}: {words}", label=say(field.label), words=value(field, leaf[name], names))
        for name, field in kind.fields.items()
        if leaf[name] and name not in differing and name not in kind.named
    ]
    return Side(leaf.id, names.get(leaf.id) or say(kind.label), (_entered(book, leaf), *_used(book, leaf), *said))


def _entered(book: Book, leaf: Leaf) -> str:
    first = histories.history(book, leaf.kind, leaf.id)[0]
    by = questions.names_of(book, [first.by]).get(first.by, say("somebody"))
    return say("Entered by {name}, {when}", name=by, when=moment(first.at))


def _used(book: Book, leaf: Leaf) -> list[str]:
    """How much would move under one name."""
    pointing = {"person": "caregiver", "household": "household"}.get(leaf.kind)
    number = questions.count(book, "visit", {pointing: leaf.id}) if pointing else 0
    return [count("{number} visit", "{number} visits", number)] if number else []
