"""Asking a book the question of an exercise: which things answer it now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.record import Field
from caregiver_desk.store import access, questions, undoing
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.trainer.exercises.question import (
    Matter,
    OfConflicts,
    OfDeeds,
    OfLooks,
    OfRecords,
    Wanted,
)
from caregiver_desk.wording import fold, say

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ANY = {"something", "nothing"}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}


class Seat(NamedTuple):
    """The laptop that somebody sits at, and the other one where there are two on the screen."""

    book: Book
    other: Book | None = None


def things(matter: Matter, seat: Seat) -> frozenset[str]:
    """What answers a question about this matter, by names that stay the same."""
    match matter:
        case OfRecords():
            return _records(matter, seat)
        case OfDeeds(act):
            return frozenset(map(str, undoing.done(seat.book, act)))
        case OfLooks(who):
            return _looks(seat.book, who)
        case OfConflicts():
            return frozenset(f"{each.id} {name}" for each in questions.disputed(seat.book) for name in each.quarrels)


def _records(matter: OfRecords, seat: Seat) -> frozenset[str]:
    leaves = questions.listing(seat.book, matter.kind.name, _narrowed(seat.book, matter), limit=EVERY)
    found = {leaf.id: leaf for leaf in leaves if all(_fits(seat.book, leaf, each) for each in matter.wanted)}
    if matter.differs and seat.other:
        told = {leaf.id: leaf for leaf in questions.listing(seat.other, matter.kind.name, limit=EVERY)}
        found = {record: leaf for record, leaf in found.items() if _differ(leaf, told.get(record))}
    return frozenset(found)


def _narrowed(book: Book, matter: OfRecords) -> dict[str, Any]:
    """What the store can look for by itself: whom it is about, and a day."""
    told = {}
    for field, how, words in matter.wanted:
        if how == "is" and fold(words) not in _ANY and field.shown.refers and not field.many:
            told[field.name] = sorted(_meant(book, field.shown.refers, words))
        elif how == "is" and fold(words) not in _ANY and field.base is date:
            told[field.name] = [_day(words).isoformat()]
    return told


def _looks(book: Book, who: str) -> frozenset[str]:
    entries = (each for person in _meant(book, "person", who) for each in access.entries(book, person))
    return frozenset(str(each.number) for each in entries if each.what == What.TURNED)


def _differ(leaf: Leaf, other: Leaf | None) -> bool:
    """Whether two laptops tell a record otherwise, in what both of them may read."""
    if other is None:
        return True
    both = {name for name, value in leaf.values.items() if value is not None and other[name] is not None}
    return any(leaf[name] != other[name] for name in both) or bool(leaf.quarrels or other.quarrels)


def _fits(book: Book, leaf: Leaf, wanted: Wanted) -> bool:
    value = leaf[wanted.field.name]
    if wanted.how in _ORDERED:
        return value is not None and _ORDERED[wanted.how](_as_day(value), _day(wanted.value))
    return _is(book, wanted.field, value, wanted.value) is (wanted.how == "is")


_ORDERED: Mapping[str, Callable[[date, date], bool]] = {
    "since": lambda day, first: day >= first,
    "by": lambda day, last: day <= last,
}


def _is(book: Book, field: Field, value: Any, words: str) -> bool:
    if fold(words) in _ANY:
        return bool(value) is (fold(words) == "something")
    if value is None:
        return False
    several = value if isinstance(value, frozenset | set | tuple | list) else (value,)
    return any(_is_one(book, field, each, words) for each in several)


def _is_one(book: Book, field: Field, value: Any, words: str) -> bool:
    if field.shown.refers:
        return book.shown(str(value)) in _meant(book, field.shown.refers, words)
    if field.base is date:
        return _as_day(value) == _day(words)
    if field.base is bool:
        return bool(value) is (fold(words) == "yes")
    if field.base is int:
        return str(value) == words
    if field.choices:
        return fold(words) in {fold(str(value)), fold(say(str(value)))}
    return fold(words) in fold(str(value))


def _meant(book: Book, kind: str, words: str) -> frozenset[str]:
    return frozenset(leaf.id for leaf in questions.find(book, words, kinds={kind}))


def _as_day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _day(words: str) -> date:
    """A day by its word: of this week, of the days around today, or as a date."""
    meant, today = fold(words), clock.today()
    if meant in _WEEKDAYS:
        return today + timedelta(_WEEKDAYS.index(meant) - today.weekday())
    return today + timedelta(_DAYS[meant]) if meant in _DAYS else date.fromisoformat(words)
