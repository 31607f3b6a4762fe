"""Short numbers mean what they meant, and rest a year before they mean another home."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.periods import Period, meet
from caregiver_desk.practice.visits.codes import is_list_number, list_number, read_list_number
from caregiver_desk.practice.visits.numbers import Listed, doubled, meant, next_free, taken


def period(since: str, until: str = "") -> Period:
    return Period(*(date.fromisoformat(day) if day else None for day in (since, until)))


def given(home: str, number: int, since: str, until: str = "", *, to: str = "her") -> Listed:
    return Listed(f"{home}/{to}/{since}", home, to, number, period(since, until))


CHANGED = [given("a", 1, "2026-01-01", "2026-03-10"), given("b", 1, "2027-03-10"), given("c", 1, "", to="another")]


@pytest.mark.parametrize(
    ("day", "homes"),
    [
        ("2025-12-31", []),
        ("2026-01-01", ["a"]),
        ("2026-03-09", ["a"]),
        ("2026-03-10", []),
        ("2027-03-10", ["b"]),
    ],
)
def test_a_number_means_what_it_meant_on_the_day_of_the_visit(day: str, homes: list[str]):
    assert meant(CHANGED, "her", 1, date.fromisoformat(day)) == homes
    assert meant(CHANGED, "her", 2, date.fromisoformat(day)) == []


@pytest.mark.parametrize(
    ("listed", "since", "until", "free"),
    [
        ([], "2026-01-01", "", 1),
        ([given("a", 1, "2026-01-01")], "2026-02-01", "", 2),
        ([given("a", 1, "2026-01-01"), given("b", 3, "2026-01-01")], "2026-02-01", "", 2),
        ([given("a", 1, "2025-01-01", "2025-02-01")], "2026-01-31", "", 2),  # a year is not over
        ([given("a", 1, "2025-01-01", "2025-02-01")], "2026-02-01", "", 1),
        ([given("a", 1, "2026-05-01")], "2025-01-01", "2025-02-01", 1),  # long over before that one began
        ([given("a", 1, "2026-01-01", to="another")], "2026-02-01", "", 1),
        ([given("home", 1, "2025-06-01", "2025-07-01")], "2026-01-01", "", 1),  # its own again
    ],
)
def test_the_next_number_is_the_lowest_that_was_not_hers_for_a_year(
    listed: list[Listed], since: str, until: str, free: int
):
    assert next_free(taken(listed, "her", "home", period(since, until))) == free


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (given("b", 1, "2026-02-01"), True),
        (given("b", 1, "2026-12-31"), True),  # within a year of its end
        (given("b", 1, "2027-03-01"), False),
        (given("b", 2, "2026-02-01"), False),
        (given("b", 1, "2026-02-01", to="another"), False),
        (given("a", 1, "2026-02-01"), False),  # the same home twice misleads nobody
    ],
)
def test_one_number_for_two_homes_at_once_or_within_a_year_is_found(other: Listed, found: bool):
    first = given("a", 1, "2026-01-01", "2026-03-01")
    assert doubled([first, other]) == ({first.id, other.id} if found else set())


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (period("2026-01-01"), period("2026-02-01"), True),
        (period(""), period("", "2020-01-01"), True),
        (period("2026-01-01", "2026-02-01"), period("2026-02-01"), False),
        (period("2026-01-01", "2026-02-01"), period("2026-01-31", "2026-01-31"), False),  # ended as it began
    ],
)
def test_two_periods_meet_where_a_day_belongs_to_both(one: Period, other: Period, together: bool):
    assert meet(one, other) is meet(other, one) is together


@pytest.mark.parametrize("number", [1, 14, 120, 9999])
def test_a_list_number_carries_a_check_digit_that_notices_a_slip(number: int):
    written = list_number(number)
    assert read_list_number(f" 0{written} ".replace("-", " ")) == read_list_number(written) == number
    wrong = [f"{number}-{digit}" for digit in range(10) if f"{number}-{digit}" != written]
    assert [read_list_number(each) for each in wrong] == [None] * 9
    assert all(map(is_list_number, wrong))


@pytest.mark.parametrize("other", ["", "14", "HH-014-5", "0198c2f1e7a07b3e9d4a5c", "12345-1"])
def test_what_is_no_list_number_is_not_taken_for_one(other: str):
    assert not is_list_number(other)
    assert read_list_number(other) is None
