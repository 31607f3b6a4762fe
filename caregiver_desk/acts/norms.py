"""Which numbers of the practice are in force in a book, and on which days its site is closed.

Only what was said in the book's own site leads it. A number of which two say different things holds for nobody: until
they settle it, or one of them says it anew, the shipped number does.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.practice.norms import Norm, Norms, known, may_be, norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.customs import CLOSURE, SITE_NORM
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf

LONGEST = timedelta(366)  # that a site is closed at a time; what says more is a slip


class Said(NamedTuple):
    """One number: as it is shipped, and what the site says. `ours` is None where it says nothing, or not one thing."""

    norm: Norm
    ours: int | None = None
    differing: bool = False
    reason: str = ""
    day: date | None = None
    by: str = ""

    @property
    def holds(self) -> int:
        return self.norm.value if self.ours is None else self.ours


def norms_of(book: Book) -> Norms:
    """The numbers of this book's site; one question of the book."""
    return norms({name: found[0]["value"] for name, found in _told(book).items() if not _differ(found)})


def said_of(book: Book) -> list[Said]:
    """Every number, with what the own site of this book says of it."""
    found = _told(book)
    return [_said(each, found.get(each.name, [])) for each in known()]


def _told(book: Book) -> dict[str, list[Leaf]]:
    """What was said of each number and is within its bounds, the newest first."""
    told: dict[str, list[Leaf]] = {}
    for leaf in questions.listing(book, SITE_NORM.name, limit=EVERY, scope=book.site):
        if may_be(str(leaf["name"]), leaf["value"]):
            told.setdefault(str(leaf["name"]), []).append(leaf)
    return told


def _differ(found: Sequence[Leaf]) -> bool:
    return len({each["value"] for each in found}) > 1 or any("value" in each.quarrels for each in found)


def _said(norm: Norm, found: Sequence[Leaf]) -> Said:
    if not found or _differ(found):
        return Said(norm, differing=bool(found))
    last = max(found, key=lambda each: (str(each["day"] or ""), each.id))
    return Said(
        norm, last["value"], reason=str(last["reason"] or ""), day=_day(last["day"]), by=str(last["said_by"] or "")
    )


def closed_in(book: Book) -> tuple[Period, ...]:
    """The days on which the site of this book is closed; one question of the book."""
    return tuple(period for _, period in closures_of(book))


def closures_of(book: Book) -> list[tuple[Leaf, Period]]:
    """What its own site said of it, the earliest first; what nobody can mean is left out."""
    told = questions.listing(book, CLOSURE.name, limit=EVERY, scope=book.site)
    found = [(each, Period(_day(each["since"]), _day(each["until"]))) for each in told]
    return sorted((each for each in found if _is_meant(each[1])), key=lambda each: (str(each[1].since), each[0].id))


def _is_meant(period: Period) -> bool:
    since, until = period
    return bool(since and until and timedelta(0) < until - since <= LONGEST)


def _day(stored: object) -> date | None:
    return date.fromisoformat(str(stored)) if stored else None
