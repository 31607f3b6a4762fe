"""Which column of a sheet says what: as somebody wished, as it was last time, or by its title.

A title matches as a whole, or with one slip of the pen in a long word, or not at all. A column that matches nothing is
left out and named in the preview: notes and diagnoses do not slip in. What was chosen is remembered in the book, by the
titles, so that the next sheet with the same titles is matched in the same way.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.forms import ANSWER, FORMS, MEND, Form, plain_title, vocabulary, ways_of
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.table import Knows
from caregiver_desk.errors import ColumnMissing, NoColumns, NoSuchColumn, NotASheet, NotUnderstood, OtherSheet
from caregiver_desk.practice.people.names import folded
from caregiver_desk.store import matchings
from caregiver_desk.store.book import Book
from caregiver_desk.store.matchings import Remembered
from caregiver_desk.wording import say

_LONG = 5  # letters from which a word may have a slip


@dataclass(frozen=True)
class Wishes:
    """What whoever brings a sheet says of it: fields by title (empty: leave out), how days are written, which sheet.

    `values` says what the words in cells mean, by field.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    order: Order | None = None
    orders: Mapping[str, Order] = field(default_factory=dict)
    sheet: str = ""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


AS_FOUND = Wishes()
NOTHING_REMEMBERED = Remembered({}, {})


@dataclass(frozen=True)
class Matching:
    """The field of each column, empty where it is left out; `known` is what was remembered of such titles."""

    form: Form
    fields: tuple[str, ...]
    wishes: Wishes = AS_FOUND
    known: Remembered = NOTHING_REMEMBERED

    def left_out(self, sheet: Sheet) -> list[str]:
        """The titles of what no field takes."""
        return [title for title, name in zip(sheet.columns, self.fields, strict=True) if not name]

    def lacks(self) -> list[str]:
        """The fields of which one is still needed, one of each group."""
        return [group[0] for group in self.form.needs if not set(group) & set(self.fields)]

    def speaks(self) -> int:
        """How plainly a sheet is of this kind: how many columns say so, less those that are lacking."""
        return sum(map(bool, self.fields)) - len(self.lacks())

    def wished_order(self, title: str) -> Order | None:
        """How the days of this column are written, where somebody said so of this sheet."""
        return self.wishes.orders.get(title) or self.wishes.order

    def remembered_order(self, title: str) -> Order | None:
        told = self.known.orders.get(plain_title(title))
        return Order(told) if told in set(Order) else None


def read_wishes(path: Path | None) -> Wishes:
    """The file given with `--map`: `[columns]` of titles and fields, `[values.FIELD]` of words, and `dates`."""
    if path is None:
        return AS_FOUND
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotASheet(reason=say("the file that says which column is which cannot be read")) from None
    return wishes_in(told)


def wishes_in(told: Mapping[str, Any]) -> Wishes:
    """What such a file says."""
    columns, values = _words(told.get("columns")), told.get("values")
    meanings = {name: _words(words) for name, words in values.items()} if isinstance(values, dict) else {}
    return Wishes(columns, ordered(str(told.get("dates", ""))), sheet=str(told.get("sheet", "")), values=meanings)


def _words(told: Any) -> dict[str, str]:
    return {str(one): str(other) for one, other in told.items()} if isinstance(told, dict) else {}


def ordered(words: str) -> Order | None:
    """How days are written, as somebody says it; nothing if she does not. Raises NotUnderstood."""
    if words and words not in set(Order):
        raise NotUnderstood(field=say("Dates"), reason=say("known: {known}", known=", ".join(Order)))
    return Order(words) if words else None


def knower(form: Form, wishes: Wishes) -> Knows:
    """Tells the titles of this form, and those of the wishes, from other words."""
    known = {*vocabulary(form.kind.name)["columns"], *map(plain_title, wishes.columns)}
    return lambda cell: not known.isdisjoint(ways_of(cell))


def match(book: Book, sheet: Sheet, form: Form, wishes: Wishes) -> Matching:
    """The field of each column; of two columns for one field the first counts, and what was wished before all."""
    wished = _wished(wishes, sheet, form)
    remembered = matchings.recall(book, form.kind.name, _own(sheet.columns)) or NOTHING_REMEMBERED
    others = {known: name for known, name in remembered.fields.items() if not name or name not in wished.values()}
    called = zip(sheet.columns, _called(sheet.columns), strict=True)
    chosen = {**{column: others[known] for column, known in called if known in others}, **wished}
    taken = set(chosen.values())
    fields: list[str] = []
    for column in sheet.columns:
        name = chosen[column] if column in chosen else _by_title(column, form)
        free = name in form.targets and name not in fields and (column in chosen or name not in taken)
        fields.append(name if free else "")
    return Matching(form, tuple(fields), wishes, remembered)


