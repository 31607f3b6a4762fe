"""A figure over time is the figure of each month: a team against itself, and what is told, told as ever."""

from __future__ import annotations

from datetime import date

import pytest
from six_caregivers import MARCH, QUARTER, Six, days

from caregiver_desk.acts.insight.figures import told
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.insight.series import series
from caregiver_desk.practice.insight.indicators import shipped
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Grain, grain_of


def test_each_month_of_it_is_what_that_month_says_by_itself(programme: Six):
    home = programme.home("HH-001")
    programme.visit("Grace", home, "2026-02-02", "2026-03-02", "2026-03-09")
    over = series(programme.book, chosen(programme.book, "I31")["I31"], days(MARCH), "", told=False)

    assert len(over) == 12
    assert over[-1].last == date(2026, 3, 31)
    assert [(each.of, each.per) for each in over[-2:]] == [programme.counts("I31", "2026-02"), programme.counts("I31")]
    assert {each.why for each in over[:-3]} == {Why.UNKNOWN}, "the book begins in January"


def test_what_is_told_over_time_is_told_of_its_own_grain_and_as_by_itself(programme: Six):
    for code in ("I31", "I05", "I23"):
        indicator = chosen(programme.book, code)[code]
        over = series(programme.book, indicator, days(QUARTER), "", told=True)
        assert {grain_of(each.span) for each in over} == {indicator.grain}
        for each in over:
            alone = told(programme.book, {code: indicator}, each.span)[0]
            assert alone == each


@pytest.mark.parametrize("code", [code for code, each in shipped().items() if not each.adds])
def test_of_what_does_not_add_up_others_are_told_no_course(programme: Six, code: str):
    """24 at work, then 20: with *fewer than 5 left* between the two, it was four."""
    assert series(programme.book, chosen(programme.book, code)[code], days(QUARTER), "", told=True) == []


def test_what_does_not_add_up_is_shown_by_whole_grains(programme: Six):
    over = series(programme.book, chosen(programme.book, "I16")["I16"], days(QUARTER), "", told=False)

    assert {grain_of(each.span) for each in over} == {Grain.QUARTER}


def test_a_shorter_time_than_its_grain_is_told_as_the_last_that_was_over(programme: Six):
    """I05 is told by the quarter: in the report of February stands the last quarter of the year before."""
    (figure,) = told(programme.book, chosen(programme.book, "I05"), days("2026-02"))
    assert figure.span == days("2025-Q4")
    (figure,) = told(programme.book, chosen(programme.book, "I05"), days(MARCH))
    assert figure.span == days(QUARTER)


def test_days_that_are_no_month_quarter_or_year_are_told_to_nobody(programme: Six):
    seen = told(programme.book, chosen(programme.book, "I31 I10"), days("2026-03-02..2026-03-15"))

    assert [(each.code, each.of, each.why) for each in seen] == [("I31", None, Why.SHORT), ("I10", None, Why.PRIVATE)]
