"""What of a figure may be told to others: nothing from which one could find out about a few.

Context. In a small site, *eleven of twelve were heard* names somebody. A figure that is left out is found again by
whoever has the sum and the rest, or the year and its other months; and where it hangs on the number itself whether a
sum is told, the silence tells it.

Decision. Of a figure the number is not told where it, or what is missing to the whole, is one to four, nor where fewer
than five people stand behind it; it is said which of these it is, so a reader knows bounds and nothing more. (Where a
whole is below ten, the bounds would meet in one number: then it is *some, not all*.) The whole is held back with it:
two wholes that differ by the few who left tell how many left. Where one figure counts part of what another tells, what
lies between the two is a number as well. A longer time is told as a sum only if every part of it is told; else as the
sum of those that are, which is nothing new. A split is told beside its sum only where each of its parts may be told by
itself, what is in no group among them. Figures are told by whoever speaks for a site or for several; of a team they are
told to nobody else, for a team beside the whole it is part of could be taken from it. *Areas are such a split, step by
step*: one is told only where every area or site that lies beside it may be told by itself, and what lies in none of
them, and so all the way up to the whole. All that is told is then a sum of parts that may each be told; so is whatever
one reckons from it. Of an area no groups are told: a group of the one beside it could be taken from them.

Consequences. A small site mostly reads words in place of numbers; a number is never told without its denominator. What
is told hangs on nothing but what is told: `tests/laws/test_what_figures_tell.py` tries every world of many shapes. A
first rule, which told a sum wherever two parts were held back and neither could be worked out, was found out by that
law: its silences spoke. One small site keeps the figure of its neighbours back with its own; none of them is named as
the small one. A site that moves to another area between two papers of the same days can be reckoned from both. What can
be reckoned from two figures of which neither says that it stands beside the other (such as how many supervisors a site
has) is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from caregiver_desk.records.leaving import FEW
from caregiver_desk.wording import later

__all__ = ["FEW", "Cell", "Why", "split_may_be_told", "why_not"]


class Why(StrEnum):
    """Why a number is not told."""

    FEW = later("fewer than 5")
    ALL_BUT_FEW = later("all but fewer than 5")
    SOME = later("some, not all")
    FEW_PEOPLE = later("fewer than 5 people stand behind it")
    BESIDE = later("fewer than 5 in it or beside it")
    PARTLY = later("a part of it is not told")
    PRIVATE = later("it stays between two people")
    SHORT = later("told for longer days only")
    AMONG = later("an area beside it, or the whole, is too small")
    ELSEWHERE = later("told of the whole site, by your coordinator")
    NO_TEAM = later("told of the whole site only")
    UNKNOWN = later("not known in this book")


@dataclass(frozen=True)
class Cell:
    """How many of how many, and how many people stand behind it. Without a whole, `per` is None; a rate has no rest.

    `apart` are numbers of other figures, of which its whole is a part, or which are part of it. What has no whole is
    one by itself.
    """

    of: int
    per: int | None
    people: int
    rate: bool = False
    apart: tuple[int, ...] = ()

    @property
    def lies_beside(self) -> bool:
        """Whether between it and another figure there are a few."""
        whole = self.of if self.per is None else self.per
        return any(0 < abs(each - whole) < FEW for each in self.apart)


def why_not(cell: Cell) -> Why | None:
    """Why this number by itself may not be told; None where it may."""
    if not (cell.of or cell.per or cell.lies_beside):
        return None
    few_people = cell.people < FEW or (cell.per is not None and cell.per < FEW)
    if few_people or cell.lies_beside:
        return Why.BESIDE if cell.apart else Why.FEW_PEOPLE
    whole = None if cell.rate else cell.per
    few, rest_few = 0 < cell.of < FEW, whole is not None and 0 < whole - cell.of < FEW
    if (few or rest_few) and whole is not None and whole < FEW + FEW:
        return Why.SOME
    if few:
        return Why.FEW
    return Why.ALL_BUT_FEW if rest_few else None


def split_may_be_told(cells: Iterable[Cell]) -> bool:
    """Whether the parts of a split may stand beside their sum."""
    return all(why_not(each) is None for each in cells)
