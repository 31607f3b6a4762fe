"""Which household a sheet of visits means: by its code, its number on the list on that day, its nickname, or its id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caregiver_desk.acts.visits.households import listed
from caregiver_desk.practice.people.names import folded
from caregiver_desk.practice.visits import codes, numbers
from caregiver_desk.practice.visits.numbers import Listed
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, say


class Doors:
    """Every household of the book, and what people call it."""

    def __init__(self, book: Book) -> None:
        self.homes: dict[str, Leaf] = {leaf.id: leaf for leaf in questions.listing(book, "household", limit=EVERY)}
        self._by_letters = _grouped((fold(leaf["code"] or ""), leaf.id) for leaf in self.homes.values())
        self._by_code = _grouped((codes.key(leaf["code"] or ""), leaf.id) for leaf in self.homes.values())
        self._by_sound = _grouped((codes.sound(leaf["code"] or ""), leaf.id) for leaf in self.homes.values())
        self._by_number = _grouped((codes.without_digit(leaf["code"] or ""), leaf.id) for leaf in self.homes.values())
        self._by_nickname = _grouped((folded(leaf["nickname"] or ""), leaf.id) for leaf in self.homes.values())
        self._lists: dict[str, list[Listed]] = {}
        for leaf in questions.listing(book, "assignment", limit=EVERY):
            self._lists.setdefault(leaf["caregiver"], []).append(listed(leaf))

    def find(self, written: str, caregiver: str, day: date) -> str:
        """The one household meant. ValueError, in words, where it is none or several."""
        if written in self.homes:
            return written
        hers = self._lists.get(caregiver, [])
        number = _number(written)
        numbered = set(numbers.meant(hers, caregiver, number, day)) if number else set()
        nicknamed = set(self._by_nickname.get(folded(written), ()))
        own = {line.household for line in hers if line.period.holds(day)}
        coded, nearly = self._coded(written)
        if one := self._only(coded | numbered, nearly, nicknamed & own, nicknamed):
            return one
        raise ValueError(_unknown(written))

    def named(self, written: str) -> str:
        """The one household that is called so, whoever visits it. ValueError, in words, where it is none or several."""
        if one := self._only(*self._coded(written), set(self._by_nickname.get(folded(written), ()))):
            return one
        raise ValueError(say("this book does not know it; bring in the households first"))

    def _coded(self, written: str) -> tuple[set[str], set[str]]:
        """By its code letter by letter; or nearly so, also where its check digit was left out.

        Without what stands between its parts a code may be that of two homes (`HH0021`: 2 and its digit, or 21).
        """
        sound = codes.sound(written)
        ways = ((self._by_code, codes.key(written)), (self._by_sound, sound), (self._by_number, sound))
        nearly = {each for known, called in ways for each in known.get(called, ())}
        return set(self._by_letters.get(fold(written.strip()), ())), nearly

    def _only(self, *ways: set[str]) -> str:
        """The one household of the first way that leads to any; empty where none does."""
        found = next(filter(None, ways), set())
        if len(found) > 1:
            raise ValueError(self._several(found))
        return next(iter(found), "")

    def _several(self, found: Iterable[str]) -> str:
        told = say(" or ").join(sorted(str(self.homes[each]["code"]) for each in found if each in self.homes))
        return say("this could be {households}; write its whole code", households=told)


def _number(written: str) -> int | None:
    """A number on her list, with its check digit or without."""
    if codes.is_list_number(written):
        return codes.read_list_number(written)
    return int(written) if written.isdecimal() else None


def _unknown(written: str) -> str:
    if number := _number(written):
        return say("the list had no number {number} on that day", number=number)
    if codes.is_list_number(written):
        return say("the check digit of this number does not fit; look at the paper again")
    if codes.check(written) is False:
        return say("this book does not know it, and its check digit does not fit; look at the paper again")
    return say("this book does not know it")


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for key, record in pairs:
        if key:
            grouped.setdefault(key, []).append(record)
    return grouped
