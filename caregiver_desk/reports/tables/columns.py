"""The columns of a table: what stands in each, told as codes, as words or as both.

Decision. The first column is the id of the record, which never changes; a field that names another record holds the id
of that one, so tables can be joined. Words stand beside codes or in their place, ids always stay. What can have several
codes has one column with all of them and one for each code that says 1 or 0, and nothing where nobody answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, TypeAlias

from caregiver_desk.practice import spoken
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.reports.tables import hxl
from caregiver_desk.reports.tables.asked import Asked, Words
from caregiver_desk.store.pages import Told
from caregiver_desk.wording import say

Cell: TypeAlias = str | int | bool | None
Names: TypeAlias = Mapping[str, str]
Tells: TypeAlias = Callable[[Told, Names], Cell]
BETWEEN = ", "


class Sort(StrEnum):
    """What the cells of a column are; a day is written `2026-03-02`."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TRUTH = "truth"


@dataclass(frozen=True)
class Column:
    """One column: its title, its tag for those who read HXL, and the cell that it has in the row of a record."""

    title: str
    sort: Sort
    cell: Tells
    tag: str = ""


def columns(kind: Kind, asked: Asked) -> list[Column]:
    """The columns of a kind, its key first, each title once."""
    return _told_apart([key_column(), *columns_of(kind, asked.fields(kind), asked)])


def key_column() -> Column:
    return Column("id", Sort.TEXT, lambda told, _: told.id, hxl.KEY)


def columns_of(kind: Kind, fields: Sequence[Field], asked: Asked) -> Iterator[Column]:
    """The columns of these fields, which are read in this order."""
    for place, field in enumerate(fields):
        yield from _of_field(kind, field, place, asked)


def naming(kind: Kind, asked: Asked) -> tuple[Field, ...]:
    """The fields by which a record may be called in this file; none where its name may not be in it."""
    return tuple(field for field in asked.fields(kind) if field.name in kind.named)


def has_name(field: Field, asked: Asked) -> bool:
    """Whether the record at which this field points has a name that may stand beside its id."""
    refers = KINDS.get(field.shown.refers)
    return asked.words is not Words.CODES and refers is not None and bool(naming(refers, asked))


def _of_field(kind: Kind, field: Field, place: int, asked: Asked) -> Iterator[Column]:
    stored = Column(_title(field, asked), _sort(field), _stored(field, place), hxl.tag(kind, field))
    if field.shown.refers:
        yield replace(stored, title=field.name)
        if has_name(field, asked):
            yield Column(say(field.label), Sort.TEXT, partial(_spoken, field, place))
    elif field.choices or field.base is bool:
        yield from _coded(stored, field, place, asked)
    else:
        yield stored


def _coded(stored: Column, field: Field, place: int, asked: Asked) -> Iterator[Column]:
    words = Column(say(field.label), Sort.TEXT, partial(_spoken, field, place))
    if asked.words is Words.LABELS:
        yield replace(words, tag=stored.tag)
    else:
        yield stored
    if asked.words is Words.BOTH:
        yield words
    if field.many:
        yield from (_element(field, place, code, asked) for code in field.choices or ())


def _element(field: Field, place: int, code: StrEnum, asked: Asked) -> Column:
    def cell(told: Told, _: Names) -> Cell:
        value = told.values[place]
        return int(str(code) in value.split(",")) if value else None

    words = spoken.words(code) if asked.words is Words.LABELS else str(code)
    return Column(f"{_title(field, asked)}/{words}", Sort.NUMBER, cell)


def _title(field: Field, asked: Asked) -> str:
    return say(field.label) if asked.words is Words.LABELS else field.name


def _sort(field: Field) -> Sort:
    known = {bool: Sort.TRUTH, int: Sort.NUMBER, date: Sort.DAY}
    return Sort.TEXT if field.many else known.get(field.base, Sort.TEXT)


def _stored(field: Field, place: int) -> Tells:
    if field.many:
        return lambda told, _: told.values[place] and told.values[place].replace(",", BETWEEN)
    if field.base is bool:
        return lambda told, _: None if told.values[place] is None else bool(told.values[place])
    return lambda told, _: told.values[place]


def _spoken(field: Field, place: int, told: Told, names: Names) -> Cell:
    value: Any = told.values[place]
    if value is None:
        return None
    return spoken.value(field, value.split(",") if field.many else value, names) or None


def _told_apart(found: Sequence[Column]) -> list[Column]:
    """Two fields may have one label: the second says how often it came before."""
    titles: list[str] = []
    told = []
    for column in found:
        again = titles.count(column.title)
        titles.append(column.title)
        told.append(replace(column, title=f"{column.title} #{again + 1}") if again else column)
    return told
