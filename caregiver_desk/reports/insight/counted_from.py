"""What a figure was counted from: the records behind both of its numbers, by name and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from caregiver_desk.acts.insight.asking import Found
from caregiver_desk.acts.insight.listing import one_by_one
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.practice import spans
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say

MOST = 400  # that are listed; beyond, the page of the records themselves is the place to look


@dataclass(frozen=True)
class Line:
    """One record: what it is, whose, and its day."""

    kind: str
    id: str
    name: str
    quiet: str
    opens: bool


Side = tuple[str, tuple[Line, ...] | None]


@dataclass(frozen=True)
class Counted:
    """Both sides of a figure; `about` is everybody whose record is among them."""

    title: str
    says: str
    sides: tuple[Side, ...]
    about: frozenset[str]


def counted_from(book: Book, code: str, span: Span, place: str) -> Counted:
    indicator = chosen(book, code)[code]
    each = partial(one_by_one, book, span=span, place=place, most=MOST, adds=indicator.adds)
    of, per = list(each(indicator.of)), list(each(indicator.per)) if indicator.per else None
    names = questions.names_of(
        book, sorted({each for one in (*of, *(per or ())) for each in (one.who, one.id) if each})
    )
    sides: tuple[Side, ...] = ((say(indicator.of_words).capitalize(), _lines(of, names)),)
    if per is not None:
        sides += ((say(indicator.per_words).capitalize(), _lines(per, names)),)
    about = frozenset(each.who for each in (*of, *(per or ())) if each.who)
    return Counted(say(indicator.title), spans.said(span), sides, about)


def _lines(those: list[Found], names: dict[str, str]) -> tuple[Line, ...]:
    return tuple(_line(each, names) for each in sorted(those, key=lambda one: (one.day, one.id)))


def _line(each: Found, names: dict[str, str]) -> Line:
    kind = KINDS[each.kind]
    name = names.get(each.id) or names.get(each.who) or say(kind.label)
    day = full_day(date.fromisoformat(each.day)) if each.day else ""
    quiet = f"{say(kind.label)} · {day}" if name != say(kind.label) else day
    return Line(each.kind, each.id, name, quiet, bool(each.id))
