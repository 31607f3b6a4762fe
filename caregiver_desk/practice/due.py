"""What is due, and from when: a talk, a look at a plan, an offer, the answer to a referral.

A talk is due every thirty days; every fortnight for whoever is new, and every week while a support plan is open. Nobody
on leave and nobody who has left is due anything, and nothing is due of a household that is paused. What was declined is
never due. A visit together is due every quarter, every month in the first three, and is spoken about on the same day; a
word about it that is not given yet is asked after the next morning. The intervals are a custom of this program, for no
source gives one rule.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.records.households import HouseholdState
from caregiver_desk.records.people import EngagementState
from caregiver_desk.records.referrals import ReferralState
from caregiver_desk.records.wellbeing import FollowUpState, StressorState

MONTHLY, FORTNIGHTLY, WEEKLY = timedelta(30), timedelta(14), timedelta(7)
DAY = timedelta(1)
NEW_FOR = 3  # months
FIRST_REVIEW, NEXT_REVIEW = 3, 12  # months until an agreement is looked at again
TOGETHER, TOGETHER_AT_FIRST = 3, 1  # months from one visit together to the next
SEVERE = 4  # how much something weighs that nobody can carry on with
_NEW = frozenset({EngagementState.INDUCTION, EngagementState.PROBATION})
_AT_WORK = _NEW | {EngagementState.ACTIVE, EngagementState.LIGHT_DUTY, EngagementState.LEAVING}
GONE = frozenset({EngagementState.TRANSFERRED, EngagementState.LEFT, EngagementState.DECEASED})
WAITING = (ReferralState.MADE, ReferralState.RECEIVED)
CARRIED = frozenset({StressorState.OPEN, StressorState.WORKED_ON})
UNDER_WAY = frozenset({FollowUpState.OFFERED, FollowUpState.ACCEPTED})


class Work(NamedTuple):
    """Where somebody stands: her state, since when she works here, and whether a support plan is open."""

    state: EngagementState
    since: date | None = None
    plan: bool = False


def interval(work: Work, today: date) -> timedelta:
    """How long after one talk the next is due."""
    if work.plan:
        return WEEKLY
    new = work.since is not None and today < months_after(work.since, NEW_FOR)
    return FORTNIGHTLY if new or work.state in _NEW else MONTHLY


def talk(work: Work, heard: date | None, planned: date | None, today: date) -> date | None:
    """When she is due to be heard: on the day that was agreed, else in her rhythm; today if she never was."""
    if work.state not in _AT_WORK:
        return None
    if heard is None:
        return planned or today
    return planned if planned and planned > heard else heard + interval(work, today)


def visit_together(work: Work, seen: date | None, today: date) -> date | None:
    """When somebody should come along, so that good work is seen. With whom nobody ever went it is due, never late.

    Nothing where nobody knows since when.
    """
    if work.state not in _AT_WORK or not (seen or work.since):
        return None
    new = work.since is not None and today < months_after(work.since, NEW_FOR)
    months = TOGETHER_AT_FIRST if new else TOGETHER
    if seen is None and work.since:
        return max(today, months_after(work.since, months))
    return months_after(seen, months) if seen else None


def word_after(visited: date, spoken: date | None) -> date | None:
    """When to ask whether a visit together was spoken about: the next morning."""
    return None if spoken else visited + DAY


def agreement(since: date | None, review: date | None, today: date) -> date | None:
    """When the two should agree on their talks: a fortnight after they began, then on the day they named for it."""
    if review:
        return review
    return max(today, since + FORTNIGHTLY) if since else None


def review_of_agreement(agreed: date, *, first: bool) -> date:
    """When it is looked at again: after three months first, then every year."""
    return months_after(agreed, FIRST_REVIEW if first else NEXT_REVIEW)


def look_at_plan(opened: date, reviewed: date | None, ended: date | None) -> date | None:
    """When a support plan is due to be looked at together."""
    return None if ended else (reviewed or opened) + FORTNIGHTLY


def answer(state: ReferralState, made: date, home: HouseholdState) -> date | None:
    """When to ask a service what came of a referral. While the household is paused, nobody asks."""
    return made + FORTNIGHTLY if state in WAITING and home == HouseholdState.ACTIVE else None


def care(severity: int, acute: bool, since: date) -> date | None:
    """By when somebody is offered support for what weighs on her: at once, or within a day of an event."""
    if severity >= SEVERE:
        return since
    return since + DAY if acute else None


def talk_after(work: Work, held: date) -> date:
    """The next talk after one that is held on this day."""
    return held + interval(work, held)
