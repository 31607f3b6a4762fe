"""What the cells of one row say, field by field. What is not certain is asked, never guessed.

A day written 03/04/2026 is certain only when the sheet's other days show which number comes first, or somebody says so.
A phone number of nine digits has lost its leading zero and gets it back; one that a spreadsheet has rounded is lost.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.intake.columns import Matching, Sheet, Target, vocabulary
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.names import folded
from caregiver_desk.wording import RESOURCES, say

Told = dict[str, Any]

_BY_NUMBERS = re.compile(r"([0-9]{1,2})\s*[-/. ]\s*([0-9]{1,2})\s*[-/. ]\s*([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_BY_NAME = re.compile(r"([0-9]{1,2})\s*[-/. ]?\s*([^\W\d]+)\.?,?\s*[-/. ]?\s*([0-9]{4})")
_TIME = re.compile(r"[T ]\s*[0-9]{1,2}:[0-9]{2}(:[0-9.]+)?$")
_WARD = re.compile(r"(?:ward|wyk|w)?[\s.:#-]*0*([0-9]+)(?:\.0)?", re.IGNORECASE)
_ROUNDED = re.compile(r"[0-9][.,]?[0-9]*E[+]?[0-9]+", re.IGNORECASE)
_SPREADSHEET_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_NOTHING = {"", "-", "–", "n/a", "?"}
_WITHOUT_ZERO, _WITH_COUNTRY, _COUNTRY = 9, 11, "27"
_MONTHS_IN_A_YEAR = 12


class Reader:
    """Reads the rows of one sheet, knowing how its days are written."""

    def __init__(self, sheet: Sheet, matching: Matching) -> None:
        self._matching = matching
        self._words = vocabulary(matching.form.kind.name)
        told = matching.wishes.day_first
        self._day_first = _day_first(self._days(sheet)) if told is None else told

    def _days(self, sheet: Sheet) -> list[tuple[int, int]]:
        places = [at for at, name in enumerate(self._matching.fields) if name and self._target(name).base is date]
        cells = (row.cells[at] for row in sheet.rows for at in places if at < len(row.cells))
        found = (_BY_NUMBERS.fullmatch(_TIME.sub("", cell)) for cell in cells)
        return [(int(each[1]), int(each[2])) for each in found if each]

    def _target(self, name: str) -> Target:
        return self._matching.form.targets[name]

    def read(self, row: Row) -> Told:
        """The values of a row by field, without what is empty. Raises NotUnderstood."""
        told: Told = {}
        for name, cell in zip(self._matching.fields, row.cells, strict=False):
            if name and cell.casefold() not in _NOTHING:
                try:
                    told[name] = self._value(self._target(name), cell)
                except ValueError as trouble:
                    raise NotUnderstood(field=say(self._target(name).label), reason=str(trouble)) from None
        return told

    def _value(self, target: Target, cell: str) -> Any:
        if cell in _SPREADSHEET_ERRORS:
            raise ValueError(say("the spreadsheet had no value for this cell"))
        special: Mapping[str, Callable[[str], Any]] = {"phone": phone, "ward": ward, "birth_year": self._birth_year}
        if target.name in special:
            return special[target.name](cell)
        if target.base is date:
            return self._past(cell)
        meant = self._words.get(target.name, {}).get(folded(cell), cell)
        if target.base is int:
            return _whole(meant)
        return _choice(target.base, meant) if issubclass(target.base, StrEnum) else meant

    def _past(self, cell: str) -> date:
        meant = day(cell, day_first=self._day_first)
        if meant > clock.today():
            raise ValueError(say("this day has not come yet"))
        return meant

    def _birth_year(self, cell: str) -> int:
        return int(cell) if re.fullmatch("[0-9]{4}", cell) else self._past(cell).year


def _day_first(pairs: list[tuple[int, int]]) -> bool | None:
    """Whether the day stands first, where the sheet's own days show it and none shows the opposite."""
    first = any(one > _MONTHS_IN_A_YEAR for one, _ in pairs)
    second = any(other > _MONTHS_IN_A_YEAR for _, other in pairs)
    return first if first != second else None


def day(cell: str, *, day_first: bool | None) -> date:
    """A day as people write it. ValueError, in words, where it is none or could be two."""
    text = _TIME.sub("", cell.strip())
    if found := _ISO.fullmatch(text):
        return _date(*map(int, found.groups()))
    if found := _BY_NAME.fullmatch(text):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _BY_NUMBERS.fullmatch(text):
        one, other, year = map(int, found.groups())
        return _by_numbers(one, other, year, day_first=day_first)
    raise ValueError(say("this is not a day; write it as year-month-day, such as 2026-03-09"))


def _by_numbers(one: int, other: int, year: int, *, day_first: bool | None) -> date:
    if one > _MONTHS_IN_A_YEAR or one == other:
        return _date(year, other, one)
    if other > _MONTHS_IN_A_YEAR:
        return _date(year, one, other)
    if day_first is None:
        either, or_else = _date(year, other, one), _date(year, one, other)
        raise ValueError(say("this could be {either} or {other}; write the one you mean", either=either, other=or_else))
    return _date(year, other, one) if day_first else _date(year, one, other)


def _date(year: int, month: int, day_of_month: int) -> date:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        raise ValueError(say("there is no such day")) from None


def _month(name: str) -> int:
    said = folded(name)
    for number, names in enumerate(_months(), 1):
        if any(said.startswith(each) for each in names):
            return number
    raise ValueError(say("this is not the name of a month"))


@cache
def _months() -> list[list[str]]:
    told: list[list[str]] = tomllib.loads((RESOURCES / "intake" / "months.toml").read_text(encoding="utf-8"))["names"]
    return told


def phone(cell: str) -> str:
    """A phone number with the leading zero that a spreadsheet took from it; several, or with words, as they are."""
    plain = cell.lstrip("'").removesuffix(".0")
    if _ROUNDED.fullmatch(plain.replace(" ", "")):
        raise ValueError(say("the spreadsheet has rounded this number; type it again from the paper"))
    if not plain.isascii() or not plain.isdecimal():
        return plain
    if len(plain) == _WITH_COUNTRY and plain.startswith(_COUNTRY):
        return "+" + plain
    return "0" + plain if len(plain) == _WITHOUT_ZERO and not plain.startswith("0") else plain


def ward(cell: str) -> str:
    """`Ward 7`, `W07` and `7` are one ward; a ward with a name keeps it."""
    found = _WARD.fullmatch(cell)
    return found[1] if found else cell


def _whole(meant: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}(\.0)?", meant):
        raise ValueError(say("this word is not known here; write a number"))
    return int(meant.removesuffix(".0"))


def _choice(base: type[StrEnum], meant: str) -> StrEnum:
    for each in base:
        if folded(each) == folded(meant):
            return each
    raise ValueError(say("this word is not known here; known: {known}", known=", ".join(base)))
