"""How far somebody is with a course, and where the days of a training fall outside those of its unit standards."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.acts.growth.courses import _dated
from caregiver_desk.practice.growth.courses import needed_in, not_ours, shipped_courses, shipped_standards
from caregiver_desk.practice.growth.training import (
    Learned,
    Standing,
    equals_of,
    numbers_in,
    outside,
    standing,
    suggested,
)
from caregiver_desk.records.growth.training import TaskResult, TrainingResult
from caregiver_desk.records.people.people import Role

DONE, ATTENDED, NOT_YET, WITHDREW = (
    TrainingResult.COMPETENT, TrainingResult.ATTENDED, TrainingResult.NOT_YET, TrainingResult.WITHDREW
)  # fmt: skip
TODAY = date(2026, 11, 29)
KNOWN = {str(each["number"]): _dated(each) for each in shipped_standards()}


@pytest.mark.parametrize(
    ("results", "judged", "far"),
    [
        ((), True, Standing.NEVER),
        ((WITHDREW,), True, Standing.WITHDREW),
        ((NOT_YET,), True, Standing.NOT_YET),
        ((ATTENDED,), True, Standing.ATTENDED),
        ((ATTENDED,), False, Standing.DONE),
        ((NOT_YET, None), True, Standing.UNDER_WAY),
        ((DONE, WITHDREW), True, Standing.DONE),
    ],
)
def test_to_have_attended_is_not_to_be_competent_where_a_course_is_judged(
    results: tuple[TrainingResult | None, ...], judged: bool, far: Standing
):
    assert standing([Learned("PSS", judged, each) for each in results], ["pss"]) == far
    assert standing([Learned("other", judged, each) for each in results], ["pss"]) == Standing.NEVER


@pytest.mark.parametrize(
    ("began", "ended", "said"),
    [
        (date(2023, 6, 30), date(2024, 1, 1), ""),
        (date(2023, 7, 1), None, "The registration of unit standard 244584 ended on 30 Jun 2023"),
        (date(2026, 6, 30), date(2026, 9, 1), "The registration"),
        (date(2026, 7, 1), None, "could be begun until 30 Jun 2026 only"),
        (date(2026, 5, 1), date(2029, 6, 30), "The registration"),
        (date(2026, 5, 1), date(2029, 7, 1), "could be achieved until 30 Jun 2029 only"),
        (None, None, ""),
    ],
)
def test_days_that_fall_outside_those_of_a_unit_standard_are_said(began: date | None, ended: date | None, said: str):
    told = list(outside(KNOWN, ["244584", "99"], began, ended, TODAY))
    assert told == [] if not said else said in told[0]


def test_what_is_under_way_once_a_standard_can_no_longer_be_achieved_is_said():
    assert "until 30 Jun 2029 only" in next(outside(KNOWN, ["244584"], date(2026, 1, 1), None, date(2029, 7, 1)))


@pytest.mark.parametrize(
    ("tasks", "points_to"),
    [
        ((), None),
        ((TaskResult.COMPETENT, None), None),
        ((TaskResult.COMPETENT, TaskResult.COMPETENT), DONE),
        ((TaskResult.COMPETENT, TaskResult.NOT_YET), NOT_YET),
    ],
)
def test_tasks_point_to_a_result_only_once_each_is_judged(
    tasks: tuple[TaskResult | None, ...], points_to: TrainingResult | None
):
    assert suggested(tasks) == points_to


def test_numbers_are_read_however_they_were_typed():
    assert numbers_in("US 244584; 244257,244584") == ["244584", "244257"]
    assert numbers_in(None) == []


def test_what_counts_as_a_course_completes_it():
    assert equals_of("cp", [("safe", "CP"), ("other", "pss")]) == {"cp", "safe"}


def test_the_shipped_courses_are_facts_for_three_fields_and_say_that_they_are_not_ours():
    assert [(each["track"], each["meant_for"]) for each in shipped_courses()] == [
        ("practice", "caregiver"), ("both", "supervisor"), ("leadership", "supervisor")
    ]  # fmt: skip
    assert needed_in(Role.PROTECTION_LEAD) == "child-protection"
    assert needed_in(Role.CAREGIVER) == ""
    assert "nothing to do with" in not_ours()
