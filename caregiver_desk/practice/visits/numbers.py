"""The short numbers of a caregiver's households, as they stand on her week sheet: three digits instead of a whole code.

Context. A sheet is filled in this week and typed in later, when a home may have gone to somebody else and its number
to another home. A number that comes back too soon names the wrong family.

Decision. A number means what it meant on the day of the visit. It is given again on one caregiver's list only when it
has not been hers for a year. Acts give the lowest that is free and refuse one that is not; a home that comes back may
have its own again. A merge refuses nothing: two laptops that gave one number to two homes are a finding, shown until
somebody changes one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import combinations, count
from typing import NamedTuple

from caregiver_desk.practice.periods import Period, meet

REST = timedelta(days=365)


class Listed(NamedTuple):
    """One home on one caregiver's list, with its days."""

    id: str
    household: str
    caregiver: str
    number: int
    period: Period


def meant(listed: Iterable[Listed], caregiver: str, number: int, day: date) -> list[str]:
    """The households that this number of hers meant on this day: one, or none; two where it was given twice."""
    hers = (each for each in listed if (each.caregiver, each.number) == (caregiver, number))
    return sorted({each.household for each in hers if each.period.holds(day)})


def next_free(taken: Collection[int]) -> int:
    """The lowest number that is not taken."""
    return next(number for number in count(1) if number not in taken)


def taken(listed: Iterable[Listed], caregiver: str, household: str, period: Period) -> set[int]:
    """The numbers that stand for other homes on her list in these days, or did within a year of them."""
    hers = (each for each in listed if each.caregiver == caregiver and each.household != household)
    coming = _rested(period)
    return {each.number for each in hers if meet(_rested(each.period), coming)}


def doubled(listed: Iterable[Listed]) -> set[str]:
    """The assignments whose number stands for two homes on one list, at once or within a year."""
    numbered: dict[tuple[str, int], list[Listed]] = {}
    for each in listed:
        numbered.setdefault((each.caregiver, each.number), []).append(each)
    pairs = (pair for same in numbered.values() for pair in combinations(same, 2))
    return {each.id for one, other in pairs if _clash(one, other) for each in (one, other)}


def _clash(one: Listed, other: Listed) -> bool:
    return one.household != other.household and meet(_rested(one.period), _rested(other.period))


def _rested(period: Period) -> Period:
    """These days, and the year in which a number rests after them."""
    return Period(period.since, period.until and period.until + REST)
