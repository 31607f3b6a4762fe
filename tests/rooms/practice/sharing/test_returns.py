"""Counts of a month: whoever is told of is one of many, and never one of all."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.sharing.returns import (
    FIGURES,
    OURS_TO_MEND,
    Spoken,
    field_of,
    figures,
    is_over,
    month_before,
    month_of,
    together,
    told,
)
from caregiver_desk.records.sharing.returns import LEAST, MONTHLY_RETURN
from caregiver_desk.records.wellbeing.wellbeing import StressorGroup

MAY = month_of(date(2026, 5, 14))
ORGANISATION = frozenset({StressorGroup.ORGANISATION})


def spoken(number: int, day: date = date(2026, 5, 8), eased: date | None = None) -> list[Spoken]:
    return [Spoken(f"caregiver {n}", ORGANISATION, day, eased) for n in range(number)]


@pytest.mark.parametrize(
    ("people", "heard", "step"),
    [
        *((4, 20, None), (5, 20, 5), (9, 20, 5), (10, 20, 10), (14, 20, 10), (15, 20, 15)),
        *((5, 5, None), (5, 6, 5), (6, 6, 5), (10, 10, 5), (10, 11, 10), (11, 11, 10), (0, 20, None), (1, 0, None)),
    ],
)
def test_only_steps_of_five_are_told_and_never_all_who_were_heard(people: int, heard: int, step: int | None):
    assert told(people, heard) == step


@given(st.integers(0, 60), st.integers(0, 60))
def test_what_is_told_is_true_and_leaves_somebody_out(people: int, heard: int):
    step = told(people, heard)

    assert step is None or (LEAST <= step <= people and step < heard and step % LEAST == 0)


def test_one_who_speaks_often_counts_once():
    often = [each for each in spoken(4) for _ in range(3)]

    assert figures(often, 12, MAY) == {}
    assert figures([*often, *spoken(5)], 12, MAY) == {"weighs_organisation": 5}


def test_only_what_was_written_down_in_the_month_counts():
    late, early = spoken(6, date(2026, 6, 1)), spoken(6, date(2026, 4, 30))

    assert figures([*late, *early], 12, MAY) == {}
    assert figures(spoken(6, date(2026, 5, 31)), 12, MAY) == {"weighs_organisation": 5}


def test_what_eased_counts_when_it_did_if_it_was_soon_and_the_organisation_can_change_it():
    march, april = date(2026, 3, 1), date(2026, 4, 1)
    personal = [each._replace(groups=frozenset({StressorGroup.PERSONAL})) for each in spoken(6, april, MAY.since)]

    assert figures(spoken(6, april, date(2026, 5, 2)), 12, MAY) == {"eased_organisation": 5}
    assert figures(spoken(6, march, date(2026, 5, 2)), 12, MAY) == {}  # after more than sixty days
    assert figures(personal, 12, MAY) == {}


def test_every_figure_has_its_fields_and_every_count_is_a_figure():
    groups = {"weighs": frozenset(StressorGroup), "eased": OURS_TO_MEND}
    fields = {field_of(figure, group) for figure in FIGURES for group in groups[figure]}

    assert groups.keys() == FIGURES.keys()
    assert fields == {name for name in MONTHLY_RETURN.fields if name.startswith(tuple(FIGURES))}


def test_two_returns_of_one_month_are_never_added_up():
    assert together([{"a": 5, "b": 10}, {"a": 5, "c": 5}]) == {"a": 5, "b": 10, "c": 5}


def test_a_month_is_over_on_the_first_day_of_the_next():
    assert Period(date(2026, 12, 1), date(2027, 1, 1)) == month_of(date(2026, 12, 31))
    assert [is_over(MAY, day) for day in (date(2026, 5, 31), date(2026, 6, 1))] == [False, True]
    assert month_before(date(2026, 1, 31)) == date(2025, 12, 1)
