"""The words and customs behind the codes of wellbeing: what a code is called, what usually helps, and by when.

Decision. Codes are a closed list in `records/wellbeing/wellbeing.py`, for lines are judged by them. What a programme
may want to say otherwise stands in `resources/practice` as data: words, usual responses, and which number is the usual
day. It is read when first asked for, and a test holds lists and data together. What a site calls a thing leads
(`site_words`), but a record is read in the words that it was written in.

Consequence. Usual responses are suggestions in our own words; nothing follows from them by itself.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from caregiver_desk.practice import aids, shipped_words
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.site_words import called
from caregiver_desk.practice.supervision import observing
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.supervision.groups import Theme
from caregiver_desk.records.supervision.requests import Theme as Asked
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode, StressorGroup
from caregiver_desk.wording import RESOURCES, say

Told = dict[str, Any]


def words(code: StressorCode | FollowUpCode, worded: str | None = None) -> str:
    """What a supervisor calls it in the words of her site; of a record, in those of the version it was written in."""
    catalogue = Catalogue.STRESSORS if isinstance(code, StressorCode) else Catalogue.FOLLOW_UPS
    return shipped_words.said(catalogue, code, worded)


def shipped(catalogue: Catalogue) -> dict[str, str]:
    """What each code of this list is called where a site says nothing."""
    if catalogue == Catalogue.OBSERVATION:
        return observing.shipped()
    if catalogue == Catalogue.AIDS:
        return aids.shipped()
    return {code: say(each) for code, each in shipped_words.words(catalogue).items()}


def group_of(code: StressorCode) -> StressorGroup:
    return StressorGroup(code[0])


def group_words(group: StressorGroup) -> str:
    """What a supervisor calls a group."""
    return say(stressors()[group]["name"])


def asks(codes: Iterable[StressorCode]) -> Asked:
    """What a request is about where they let the organisation know of these: the theme of the first group."""
    return Asked(stressors()[_groups(codes)[0]]["asks"])


def speaks(codes: Iterable[StressorCode]) -> tuple[Theme, ...]:
    """Of which themes a meeting may speak where they let the team know of these."""
    return tuple(Theme(stressors()[group]["speaks"]) for group in _groups(codes))


def _groups(codes: Iterable[StressorCode]) -> list[StressorGroup]:
    return sorted({group_of(code) for code in codes}, key=list(StressorGroup).index)


def codes_of(group: StressorGroup) -> tuple[StressorCode, ...]:
    """Everything that is in a group, the usual ones first."""
    usual = usual_of(group)
    return (*usual, *(code for code in StressorCode if group_of(code) is group and code not in usual))


def usual_of(group: StressorGroup) -> tuple[StressorCode, ...]:
    """What is said most often of a group."""
    return tuple(StressorCode(each) for each in stressors()[group]["usual"])


def responses(codes: Iterable[StressorCode]) -> tuple[str, ...]:
    """What usually helps with these, group by group."""
    return tuple(
        called(Catalogue.RESPONSES, code) or words for group in _groups(codes) for code, words in _responses(group)
    )


def _responses(group: StressorGroup) -> Iterator[tuple[str, str]]:
    """As they are shipped, each with the code under which a site says it otherwise."""
    found = shipped_words.words(Catalogue.RESPONSES).items()
    return ((code, say(each)) for code, each in found if code.startswith(f"{group}-"))


def usually_acute(codes: Iterable[StressorCode]) -> bool:
    """Whether one of these mostly means that something has just happened."""
    return any(code in stressors()[group_of(code)].get("acute", ()) for code in codes)


def usual_due(code: FollowUpCode, day: date, norms: Norms, closed: Collection[Period] = ()) -> date | None:
    """By when such an offer of this day is usually kept; None where it waits for an occasion.

    Where working days are counted, those on which the site is `closed` are none; what cannot wait does not.
    """
    told = follow_ups()[code]
    if "working_days" in told:
        return working_days_after(day, getattr(norms, told["working_days"]), closed)
    if "days" in told:
        return day + timedelta(getattr(norms, told["days"]))
    return None if "at" in told else day


def cannot_wait(code: FollowUpCode) -> bool:
    """Whether it is kept on the very day, whatever a site says."""
    return bool(follow_ups()[code].get("at_once"))


def then(code: FollowUpCode, day: date, norms: Norms, *, in_plan: bool) -> tuple[FollowUpCode, date] | None:
    """What is offered by itself once such an offer was kept on this day, and by when."""
    told = follow_ups()[code].get("then")
    if told is None or (told["in_plan"] and not in_plan):
        return None
    return FollowUpCode(told["code"]), day + timedelta(getattr(norms, told["days"]))


def occasion(code: FollowUpCode) -> str:
    """What it waits for, where that is no day."""
    told = follow_ups()[code]
    return say(told["at"]) if "at" in told else ""


@cache
def stressors() -> Told:
    return _read("stressors")


@cache
def follow_ups() -> Told:
    return _read("follow_ups")


def _read(name: str) -> Told:
    return tomllib.loads((RESOURCES / "practice" / f"{name}.toml").read_text(encoding="utf-8"))
