"""What people had to grow from, and when a goal asks whether it is still the right one.

Decision. Seven kinds of support stand beside each other with a tick or a “not yet”, and the day of the last. What was
held and recorded anyway (talks, visits together that were spoken about, training) counts without being written twice.
There is no number and no share: seven ticks are nobody's aim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.practice.norms import Norms
from caregiver_desk.records.growth.development import Barrier, Course, GoalState, ItemState, Support
from caregiver_desk.wording import full_day, later, say

_YEAR = 12  # months
CHANGE_OR_DROP = later("The last looks found no change: change it, or drop it?")
_BEGUN = frozenset({ItemState.UNDER_WAY, ItemState.DONE})
ENDS = {
    Course.MET: GoalState.MET,
    Course.CHANGED: GoalState.CHANGED,
    Course.DROPPED: GoalState.DROPPED,
}  # what a look at a goal makes of it


class Had(NamedTuple):
    """One of the seven kinds of support, and when there was some last; None where there was none yet."""

    support: Support
    last: date | None

    @property
    def words(self) -> str:
        if self.last is None:
            return say("not yet")
        return say("yes, last on {day}", day=full_day(self.last))


class Provided(NamedTuple):
    """Something that was planned or provided."""

    support: Support
    state: ItemState
    since: date
    until: date | None = None

    def last(self, today: date) -> date | None:
        """The last day on which it was had; None while it is only planned."""
        if self.state not in _BEGUN or self.since > today:
            return None
        if self.state == ItemState.UNDER_WAY:
            return min(self.until or today, today)
        return min(self.until or self.since, today)


def begins(today: date) -> date:
    """From which day on something counts as had in the last twelve months."""
    return months_after(today, -_YEAR)


def had(provided: Iterable[Provided], held: Mapping[Support, Iterable[date]], today: date) -> tuple[Had, ...]:
    """Of each of the seven kinds, when there was some last within twelve months. `held` is what was recorded anyway."""
    days: dict[Support, list[date]] = {each: list(held.get(each, ())) for each in Support}
    for each in provided:
        if day := each.last(today):
            days[each.support].append(day)
    within = {each: [day for day in told if begins(today) < day <= today] for each, told in days.items()}
    return tuple(Had(each, max(within[each], default=None)) for each in Support)


def in_words(told: Sequence[Had]) -> tuple[str, str]:
    """Which there were, and which not yet, a sentence each."""
    there = ", ".join(say(each.support) for each in told if each.last)
    missing = ", ".join(say(each.support) for each in told if not each.last)
    return (
        say("Had in the last twelve months: {kinds}.", kinds=there) if there else say("Nothing is recorded yet."),
        say("Not yet: {kinds}.", kinds=missing) if missing else "",
    )


def asks_to_change(looks: Sequence[Course], norms: Norms) -> bool:
    """Whether the last looks at a goal, in their order, found nothing changed."""
    last = looks[-norms.goal_looks :]
    return len(last) == norms.goal_looks and all(each == Course.NO_CHANGE for each in last)


def provided_so(told: Iterable[tuple[Barrier, date]]) -> dict[Barrier, date]:
    """Which barriers were taken out of the way, and when last."""
    last: dict[Barrier, date] = {}
    for barrier, day in told:
        last[barrier] = max(day, last.get(barrier, day))
    return last
