"""Counting in the store: how many records of a kind there are, apart by where they live, their month and some fields.

A district has a million visits, and a figure needs their number, by month and by who made them. So rows are counted
where they lie, and what comes back is as long as there are people and months, not visits.

Rows of more than some weeks are read one after the other, as they lie in the file: by the index of days each would be
looked up at a place of its own, and its page deciphered for it alone. Of a million visits a year took 44 s so, and 9 to
13 s read through; of a hundred thousand, which the pages at hand can hold, both take half a second.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from caregiver_desk.errors import UnknownField
from caregiver_desk.records.record import Kind, known_fields
from caregiver_desk.store import statements
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import FIRST_DAY, Days, Leaf, kind_named, leaf
from caregiver_desk.store.schema import columns

SOME_WEEKS = timedelta(21)
Values = Mapping[str, Collection[str]]  # the values of a field that count, by its name


class Counted(NamedTuple):
    """So many records that live in one scope, stand under one month (`2026-02`), and have these values."""

    scope: str
    month: str
    values: tuple[Any, ...]
    number: int


class Asked(NamedTuple):
    """Records of a kind whose `day` lies in these days, whose fields have one of these values, and that say these."""

    kind: str
    day: str
    days: Days
    where: Values = MappingProxyType({})
    filled: Sequence[str] = ()


def counted(
    book: Book, asked: Asked, by: Sequence[str], *, once: Sequence[str] = (), total: str = "", by_month: bool = True
) -> list[Counted]:
    """How many there are, apart by the fields in `by`. Those that agree in all of `once` count as one, in one scope.

    With `total`, the number of each group is the sum of this field. Without `by_month` the months are not told apart,
    and are empty. Raises UnknownField.
    """
    kind = kind_named(asked.kind)
    month = f"substr({_named(kind, asked.day)}, 1, 7)" if by_month else "''"
    apart = ["scope", f"{month} AS month", *(_named(kind, name) for name in by)]
    different = [_named(kind, name) for name in (*once, *filter(None, [total])) if name not in by]
    number = f"coalesce(sum({total}), 0)" if total else "count(*)"
    conditions, bound = _narrowed(kind, asked)
    lie = f"{kind.name} NOT INDEXED" if _is_long(asked.days) else kind.name
    rows = f"SELECT {', '.join(apart + different)} FROM {lie} WHERE {conditions}"
    if once:
        rows = f"SELECT min(scope) AS scope, {', '.join(apart[1:] + different)} FROM {lie} WHERE {conditions}"
        month_too = () if asked.day in different else ("month",)  # a day has one month
        rows += f" GROUP BY {', '.join([*by, *different, *month_too])}"
    groups = ", ".join(["scope", "month", *by])
    with book.reading() as cursor:
        cursor.execute(f"SELECT {groups}, {number} FROM ({rows}) AS found GROUP BY {groups}", bound)
        return [Counted(scope, month, tuple(values), number) for scope, month, *values, number in cursor.fetchall()]


def page(book: Book, asked: Asked, *, limit: int, after: tuple[str, str] | None = None) -> list[Leaf]:
    """The records themselves, the earliest first; `after` is the day and the id of the last one already shown."""
    kind = kind_named(asked.kind)
    conditions, bound = _narrowed(kind, asked)
    if after:
        conditions += f" AND ({asked.day}, id) > (?, ?)"
        bound += after
    with book.reading() as cursor:
        cursor.execute(
            f"SELECT {', '.join(columns(kind))} FROM {kind.name} WHERE {conditions} ORDER BY {asked.day}, id LIMIT ?",
            (*bound, limit),
        )
        return [leaf(kind, row) for row in cursor.fetchall()]


def pages(book: Book, asked: Asked, *, most: int) -> Iterator[Leaf]:
    """All of them, read so many at a time."""
    after: tuple[str, str] | None = None
    while rows := page(book, asked, limit=most, after=after):
        yield from rows
        after = str(rows[-1][asked.day]), rows[-1].id


def first_day(book: Book, kind: str, field: str = "") -> str:
    """The first day under which a record of a kind stands, or one that says something in this field.

    Empty where there is none; the first day of all where there is one, and the kind stands under no day.
    """
    declared = kind_named(kind)
    name, day = f"CAST({_named(declared, field)} AS TEXT)" if field else "id", declared.when or f"'{FIRST_DAY}'"
    with book.reading() as cursor:
        cursor.execute(f"SELECT min({day}) FROM {declared.name} WHERE gone = 0 AND length({name}) > 0")
        return str(cursor.fetchone()[0] or "")  # type: ignore[index]


def _narrowed(kind: Kind, asked: Asked) -> tuple[str, list[Any]]:
    conditions = ["gone = 0", f"{_named(kind, asked.day)} BETWEEN ? AND ?"]
    conditions += [f"{_as_shown(kind, name)} IN {statements.one_of(kind, name)}" for name in asked.where]
    conditions += [f"length(CAST({_named(kind, name)} AS TEXT)) > 0" for name in asked.filled]
    return " AND ".join(conditions), [*asked.days, *(_listed(values) for values in asked.where.values())]


def _is_long(days: Days) -> bool:
    first, last = (date.fromisoformat(each) for each in days)
    return last - first > SOME_WEEKS


def _listed(values: Iterable[str]) -> str:
    return json.dumps(list(values))


def _as_shown(kind: Kind, name: str) -> str:
    """What is left empty means what the draft says of it: a visit is done unless something else is said."""
    usual = kind.draft.model_fields[_named(kind, name)].default
    return f"coalesce({name}, '{usual.value}')" if isinstance(usual, StrEnum) else name


def _named(kind: Kind, name: str) -> str:
    if name not in kind.fields:
        raise UnknownField(field=name, kind=kind.label, known=known_fields(kind))
    return name
