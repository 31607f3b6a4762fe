"""Who learnt what, and who took a step."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.insight.asked.people import caregivers, once, supervisors
from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.records.growth.training import TrainingResult

_STEPS = {
    "training": "person",
    "specialism": "caregiver",
    "known_move": "person",
    "mentoring": "caregiver",
    "aspiring": "person",
}


@asked("people to be trained")
def eligible(asking: Asking) -> Iterator[Found]:
    """Caregivers and supervisors on the last day."""
    yield from once((*caregivers(asking), *supervisors(asking)))


@asked("people found competent")
def competent(asking: Asking) -> Iterator[Found]:
    """Those of them who were found competent in a course, whenever that was. Who only came is not among them."""
    able = {
        asking.shown(each["person"])
        for each in asking.leaves("training", {"result": TrainingResult.COMPETENT})
        if str(each["until"] or each["since"] or "") <= asking.last.isoformat()
    }
    return (each for each in eligible(asking) if each.who in able)


@asked("caregivers who took a step")
def steps(asking: Asking) -> Iterator[Found]:
    """Caregivers who in these days began a course, a field of their own, a move or a place beside somebody."""
    took = {
        asking.shown(each[whose])
        for kind, whose in _STEPS.items()
        for each in asking.leaves(kind, day="day" if kind == "known_move" else "since")
    }
    return (each for each in caregivers(asking) if each.who in took)
