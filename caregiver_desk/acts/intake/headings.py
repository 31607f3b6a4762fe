"""Where the titles of a sheet stand: in one row, or in two where the upper one was merged over several columns.

Above them may stand the name of the sheet and a month; below them may be the same titles again, page after page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from caregiver_desk.acts.intake.days import DAY_ZERO
from caregiver_desk.acts.intake.table import Hand, Knows, Row, Table
from caregiver_desk.acts.intake.workbook import letter
from caregiver_desk.wording import say

_LOOKED_AT = 30


@dataclass(frozen=True)
class Sheet:
    """A table with its titles known, each of them once."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hand: Hand
    name: str = ""
    others: tuple[str, ...] = ()
    day_zero: date = DAY_ZERO
    form: str = ""


class _Head(NamedTuple):
    """Titles, and the place of the first row below them. `known` counts those we know."""

    known: int
    titles: tuple[str, ...]
    below: int


_NONE = _Head(0, (), 0)


def headed(table: Table, knows: Knows) -> Sheet:
    """The table from its titles on: those, among the first rows, of which most are known. Without any, no columns."""
    first = [row.cells for row in table.rows[:_LOOKED_AT]]
    head = _given(first, knows) if table.titled else _found(first, knows) or _guessed(first)
    rows = tuple(row for row in table.rows[head.below :] if row.cells not in first[: head.below])
    titles, others = _told_apart(head.titles), table.other_sheets
    return Sheet(titles, rows, table.hand, table.sheet, others, table.day_zero, table.form)


def _given(first: Sequence[Sequence[str]], knows: Knows) -> _Head:
    return _Head(sum(map(knows, first[0])), tuple(first[0]), 1) if first else _NONE


def _found(first: Sequence[Sequence[str]], knows: Knows) -> _Head | None:
    single = [_Head(sum(map(knows, cells)), tuple(cells), at + 1) for at, cells in enumerate(first)]
    double = [_merged(*two, at + 2, knows) for at, two in enumerate(pairwise(first))]
    best = max([*double, *single], key=lambda head: head.known, default=_NONE)
    return best if best.known else None


def _guessed(first: Sequence[Sequence[str]]) -> _Head:
    """Titles in a language we do not know: the first row that is as wide as any, its cells all filled and all words."""
    widest = max(map(len, first), default=0)
    for at, cells in enumerate(first[:-1]):
        if len(cells) == widest > 1 and not any(_has_figures(cell) for cell in cells):
            return _Head(0, tuple(cells), at + 1)
    return _NONE


def _has_figures(cell: str) -> bool:
    return not cell or any(sign.isdigit() for sign in cell)


def _merged(upper: Sequence[str], lower: Sequence[str], below: int, knows: Knows) -> _Head:
    """The titles of two rows, where the lower one fills gaps that merging left in the upper one."""
    width = max(len(upper), len(lower))
    above, under = ([*cells, *[""] * (width - len(cells))] for cells in (upper, lower))
    if not any(one and not other for one, other in zip(under, above, strict=True)):
        return _NONE
    titles, over = [], ""
    for own, part in zip(above, under, strict=True):
        over = own or (over if part else "")
        titles.append(_title(over, part, knows))
    known = sum(map(knows, titles))
    return _Head(known, tuple(titles), below) if known > sum(map(knows, under)) else _NONE


def _title(over: str, part: str, knows: Knows) -> str:
    both = f"{over} {part}".strip()
    return next((title for title in (both, part) if title and knows(title)), both)


def _told_apart(titles: Sequence[str]) -> tuple[str, ...]:
    """Every title once, and one for each column without."""
    told: list[str] = []
    for place, title in enumerate(titles):
        plain = " ".join(title.split()) or say("Column {letter}", letter=letter(place))
        again = sum(each.partition(" #")[0].casefold() == plain.casefold() for each in told)
        told.append(f"{plain} #{again + 1}" if again else plain)
    return tuple(told)
