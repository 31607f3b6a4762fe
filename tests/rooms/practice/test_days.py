"""Months and working days, as an office counts them."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.days import months_after, working_days_after
from caregiver_desk.practice.services import to_check


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2024-02-29", 24, "2026-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-12-05", 0, "2026-12-05"),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_one(day: str, months: int, later: str):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("day", "number", "later"),
    [("2026-03-02", 3, "2026-03-05"), ("2026-03-06", 1, "2026-03-09"), ("2026-03-07", 10, "2026-03-20")],
)
def test_saturdays_and_sundays_are_no_working_days(day: str, number: int, later: str):
    assert working_days_after(date.fromisoformat(day), number) == date.fromisoformat(later)


@pytest.mark.parametrize(
    ("verified", "old"), [(None, True), ("2025-12-14", True), ("2025-12-15", False), ("2026-06-15", False)]
)
def test_a_number_that_nobody_verified_for_six_months_is_to_be_checked(verified: str | None, old: bool):
    assert to_check(date.fromisoformat(verified) if verified else None, date(2026, 6, 15)) is old
