"""Asking a book the question of an exercise: which things answer it now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk.acts.sharing.sameness import JOINABLE
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.records.record import Field
from caregiver_desk.records.sharing.sameness import Verdict
from caregiver_desk.store import access, drafts, naming, partners, questions, undoing
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.trainer.exercises.meaning import ANY, as_day, day, is_one
from caregiver_desk.trainer.exercises.question import (
    Matter,
    OfBegun,
    OfConflicts,
    OfDeeds,
    OfEither,
    OfLockedOut,
    OfLooks,
    OfRecords,
    OfSameness,
    Wanted,
)
from caregiver_desk.wording import fold

Heights = Sequence[int]  # how far the journal of each laptop had come


class Seat(NamedTuple):
    """The laptop that somebody sits at, and the other one where there are two on the screen."""

    book: Book
    other: Book | None = None

    def books(self) -> list[Book]:
        return [self.book, *([self.other] if self.other else [])]


def things(matter: Matter, seat: Seat, since: Heights = ()) -> frozenset[str]:
    """What answers a question about this matter, by names that stay the same.

    With `since`, of records only those that were touched after it: the rest is as it was. What two laptops tell
    otherwise may have been touched on either.
    """
    match matter:
        case OfRecords():
            return _records(matter, seat, since)
        case OfDeeds(act):
            return frozenset(map(str, undoing.done(seat.book, act)))
        case OfLooks() | OfBegun() | OfLockedOut():
            return _noted(matter, seat.book)
        case OfEither(matters):
            return frozenset().union(*(things(each, seat, since) for each in matters))
        case OfConflicts():
            return frozenset(f"{each.id} {name}" for each in questions.disputed(seat.book) for name in each.quarrels)
        case OfSameness():
            return _sameness(seat.book, matter)


def heights(seat: Seat) -> Heights:
    """How far the journals of a seat have come, the own one first."""
    return [_height(book) for book in seat.books()]


def _height(book: Book) -> int:
    with book.reading() as cursor:
        return book.height(cursor)


def _touched(seat: Seat, since: Heights, *, either: bool) -> frozenset[str]:
    books = seat.books() if either else [seat.book]
    return frozenset().union(*(questions.touched_since(book, low) for book, low in zip(books, since, strict=False)))


def _records(matter: OfRecords, seat: Seat, since: Heights) -> frozenset[str]:
    where = _narrowed(seat.book, matter)
    if since:
        where["id"] = sorted(_touched(seat, since, either=matter.differs))
    leaves = questions.listing(seat.book, matter.kind.name, where, limit=EVERY)
    found = {leaf.id: leaf for leaf in leaves if all(_fits(seat.book, leaf, each) for each in matter.wanted)}
    if matter.differs and seat.other:
        told = {leaf.id: leaf for leaf in questions.listing(seat.other, matter.kind.name, limit=EVERY)}
        found = {record: leaf for record, leaf in found.items() if record in told and _differ(leaf, told[record])}
    return frozenset(found)


def _narrowed(book: Book, matter: OfRecords) -> dict[str, Any]:
    """What the store can look for by itself: whom it is about, and a day."""
    told = {}
    for field, how, words in matter.wanted:
        if how == "is" and fold(words) not in ANY and field.shown.refers and not field.many:
            told[field.name] = sorted(_meant(book, field.shown.refers, words))
        elif how == "is" and fold(words) not in ANY and field.base is date:
            told[field.name] = [day(words).isoformat()]
    return told


def _noted(matter: OfLooks | OfBegun | OfLockedOut, book: Book) -> frozenset[str]:
    """What the book knows beside its records."""
    match matter:
        case OfLooks(what, who):
            return _looks(book, what, who)
        case OfBegun(page):
            return frozenset(place for place in drafts.find(book) if place.startswith(page))
        case OfLockedOut(who):
            return _locked_out(book, who)


def _looks(book: Book, what: Collection[What], who: str) -> frozenset[str]:
    people = _meant(book, "person", who) if who else [""]
    entries = (each for person in people for each in access.entries(book, person))
    return frozenset(str(each.number) for each in entries if each.what in what)


def _locked_out(book: Book, who: str) -> frozenset[str]:
    heard, meant = standing_of(book), set(fold(who).split())
    theirs = (each for each in partners.known(book) if meant <= set(fold(each.name).split()))
    return frozenset(each.laptop for each in theirs if heard.is_out(each.key))


def _sameness(book: Book, matter: OfSameness) -> frozenset[str]:
    with book.reading() as cursor:
        verdicts = book.hearing(cursor).joined.verdicts
    meant = Verdict.SAME if matter.same else Verdict.NOT_SAME
    pairs = [two for two, verdict in verdicts.items() if verdict == meant]
    asked = (matter.one, matter.other)
    return frozenset(
        f"{one} {other}" for one, other in pairs if _bear(book, (one, other), asked) or _bear(book, (other, one), asked)
    )


def _bear(book: Book, records: tuple[str, str], names: tuple[str, str]) -> bool:
    """Whether each was ever called so by itself: who is shown as one with another bears one name with them."""
    told = zip(records, names, strict=True)
    return all(set(fold(name).split()) <= _names(book, record) for record, name in told)


def _names(book: Book, record: str) -> set[str]:
    """The words of every name that a record was ever given; none where this book never heard of it."""
    with book.reading() as cursor:
        told = [
            held.line.fields.get(name)
            for kind in JOINABLE.values()
            for held in naming.lines_of(book, cursor, record, kind.name)
            for name in kind.named
            if held.line.record == record
        ]
    return {word for each in told if each for word in fold(str(each)).split()}


def _differ(leaf: Leaf, other: Leaf) -> bool:
    """Whether two laptops tell a record otherwise that both of them know, in what both of them may read."""
    both = {name for name, value in leaf.values.items() if value is not None and other[name] is not None}
    return any(leaf[name] != other[name] for name in both) or bool(leaf.quarrels or other.quarrels)


def _fits(book: Book, leaf: Leaf, wanted: Wanted) -> bool:
    value = leaf[wanted.field.name]
    if wanted.how in _ORDERED:
        return value is not None and _ORDERED[wanted.how](as_day(value), day(wanted.value))
    return _is(book, wanted.field, value, wanted.value) is (wanted.how == "is")


_UNSAID: tuple[object, ...] = (None, "", frozenset())  # a nought and a no are something
_ORDERED: Mapping[str, Callable[[date, date], bool]] = {
    "since": lambda day, first: day >= first,
    "by": lambda day, last: day <= last,
}


def _is(book: Book, field: Field, value: Any, words: str) -> bool:
    if fold(words) in ANY:
        return (value in _UNSAID) is (fold(words) == "nothing")
    if value is None:
        return False
    several = value if isinstance(value, frozenset | set | tuple | list) else (value,)
    return any(_is_one(book, field, each, words) for each in several)


def _is_one(book: Book, field: Field, value: Any, words: str) -> bool:
    if field.shown.refers:
        return book.shown(str(value)) in _meant(book, field.shown.refers, words)
    return is_one(field, value, words)


def _meant(book: Book, kind: str, words: str) -> frozenset[str]:
    return frozenset(leaf.id for leaf in questions.find(book, words, kinds={kind}))
