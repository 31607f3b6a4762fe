"""Whom a row speaks of: somebody or some household in the book, on an earlier line, or new.

*The same* is only what has the same code, or the same name and nothing that speaks against it. Whatever is merely like
something known is asked about, never merged: two women called Grace Mokoena are two women.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from caregiver_desk.acts.intake.columns import Form
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice import names
from caregiver_desk.records.people import HOUSEHOLD, PERSON, EngagementState, Role
from caregiver_desk.records.record import scalar
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

EVERY = 1_000_000
_TELLING = ("birth_year", "phone")  # what tells apart two people of one name
_GONE = {EngagementState.LEFT, EngagementState.DECEASED}
_COUNTRY, _NATIONAL = "27", "0"


class Verdict(StrEnum):
    NEW = "new"
    HERE = "already here"
    PERHAPS = "perhaps the same"
    REFUSED = "to be mended"


@dataclass(frozen=True)
class Entry:
    """Somebody or some household as known so far. `line` is 0 for what the book holds."""

    called: str
    key: str
    sound: str
    values: Mapping[str, Any]
    line: int = 0


def entry(form: Form, told: Mapping[str, Any], line: int = 0) -> Entry:
    called = questions.call(form.kind, {**told, "known_as": "", "nickname": ""})
    if form.kind is PERSON:
        return Entry(called, names.folded(called), names.sound(called), told, line)
    key = "".join(names.folded(called).split())
    return Entry(called, key, _without_zeros(called), told, line)


def _without_zeros(code: str) -> str:
    """`HH-007` and `HH 7` sound alike."""
    parts = "".join(
        sign if sign.isdigit() else " " + sign + " " for sign in "".join(names.folded(code).split())
    ).split()
    return " ".join(part.lstrip("0") or "0" if part.isdigit() else part for part in parts)


class Acquaintances:
    """Everybody, or every household, that a row may turn out to be."""

    def __init__(self, book: Book, form: Form) -> None:
        self._form = form
        self._by_key: dict[str, list[Entry]] = {}
        self._by_sound: dict[str, list[Entry]] = {}
        for leaf in questions.listing(book, form.kind.name, limit=EVERY):
            self.remember(entry(form, leaf.values))

    def remember(self, known: Entry) -> None:
        self._by_key.setdefault(known.key, []).append(known)
        self._by_sound.setdefault(known.sound, []).append(known)

    def meet(self, new: Entry) -> tuple[Verdict, str]:
        """What this row is to those known, and why, in words."""
        namesakes = self._by_key.get(new.key, [])
        if same := next((other for other in namesakes if not self._another(new, other)), None):
            return self._again(new, same)
        if namesakes:
            return Verdict.PERHAPS, _perhaps(namesakes[0])
        for other in self._by_sound.get(new.sound, []):
            if self._form.kind is HOUSEHOLD or names.alike(new.called, other.called):
                return Verdict.PERHAPS, _perhaps(other)
        return Verdict.NEW, ""

    def _another(self, new: Entry, other: Entry) -> bool:
        """Whether something speaks against two namesakes being one person."""
        if self._form.kind is not PERSON:
            return False
        told = [name for name in _TELLING if new.values.get(name) and other.values.get(name)]
        return bool(told) and all(_differ(name, new, other) for name in told)

    def _again(self, new: Entry, same: Entry) -> tuple[Verdict, str]:
        differing = ", ".join(say(self._label(name)) for name in new.values if _differ(name, new, same))
        if not differing:
            return Verdict.HERE, _here(same)
        if same.line:
            return Verdict.REFUSED, say("line {line} says the same but for: {fields}", line=same.line, fields=differing)
        return Verdict.HERE, say(
            "it is in this book with another: {fields}; the book was left as it is", fields=differing
        )

    def _label(self, name: str) -> str:
        return self._form.targets[name].label


def _here(same: Entry) -> str:
    return say("line {line} says the same", line=same.line) if same.line else say("it is in this book")


def _perhaps(other: Entry) -> str:
    where = say("line {line}", line=other.line) if other.line else say("this book")
    return say(
        "perhaps the same as {name} ({where}); if it is not, write “new” in this column", name=other.called, where=where
    )


def _differ(name: str, new: Entry, other: Entry) -> bool:
    one, two = new.values.get(name), other.values.get(name)
    if one is None or two is None:
        return bool(new.line and other.line and one != two)
    if name == "phone":
        return _digits(one) != _digits(two)
    return _plain(one) != _plain(two)


def _plain(value: Any) -> str:
    return "".join(names.folded(str(scalar(value))).split())


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    return _NATIONAL + digits.removeprefix(_COUNTRY) if phone.startswith("+" + _COUNTRY) else digits


class Called:
    """Finds a caregiver or a team of this book by what a sheet calls it."""

    def __init__(self) -> None:
        self._known: dict[str, set[str]] = {}

    def add(self, record: str, *ways: str) -> None:
        for way in ways:
            if key := _unordered(way):
                self._known.setdefault(key, set()).add(record)

    def find(self, written: str, label: str) -> str:
        """The one record called so. Raises NotUnderstood, in the name of this label."""
        name = names.split(written)
        found = self._known.get(_unordered(f"{name.given} {name.surname}"), set())
        if len(found) == 1:
            return next(iter(found))
        reason = say("this book knows several of that name") if found else say("this book does not know that name")
        raise NotUnderstood(field=label, reason=reason)


def _unordered(written: str) -> str:
    return " ".join(sorted(names.folded(written).split()))


def caregivers(book: Book) -> Called:
    """The caregivers who work here now, by full name, by the name they use, and by one name alone."""
    called = Called()
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER}, limit=EVERY)
    working = {leaf["person"] for leaf in engaged if leaf["state"] not in _GONE}
    for person in questions.listing(book, "person", limit=EVERY):
        if person.id in working:
            given, surname, known_as = (person[name] or "" for name in ("given_names", "surname", "known_as"))
            called.add(person.id, f"{given} {surname}", f"{known_as} {surname}", given, known_as, surname)
    return called


def teams(book: Book) -> Called:
    called = Called()
    for team in questions.listing(book, "team", limit=EVERY):
        called.add(team.id, team["name"])
    return called
