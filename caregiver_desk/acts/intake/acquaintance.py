"""Whom a row speaks of: somebody or some household in the book, on an earlier line, or new.

The same is asked while a name is typed at the desk, where one can only be shown who it may be.

*The same* is only what has the same code, or the same name and nothing that speaks against it. Whatever is merely like
something known is asked about, never merged: two women called Grace Mokoena are two women.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from caregiver_desk.acts.intake import again
from caregiver_desk.acts.intake.forms import FORMS
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.people import names
from caregiver_desk.practice.visits import codes
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind, scalar
from caregiver_desk.records.visits.households import HOUSEHOLD, MEMBER
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say

_TELLING = ("birth_year", "phone")  # what tells apart two people of one name
_ALSO = {"given_names": "known_as"}
_COUNTRY, _NATIONAL = "27", "0"


class Verdict(StrEnum):
    NEW = "new"
    CORRECTED = "corrected"
    HERE = "already here"
    PERHAPS = "perhaps the same"
    REFUSED = "to be mended"
    ASIDE = "left out"


@dataclass(frozen=True)
class Entry:
    """Somebody or some household as known so far: on a line of the sheet, or as a record of the book."""

    called: str
    keys: tuple[str, ...]
    sound: str
    values: Mapping[str, Any]
    line: int = 0
    record: str = ""


@dataclass(frozen=True)
class Beside:
    """Somebody in the sheet and somebody known: why they may be one, and what each says, field by field."""

    known_as: str
    where: str
    reason: str
    fields: tuple[tuple[str, str, str], ...]
    line: int = 0  # on which this other stands; 0 for the book


class Met(NamedTuple):
    """What a row is to those known, why, and whom it may be."""

    verdict: Verdict
    why: str = ""
    beside: Beside | None = None


def entry(kind: Kind, told: Mapping[str, Any], line: int = 0, record: str = "") -> Entry:
    called = questions.call(kind, {**told, "known_as": "", "nickname": ""})
    if kind is HOUSEHOLD:
        return Entry(called, (codes.key(called),), codes.without_digit(called), told, line, record)
    used = [f"{told['known_as']} {told['surname']}"] if told.get("known_as") and told.get("surname") else []
    keys = tuple(names.folded(each) for each in (called, *used))
    return Entry(called, keys, names.sound(called), told, line, record)


class Acquaintances:
    """Everybody, or every household, that a row may turn out to be."""

    def __init__(self, book: Book, kind: Kind) -> None:
        self._kind = kind
        self._by_key: dict[str, list[Entry]] = {}
        self._by_sound: dict[str, list[Entry]] = {}
        self._by_phone: dict[str, list[Entry]] = {}
        self._homes = dict(questions.facts(book, HOUSEHOLD.name, ("code",))) if kind is MEMBER else {}
        for leaf in questions.listing(book, kind.name, limit=EVERY):
            self.remember(entry(kind, leaf.values, record=leaf.id))

    def remember(self, known: Entry) -> None:
        for key in known.keys:
            self._by_key.setdefault(key, []).append(known)
        self._by_sound.setdefault(known.sound, []).append(known)
        if phone := known.values.get("phone"):
            self._by_phone.setdefault(_digits(phone), []).append(known)

    def meet(self, new: Entry) -> Met:
        """What this row is to those known."""
        if same := next((other for other in self._namesakes(new) if self._surely(new, other)), None):
            return self._again(new, same)
        like, reason = next(self.like(new), (None, ""))
        return Met(Verdict.PERHAPS, _asked(like, reason), self._beside(new, like, reason)) if like else _NEW

    def _namesakes(self, new: Entry) -> list[Entry]:
        return [other for key in new.keys for other in self._by_key.get(key, [])]

    def _surely(self, new: Entry, other: Entry) -> bool:
        """Whether two of one name are one: nothing speaks against it, or for a name in use something for it."""
        if self._kind is HOUSEHOLD:
            return True
        if self._kind is MEMBER:
            return _live_together(new, other) and not _differ("birth_year", new, other)
        told = [name for name in _TELLING if new.values.get(name) and other.values.get(name)]
        agreed = [name for name in told if not _differ(name, new, other)]
        return bool(agreed) or (not told and new.keys[0] == other.keys[0])

    def like(self, new: Entry) -> Iterator[tuple[Entry, str]]:
        """Whom this may be, the likeliest first, and what makes one ask."""
        yield from self._like_a_member(new) if self._kind is MEMBER else self._like_another(new)

    def _like_a_member(self, new: Entry) -> Iterator[tuple[Entry, str]]:
        """In one home by the name; in two by the name and the year of birth together."""
        for other in self._namesakes(new):
            if _live_together(new, other):
                yield other, say("the same name in this home")
            elif new.values.get("birth_year") and not _differ("birth_year", new, other):
                yield other, say("the same name and year of birth in another home")
        for other in self._by_sound.get(new.sound, []):
            if _live_together(new, other) and names.alike(new.called, other.called):
                yield other, say("the names sound alike")

    def _like_another(self, new: Entry) -> Iterator[tuple[Entry, str]]:
        household = self._kind is HOUSEHOLD
        for other in self._namesakes(new):
            yield other, say("the same code") if household else say("the same name")
        for other in self._by_sound.get(new.sound, []):
            if household or names.alike(new.called, other.called):
                yield other, say("the same code but for noughts") if household else say("the names sound alike")
        if not household and (phone := new.values.get("phone")):
            for other in self._by_phone.get(_digits(phone), []):
                if _share_a_name(new, other):
                    yield other, say("the same phone, and one name in common")

    def _again(self, new: Entry, same: Entry) -> Met:
        """Known already: just so, or with something that the row says otherwise."""
        told = [name for name in new.values if same.line or name in self._kind.fields]
        differing = [self._difference(name, new, same) for name in told if _differ(name, new, same)]
        why = again.words(same.line, differing)
        verdict = Verdict.REFUSED if differing else Verdict.HERE
        return Met(verdict, why, self._beside(new, same, why))

    def _difference(self, name: str, new: Entry, same: Entry) -> str:
        label, field = FORMS[self._kind.name].targets[name].label, self._kind.fields.get(name)
        return again.difference(label, field, new.values[name], same.values.get(name))

    def _beside(self, new: Entry, other: Entry, reason: str) -> Beside:
        """What both say, in the order of the form, without what only points at other records."""
        kind = self._kind
        both = [name for name in kind.fields if not kind.fields[name].shown.refers or self._homes]
        told = [(name, self._shown(new.values.get(name)), self._shown(other.values.get(name))) for name in both]
        fields = tuple((say(kind.fields[name].label), one, two) for name, one, two in told if one or two)
        return Beside(other.called, _where(other), reason, fields, other.line)

    def _shown(self, value: Any) -> str:
        """A home by its code, and what else is said as it is said."""
        return self._homes.get(value) or _shown(value)


def likely(known: Acquaintances, kind: Kind, told: Mapping[str, Any]) -> dict[str, tuple[Entry, str]]:
    """Who in the book may be whom somebody is writing down, by record, and why. Of a home, those who live there."""
    new = entry(kind, told)
    if not new.called.strip():
        return {}
    met = ((other, why) for other, why in known.like(new) if kind is not MEMBER or _live_together(new, other))
    found: dict[str, tuple[Entry, str]] = {}
    for other, why in met:
        found.setdefault(other.record, (other, why))
    return found


def _live_together(one: Entry, other: Entry) -> bool:
    return one.values.get("household") == other.values.get("household")


_NEW = Met(Verdict.NEW)


def _where(other: Entry) -> str:
    return say("line {line}", line=other.line) if other.line else say("this book")


def _asked(other: Entry, reason: str) -> str:
    return say(
        "perhaps the same as {name} ({where}): {reason}; if it is not, write “new” in this column",
        name=other.called,
        where=_where(other),
        reason=reason,
    )


def _share_a_name(one: Entry, other: Entry) -> bool:
    return any(set(names.folded(one.called).split()) & set(key.split()) for key in other.keys)


def _shown(value: Any) -> str:
    return "" if value is None else str(scalar(value))


def _differ(name: str, new: Entry, other: Entry) -> bool:
    """Whether they say different things; somebody called by the name she uses is called no other."""
    one, two = new.values.get(name), other.values.get(name)
    if one is None or two is None:
        return one != two
    if name == "phone":
        return _digits(one) != _digits(two)
    return _plain(one) not in {_plain(two), _plain(other.values.get(_ALSO.get(name, name), two))}


def _plain(value: Any) -> str:
    return "".join(names.folded(str(scalar(value))).split())


def _digits(phone: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    return _NATIONAL + digits.removeprefix(_COUNTRY) if phone.startswith("+" + _COUNTRY) else digits


class Called:
    """Finds a caregiver or a team of this book by what a sheet calls it."""

    def __init__(self) -> None:
        self._known: dict[str, set[str]] = {}
        self._records: set[str] = set()

    def add(self, record: str, *ways: str) -> None:
        self._records.add(record)
        for way in ways:
            if key := _unordered(way):
                self._known.setdefault(key, set()).add(record)

    def find(self, written: str, label: str) -> str:
        """The one record called so, or of this id. Raises NotUnderstood, in the name of this label."""
        if written in self._records:
            return written
        name = names.split(written)
        found = self._known.get(_unordered(f"{name.given} {name.surname}"), set())
        if len(found) == 1:
            return next(iter(found))
        reason = say("this book knows several of that name") if found else say("this book does not know that name")
        raise NotUnderstood(field=label, reason=reason)


def _unordered(written: str) -> str:
    return " ".join(sorted(names.folded(written).split()))


def caregivers(book: Book, *, also_gone: bool = False) -> Called:
    """The caregivers who work here now, or ever did: by full name, by the name they use, and by one name alone."""
    called = Called()
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER}, limit=EVERY)
    working = {leaf["person"] for leaf in engaged if also_gone or leaf["state"] not in GONE}
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
