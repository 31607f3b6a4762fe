"""Why people left, as it may be told."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.fairness.leaving import reasons, years_told
from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.records.people.people import Leaving

PAY, HEALTH, UNSAID = {Leaving.PAY}, {Leaving.HEALTH}, {Leaving.NOT_SAID}


@pytest.mark.parametrize(
    ("left", "told"),
    [
        ([], {}),
        ([PAY] * 4, {}),
        ([PAY] * 5, {}),  # it would be known of each of them
        ([PAY] * 5 + [HEALTH], {Leaving.PAY: 5}),
        ([PAY | HEALTH] * 6 + [UNSAID] * 3, {Leaving.PAY: 5, Leaving.HEALTH: 5}),
        ([PAY] * 5 + [UNSAID] * 9, {}),  # who did not say spares nobody
    ],
)
def test_sys_58_reasons_are_told_of_five_or_more_and_never_of_all(left: list[set[Leaving]], told: dict[Leaving, int]):
    assert reasons(left) == told


def test_sys_58_a_year_is_told_of_once_it_has_been_over_for_a_month_whichever_days_are_asked_for():
    some, today = Days(date(2025, 5, 4), date(2027, 1, 2)), date(2027, 1, 31)

    assert years_told(some, today) == [2025]
    assert years_told(some, date(2027, 2, 1)) == [2026, 2025]
    assert years_told(Days(date(2025, 5, 4), date(2025, 5, 4)), today) == [2025]
