"""Does somebody need support now? A rule that suggests, with its reasons in words, and decides nothing.

Context. A supervisor of ten people misses who has gone quiet. A rule can notice. But it was tested on nobody, and a
figure that is kept for a person soon ranks people.

Decision. What counts are numbers of the practice (`norms.toml`), which a site may say otherwise; that the rule was not
validated stands in `strain.toml`. It is added up in here and forgotten: what leaves this
file is one of three words and the reasons for it. A danger that somebody named asks at once, whatever else there is.
Whoever prefers not to say, and whoever was not asked, adds nothing.

Consequences. There is no figure to store, to show, to hand on or to compare. Once a reason has ended (an answer has
grown old, what weighed has eased) it is gone from here as well.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from statistics import median
from typing import Any, NamedTuple

from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.practice.wellbeing.wellbeing import answers
from caregiver_desk.records.wellbeing.checks import Item
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.strain import Need
from caregiver_desk.records.wellbeing.wellbeing import StressorCode
from caregiver_desk.wording import RESOURCES, full_day, say

MUCH, TOO_MUCH = 3, 4


class Answer(NamedTuple):
    """How much they said it was, from 0 to 4, on a day."""

    day: date
    much: int


class Weighing(NamedTuple):
    """Something that weighs and has not eased: its codes, how much, and the day of an event if one began it."""

    codes: frozenset[StressorCode]
    severity: int
    event: date | None = None


@dataclass(frozen=True)
class Seen:
    """What the two know of each other that may ask for support. Answers the newest first."""

    today: date
    answers: Sequence[Answer] = ()
    weighs: Sequence[Weighing] = ()
    heavy: bool = False
    due: date | None = None  # when they were to be heard
    dangers: Collection[Danger] = ()
    late: timedelta = timedelta(0)  # for how long that has been late


class Suggested(NamedTuple):
    """What the rule would say, and why, in words. `at_once` where somebody named a danger."""

    need: Need
    reasons: tuple[str, ...]
    at_once: bool


def suggested(seen: Seen, norms: Norms) -> Suggested:
    """What to think about with them; nothing follows from it by itself."""
    dangers = tuple(say(str(each)) for each in Danger if each in seen.dangers)
    found = [*_own(seen, norms), *_burdens(seen, norms), *_worse(seen, norms), *_rest(seen, norms)]
    total = sum(weight for weight, _ in found)
    need = (
        Need.NOW if dangers or total >= norms.strain_now else Need.WATCH if total >= norms.strain_watch else Need.STEADY
    )
    return Suggested(need, (*dangers, *(words for _, words in found)), bool(dangers))


def answer_of(day: date, check: Mapping[str, Any], unsaid: Collection[str]) -> Answer | None:
    """The heavier of what they said of load and of energy; None where they said neither."""
    said = answers(check, unsaid)
    much = [said[Item.LOAD]] if Item.LOAD in said else []
    much += [TOO_MUCH - said[Item.ENERGY]] if Item.ENERGY in said else []
    return Answer(day, max(much)) if much else None


_Found = Iterator[tuple[int, str]]


def _own(seen: Seen, norms: Norms) -> _Found:
    """Their own heaviest answer of late."""
    lately = [each for each in seen.answers if _within(each.day, seen.today, norms.strain_days)]
    if not lately:
        return
    most = max(lately, key=lambda each: (each.much, each.day))
    if most.much >= TOO_MUCH:
        yield norms.strain_own_too_much, say("said on {day} that it is too much", day=full_day(most.day))
    elif most.much == MUCH:
        yield norms.strain_own_much, say("said on {day} that it is a lot", day=full_day(most.day))


def _burdens(seen: Seen, norms: Norms) -> _Found:
    """What weighs: many things together count no more than two."""
    left, first = norms.strain_burdens_much, True
    for each in seen.weighs:
        if each.severity >= TOO_MUCH:
            yield norms.strain_burden_too_much if first else 0, say("cannot carry on: {what}", what=_called(each))
            first = False
        elif each.severity == MUCH:
            counted = min(left, norms.strain_burden_much)
            left -= counted
            yield counted, say("weighs a lot: {what}", what=_called(each))
    events = [
        each.event for each in seen.weighs if each.event and _within(each.event, seen.today, norms.strain_event_days)
    ]
    if events:
        yield norms.strain_event, say("something hard happened on {day}", day=full_day(max(events)))


def _worse(seen: Seen, norms: Norms) -> _Found:
    """Against their own usual only, and only once there is one."""
    many = norms.strain_usual_of
    if len(seen.answers) <= many or not _within(seen.answers[0].day, seen.today, norms.strain_days):
        return
    last, *before = seen.answers
    if last.much - median(each.much for each in before[:many]) >= norms.strain_worse_by:
        yield norms.strain_worse, say("feels worse than is usual for them")


def _rest(seen: Seen, norms: Norms) -> _Found:
    if seen.heavy:
        yield norms.strain_load, say("has had a heavy load of visits")
    if seen.due and seen.late > timedelta(norms.strain_late_days):
        yield norms.strain_unheard, say("was to be heard on {day} and was not", day=full_day(seen.due))


def _called(each: Weighing) -> str:
    return ", ".join(taxonomy.words(code) for code in sorted(each.codes))


def _within(day: date, today: date, days: int) -> bool:
    return today - timedelta(days) < day <= today


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "strain.toml").read_text(encoding="utf-8"))
