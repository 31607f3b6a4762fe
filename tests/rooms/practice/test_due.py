"""When a talk, a plan, an offer and an answer are due."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.due import UNDER_WAY, Work, answer, look_at_plan, talk
from caregiver_desk.records.households import HouseholdState
from caregiver_desk.records.people import EngagementState
from caregiver_desk.records.referrals import ReferralState
from caregiver_desk.records.wellbeing import FollowUpState

TODAY = date(2026, 6, 15)
ACTIVE, PROBATION = EngagementState.ACTIVE, EngagementState.PROBATION


def on(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("work", "heard", "planned", "due"),
    [
        (Work(ACTIVE), "2026-06-01", None, "2026-07-01"),
        (Work(ACTIVE, on("2026-03-16")), "2026-06-01", None, "2026-06-15"),  # three months are not over
        (Work(ACTIVE, on("2026-03-15")), "2026-06-01", None, "2026-07-01"),
        (Work(PROBATION, on("2020-01-01")), "2026-06-01", None, "2026-06-15"),
        (Work(EngagementState.INDUCTION), "2026-06-01", None, "2026-06-15"),
        (Work(ACTIVE, plan=True), "2026-06-01", None, "2026-06-08"),
        (Work(ACTIVE), "2026-06-01", "2026-06-20", "2026-06-20"),  # what was agreed comes first
        (Work(ACTIVE), "2026-06-01", "2026-05-20", "2026-07-01"),  # a day before that talk is past
        (Work(ACTIVE), None, None, "2026-06-15"),
        (Work(ACTIVE), None, "2026-06-20", "2026-06-20"),
        (Work(EngagementState.ON_LEAVE), "2026-01-01", None, None),
        (Work(EngagementState.LEFT), "2026-01-01", "2026-06-20", None),
        (Work(EngagementState.DECEASED), None, None, None),
        (Work(EngagementState.CANDIDATE), None, None, None),
    ],
)
def test_a_talk_is_due_in_her_rhythm(work: Work, heard: str | None, planned: str | None, due: str | None):
    assert talk(work, on(heard), on(planned), TODAY) == on(due)


@pytest.mark.parametrize(
    ("opened", "reviewed", "ended", "due"),
    [
        ("2026-06-01", None, None, "2026-06-15"),
        ("2026-05-01", "2026-06-03", None, "2026-06-17"),
        ("2026-05-01", "2026-06-03", "2026-06-10", None),
    ],
)
def test_a_plan_is_looked_at_every_two_weeks_until_it_ends(
    opened: str, reviewed: str | None, ended: str | None, due: str | None
):
    assert look_at_plan(date.fromisoformat(opened), on(reviewed), on(ended)) == on(due)


def test_what_was_declined_is_under_way_no_more():
    assert set(FollowUpState) - UNDER_WAY == {
        FollowUpState.DONE,
        FollowUpState.REVIEWED,
        FollowUpState.DECLINED,
        FollowUpState.LAPSED,
    }


@pytest.mark.parametrize("home", HouseholdState)
@pytest.mark.parametrize("state", ReferralState)
def test_an_answer_is_asked_for_after_two_weeks_unless_the_household_is_paused(
    state: ReferralState, home: HouseholdState
):
    asked = state in {ReferralState.MADE, ReferralState.RECEIVED} and home == HouseholdState.ACTIVE
    assert answer(state, date(2026, 6, 1), home) == (TODAY if asked else None)
