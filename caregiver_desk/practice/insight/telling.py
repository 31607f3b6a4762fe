"""What of a figure may be told to others: nothing from which one could find out about a few.

Context. In a team of six, *five of six were heard* names somebody. A figure that is left out is found again by whoever
has the sum and the rest, or the year and its other months.

Decision. Of a figure the number itself is not told where it, or what is missing to the whole, is one to four, nor where
fewer than five people stand behind it; it is said which of these it is, so a reader knows bounds and nothing more.
(Where a whole is below ten, the bounds would meet in one number: then it is *some, not all*.) A sum over parts (teams
of a site, months of a quarter) is told only if all its parts are, or if at least two are not and what these come to
together lies strictly between the least and the most that it could be: then every one of them still can be at least two
things. Sums form one tree, each over parts of its own, so that no number is asked of by two sums. Of a split, parts are
held back until the same holds. What cannot be told is never rounded or guessed.

Consequences. Small teams mostly read words in place of numbers; a site's quarter mostly has its number. The denominator
is always told. The law in `tests/laws/test_what_figures_tell.py` tries every world that fits what was told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from caregiver_desk.wording import later

FEW = 5


class Why(StrEnum):
    """Why a number is not told."""

    FEW = later("fewer than 5")
    ALL_BUT_FEW = later("all but fewer than 5")
    SOME = later("some, not all")
    FEW_PEOPLE = later("fewer than 5 people stand behind it")
    FOUND = later("another could be found out by it")
    PRIVATE = later("it stays between two people")
    SHORT = later("told for longer days only")
    UNKNOWN = later("this book does not hold what it is counted from")


@dataclass(frozen=True)
class Cell:
    """How many of how many, and how many people stand behind it. Without a whole, `per` is None; a rate has no rest."""

    of: int
    per: int | None
    people: int
    rate: bool = False


def why_not(cell: Cell) -> Why | None:
    """Why this number by itself may not be told; None where it may."""
    if not cell.of and not cell.per:
        return None
    if cell.people < FEW or (cell.per is not None and not cell.rate and cell.per < FEW):
        return Why.FEW_PEOPLE
    rest = cell.per - cell.of if cell.per is not None and not cell.rate else 0
    if 0 < cell.of < FEW:
        return Why.SOME if 0 < rest < FEW + FEW - cell.of else Why.FEW
    if 0 < rest < FEW:
        return Why.SOME if cell.of + rest < FEW + FEW else Why.ALL_BUT_FEW
    return None


def bounds(cell: Cell, why: Why | None) -> tuple[int, int]:
    """The least and the most that it could be for somebody who reads why it is not told."""
    if why is None:
        return cell.of, cell.of
    most = _most(cell)
    if why is Why.SOME:
        return 1, most - 1
    if why is Why.FEW:
        return 1, min(FEW - 1, most)
    if why is Why.ALL_BUT_FEW:
        return max(0, most - FEW + 1), most - 1
    return 0, most


def _most(cell: Cell) -> int:
    """Who reads only a rate or a count knows no most."""
    return cell.per if cell.per is not None and not cell.rate else _ANY


_ANY = 10**9


@dataclass(frozen=True)
class Part:
    """A number as it would be told: why it is not, and the least and the most that a reader can make of it."""

    cell: Cell
    why: Why | None
    least: int
    most: int


def part(cell: Cell, within: Sequence[Part] = (), *, why: Why | None = None) -> Part:
    """A number by itself, or the sum of parts; a reason given holds whatever else does."""
    found = why or why_not(cell) or (None if may_be_summed(within) else Why.FOUND)
    least, most = bounds(cell, found)
    if within:
        least = max(least, sum(each.least for each in within))
        most = min(most, sum(each.most for each in within))
    return Part(cell, found, least, most)


def may_be_summed(parts: Sequence[Part]) -> bool:
    """Whether their sum leaves at least two possible values to each that is not told."""
    hidden = [each for each in parts if each.why is not None]
    if not hidden:
        return True
    found = sum(each.cell.of for each in hidden)
    return len(hidden) > 1 and sum(each.least for each in hidden) < found < sum(each.most for each in hidden)


def split(cells: Mapping[str, Cell]) -> dict[str, Why | None]:
    """What of a split may be told beside its sum: as few are held back as leave nothing to be found out."""
    told = {name: part(cell) for name, cell in cells.items()}
    for name in sorted(cells, key=lambda name: (cells[name].of, name)):
        if may_be_summed(list(told.values())):
            break
        if told[name].why is None:
            told[name] = part(cells[name], why=Why.FOUND)
    return {name: each.why for name, each in told.items()}