def other_form(book: Book, sheet: Sheet, matching: Matching) -> Form | None:
    """The form of another kind whose titles these plainly are, where nobody said or remembers otherwise."""
    if matching.wishes.columns or matching.known.fields:
        return None
    others = (match(book, sheet, form, AS_FOUND) for form in FORMS.values() if form is not matching.form)
    best = max(others, key=Matching.speaks)
    return best.form if best.speaks() > matching.speaks() else None


def complete(book: Book, sheet: Sheet, matching: Matching) -> Matching:
    """The matching, if every row can be understood by it.

    Raises OtherSheet, NoColumns, or ColumnMissing where some are known.
    """
    if other := other_form(book, sheet, matching):
        raise OtherSheet(other=other.kind.plural, kind=matching.form.kind.plural)
    lacking, form = matching.lacks(), matching.form
    if lacking and not any(matching.fields):
        raise NoColumns(kind=form.kind.plural, columns=len(matching.fields), known=", ".join(form.targets))
    if lacking:
        labels = ", ".join(say(form.targets[name].label) for name in lacking)
        raise ColumnMissing(fields=labels, kind=form.kind.plural, field=lacking[0])
    return matching


def remember(book: Book, sheet: Sheet, matching: Matching, orders: Mapping[str, Order]) -> None:
    """Match such titles in the same way from now on, in this book."""
    titles = _called(sheet.columns)
    told = {title: name for title, name in zip(titles, matching.fields, strict=True) if name != ANSWER}
    written = {plain_title(title): str(order) for title, order in orders.items()}
    matchings.remember(book, matching.form.kind.name, _own(sheet.columns), Remembered(told, written))


def rematched(matching: Matching, sheet: Sheet, title: str, name: str) -> Matching:
    """The same matching with this column in this field, and no other column in it."""
    fields = [("" if each == name else each) for each in matching.fields]
    fields[sheet.columns.index(title)] = name
    others = {each: other for each, other in matching.wishes.columns.items() if not other or other != name}
    wishes = replace(matching.wishes, columns={**others, title: name})
    return replace(matching, fields=tuple(fields), wishes=wishes)


def _own(columns: Sequence[str]) -> list[str]:
    """The titles by which a sheet is known again: a mended copy has one more."""
    return [title for title in map(plain_title, columns) if title != plain_title(say(MEND))]


def _called(columns: Sequence[str]) -> list[str]:
    """By what each column is remembered: its title without what stands in brackets, where that tells it from others."""
    plain = list(map(plain_title, columns))
    return [one if plain.count(one) == 1 else folded(column) for column, one in zip(columns, plain, strict=True)]


def _by_title(column: str, form: Form) -> str:
    """The field of this title: with what stands in brackets, for `Time (min)` is no time of day, or else without."""
    known = vocabulary(form.kind.name)["columns"]
    ways = ways_of(column)
    exact = (known[way] for way in ways if way in known)
    return next(exact, "") or next(filter(None, (_nearly(way, known) for way in ways)), "")


def _nearly(title: str, known: Mapping[str, str]) -> str:
    """The one field whose title this is but for a slip."""
    words = title.split()
    found = {name for each, name in known.items() if _slipped(words, each.split())}
    return found.pop() if len(found) == 1 else ""


def _slipped(words: Sequence[str], others: Sequence[str]) -> bool:
    if len(words) != len(others):
        return False
    differing = [(one, other) for one, other in zip(words, others, strict=True) if one != other]
    return len(differing) == 1 and min(map(len, differing[0])) >= _LONG and _one_slip(*differing[0])


def _one_slip(one: str, other: str) -> bool:
    """One letter left out, put in, exchanged for another, or two neighbours swapped."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _wished(wishes: Wishes, sheet: Sheet, form: Form) -> dict[str, str]:
    """The wishes by the columns they mean. Raises NoSuchColumn or NotUnderstood."""
    wished: dict[str, str] = {}
    for title, name in wishes.columns.items():
        column = _meant(title, sheet.columns)
        if name and name not in form.targets:
            known = say("known: {known}", known=", ".join(form.targets))
            raise NotUnderstood(field=say("Field “{name}”", name=name), reason=known)
        if name and name in wished.values():
            raise NotUnderstood(field=say(form.targets[name].label), reason=say("two columns are named for it"))
        wished[column] = name
    return wished


def _meant(title: str, columns: Sequence[str]) -> str:
    """The column of this title, or else the first that differs only in what stands in brackets. Raises NoSuchColumn."""
    exact = [column for column in columns if folded(column) == folded(title)]
    for column in (*exact, *(each for each in columns if plain_title(each) == plain_title(title))):
        return column
    raise NoSuchColumn(title=title, columns=", ".join(filter(None, columns)))
