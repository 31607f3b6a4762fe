"""What a fair process needs, as rules: causes, help, an answer, days; and a closed list of what may be linked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caregiver_desk.practice.days import is_open
from caregiver_desk.practice.fairness.chronology import added_later, is_late, may_stand, offers
from caregiver_desk.practice.fairness.processes import (
    is_over,
    looked_further,
    may_part,
    review_called,
    usual_reviews,
    usual_steps,
)
from caregiver_desk.records.fairness.processes import ABOUT, Sort
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.groups import GroupSort

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ({}, False),
        ({"found_personal": "always late"}, False),
        ({"found_organisation": "paid late"}, True),
        ({"found_work": "ten homes"}, True),
        ({"found_work": " "}, False),
        ({"found_work": "ten homes", "organisation": {"x"}}, False),
    ],
)
def test_sys_44_the_organisation_or_the_work_is_checked_and_what_is_ticked_has_a_word(told: dict, wanted: bool):
    assert looked_further(told) is wanted


@pytest.mark.parametrize(
    ("sort", "heard", "helped", "answers", "wanted"),
    [
        (Sort.PROBATION, "I tried", "shown twice", (), True),
        (Sort.PROBATION, "", "shown twice", (), False),
        (Sort.PROBATION, "I tried", " ", (), False),
        (Sort.CAPABILITY, "I tried", "mentoring", (), False),
        (Sort.CAPABILITY, "I tried", "mentoring", ("not so",), True),
        (Sort.CAPABILITY, "I tried", "", ("not so",), False),
        (Sort.CONDUCT, "not me", "", ("not me",), True),
        (Sort.CONDUCT, "not me", "", (" ",), False),
    ],
)
def test_nobody_is_parted_from_unheard_or_unhelped(sort: Sort, heard: str, helped: str, answers: tuple, wanted: bool):
    assert may_part(sort, heard=heard, helped=helped, answers=answers) is wanted


@pytest.mark.parametrize(
    ("until", "outcome", "wanted"),
    [
        (DAY, None, True),
        (DAY, "extended", True),
        (DAY, "confirmed", False),
        (date(2026, 3, 3), None, False),
        (None, None, False),
    ],
)
def test_sys_46_a_probation_whose_last_day_has_come_without_an_outcome_is_due(until: date, outcome: str, wanted: bool):
    assert is_over(until, outcome, DAY) is wanted


@pytest.mark.parametrize(
    ("day", "reviews", "wanted"),
    [
        (None, [date(2026, 3, 1)], True),
        (None, [DAY], False),
        (None, [], False),
        (date(2026, 2, 20), [date(2026, 3, 1)], True),
        (date(2026, 2, 20), [date(2026, 2, 1), date(2026, 4, 1)], False),
        (DAY, [date(2026, 3, 1)], False),
    ],
)
def test_sys_46_a_note_is_later_than_its_review_only_after_that_day(
    day: date | None, reviews: list[date], wanted: bool
):
    assert added_later(day, DAY, reviews) is wanted


def test_sys_50_a_line_is_late_more_than_a_week_after_its_day():
    assert [is_late(DAY, each) for each in (date(2026, 3, 9), date(2026, 3, 10), None)] == [False, True, False]


def test_p18_every_field_that_may_be_copied_is_named_and_none_holds_a_reflection_or_a_feeling():
    for offer in offers().values():
        fields = KINDS[offer.kind].fields
        assert set(offer.fields) | set(offer.only) | set(offer.of) <= set(fields)
        assert all(set(those) <= set(KINDS[fields[name].shown.refers].fields) for name, those in offer.of.items())
        assert not {"reflection", "how_are_you", "note", "aims", "danger", "helped"} & set(offer.fields)
    assert not may_stand("check_in", {"type": "support conversation"}, {})
    assert not may_stand("stressor", {}, {})


def test_p18_what_is_copied_of_training_is_private_to_nobody_and_of_groups_only_the_days_of_a_course():
    read_by = {
        KINDS[kind].fields[name].audience
        for kind in ("training", "practical_task", "attendance")
        for name in offers()[kind].fields
    }
    assert read_by <= {Audience.OPEN, Audience.TEAM, Audience.WORDS}
    admitted = {each for each in GroupSort if may_stand("attendance", {}, {"circle": {"sort": each}})}
    assert admitted == {GroupSort.COURSE}
    assert not may_stand("attendance", {}, {})


@pytest.mark.parametrize("sort", list(Sort))
def test_sys_50_each_sort_of_process_has_usual_steps_and_ends_of_its_own(sort: Sort):
    assert usual_steps(sort)
    assert ABOUT[sort].fields["outcome"].choices
    assert len({kind.fields["outcome"].choices for kind in ABOUT.values()}) == len(ABOUT)


def test_sys_46_the_usual_reviews_of_a_probation_lie_apart_on_open_days_and_the_last_leaves_a_week():
    since, until = date(2026, 3, 2), date(2026, 9, 2)

    days = usual_reviews(since, until, since)

    assert days == [date(2026, 4, 30), date(2026, 6, 26), date(2026, 8, 26)]
    assert all(map(is_open, days))
    assert usual_reviews(since, until, date(2026, 6, 1)) == days[1:]


@pytest.mark.parametrize("long", range(-3, 120))
def test_sys_46_however_long_a_probation_is_each_review_lies_within_it_and_on_a_day_of_its_own(long: int):
    until = DAY + timedelta(long)
    days = usual_reviews(DAY, until, DAY)
    assert days == sorted(set(days))
    assert all(DAY < each <= until for each in days)


@pytest.mark.parametrize(
    ("of", "wanted"),
    [
        (1, ["Review"]),
        (2, ["First review", "Last review"]),
        (3, ["First review", "Second review", "Last review"]),
        (5, ["First review", "Second review", "Review", "Review", "Last review"]),
    ],
)
def test_sys_46_a_review_is_called_by_its_place_among_those_that_were_agreed(of: int, wanted: list[str]):
    assert [review_called(place, of) for place in range(of)] == wanted
