"""What the cells of one row say, field by field. What is not certain is asked, never guessed.

A phone number of nine digits has lost its leading zero and gets it back; one that a spreadsheet has rounded is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.intake import days
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.forms import CORRECTS, SUBMISSION, Target, vocabulary
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.people.names import folded
from caregiver_desk.wording import say

Told = dict[str, Any]

LONGEST = 2_000
_WARD = re.compile(r"(?:ward|wyk|w)?[\s.:#-]*0*([0-9]+)(?:\.0)?", re.IGNORECASE)
_ROUNDED = re.compile(r"[0-9][.,]?[0-9]*E[+]?[0-9]+", re.IGNORECASE)
_MINUTES = re.compile(r"([0-9]{1,3})(?:\.0)?\s*(?:m|min|mins|minutes|minute)?\.?", re.IGNORECASE)
_HOURS = re.compile(r"([0-9]{1,2})\s*(?:h|hrs?|hours?|:)\s*([0-9]{1,2})?\s*(?:m|mins?|minutes?)?", re.IGNORECASE)
_SPREADSHEET_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_NOTHING = {"", "-", "–", "n/a", "?"}
_WITHOUT_ZERO, _WITH_COUNTRY, _COUNTRY = 9, 11, "27"
_SHORTEST = 3  # digits of a number one can ring, such as 116
_BORN_SINCE, _SINCE = 1900, 1980
_MAY_LIE_AHEAD = {"week", "next_day"}
_LONGEST_NUMBER = 120
_IN_AN_HOUR = 60


class Reader:
    """Reads the rows of one sheet, knowing how each of its columns writes its days (`orders`, by title)."""

    def __init__(self, sheet: Sheet, matching: Matching) -> None:
        self._matching, self._zero = matching, sheet.day_zero
        self._words = _meanings(matching)
        self.orders = _orders(sheet, matching)
        self._order_at = [self.orders.get(title) for title in sheet.columns]

    def read(self, row: Row) -> Told:
        """The values of a row by field, without what is empty. Raises NotUnderstood."""
        told: Told = {}
        for name, cell, order in zip(self._matching.fields, row.cells, self._order_at, strict=False):
            if name and cell.casefold() not in _NOTHING:
                target = self._matching.form.targets[name]
                try:
                    told[name] = self._value(target, cell, order)
                except ValueError as trouble:
                    raise NotUnderstood(field=say(target.label), reason=str(trouble)) from None
        return told

    def _value(self, target: Target, cell: str, order: Order | None) -> Any:
        if cell in _SPREADSHEET_ERRORS:
            raise ValueError(say("the spreadsheet had no value for this cell"))
        if len(cell) > LONGEST:
            raise ValueError(say("it is longer than {limit} letters", limit=LONGEST))
        if target.name in _SPECIAL:
            return _SPECIAL[target.name](cell)
        if target.name == "birth_year" and re.fullmatch("[0-9]{4}", cell):
            return int(cell)
        if target.base is date or target.name == "birth_year":
            return self._day(target, cell, order)
        return self._said(target, cell)

    def _day(self, target: Target, cell: str, order: Order | None) -> date | int:
        """A day that has come, as far as anybody knows; a week is told by any of its days."""
        years = {each.year for each in days.meanings(cell, since=_since(target)).values()}
        if target.name == "birth_year" and len(years) == 1:
            return years.pop()
        meant = days.day(cell, order=order, since=_since(target), zero=self._zero)
        if target.name not in _MAY_LIE_AHEAD and not clock.has_come(meant):
            raise ValueError(say("this day has not come yet"))
        return meant.year if target.name == "birth_year" else meant

    def _said(self, target: Target, cell: str) -> Any:
        words = self._words.get(target.name, {})
        meant = words.get(folded(cell), cell)
        if target.name == "purposes":
            parts = filter(None, map(str.strip, re.split("[,;/+&]", cell)))
            return frozenset(each for part in parts for each in _several(part, words))
        if target.base is int:
            return _whole(meant)
        if target.base is bool:
            return _truth(meant)
        return _choice(target.base, meant) if issubclass(target.base, StrEnum) else meant


def _meanings(matching: Matching) -> dict[str, dict[str, str]]:
    """What words mean, by field: as it was wished of this sheet, else as they are known."""
    known, wished = vocabulary(matching.form.kind.name), matching.wishes.values
    told = {name: {folded(word): meant for word, meant in words.items()} for name, words in wished.items()}
    return {name: {**known.get(name, {}), **told.get(name, {})} for name in {*known, *told}}


def _several(part: str, words: Mapping[str, str]) -> list[str]:
    """One word, or the several codes that a phone form sets apart by blanks only."""
    single = part.split()
    if folded(part) in words or not all(folded(each) in words for each in single):
        return [words.get(folded(part), part)]
    return [words[folded(each)] for each in single]


def number_of_a_form(cell: str) -> str:
    """The number that a filled-in form bears, as all files write it: `uuid:` before it or not."""
    number = cell.strip().casefold().removeprefix("uuid:")
    if not number or len(number) > _LONGEST_NUMBER or any(map(str.isspace, number)):
        raise ValueError(say("this is not the number of a form"))
    return number


def possible_orders(sheet: Sheet, matching: Matching) -> dict[str, frozenset[Order]]:
    """The orders in which the numbers of each column of days can stand; all three where it has none."""
    return {
        title: days.orders_of(_column(sheet, place), since=_since(matching.form.targets[name]))
        for place, (title, name) in enumerate(zip(sheet.columns, matching.fields, strict=True))
        if name and (matching.form.targets[name].base is date or name == "birth_year")
    }


def unclear_days(sheet: Sheet, matching: Matching) -> dict[str, tuple[str, days.Readings]]:
    """For each column whose own days do not show their order: one of them, and what it means in each."""
    unclear: dict[str, tuple[str, days.Readings]] = {}
    for title, possible in possible_orders(sheet, matching).items():
        target = matching.form.targets[matching.fields[sheet.columns.index(title)]]
        for cell in _column(sheet, sheet.columns.index(title)):
            found = days.meanings(cell, since=_since(target))
            meant = {day.year if target.name == "birth_year" else day for day in found.values()}
            if len(possible) != 1 and len(meant) > 1:
                unclear[title] = cell, found
                break
    return unclear


def _orders(sheet: Sheet, matching: Matching) -> dict[str, Order]:
    """How each column of days writes them: as was wished, as it shows, as the sheet shows, or as it was last time."""
    possible = possible_orders(sheet, matching)
    everywhere = frozenset(Order).intersection(*possible.values())
    found = {title: _order(title, orders, everywhere, matching) for title, orders in possible.items()}
    return {title: order for title, order in found.items() if order}


def _order(title: str, possible: frozenset[Order], everywhere: frozenset[Order], matching: Matching) -> Order | None:
    if wished := matching.wished_order(title):
        return wished
    for orders in (possible, possible & everywhere):
        if len(orders) == 1:
            return next(iter(orders))
    remembered = matching.remembered_order(title)
    return remembered if remembered in possible else None


def _column(sheet: Sheet, place: int) -> list[str]:
    return [row.cells[place] for row in sheet.rows if place < len(row.cells)]


def _since(target: Target) -> int:
    """The first year that two digits can mean here."""
    return _BORN_SINCE if target.name == "birth_year" else _SINCE


def phone(cell: str) -> str:
    """A phone number with the leading zero that a spreadsheet took from it; several, or with words, as they are."""
    plain = cell.lstrip("'").removesuffix(".0")
    if _ROUNDED.fullmatch(plain.replace(" ", "")):
        raise ValueError(say("the spreadsheet has rounded this number; type it again from the paper"))
    if not plain.isascii() or not plain.isdecimal():
        return plain
    if len(plain) < _SHORTEST:
        raise ValueError(say("this is too short for a phone number"))
    if len(plain) == _WITH_COUNTRY and plain.startswith(_COUNTRY):
        return "+" + plain
    return "0" + plain if len(plain) == _WITHOUT_ZERO and not plain.startswith("0") else plain


def ward(cell: str) -> str:
    """`Ward 7`, `W07` and `7` are one ward; a ward with a name keeps it."""
    found = _WARD.fullmatch(cell)
    return found[1] if found else cell


def minutes(cell: str) -> int:
    """`45`, `45 min`, `1h30`, `1:30` and `2 hours` as minutes."""
    if found := _MINUTES.fullmatch(cell):
        return int(found[1])
    if found := _HOURS.fullmatch(cell):
        return int(found[1]) * _IN_AN_HOUR + int(found[2] or 0)
    raise ValueError(say("this is not a length; write it in minutes, such as 45"))


_SPECIAL: Mapping[str, Callable[[str], Any]] = {
    "phone": phone,
    "ward": ward,
    "minutes": minutes,
    SUBMISSION: number_of_a_form,
    CORRECTS: number_of_a_form,
}
_YES = {"yes", "y", "true", "1", "ja"}
_NO = {"no", "n", "false", "0", "nee"}


def _truth(meant: str) -> bool:
    said = folded(meant)
    if said not in _YES | _NO:
        raise ValueError(say("write yes or no"))
    return said in _YES


def _whole(meant: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}(\.0)?", meant):
        raise ValueError(say("this word is not known here; write a number"))
    return int(meant.removesuffix(".0"))


def _choice(base: type[StrEnum], meant: str) -> StrEnum:
    for each in base:
        if folded(each) == folded(meant):
            return each
    raise ValueError(say("this word is not known here; known: {known}", known=", ".join(base)))
