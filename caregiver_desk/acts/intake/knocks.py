"""The visits that one row of a sheet tells of: one, or many where it is the tally of a day or of a week.

A tally is how a week is kept on paper: a row for a caregiver, a column for each day, and in it the households she went
to, `12, 15 n, 17`. A letter behind a household says what came of it; without one the visit was done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.acts.intake.cells import Told
from caregiver_desk.acts.intake.forms import WEEKDAYS

LETTERS = "dnlruxp"
_APART = re.compile(r"[,;/\n+&]|\band\b")
_NUMBER = re.compile(rf"#?([0-9]{{1,4}})([{LETTERS}])?", re.IGNORECASE)


class Knock(NamedTuple):
    """A household as it was written, the day, and the letter behind it."""

    household: str
    day: date | None
    letter: str = ""


def is_tally(told: Told) -> bool:
    return any(name in told for name in ("households", *WEEKDAYS))


def knocks(told: Told) -> list[Knock]:
    """Every visit that a row tells of, in the order in which it is written."""
    if not is_tally(told):
        return [Knock(told["household"], told.get("day") or told.get("week"))] if "household" in told else []
    first = [Knock(told["household"], told.get("day"))] if "household" in told else []
    return [*first, *_of_a_day(told.get("households", ""), told.get("day")), *_of_a_week(told)]


def _of_a_week(told: Told) -> Iterator[Knock]:
    some_day: date | None = told.get("week") or told.get("day")
    for number, name in enumerate(WEEKDAYS):
        day = some_day + timedelta(days=number - some_day.weekday()) if some_day else None
        yield from _of_a_day(told.get(name, ""), day)


def _of_a_day(cell: str, day: date | None) -> Iterator[Knock]:
    for part in _APART.split(cell):
        for household, letter in _split(part.split()):
            yield Knock(household, day, letter.casefold())


def _split(words: list[str]) -> Iterator[tuple[str, str]]:
    """`12 n 15` as two numbers, one with its letter; anything else as one household."""
    numbers = [_NUMBER.fullmatch(word) for word in words]
    if not all(found or _is_letter(word) for word, found in zip(words, numbers, strict=True)) or not any(numbers[:1]):
        if words:
            *before, last = words
            yield (" ".join(before), last) if before and _is_letter(last) else (" ".join(words), "")
        return
    for place, found in enumerate(numbers):
        if found:
            after = words[place + 1] if place + 1 < len(words) and _is_letter(words[place + 1]) else ""
            yield found[1], found[2] or after


def _is_letter(word: str) -> bool:
    return len(word) == 1 and word.casefold() in LETTERS
