"""Exactly one of a caregiver's supervisors at a time is her line supervisor; the others listen for other purposes.

Two people may have several links beside each other, one for each matter: supervision, of the line or of practice, is
one matter, and to mentor is another. Two links of one matter would be one talk kept in two places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import NamedTuple

from caregiver_desk.practice.periods import Period, meet
from caregiver_desk.records.supervision.supervision import LinkPurpose


class Linked(NamedTuple):
    """Who supports a caregiver, for what, from when to when."""

    id: str
    caregiver: str
    purpose: LinkPurpose
    period: Period
    supervisor: str = ""

    @property
    def matter(self) -> LinkPurpose:
        return LinkPurpose.LINE if self.purpose == LinkPurpose.PRACTICE else self.purpose


def is_second(links: Iterable[Linked], wanted: Linked) -> bool:
    """Whether she would have two line supervisors on some day."""
    return any(_two_lines(each, wanted) for each in links if each.id != wanted.id)


def is_again(links: Iterable[Linked], wanted: Linked) -> bool:
    """Whether its two would be linked twice for one matter on some day."""
    return any(_one_matter(each, wanted) for each in links if each.id != wanted.id)


def doubled(links: Iterable[Linked]) -> set[str]:
    """The links by which somebody has two line supervisors at once."""
    return _both_of(links, lambda one, other: _two_lines(one, other) and not _one_matter(one, other))


def repeated(links: Iterable[Linked]) -> set[str]:
    """The links by which two people are linked twice for one matter at once."""
    return _both_of(links, _one_matter)


def _both_of(links: Iterable[Linked], clash: Callable[[Linked, Linked], bool]) -> set[str]:
    hers: dict[str, list[Linked]] = {}
    for each in links:
        hers.setdefault(each.caregiver, []).append(each)
    pairs = (pair for same in hers.values() for pair in combinations(same, 2) if clash(*pair))
    return {each.id for pair in pairs for each in pair}


def _one_matter(one: Linked, other: Linked) -> bool:
    same = one.caregiver == other.caregiver and one.supervisor == other.supervisor != ""
    return same and one.matter == other.matter and meet(one.period, other.period)


def _two_lines(one: Linked, other: Linked) -> bool:
    line = one.purpose == other.purpose == LinkPurpose.LINE
    return line and one.caregiver == other.caregiver and meet(one.period, other.period)
