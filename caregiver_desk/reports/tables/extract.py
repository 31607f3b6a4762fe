"""An extract for a project: what happened, without who.

Context. Somebody studies the work they do, or hands figures to somebody who does. Names taken off are not enough: a
day, a home’s number and a sentence are found again by whoever was there.

Decision. Only what is open goes, and of that no free text. Days are told as their month or their week. Each id becomes
a key that holds for this one file: it is made with a secret that is thrown away, so it joins the tables of the file and
leads nowhere else. Rows stand in the order of their keys, which is no order of time. An extract of fewer than five
people or homes is not made. What it is for is said first, and kept in the book when the file is.

Consequences. Two extracts cannot be joined. Whoever holds the book can still see which visits of a month there were: a
month with one visit is a month with one visit, also in an extract.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from caregiver_desk.acts.sharing.extracts import keep_extract, purpose_said
from caregiver_desk.errors import NothingLeaves, NotWhole, TooFewForAnExtract
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.leaving import NOTHING_MORE, may_leave
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.reports.tables.asked import Asked, Words
from caregiver_desk.reports.tables.columns import Cell, Column, Names, Sort, Tells, columns_of, key_column
from caregiver_desk.reports.tables.rows import Table
from caregiver_desk.reports.tables.taking_out import Into, put
from caregiver_desk.reports.tables.telling import Telling, telling
from caregiver_desk.store import pages
from caregiver_desk.store.book import Book
from caregiver_desk.store.pages import Told
from caregiver_desk.store.questions import kind_named
from caregiver_desk.wording import later, say

LEAST = 5  # people, or homes
KEY = 9  # bytes of a key
LEADS_BACK = {"assignment": {"short_number"}}  # numbers by which somebody is called


class Coarse(StrEnum):
    """What of a day is told."""

    MONTHS = "months"
    WEEKS = "weeks"

    def __call__(self, day: str) -> str:
        """Its month (`2026-02`), or its week (`2026-W07`, ISO 8601), which nobody takes for a day."""
        if self is Coarse.MONTHS:
            return day[:7]
        year, week, _ = date.fromisoformat(day).isocalendar()
        return f"{year}-W{week:02}"

    def is_whole(self, span: Span) -> bool:
        """Whether these days are whole months or weeks."""
        return all(self._begins(day) for day in (span.first, span.last + timedelta(1)))

    def _begins(self, day: date) -> bool:
        return day.day == 1 if self is Coarse.MONTHS else not day.weekday()


WHOLE = {Coarse.MONTHS: later("months"), Coarse.WEEKS: later("weeks, from a Monday to a Sunday")}


@dataclass(frozen=True)
class Keys:
    """Keys of one file, by a secret that nobody keeps."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __call__(self, record: str) -> str:
        made = hmac.digest(self.secret, record.encode(), hashlib.sha256)
        return base64.b32encode(made)[: 2 * KEY].decode().lower()


def extract(book: Book, asked: Asked, purpose: str, into: Into, coarse: Coarse = Coarse.MONTHS) -> Telling:
    """Write it, and keep what it is for.

    Raises NoPurpose, NotWhole, TooFewForAnExtract, and what taking out raises: nothing is there, nothing is kept.
    """
    plain, said = replace(asked, wanted=NOTHING_MORE, words=Words.CODES), purpose_said(purpose)
    if asked.span and not coarse.is_whole(asked.span):
        raise NotWhole(what=say(WHOLE[coarse]), days=f"{asked.span.first}..{asked.span.last}")
    told = telling(book, plain)
    for number in (len(told.people), len(told.homes)):
        if 0 < number < LEAST:
            raise TooFewForAnExtract(least=LEAST, number=number)
    found = _tables(book, plain, Keys(), coarse)
    put(book, told, found, into, then=lambda: keep_extract(book, said, plain.kinds, told.records))
    return told


def kinds_of_extract(names: Sequence[str]) -> tuple[Kind, ...]:
    """The kinds of these names, each once. Raises NoSuchKind, or NothingLeaves where nothing could be in it."""
    kinds = tuple(kind_named(name) for name in dict.fromkeys(names))
    for kind in kinds:
        if not extracted(kind):
            raise NothingLeaves(kind=say(kind.plural))
    return kinds


def extracted(kind: Kind) -> tuple[Field, ...]:
    """The fields of a kind that may stand in an extract: no free text, and nothing by which somebody is called."""
    behind = LEADS_BACK.get(kind.name, set())
    return tuple(each for each in may_leave(kind) if not is_free_text(each) and each.name not in behind)


def is_free_text(field: Field) -> bool:
    return field.base is str and not field.shown.refers


def _tables(book: Book, asked: Asked, keys: Keys, coarse: Coarse) -> Iterator[Table]:
    for kind in asked.kinds:
        fields = extracted(kind)
        found = [_without_who(each, fields, keys, coarse) for each in columns_of(kind, fields, asked)]
        found = [replace(key_column(), cell=lambda told, _: keys(told.id)), *found]
        yield Table(kind.name, found, _rows(book, kind, fields, asked, keys, found))


def _without_who(column: Column, fields: Sequence[Field], keys: Keys, coarse: Coarse) -> Column:
    """The column with keys in the place of ids and months in the place of days."""
    refers = {each.name for each in fields if each.shown.refers}
    if column.sort is Sort.DAY:
        return replace(column, sort=Sort.TEXT, cell=_through(column, coarse))
    return replace(column, cell=_through(column, keys)) if column.title in refers else column


def _through(column: Column, told_as: Keys | Coarse) -> Tells:
    def cell(told: Told, names: Names) -> Cell:
        stored = column.cell(told, names)
        return told_as(str(stored)) if stored else None

    return cell


def _rows(
    book: Book, kind: Kind, fields: Sequence[Field], asked: Asked, keys: Keys, found: Sequence[Column]
) -> Iterator[list[Cell]]:
    ordered = sorted(pages.ids(book, kind, asked.days), key=keys)
    for page in pages.pages_of(book, kind, fields, ordered):
        for told in page:
            yield [column.cell(told, {}) for column in found]
