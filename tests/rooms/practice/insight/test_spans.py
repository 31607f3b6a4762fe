"""Months, quarters, years and other days: named, put together and taken apart without losing a day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from caregiver_desk.practice.spans import (
    Grain,
    Span,
    are_whole,
    before,
    grain_of,
    named,
    parts,
    said,
    whole,
)

DAY = timedelta(1)
days = some.dates(date(1990, 1, 1), date(2090, 12, 31))
grains = some.sampled_from(Grain)


def span(one: date, other: date) -> Span:
    return Span(min(one, other), max(one, other))


@given(days, grains)
def test_a_day_lies_in_its_whole_which_is_one_of_its_grain(day: date, grain: Grain):
    found = whole(grain, day)

    assert found.holds(day)
    assert grain_of(found) is grain
    assert not found.holds(found.first - DAY)
    assert not found.holds(found.last + DAY)


@given(days, grains)
def test_what_is_over_before_a_day_ends_on_the_day_before_its_whole_begins(day: date, grain: Grain):
    assert before(grain, day).last + DAY == whole(grain, day).first


@given(days, days, grains)
def test_the_parts_of_some_days_lie_within_them_one_after_the_other_and_are_as_many_as_fit(
    one: date, other: date, grain: Grain
):
    within = span(one, other)
    found = parts(within, grain)

    assert all(within.first <= each.first <= each.last <= within.last and grain_of(each) is grain for each in found)
    assert all(each.last + DAY == following.first for each, following in pairwise(found))
    if found:
        assert not within.holds(found[0].first - DAY) or whole(grain, found[0].first - DAY).first < within.first
        assert whole(grain, found[-1].last + DAY).last > within.last
    assert are_whole(within, grain) == (bool(found) and (found[0].first, found[-1].last) == within)


@given(days)
def test_a_year_is_four_quarters_and_a_quarter_three_months(day: date):
    assert len(parts(whole(Grain.YEAR, day), Grain.QUARTER)) == 4
    assert len(parts(whole(Grain.QUARTER, day), Grain.MONTH)) == 3


@given(days)
def test_what_is_named_is_understood(day: date):
    quarter = (day.month + 2) // 3

    assert named(f"{day:%Y-%m}") == whole(Grain.MONTH, day)
    assert named(f"{day.year}-Q{quarter}") == named(f"{day.year}Q{quarter}") == whole(Grain.QUARTER, day)
    assert named(str(day.year)) == whole(Grain.YEAR, day)


@given(days, days)
def test_any_days_are_named_by_their_first_and_last(one: date, other: date):
    within = span(one, other)

    assert named(f"{within.first}..{within.last}") == within
    assert named(f"{within.last}..{within.first}") == (within if one == other else None)


@given(some.text(max_size=24))
def test_whatever_somebody_types_is_days_or_none_and_never_a_fault(written: str):
    found = named(written)

    assert found is None or found.first <= found.last


@pytest.mark.parametrize(
    "written", ["", "2026-13", "2026-00", "2026-Q5", "0000", "0000-01", "2026-2", "last month", ".."]
)
def test_what_names_no_days_is_none(written: str):
    assert named(written) is None


def test_days_are_said_as_people_say_them():
    assert said(whole(Grain.QUARTER, date(2026, 2, 3))) == "quarter 1 of 2026"
    assert said(whole(Grain.YEAR, date(2026, 2, 3))) == "2026"
    assert said(Span(date(2026, 2, 3), date(2026, 2, 9))).count("2026") == 2
