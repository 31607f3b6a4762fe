"""What was decided, in words: who, when, what stood on both sides, whether it holds still. For a list and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.practice.concerns.erasing import GROUNDS, ends_as
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.concerns.concerns import CONCERN_STEP
from caregiver_desk.records.concerns.safeguarding import WORKER_STEP
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.looked import whose_book
from caregiver_desk.store import decisions as ledger
from caregiver_desk.store import looks, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.decisions import Decision, Holds, What
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import count, fold, full_day, later, say

FEW = 3  # records or places that are named
TITLES = {
    What.SETTLED: later("A conflict was settled"),
    What.ALIKE: later("Conflicts that are alike were settled"),
    What.SAME: later("They are the same"),
    What.NOT_SAME: later("They are not the same"),
    What.ASIDE: later("An import was set aside, here only"),
    What.BACK: later("An import was brought back"),
    What.LET_WRITE: later("A laptop may write"),
    What.ENDED: later("A laptop may write no more"),
    What.LOCKED_OUT: later("A laptop was locked out"),
    What.LET_IN: later("A laptop is listened to again"),
    What.MOVED: later("Handed over"),
    What.ERASED: later("Erased for good"),
    What.ASKED: later("Asked to be erased"),
    What.NOT_ERASED: later("Not to be erased"),
    What.BRANCH: later("A branch was kept, after a book was copied"),
}
STANDS = {
    Holds.YES: later("holds"),
    Holds.TAKEN_BACK: later("taken back since"),
    Holds.CHANGED: later("changed since"),
}


_ENDED = frozenset(map(ends_as, Ground))


class Told(NamedTuple):
    """One decision in words. `record` of `kind` can be opened, where there is one; `people` are whom it is about."""

    decision: Decision
    title: str
    about: str
    sides: str
    who: str
    when: str
    holds: str
    kind: str
    record: str
    people: frozenset[str] = frozenset()

    @property
    def lines(self) -> tuple[str, ...]:
        """What is said below the title."""
        by = say("{who}, {when}", who=self.who, when=self.when)
        return tuple(each for each in (self.about, self.sides, by) if each)


def decided(book: Book, *, about: str = "", by: str = "", words: str = "") -> list[Told]:
    """The decisions about a record or person, by somebody of this name, or in which these words stand."""
    found = ledger.decisions(book)
    called = _called(book, found)
    hers = {*_of_one(book, about)} if about else set()
    told = [_told(each, called) for each in found]
    asked = [each for each in told if not about or hers & {*each.people, *each.decision.records}]
    return narrowed([each for each in asked if fold(by) in fold(each.who)], words)


def narrowed(told: Iterable[Told], words: str) -> list[Told]:
    """Those in which all of these words stand."""
    return [each for each in told if all(word in _text(each) for word in fold(words).split())]


def _of_one(book: Book, record: str) -> tuple[str, ...]:
    with book.reading() as cursor:
        return book.hearing(cursor).joined.all_of(record)


def _text(told: Told) -> str:
    return fold(" ".join((told.title, *told.lines, told.holds)))


class Called(NamedTuple):
    """Names of records and people, of writers, of keys and of places; and the records that can be opened."""

    records: Mapping[str, str]
    writers: Mapping[str, str]
    keys: Mapping[str, str]
    places: Mapping[str, str]
    leaves: Mapping[str, Leaf]
    two: Mapping[str, str]  # who decided that a concern be erased, by its id, where this book was sent it


def _called(book: Book, found: Sequence[Decision]) -> Called:
    ids = {record for each in found for record in each.records}
    ids |= {str(stored) for each in found for stored in (*each.sides, each.chosen) if isinstance(stored, str)}
    known = partners.known(book)
    keys = {each.key: each.name for each in known} | {book.key: whose_book(book)}
    writers = trust.names_of_writers(book, sorted({each.by for each in found}))
    return Called(
        questions.names_of(book, sorted(ids)),
        writers,
        keys,
        questions.places(book),
        _leaves(book, found),
        _two(book, found),
    )


def _two(book: Book, found: Iterable[Decision]) -> dict[str, str]:
    ids = sorted({record for each in found if each.what is What.ERASED for record in each.records})
    kinds = (CONCERN_STEP, WORKER_STEP) if ids else ()
    steps = [step for kind in kinds for step in questions.pointing_at(book, kind.name, "concern", ids)]
    ended = [each for each in steps if each["sort"] in _ENDED and each["second"]]
    return {str(each["concern"]): say("{one} and {other}", one=each["done_by"], other=each["second"]) for each in ended}


def _told(each: Decision, called: Called) -> Told:
    leaves = [called.leaves[record] for record in each.records if record in called.leaves]
    kind, record = (leaves[0].kind, leaves[0].id) if leaves else (each.kind, "")
    return Told(
        each,
        say(TITLES[each.what]),
        _about(each, called, kind),
        _sides(each, called),
        called.writers.get(each.by) or say("Somebody"),
        full_day(clock.day_of(each.at)) if each.at else say("date uncertain"),
        say(STANDS[each.holds]),
        kind,
        record,
        frozenset(looks.whom(leaves)),
    )


def _leaves(book: Book, found: Iterable[Decision]) -> dict[str, Leaf]:
    """The records that can be opened, by the ids under which they were decided; not what is hidden or gone."""
    ids = sorted({record for each in found for record in each.records})
    leaves = {leaf.id: leaf for kind in KINDS for leaf in questions.pointing_at(book, kind, "id", ids)}
    return {each: leaves[shown] for each in ids if (shown := book.shown(each)) in leaves}


def _about(each: Decision, called: Called, kind: str) -> str:
    if each.what in {What.ASIDE, What.BACK}:
        return say("Import {number}", number=each.subject)
    if each.what in {What.LET_WRITE, What.ENDED, What.LOCKED_OUT, What.LET_IN}:
        whose = called.keys.get(each.subject) or say("a laptop that this book does not know")
        told = say("{whose}: {places}", whose=whose, places=_places(each, called)) if each.places else whose
        return say("{what}, until {day}", what=told, day=_day(each.chosen)) if each.chosen else told
    told = _records(each, called, kind)
    if each.what is What.MOVED and each.places:
        return say("{what}: to {places}", what=told, places=_places(each, called))
    ground = GROUNDS.get(Ground(each.subject)) if each.subject in set(Ground) else None
    if two := next((called.two[record] for record in each.records if record in called.two), ""):
        told = say("{what} (decided by {two})", what=told, two=two)
    return say("{what}: {why}", what=told, why=say(ground)) if ground else told


def _day(said: Scalar) -> str:
    return full_day(date.fromisoformat(str(said)))


def _records(each: Decision, called: Called, kind: str) -> str:
    """By their names, as many as one reads; what has no name here is counted."""
    if each.what in {What.SAME, What.NOT_SAME}:
        names = [called.records.get(record) or say("somebody not known here") for record in each.records]
        return say(" / ").join(names)
    names = list(dict.fromkeys(called.records[record] for record in each.records if record in called.records))
    number = len(each.records)
    if 0 < len(names) == number <= FEW:
        return say(", ").join(names)
    if kind in KINDS and number == 1:
        return say(KINDS[kind].label).capitalize()
    return count("{number} record", "{number} records", number)


def _places(each: Decision, called: Called) -> str:
    names = list(dict.fromkeys(called.places.get(scope) or say("a place not known here") for scope in each.places))
    rest = len(names) - FEW
    shown = say(", ").join(names[:FEW])
    return count("{shown} and {number} more", "{shown} and {number} more", rest, shown=shown) if rest > 0 else shown


def _sides(each: Decision, called: Called) -> str:
    """What stood there, and what was chosen: one of them, or something that holds both."""
    if each.kind not in KINDS or not each.field:
        return ""
    base, _, code = each.field.partition("/")
    declared = KINDS[each.kind].fields.get(base)
    if declared is None:
        return each.field
    label = say(declared.label)
    if code:
        label = say("{label}, {what}", label=label, what=value(declared, frozenset({code}), called.records))

    def words(stored: Scalar) -> str:
        plain = say("yes") if stored else say("no")
        return plain if code else value(declared, stored, called.records) or say("(empty)")

    stood = say(" | ").join(words(side) for side in each.sides) or say("values that are not here")
    if each.what is What.ALIKE and len(each.records) > 1:
        return label
    return say("{label}: {sides} → {chosen}", label=label, sides=stood, chosen=words(each.chosen))


def people_of(told: Iterable[Told]) -> set[str]:
    """Whom these decisions are about: who reads them has looked at something of hers."""
    return {person for each in told for person in each.people}


def as_document(told: Sequence[Told], whose: str) -> Document:
    """All that is seen, on paper."""
    lines = [Line(each.when, say(" · ").join((each.title, *each.lines[:-1], each.who, each.holds))) for each in told]
    number = count("{number} decision", "{number} decisions", len(told))
    under = (full_day(clock.today()), say("from the book of {name}", name=whose))
    return Document(say("What was decided"), under, (Section(number, tuple(lines)),))
