"""What is wrong together although each part is right: seen after a merge, and shown until somebody mends it.

An act refuses these at the door. A merge cannot, since both sides were right when they wrote; so they are findings, a
pure function of what the book holds. They hold nothing up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from caregiver_desk.acts.households import listed
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.pairs import linked
from caregiver_desk.practice import codes, lines, numbers
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import later

WORDS = {
    "number-twice": later("one number stands for two homes on one list"),
    "two-lines": later("there are two line supervisors at once"),
    "code-twice": later("another home has the same code"),
    "ends-first": later("it ends before it begins"),
}
LASTING = ("assignment", "engagement", "supervision")  # kinds that hold from one day to another


class Finding(NamedTuple):
    """One record that does not go with another."""

    code: str
    kind: str
    record: str


def found(book: Book) -> list[Finding]:
    """All findings, by record."""
    return sorted(_found(book), key=lambda each: (each.kind, each.record))


def _found(book: Book) -> Iterator[Finding]:
    every = {kind: questions.listing(book, kind, limit=EVERY) for kind in (*LASTING, "household")}
    given = [listed(each) for each in every["assignment"] if each["short_number"]]
    yield from (Finding("number-twice", "assignment", each) for each in numbers.doubled(given))
    links = [linked(each) for each in every["supervision"]]
    yield from (Finding("two-lines", "supervision", each) for each in lines.doubled(links))
    coded = [(each.id, str(each["code"])) for each in every["household"] if each["code"]]
    yield from (Finding("code-twice", "household", each) for each in codes.doubled(coded))
    for kind in LASTING:
        yield from (Finding("ends-first", kind, each.id) for each in every[kind] if period(each).is_inverted)
