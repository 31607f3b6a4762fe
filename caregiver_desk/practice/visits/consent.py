"""What a household's answers allow on a day.

The latest answer holds. Until somebody has asked, a home is visited and recorded as the programme always did; once it
has refused, or taken its word back, only the minimum is recorded: that there was a visit, on which day, and what came
of it. With whom the caregiver went, that she worries about her safety, and that she was upset afterwards is hers to
say. What harms a child is never held
back by this: a concern, a referral by legal duty and one to child protection need no consent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from caregiver_desk.records import otherwise, submitted
from caregiver_desk.records.visits.households import Answer, Purpose
from caregiver_desk.records.visits.referrals import Ground, ServiceKind
from caregiver_desk.wording import say

LEAST_OF_A_VISIT = frozenset(
    {
        "household",
        "caregiver",
        "day",
        "outcome",
        "source",
        "with_whom",
        "safety_worry",
        "upset_afterwards",
        otherwise.FIELD,
        submitted.FIELD,
    }
)
LEAST_OF_A_HOUSEHOLD = frozenset({"team", "code", "state"})
LEAST_OF_A_REFERRAL = frozenset({"state", "feedback"})  # one that was made before can still be closed


class Answered(NamedTuple):
    """One answer of a household; `id` only makes the order of one day's answers certain."""

    day: date
    id: str
    answer: Answer
    purposes: frozenset[Purpose]


def holding(answers: Iterable[Answered], day: date) -> Answered | None:
    """The answer that holds on this day; None where nobody has asked yet."""
    return max((each for each in answers if each.day <= day), key=lambda each: each[:2], default=None)


def allows(answers: Iterable[Answered], day: date, purpose: Purpose | None = None) -> bool:
    """Whether the household may be asked and recorded for this purpose on this day; without one, to be known at all."""
    held = holding(answers, day)
    if held is None or held.answer != Answer.AGREED:
        return held is None
    return purpose is None or purpose in held.purposes or not held.purposes


def beyond(least: Collection[str], given: Iterable[str]) -> list[str]:
    """Which of the fields given are more than the minimum."""
    return [name for name in given if name not in least]


def never_stopped(ground: Ground, to: ServiceKind | None) -> bool:
    """Whether a referral needs nobody's consent: the law asks for it, or a child may be in danger."""
    return ground == Ground.LEGAL_DUTY or to == ServiceKind.CHILD_PROTECTION


def still_kept() -> tuple[str, ...]:
    """What stays after a household took its word back, each with its reason."""
    return (
        say("that it was visited, and when: caregivers’ load is counted by it"),
        say("its answers themselves: they show from when nothing more may be asked"),
        say("concerns about a child, and referrals by legal duty: the law asks for them"),
    )
