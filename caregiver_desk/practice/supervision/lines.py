"""Exactly one of a caregiver's supervisors at a time is her line supervisor; the others listen for other purposes."""

from __future__ import annotations

from collections.abc import Iterable
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


def is_second(links: Iterable[Linked], wanted: Linked) -> bool:
    """Whether she would have two line supervisors on some day."""
    return any(_two_lines(each, wanted) for each in links if each.id != wanted.id)


def doubled(links: Iterable[Linked]) -> set[str]:
    """The links by which somebody has two line supervisors at once."""
    hers: dict[str, list[Linked]] = {}
    for each in links:
        hers.setdefault(each.caregiver, []).append(each)
    pairs = (pair for same in hers.values() for pair in combinations(same, 2) if _two_lines(*pair))
    return {each.id for pair in pairs for each in pair}


def _two_lines(one: Linked, other: Linked) -> bool:
    line = one.purpose == other.purpose == LinkPurpose.LINE
    return line and one.caregiver == other.caregiver and meet(one.period, other.period)
