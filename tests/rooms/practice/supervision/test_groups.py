"""Groups: when they meet again, whose turn it is, who is only counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision.groups import in_force, next_session, only_counted, whose_turn
from caregiver_desk.records.supervision.groups import GroupSort

DAY = date(2026, 3, 2)
MONTHLY = norms({"group": 30})


def after(days: int) -> date:
    return DAY + timedelta(days)


@pytest.mark.parametrize(
    ("since", "until", "held", "planned", "due"),
    [
        (DAY, None, None, None, DAY),
        (None, None, None, None, None),
        (DAY, None, after(1), None, after(31)),
        (DAY, None, after(1), after(8), after(8)),
        (DAY, None, after(8), after(1), after(38)),
        (DAY, after(2), after(1), after(8), None),
        (DAY, after(60), after(1), after(8), after(8)),  # it ends, but not yet
        (DAY, after(31), after(1), None, None),
    ],
)
def test_a_group_meets_on_the_day_it_named_else_in_its_rhythm_and_never_once_it_has_ended(
    since: date | None, until: date | None, held: date | None, planned: date | None, due: date | None
):
    assert next_session(Period(since, until), held, planned, MONTHLY) == due


def test_a_site_that_meets_every_week_is_asked_every_week():
    assert next_session(Period(DAY, None), DAY, None, norms({"group": 7})) == after(7)


@pytest.mark.parametrize(
    ("led", "turn"),
    [
        ([], "a"),
        ([(DAY, "a")], "b"),
        ([(DAY, "a"), (after(1), "b"), (after(2), "c")], "a"),
        ([(DAY, "a"), (after(1), "b"), (after(2), "c"), (after(3), "a")], "b"),
        ([(DAY, "somebody who left")], "a"),
    ],
)
def test_leading_goes_round(led: list[tuple[date, str]], turn: str):
    assert whose_turn(["a", "b", "c"], led) == turn


def test_of_nobody_it_is_nobodys_turn():
    assert whose_turn([], [(DAY, "a")]) == ""


@pytest.mark.parametrize("sort", GroupSort)
@pytest.mark.parametrize("own", [True, False])
def test_heads_only_are_counted_in_wellbeing_groups_and_in_those_that_caregivers_began(sort: GroupSort, own: bool):
    assert only_counted(sort, by_caregivers=own) == (own or sort == GroupSort.WELLBEING)


@pytest.mark.parametrize(("today", "holds"), [(after(-1), ""), (DAY, "old"), (after(9), "old"), (after(10), "new")])
def test_the_latest_expectations_that_have_come_hold(today: date, holds: str):
    assert in_force([(after(10), "new"), (DAY, "old")], today) == holds
