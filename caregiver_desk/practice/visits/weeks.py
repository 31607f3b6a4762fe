"""A week on paper, typed in: what stands in a cell, what a number means, and what a day comes to.

Context. A supervisor types with her eyes on the paper. Every key counts, and a wrong digit names another family.

Decision. A number is complete when it has as many digits as the longest on that caregiver's list has with its check
digit, three at least; then the sheet moves on by itself. All complete numbers are of one length, so the check digit
notices every single wrong digit. Were 1-3 complete after two keys, a slip in 14-7 could be taken for it; it is typed as
013, or ended by a key. A number that is ended by a key may also lack its check digit, as people write it by hand: then
her eye must check the name that appears. What may mean two homes means neither.

Consequences. Whatever is typed is kept, and nothing holds her up: a number that names no home, and a home that stands
on its day already, wait beside the visits until somebody knows better. A visit is three keys, also the last of a day,
where the key that moves on takes the place of the check digit.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk.practice.visits.codes import list_number, read_list_number
from caregiver_desk.practice.visits.load import is_heavy
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.wording import later

LETTERS: Mapping[str, Outcome] = {
    "n": Outcome.NOBODY_HOME,
    "l": Outcome.LATER,
    "r": Outcome.REFUSED,
    "u": Outcome.UNSAFE,
    "x": Outcome.CANCELLED,
    "p": Outcome.PHONE,
    "d": Outcome.DONE,
}
_DIGITS, _FEWEST, _MOST = frozenset("0123456789"), 3, 5
_WEEK = 7

Homes = Mapping[int, Collection[str]]  # the numbers on a caregiver's list of a day, and the homes they mean


class Doubt(StrEnum):
    """Why a number waits to be sorted."""

    UNKNOWN = later("not on this list")
    SLIP = later("another check digit fits")
    TWO = later("may mean two homes")
    TWICE = later("stands there already")
    KNOWN = later("on the list now: press Enter")


class Meaning(NamedTuple):
    """What somebody typed into a cell: a home and what came of the visit, or why that is not known."""

    outcome: Outcome
    household: str = ""
    doubt: Doubt | None = None


class Entry(NamedTuple):
    """What stands in a cell: a visit of the book (a new one has no id before it is saved), or what waits.

    `lines` are those of the journal that the visit was shown from; none of what was typed and is on its way.
    """

    written: str
    outcome: Outcome = Outcome.DONE
    household: str = ""
    visit: str = ""
    doubt: Doubt | None = None
    lines: frozenset[str] = frozenset()


class Total(NamedTuple):
    """What a day or a week comes to, and whether that day is marked as heavy; that there was little is never marked."""

    done: int
    not_done: int
    waiting: int
    heavy: bool = False


def week_of(day: date) -> tuple[date, ...]:
    """The seven days of a week, Monday first."""
    monday = day - timedelta(day.weekday())
    return tuple(monday + timedelta(number) for number in range(_WEEK))


def length_on(numbers: Iterable[int]) -> int:
    """How many digits a complete number has on a list that has, or had, these numbers."""
    return max(_FEWEST, len(str(max(numbers, default=0))) + 1)


def goes_on(typed: str, key: str) -> bool:
    """Whether a key belongs to what is typed: digits, then perhaps one letter."""
    if typed[-1:] in LETTERS:
        return False
    return bool(typed) if key in LETTERS else key in _DIGITS and len(typed) < _MOST


def is_complete(typed: str, length: int) -> bool:
    """Whether the sheet moves on by itself."""
    return typed[-1:] in LETTERS or len(typed) >= length


def meaning(typed: str, homes: Homes, length: int, there: Collection[str] = ()) -> Meaning:
    """What a cell means that was left with this in it, on a day on which these homes stand already."""
    digits, outcome = _apart(typed)
    numbers = _numbers(digits, length)
    found = {home for number in numbers for home in homes.get(number, ())}
    if len(found) != 1:
        slip = not numbers and len(digits) >= length
        return Meaning(outcome, doubt=Doubt.TWO if found else Doubt.SLIP if slip else Doubt.UNKNOWN)
    home = found.pop()
    return Meaning(outcome, doubt=Doubt.TWICE) if home in there else Meaning(outcome, home)


def _apart(typed: str) -> tuple[str, Outcome]:
    return typed.rstrip("".join(LETTERS)), LETTERS.get(typed[-1:], Outcome.DONE)


def _numbers(digits: str, length: int) -> set[int]:
    """The numbers that these digits may be: with the check digit at their end, or without it if they are too few."""
    checked = read_list_number(f"{digits[:-1]}-{digits[-1:]}")
    bare = {int(digits)} if len(digits) < length else set()
    return bare | ({checked} if checked is not None else set())


def written(number: int, length: int) -> str:
    """A number as a cell shows it: all of one length, the check digit apart."""
    return list_number(number).rjust(length + 1, "0")


def alone(number: int) -> str:
    """A number where no list stands beside it."""
    return written(number, length_on([number]))


def beginning(typed: str, homes: Homes, length: int) -> list[int]:
    """The numbers on a list that begin with these digits."""
    digits, _ = _apart(typed)
    ways = {number: (list_number(number), written(number, length)) for number in sorted(homes)}
    return [number for number, both in ways.items() if any(way.replace("-", "").startswith(digits) for way in both)]


def laid(visits: Sequence[Entry], waiting: Iterable[tuple[int, Entry]]) -> list[Entry]:
    """A day's cells from above: its visits, and what waits in the places where it was typed."""
    cells = list(visits)
    for place, entry in waiting:
        cells.insert(place, entry)
    return cells


def total(cells: Collection[Entry], heavy_from: int) -> Total:
    """A day, which is heavy from so many visits on."""
    known = [each.outcome for each in cells if not each.doubt]
    done = sum(outcome == Outcome.DONE for outcome in known)
    return Total(done, len(known) - done, len(cells) - len(known), is_heavy(done, heavy_from))


def together(days: Iterable[Total]) -> Total:
    """What a week comes to."""
    told = list(days)
    return Total(
        sum(each.done for each in told), sum(each.not_done for each in told), sum(each.waiting for each in told)
    )
