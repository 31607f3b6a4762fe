"""When a talk, a plan, an offer and an answer are due."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.due import (
    UNDER_WAY,
    Work,
    agreement,
    answer,
    late_after,
    late_by,
    look_at_plan,
    once_back,
    talk,
)
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.records.people.people import EngagementState
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.records.wellbeing.wellbeing import FollowUpState

TODAY = date(2026, 6, 15)
SHIPPED = norms({})
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
        (Work(ACTIVE, on("2026-05-04")), None, None, "2026-05-04"),  # never heard: from the day they began
        (Work(ACTIVE, on("2020-01-06"), known=on("2026-06-01")), None, None, "2026-06-01"),  # never before this book
        (Work(ACTIVE, on("2026-05-04"), known=on("2035-01-01")), None, None, "2026-06-15"),  # a clock that ran ahead
        (Work(EngagementState.ON_LEAVE), "2026-01-01", None, None),
        (Work(EngagementState.LEFT), "2026-01-01", "2026-06-20", None),
        (Work(EngagementState.DECEASED), None, None, None),
        (Work(EngagementState.CANDIDATE), None, None, None),
    ],
)
def test_a_talk_is_due_in_her_rhythm(work: Work, heard: str | None, planned: str | None, due: str | None):
    assert talk(work, on(heard), on(planned), TODAY, SHIPPED) == on(due)


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
    assert look_at_plan(date.fromisoformat(opened), on(reviewed), on(ended), SHIPPED) == on(due)


def away(since: str, until: str | None) -> Work:
    return Work(ACTIVE, on("2020-01-01"), leave=Period(on(since), on(until)))


@pytest.mark.parametrize(
    ("work", "heard", "due"),
    [
        (away("2026-06-25", "2026-07-20"), "2026-06-01", "2026-07-20"),  # what falls into it waits for its end
        (away("2026-06-10", "2026-06-29"), "2026-04-01", "2026-06-29"),  # what was due before, while it lasts
        (away("2026-06-10", "2026-06-29"), None, "2026-06-29"),
        (away("2026-06-10", "2026-06-15"), "2026-04-01", "2026-05-01"),  # back since this morning
        (away("2026-06-20", "2026-06-29"), "2026-04-01", "2026-05-01"),  # it has not begun
        (away("2026-06-10", "2026-06-20"), "2026-06-01", "2026-07-01"),  # it is over by then
        (away("2026-06-10", None), "2026-04-01", None),
        (away("2026-05-20", "2026-06-10"), "2026-05-01", "2026-06-10"),  # and is due then, also once it is over
    ],
)
def test_what_is_due_during_a_leave_waits_for_its_end(work: Work, heard: str | None, due: str | None):
    assert talk(work, on(heard), None, TODAY, SHIPPED) == on(due)


def test_a_day_that_was_agreed_and_falls_into_a_leave_waits_for_its_end_as_well():
    assert talk(away("2026-06-10", "2026-06-29"), None, on("2026-06-12"), TODAY, SHIPPED) == on("2026-06-29")
    assert talk(away("2026-06-10", None), None, on("2026-06-09"), TODAY, SHIPPED) is None
    assert talk(away("2026-06-10", "2026-06-29"), None, on("2026-07-02"), TODAY, SHIPPED) == on("2026-07-02")


@pytest.mark.parametrize(
    ("leave", "due"),
    [
        (Period(on("2026-05-01"), on("2026-06-15")), "2026-06-15"),  # back since this morning
        (Period(on("2026-05-01"), on("2026-06-16")), None),
        (Period(on("2026-05-01"), None), None),
        (None, None),
    ],
)
def test_whose_leave_has_ended_is_due_again_though_nobody_said_that_she_is_back(leave: Period | None, due: str | None):
    work = Work(EngagementState.ON_LEAVE, leave=leave)
    assert talk(work, on("2026-04-20"), None, TODAY, SHIPPED) == on(due)


CHRISTMAS = [Period(date(2026, 12, 14), date(2027, 1, 4))]


@pytest.mark.parametrize(
    ("day", "closed", "leave", "last"),
    [
        ("2026-06-09", [], None, "2026-06-12"),  # a Tuesday: three working days
        ("2026-06-12", [], None, "2026-06-18"),  # a weekend and Youth Day on the Tuesday
        ("2026-08-07", [], None, "2026-08-13"),  # Women's Day on a Sunday makes the Monday free
        ("2026-12-11", CHRISTMAS, None, "2027-01-06"),
        ("2026-12-11", [], None, "2026-12-17"),
        ("2026-12-11", [Period(date(2026, 12, 14), date(2026, 12, 20)), Period(date(2026, 12, 20), date(2027, 1, 4))],
         None, "2027-01-06"),
        ("2026-07-01", [], Period(date(2026, 7, 2), date(2026, 7, 20)), "2026-07-22"),
        ("2026-07-01", [], Period(date(2026, 7, 2), None), None),
        ("2026-07-01", [], Period(date(2026, 7, 7), None), "2026-07-06"),  # it was late before the leave began
    ],
)  # fmt: skip
def test_a_talk_is_late_three_working_days_after_its_day(
    day: str, closed: list[Period], leave: Period | None, last: str | None
):
    assert late_after(Work(ACTIVE, leave=leave), date.fromisoformat(day), closed, SHIPPED) == on(last)


@pytest.mark.parametrize(
    ("today", "closed", "leave", "days"),
    [
        ("2026-06-12", [], None, 0),
        ("2026-06-13", [], None, 1),
        ("2026-06-30", [], None, 18),
        ("2026-06-30", [Period(date(2026, 6, 15), date(2026, 6, 25))], None, 8),
        ("2026-06-30", [], Period(date(2026, 6, 20), date(2026, 6, 30)), 8),
        ("2026-06-30", [], Period(date(2026, 6, 10), None), 0),
    ],
)
def test_for_how_long_it_is_late_leaves_out_days_on_which_nobody_could_have_listened(
    today: str, closed: list[Period], leave: Period | None, days: int
):
    late = late_by(Work(ACTIVE, leave=leave), date(2026, 6, 9), closed, date.fromisoformat(today), SHIPPED)
    assert late.days == days


@pytest.mark.parametrize(("day", "due"), [("2026-12-13", "2026-12-13"), ("2026-12-14", "2027-01-04"), (None, None)])
def test_what_falls_on_a_closed_day_is_due_when_the_site_opens(day: str | None, due: str | None):
    assert once_back(on(day), CHRISTMAS) == on(due)


def test_the_numbers_of_a_site_lead_what_is_due():
    ours = norms({"talk": 21, "talk_new": 10, "talk_plan": 3, "new_for": 0, "plan_look": 5, "agreement": 30})
    heard, began = date(2026, 6, 1), on("2026-06-01")

    assert talk(Work(ACTIVE), heard, None, TODAY, ours) == date(2026, 6, 22)
    assert talk(Work(ACTIVE, began), heard, None, TODAY, ours) == date(2026, 6, 22)  # nobody is new here
    assert talk(Work(PROBATION), heard, None, TODAY, ours) == date(2026, 6, 11)
    assert talk(Work(ACTIVE, plan=True), heard, None, TODAY, ours) == date(2026, 6, 4)
    assert look_at_plan(heard, None, None, ours) == date(2026, 6, 6)
    assert (agreement(began, None, TODAY, ours), agreement(began, None, TODAY, SHIPPED)) == (date(2026, 7, 1), TODAY)


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
    assert answer(state, date(2026, 6, 1), home, norms({})) == (TODAY if asked else None)
