"""The steps of a road and their days."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.due import Work, interval
from caregiver_desk.practice.growth.plans import Ours, codes, current, ends, is_overdue, steps, wants_decision, words_of
from caregiver_desk.practice.norms import norms
from caregiver_desk.records.growth.plans import PlanSort, StepSort
from caregiver_desk.records.people.people import EngagementState

BEGUN = date(2026, 1, 31)


@pytest.mark.parametrize("sort", list(PlanSort))
def test_every_road_has_steps_within_its_time_and_somebody_to_look_at_it_with(sort: PlanSort):
    told = steps(sort, BEGUN)
    assert [each.due for each in told] == sorted(each.due for each in told)
    assert all(BEGUN <= each.due <= ends(sort, BEGUN) for each in told)
    assert StepSort.REVIEW in {each.sort for each in told}
    assert len({each.code for each in told}) == len(told)
    assert all(words_of(sort, current(), each.code) != each.code for each in told)


def test_sys_24_a_first_year_is_looked_at_after_three_six_and_twelve_months():
    looked = [each.due for each in steps(PlanSort.FIRST_YEAR, BEGUN) if each.sort == StepSort.REVIEW]
    assert looked == [date(2026, 4, 30), date(2026, 7, 31), date(2027, 1, 31)]


def test_sys_24_whoever_is_in_a_first_year_is_heard_as_often_as_who_is_new():
    long_here = Work(EngagementState.ACTIVE, since=date(2020, 1, 1))
    now, told = date(2026, 6, 1), norms({})
    assert interval(long_here._replace(young=True), now, told) == interval(
        long_here._replace(state=EngagementState.INDUCTION), now, told
    )
    assert interval(long_here._replace(young=True), now, told) < interval(long_here, now, told)


def test_sys_32_key_people_of_a_new_supervisor_are_met_finance_data_and_it_among_them():
    met = {each.code for each in steps(PlanSort.BECOMING_SUPERVISOR, BEGUN) if each.sort == StepSort.MEET}
    assert {"finance", "data", "computers", "lead", "coordinator"} <= met


def test_a_site_adds_steps_leaves_out_and_puts_others_in_their_place():
    ours = [
        Ours(StepSort.MEET, 2, "Meets the chief", instead_of="team"),
        Ours(StepSort.DO, 0, instead_of="mentor"),
        Ours(StepSort.LEARN, 400, "Greets in three languages"),
    ]
    told = steps(PlanSort.INDUCTION, BEGUN, ours)
    assert {"team", "mentor"} & {each.code for each in told} == set()
    assert [each.what for each in told if each.what] == ["Meets the chief", "Greets in three languages"]
    assert len(told) == len(codes(PlanSort.INDUCTION))


def test_nothing_is_overdue_of_what_is_done_or_of_a_plan_that_has_ended():
    day, later = date(2026, 3, 1), date(2026, 3, 2)
    assert is_overdue(day, None, None, later)
    assert not is_overdue(day, None, None, day)
    assert not is_overdue(day, day, None, later)
    assert not is_overdue(day, None, day, later)
    assert wants_decision(day, None, day)
    assert not wants_decision(later, None, day)
    assert not wants_decision(day, day, later)


def test_a_plan_of_another_version_is_read_in_todays_words_and_an_unknown_code_as_it_is():
    assert words_of(PlanSort.INDUCTION, "1999", "team") == codes(PlanSort.INDUCTION)["team"]
    assert words_of(PlanSort.INDUCTION, current(), "rockets") == "rockets"
