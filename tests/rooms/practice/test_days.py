"""Months and working days, as an office counts them."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.days import months_after, working_days_after
from caregiver_desk.practice.holidays import public_holidays
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.visits.services import to_check


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
    [
        ("2026-03-02", 3, "2026-03-05"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 10, "2026-03-20"),
        ("2026-04-02", 1, "2026-04-07"),  # Good Friday and Family Day
        ("2026-12-24", 2, "2026-12-29"),  # Christmas on a Friday
        ("2026-11-03", 1, "2026-11-05"),  # a day of voting that was declared
    ],
)
def test_saturdays_sundays_and_public_holidays_are_no_working_days(day: str, number: int, later: str):
    assert working_days_after(date.fromisoformat(day), number) == date.fromisoformat(later)


def test_days_on_which_the_site_is_closed_are_no_working_days():
    closed = [Period(date(2026, 3, 4), date(2026, 3, 9)), Period(date(2026, 3, 10), date(2026, 3, 11))]

    assert working_days_after(date(2026, 3, 2), 3, closed) == date(2026, 3, 11)


# As the library `holidays` 0.109 (MIT) gives them, the days of voting and those declared otherwise among them.
BY_YEAR = {
    2016: "01-01 03-21 03-25 03-28 04-27 05-01 05-02 06-16 08-03 08-09 09-24 12-16 12-25 12-26 12-27",
    2017: "01-01 01-02 03-21 04-14 04-17 04-27 05-01 06-16 08-09 09-24 09-25 12-16 12-25 12-26",
    2019: "01-01 03-21 04-19 04-22 04-27 05-01 05-08 06-16 06-17 08-09 09-24 12-16 12-25 12-26",
    2022: "01-01 03-21 04-15 04-18 04-27 05-01 05-02 06-16 08-09 09-24 12-16 12-25 12-26 12-27",
    2023: "01-01 01-02 03-21 04-07 04-10 04-27 05-01 06-16 08-09 09-24 09-25 12-15 12-16 12-25 12-26",
    2024: "01-01 03-21 03-29 04-01 04-27 05-01 05-29 06-16 06-17 08-09 09-24 12-16 12-25 12-26",
    2025: "01-01 03-21 04-18 04-21 04-27 04-28 05-01 06-16 08-09 09-24 12-16 12-25 12-26",
    2026: "01-01 03-21 04-03 04-06 04-27 05-01 06-16 08-09 08-10 09-24 11-04 12-16 12-25 12-26",
    2027: "01-01 03-21 03-22 03-26 03-29 04-27 05-01 06-16 08-09 09-24 12-16 12-25 12-26 12-27",
    2031: "01-01 03-21 04-11 04-14 04-27 04-28 05-01 06-16 08-09 09-24 12-16 12-25 12-26",
    2034: "01-01 01-02 03-21 04-07 04-10 04-27 05-01 06-16 08-09 09-24 09-25 12-16 12-25 12-26",
    2035: "01-01 03-21 03-23 03-26 04-27 05-01 06-16 08-09 09-24 12-16 12-17 12-25 12-26",
}


@pytest.mark.parametrize("year", BY_YEAR)
def test_the_public_holidays_of_a_year_are_those_that_the_law_names(year: int):
    assert " ".join(f"{day:%m-%d}" for day in sorted(public_holidays(year))) == BY_YEAR[year]


@pytest.mark.parametrize(
    ("verified", "old"), [(None, True), ("2025-12-14", True), ("2025-12-15", False), ("2026-06-15", False)]
)
def test_a_number_that_nobody_verified_for_six_months_is_to_be_checked(verified: str | None, old: bool):
    assert to_check(date.fromisoformat(verified) if verified else None, date(2026, 6, 15)) is old
