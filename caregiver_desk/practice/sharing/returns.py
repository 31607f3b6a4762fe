"""What of a team's month may be known as a count although its lines may not, and how small counts are kept back.

Context. What weighs on somebody is between two people. Yet an office that never hears that stipends are late mends
nothing. A coordinator knows each of the five or six people of a team by name: what most tables call a safe count would
tell him who it was.

Decision. *A return holds only what rises in no other way.* Check-ins with their state, day and length, promises with
their owner and state, visits (and so heavy loads) rise as lines, so he can count them himself. Why a talk was not held,
offers of support, plans, how somebody says she is, and what one's strain comes to rise neither as lines nor as counts.
There remain: how many spoke of something of each group, and of how many a thing that the organisation can change has
eased within sixty days.

*People are counted, each once, in steps of five, and no step is ever all who were heard.* `told` is the whole rule.
Fewer than five are not written; six of six read as five or more, for else it would be known of everybody. Who was heard
in a month is open, and so it is those, not the team, of whom one is always spared. Nothing comes of taking one number
from another: of the rest of a team, of two teams, of two months, of two returns of one month by two laptops, no
difference comes out as a count of one to four. There are no totals: one may speak of things of several groups.

*A month is counted when it is over, and once.* What is written down counts in the month in which it was written. A
second return would show what came between the two, so the first stands, also where it is another laptop's. Two laptops
that did not know of each other may each have made one; what both say is read as the greater step, never as a sum.

Consequences. Where five or fewer were heard there are no figures. One who says "not I" narrows what is known of the
other five of six; a site that fears this sets `SPARED` higher, and loses the figures of small teams. That nothing is
told may mean that little weighs or that little was said. A new figure is one function in `FIGURES` and its fields in
`records/sharing/returns.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.sharing.returns import LEAST
from caregiver_desk.records.wellbeing.wellbeing import StressorGroup

STEP = LEAST
SPARED = 1  # how many of those heard are never told of, so that a step is never all of them
SOON = timedelta(60)
OURS_TO_MEND = frozenset({StressorGroup.WORKLOAD, StressorGroup.ORGANISATION, StressorGroup.SAFETY})


class Spoken(NamedTuple):
    """Something that weighs on somebody: when it was written down, and when it had eased, if it did."""

    caregiver: str
    groups: frozenset[StressorGroup]
    day: date
    eased: date | None = None


Counts = Callable[[Spoken, Period], frozenset[StressorGroup]]


def weighs(spoken: Spoken, month: Period) -> frozenset[StressorGroup]:
    """The groups of what was spoken of in this month."""
    return spoken.groups if month.holds(spoken.day) else frozenset()


def eased(spoken: Spoken, month: Period) -> frozenset[StressorGroup]:
    """The groups of what the organisation can change, where it eased in this month, and soon."""
    if spoken.eased is None or not month.holds(spoken.eased) or spoken.eased - spoken.day > SOON:
        return frozenset()
    return spoken.groups & OURS_TO_MEND


FIGURES: Mapping[str, Counts] = {"weighs": weighs, "eased": eased}


def told(people: int, heard: int) -> int | None:
    """The greatest step that so many people reach and that is not all who were heard; None below the first."""
    return max(0, min(people, heard - SPARED)) // STEP * STEP or None


def figures(spoken: Iterable[Spoken], heard: int, month: Period) -> dict[str, int]:
    """What may be written of a month in which so many were heard, by field. What may not is not there at all."""
    who: dict[str, set[str]] = {}
    for each in spoken:
        for figure, counts in FIGURES.items():
            for group in counts(each, month):
                who.setdefault(field_of(figure, group), set()).add(each.caregiver)
    steps = {name: told(len(those), heard) for name, those in sorted(who.items())}
    return {name: step for name, step in steps.items() if step is not None}


def field_of(figure: str, group: StressorGroup) -> str:
    return f"{figure}_{group.name.lower()}"


def together(returns: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """What several returns of one month say: of each figure the greater step, for they may count the same people."""
    greatest: dict[str, int] = {}
    for each in returns:
        greatest |= {name: max(step, greatest.get(name, 0)) for name, step in each.items()}
    return greatest


def month_of(day: date) -> Period:
    """The month of a day, to the first day of the next."""
    first = day.replace(day=1)
    return Period(first, months_after(first, 1))


def month_before(day: date) -> date:
    """The first day of the month before the one of this day."""
    return (day.replace(day=1) - timedelta(1)).replace(day=1)


def is_over(month: Period, today: date) -> bool:
    return month.until is not None and month.until <= today
