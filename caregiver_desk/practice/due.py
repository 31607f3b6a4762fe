"""What is due, and from when: a talk, a look at a plan, an offer, the answer to a referral.

The intervals are numbers of the practice (`practice/norms.py`), which a site may say otherwise; what is not asked of
them here is no custom of anybody's. A talk is due in its rhythm, more often for whoever is new and while a support plan
is open; it is late some working days after that. Nobody who has left is due anything, nor is anybody on leave: what
falls into a leave, also a day that was agreed, waits for its end. Whose leave has ended is back, whoever forgot to say
so. Nothing is due of a household that is paused, and what was declined is never due.
A visit together is spoken about on the same day; a word about it that is not given yet is asked after the next morning.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_desk.practice.days import months_after, once_open, working_days_after
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.people.people import EngagementState
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.records.wellbeing.wellbeing import FollowUpState, StressorState

DAY = timedelta(1)
SEVERE = 4  # how much something weighs that nobody can carry on with
_NEW = frozenset({EngagementState.INDUCTION, EngagementState.PROBATION})
_AT_WORK = _NEW | {EngagementState.ACTIVE, EngagementState.LIGHT_DUTY, EngagementState.LEAVING}
GONE = frozenset({EngagementState.TRANSFERRED, EngagementState.LEFT, EngagementState.DECEASED})
WAITING = (ReferralState.MADE, ReferralState.RECEIVED)
CARRIED = frozenset({StressorState.OPEN, StressorState.WORKED_ON})
UNDER_WAY = frozenset({FollowUpState.OFFERED, FollowUpState.ACCEPTED})


class Work(NamedTuple):
    """Where somebody stands: her state, since when she works here, whether a support plan is open, and her leave."""

    state: EngagementState
    since: date | None = None
    plan: bool = False
    leave: Period | None = None
    own: bool = False  # supervises others, and is heard in a rhythm of its own
    known: date | None = None  # since when this book knows of it, or the two of each other
    young: bool = False  # on a road on which people are heard more often, such as a first year

    def is_here(self, today: date) -> bool:
        """Whether she may be heard and seen at work: also after a leave whose end nobody noted in her state."""
        back = self.leave is not None and self.leave.until is not None and self.leave.until <= today
        return self.state in _AT_WORK or (self.state == EngagementState.ON_LEAVE and back)

    def is_new(self, today: date, norms: Norms) -> bool:
        return self.since is not None and today < months_after(self.since, norms.new_for)


def interval(work: Work, today: date, norms: Norms) -> timedelta:
    """How long after one talk the next is due."""
    if work.plan:
        return timedelta(norms.talk_plan)
    if work.own:
        return timedelta(norms.own_supervision)
    new = work.young or work.is_new(today, norms) or work.state in _NEW
    return timedelta(norms.talk_new if new else norms.talk)


def talk(work: Work, heard: date | None, planned: date | None, today: date, norms: Norms) -> date | None:
    """When she is due to be heard: on the day that was agreed, else in her rhythm.

    Who never was, is due from the day on which they began, or came to whoever listens, and late soon after.
    """
    if not work.is_here(today):
        return None
    if planned and (heard is None or planned > heard):
        return _after_leave(work, planned, today)
    return _after_leave(work, heard + interval(work, today, norms) if heard else _begun(work, today), today)


def _begun(work: Work, today: date) -> date:
    """Nobody is late for what was before this book."""
    return min(today, max(filter(None, (work.since, work.known)), default=today))


def _after_leave(work: Work, day: date, today: date) -> date | None:
    """What falls into a leave waits for its end; where nobody knows the end, for somebody who does."""
    leave = work.leave
    return leave.until if leave and (leave.holds(day) or leave.holds(max(day, today))) else day


def late_after(work: Work, day: date, closed: Collection[Period], norms: Norms) -> date | None:
    """The last day on which a talk of this day is not late yet: her leave and what is closed do not count.

    None where a leave without an end holds it up: then it never is.
    """
    leave = work.leave
    if leave is None or leave.until:
        return working_days_after(day, norms.talk_late, [*closed, *([leave] if leave else [])])
    last = working_days_after(day, norms.talk_late, closed)
    return None if leave.holds(last) else last


def late_by(work: Work, day: date, closed: Collection[Period], today: date, norms: Norms) -> timedelta:
    """For how long a talk of this day has been late, in days on which somebody could have listened."""
    last = late_after(work, day, closed, norms)
    days = range(1, (today - last).days + 1) if last else range(0)
    away = [*closed, *([work.leave] if work.leave else [])]
    return timedelta(sum(not any(each.holds(last + timedelta(one)) for each in away) for one in days if last))


def once_back(day: date | None, closed: Collection[Period]) -> date | None:
    """What falls on a day on which the site is closed is due when it opens."""
    return once_open(day, closed) if day else None


def visit_together(work: Work, seen: date | None, today: date, norms: Norms) -> date | None:
    """When somebody should come along, so that good work is seen. With whom nobody ever went it is due, never late.

    Nothing where nobody knows since when.
    """
    if not work.is_here(today) or not (seen or work.since):
        return None
    months = norms.together_new if work.is_new(today, norms) else norms.together
    if seen is None and work.since:
        return _after_leave(work, max(today, months_after(work.since, months)), today)
    return _after_leave(work, months_after(seen, months), today) if seen else None


def word_after(visited: date, spoken: date | None) -> date | None:
    """When to ask whether a visit together was spoken about: the next morning."""
    return None if spoken else visited + DAY


def agreement(since: date | None, review: date | None, today: date, norms: Norms) -> date | None:
    """When the two should agree on their talks: soon after they began, then on the day they named for it."""
    if review:
        return review
    return max(today, since + timedelta(norms.agreement)) if since else None


def review_of_agreement(agreed: date, norms: Norms, *, first: bool) -> date:
    """When it is looked at again: soon at first, then less often."""
    return months_after(agreed, norms.agreement_first if first else norms.agreement_next)


def look_at_plan(opened: date, reviewed: date | None, ended: date | None, norms: Norms) -> date | None:
    """When a support plan is due to be looked at together."""
    return None if ended else (reviewed or opened) + timedelta(norms.plan_look)


def answer(state: ReferralState, made: date, home: HouseholdState, norms: Norms) -> date | None:
    """When to ask a service what came of a referral. While the household is paused, nobody asks."""
    asked = made + timedelta(norms.referral_answer)
    return asked if state in WAITING and home == HouseholdState.ACTIVE else None


def care(severity: int, acute: bool, since: date) -> date | None:
    """By when somebody is offered support for what weighs on her: at once, or within a day of an event."""
    if severity >= SEVERE:
        return since
    return since + DAY if acute else None


def talk_after(work: Work, held: date, norms: Norms) -> date:
    """The next talk after one that is held on this day."""
    return held + interval(work, held, norms)


def after_absence(missed: date, leave: Iterable[Period], closed: Collection[Period], norms: Norms) -> date:
    """By when the two meet instead, where one was away: soon after they are back from a leave that had begun."""
    back = [each.until for each in leave if each.until and (each.since is None or each.since <= missed)]
    return working_days_after(max([missed, *back]), norms.meet_again, closed)
