"""The words and customs behind the codes of wellbeing: what a code is called, what usually helps, and by when.

Decision. Codes are a closed list in `records/wellbeing.py`, for lines are judged by them. What a programme may want to
say otherwise stands in `resources/practice` as data: words, usual responses, and the usual day. It is read
when first asked for, and a test holds lists and data together. What a site calls a thing leads (`site_words`).

Consequence. Usual responses are suggestions in our own words; nothing follows from them by itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

from caregiver_desk.practice import observing
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.site_words import called
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.wellbeing import FollowUpCode, StressorCode, StressorGroup
from caregiver_desk.wording import RESOURCES, say

Told = dict[str, Any]


def words(code: StressorCode | FollowUpCode) -> str:
    """What a supervisor calls it, in the words of her site."""
    if isinstance(code, StressorCode):
        return called(Catalogue.STRESSORS, code) or say(_stressor(code)["words"])
    return called(Catalogue.FOLLOW_UPS, code) or say(follow_ups()[code]["words"])


def shipped(catalogue: Catalogue) -> dict[str, str]:
    """What each code of this list is called where a site says nothing."""
    if catalogue == Catalogue.STRESSORS:
        return {code: say(_stressor(code)["words"]) for code in StressorCode}
    if catalogue == Catalogue.FOLLOW_UPS:
        return {code: say(follow_ups()[code]["words"]) for code in FollowUpCode}
    return observing.shipped()


def group_of(code: StressorCode) -> StressorGroup:
    return StressorGroup(code[0])


def group_words(group: StressorGroup) -> str:
    """What a supervisor calls a group."""
    return say(stressors()[group]["name"])


def codes_of(group: StressorGroup) -> tuple[StressorCode, ...]:
    """Everything that is in a group, the usual ones first."""
    usual = usual_of(group)
    return (*usual, *(code for code in StressorCode if group_of(code) is group and code not in usual))


def usual_of(group: StressorGroup) -> tuple[StressorCode, ...]:
    """What is said most often of a group."""
    return tuple(StressorCode(each) for each in stressors()[group]["usual"])


def responses(codes: Iterable[StressorCode]) -> tuple[str, ...]:
    """What usually helps with these, group by group."""
    groups = sorted({group_of(code) for code in codes}, key=list(StressorGroup).index)
    return tuple(say(each) for group in groups for each in stressors()[group]["responses"])


def usually_acute(codes: Iterable[StressorCode]) -> bool:
    """Whether one of these mostly means that something has just happened."""
    return any(_stressor(code).get("acute", False) for code in codes)


def usual_due(code: FollowUpCode, day: date, closed: Collection[Period] = ()) -> date | None:
    """By when such an offer of this day is usually kept; None where it waits for an occasion.

    Where working days are counted, those on which the site is `closed` are none; what cannot wait does not.
    """
    told = follow_ups()[code]
    if "working_days" in told:
        return working_days_after(day, told["working_days"], closed)
    return day + timedelta(told["days"]) if "days" in told else None


def then(code: FollowUpCode, day: date, *, in_plan: bool) -> tuple[FollowUpCode, date] | None:
    """What is offered by itself once such an offer was kept on this day, and by when."""
    told = follow_ups()[code].get("then")
    if told is None or (told["in_plan"] and not in_plan):
        return None
    return FollowUpCode(told["code"]), day + timedelta(told["days"])


def occasion(code: FollowUpCode) -> str:
    """What it waits for, where that is no day."""
    told = follow_ups()[code]
    return say(told["at"]) if "at" in told else ""


def _stressor(code: StressorCode) -> Told:
    found: Told = stressors()[group_of(code)]["codes"][code]
    return found


@cache
def stressors() -> Told:
    return _read("stressors")


@cache
def follow_ups() -> Told:
    return _read("follow_ups")


def _read(name: str) -> Told:
    return tomllib.loads((RESOURCES / "practice" / f"{name}.toml").read_text(encoding="utf-8"))
