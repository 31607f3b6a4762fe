"""Whether somebody has done a course, and whether a standard could still be begun and achieved on their days.

To have attended is not to be competent: where a course is judged, only *competent* completes it. Dates are warned of
and forbid nothing: what was learned was learned, whoever counts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk.records.growth.training import TaskResult, TrainingResult
from caregiver_desk.wording import full_day, later, say


class Standing(StrEnum):
    """How far somebody is with a course; the further, the later."""

    NEVER = later("not begun")
    WITHDREW = later("withdrew")
    NOT_YET = later("not yet competent")
    ATTENDED = later("attended, not yet judged")
    UNDER_WAY = later("under way")
    DONE = later("done")


class Learned(NamedTuple):
    """What one training record says: of which course, whether that is judged, and how it ended."""

    code: str
    judged: bool
    result: TrainingResult | None


class Dated(NamedTuple):
    """A unit standard and its last days."""

    number: str
    registration_end: date | None = None
    last_enrolment: date | None = None
    last_achievement: date | None = None


_ENDED = {
    TrainingResult.COMPETENT: Standing.DONE,
    TrainingResult.NOT_YET: Standing.NOT_YET,
    TrainingResult.WITHDREW: Standing.WITHDREW,
}


def standing(learned: Iterable[Learned], codes: Iterable[str]) -> Standing:
    """How far somebody is with a course, by what they learned; `codes` are it and whatever counts as it."""
    wanted = {each.casefold() for each in codes}
    found = [_standing(each) for each in learned if each.code.casefold() in wanted]
    return max(found, key=list(Standing).index, default=Standing.NEVER)


def _standing(learned: Learned) -> Standing:
    if learned.result is None:
        return Standing.UNDER_WAY
    if learned.result == TrainingResult.ATTENDED:
        return Standing.ATTENDED if learned.judged else Standing.DONE
    return _ENDED[learned.result]


def equals_of(code: str, counts_as: Iterable[tuple[str, str]]) -> set[str]:
    """A course, and those of which a site says that they count as it."""
    return {code, *(each for each, whose in counts_as if whose.casefold() == code.casefold())}


def numbers_in(unit_standards: str | None) -> list[str]:
    """The numbers of unit standards as somebody typed them, in their order."""
    return list(dict.fromkeys(re.findall(r"\d+", unit_standards or "")))


def outside(
    standards: Mapping[str, Dated], numbers: Iterable[str], began: date | None, ended: date | None, today: date
) -> Iterator[str]:
    """In words, where the days of a training fall outside those of its unit standards; the worst of each standard."""
    for number in numbers:
        if (standard := standards.get(number)) and (told := _outside(standard, began, ended, today)):
            yield told


def _outside(standard: Dated, began: date | None, ended: date | None, today: date) -> str:
    number, achieved, enrolled = standard.number, standard.last_achievement, standard.last_enrolment
    if achieved and (ended or max(began or today, today)) > achieved:
        return say("Unit standard {number} could be achieved until {day} only.", number=number, day=full_day(achieved))
    if enrolled and began and began > enrolled:
        return say("Unit standard {number} could be begun until {day} only.", number=number, day=full_day(enrolled))
    if standard.registration_end and began and began > standard.registration_end and enrolled:
        told = "The registration of unit standard {number} ended on {day}; it may be begun until {last}."
        return say(told, number=number, day=full_day(standard.registration_end), last=full_day(enrolled))
    return ""


def suggested(tasks: Iterable[TaskResult | None]) -> TrainingResult | None:
    """What the results of all practical tasks point to, for whoever decides; nothing while one is not judged."""
    told = list(tasks)
    if not told or None in told:
        return None
    return TrainingResult.NOT_YET if TaskResult.NOT_YET in told else TrainingResult.COMPETENT
