"""Groups: of which only heads are counted, when the next session is due, and whose turn it is to lead.

A group meets about once a month unless it named a day; the interval is a number of this practice. Nobody is due
anything: it is the session that waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.supervision.groups import GroupSort

OF_THE_TEAM = frozenset({GroupSort.TEAM_MEETING, GroupSort.SUPERVISION})  # whoever works there belongs to them


def only_counted(sort: GroupSort, *, by_caregivers: bool) -> bool:
    """Whether nobody is named who belongs to it, came or led it."""
    return by_caregivers or sort == GroupSort.WELLBEING


def next_session(
    life: Period, held: date | None, planned: date | None, norms: Norms, *, rhythm: bool = True
) -> date | None:
    """When it is to meet next: on the day that was named, else in its rhythm. Nothing once it has ended by then.

    Of a group that has never met it is due on the day since when it is there. A course has no `rhythm`: its days are
    named, each by the one before it.
    """
    named = planned if held and planned and planned > held else None
    again = held + timedelta(norms.group) if held and rhythm else None
    day = named or (again if held else life.since)
    return day if day and (life.until is None or day < life.until) else None


def whose_turn(members: Sequence[str], led: Iterable[tuple[date, str]]) -> str:
    """Who leads next: whoever never did, then whose turn was longest ago; those equal in the order they stand in."""
    last: dict[str, date] = {}
    for day, who in led:
        last[who] = max(day, last.get(who, date.min))
    return min(members, key=lambda each: last.get(each, date.min), default="")


def in_force(versions: Iterable[tuple[date, str]], today: date) -> str:
    """Of expectations by their day, those that hold today: the latest that has come."""
    return max((each for each in versions if each[0] <= today), default=(date.min, ""))[1]
