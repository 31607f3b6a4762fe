"""What weighed, what was offered, and whether it eased. None of it says who."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.insight.asked.people import caregivers
from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.practice.wellbeing.taxonomy import group_of
from caregiver_desk.records.wellbeing.strain import Need
from caregiver_desk.records.wellbeing.support_plans import PlanEnd
from caregiver_desk.records.wellbeing.wellbeing import StressorCode, StressorGroup, StressorState
from caregiver_desk.store import histories
from caregiver_desk.store.questions import Leaf

AT_ONCE = timedelta(1)
SOON = timedelta(60)
OURS = frozenset({StressorGroup.WORKLOAD, StressorGroup.ORGANISATION, StressorGroup.SAFETY})
"""The groups in which an organisation can change something itself."""
_CARED_FOR = frozenset({Need.NOW.value, Need.IN_PLAN.value})


@asked("hard events")
def events(asking: Asking) -> Iterator[Found]:
    """What befell a caregiver in these days, by what it was."""
    for each in asking.leaves("stressor", day="happened"):
        if each["acute"]:
            yield asking.found(each, day=each["happened"], group=each["event"])


@asked("hard events with an offer at once")
def offered(asking: Asking) -> Iterator[Found]:
    """Those after which something was offered on the same day or the next; whether it was taken up is theirs.

    No day of an offer is noted: it was made when it was written, or before it was done, if it was written later.
    """
    first: dict[str, date] = {}
    for each in asking.leaves("follow_up"):
        of = asking.shown(each["stressor"])
        done = date.fromisoformat(each["done_on"]) if each["done_on"] else None
        for made in filter(None, (clock.made_on(each.id), done)):
            first[of] = min(made, first.get(of, made))
    for event in events(asking):
        if event.id in first and first[event.id] <= date.fromisoformat(event.day) + AT_ONCE:
            yield event


@asked("support plans ended")
def ended(asking: Asking) -> Iterator[Found]:
    return (asking.found(each, day=each["ended"]) for each in asking.leaves("support_plan", day="ended"))


@asked("support plans eased")
def eased_plans(asking: Asking) -> Iterator[Found]:
    plans = asking.leaves("support_plan", {"ending": PlanEnd.EASED}, day="ended")
    return (asking.found(each, day=each["ended"]) for each in plans)


@asked("caregivers who need support now")
def needing(asking: Asking) -> Iterator[Found]:
    """Those of whom the last word by the last day was that they need support, or have a plan."""
    last: dict[str, Leaf] = {}
    for each in asking.leaves("support_need"):  # the newest first
        if str(each["day"] or "") <= asking.last.isoformat():
            last.setdefault(asking.shown(each["caregiver"]), each)
    return (each for each in caregivers(asking) if each.who in last and last[each.who]["state"] in _CARED_FOR)


@asked("what weighs")
def weighs(asking: Asking) -> Iterator[Found]:
    """What began to weigh in these days, once for each group that it belongs to."""
    for each in asking.leaves("stressor", day="since"):
        for group in sorted({group_of(StressorCode(code)) for code in each["codes"] or ()}):
            yield asking.found(each, group=group)


@asked("what weighs and is ours to change")
def ours(asking: Asking) -> Iterator[Found]:
    return (each for each in weighs(asking) if each.group in OURS)


@asked("what was ours to change and eased")
def ours_eased(asking: Asking) -> Iterator[Found]:
    """Those of them that somebody said had eased within sixty days."""
    soon = {each.id for each in asking.leaves("stressor", day="since") if _eased_soon(asking, each)}
    return (each for each in ours(asking) if each.id in soon)


def _eased_soon(asking: Asking, stressor: Leaf) -> bool:
    if stressor["state"] != StressorState.EASED:
        return False
    lines = histories.history(asking.book, "stressor", stressor.id)
    said = [each.at for each in lines if each.counts and each.at and each.fields.get("state") == StressorState.EASED]
    return not said or clock.day_of(max(said)) <= date.fromisoformat(stressor["since"]) + SOON
