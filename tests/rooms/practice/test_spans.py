"""The days that somebody means."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.spans import Grain, Span, called, latest, span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2026-01-01", "2026-03-31"),
        ("2026q4", "2026-10-01", "2026-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-02-14", "2026-02-14", "2026-02-14"),
        ("2026-02-01..2026-03-15", "2026-02-01", "2026-03-15"),
        ("2026-02..2026-Q2", "2026-02-01", "2026-06-30"),
    ],
)
def test_days_are_named_as_people_name_them(text: str, first: str, last: str):
    assert span(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "soon", "2026-13", "2026-Q5", "2026-02-30", "2026-03..2026-02", "2026-02..", "26"]
)
def test_what_names_no_days_is_refused(text: str):
    with pytest.raises(ValueError, match="names no days"):
        span(text)


@pytest.mark.parametrize(
    ("grain", "names"),
    [
        (Grain.MONTH, ["2026-01", "2025-12", "2025-11"]),
        (Grain.QUARTER, ["2026-Q1", "2025-Q4", "2025-Q3"]),
        (Grain.YEAR, ["2026", "2025", "2024"]),
    ],
)
def test_the_latest_are_told_from_the_newest_back_over_the_turn_of_a_year(grain: Grain, names: list[str]):
    assert [called(each) for each in latest(grain, date(2026, 1, 31), 3)] == names


@pytest.mark.parametrize("text", ["2026", "2026-Q3", "2028-02", "2026-02-01..2026-03-15"])
def test_days_are_written_as_they_are_named(text: str):
    assert called(span(text)) == text


def test_a_single_day_is_written_so_that_it_can_be_read_again():
    day = span("2026-02-14")
    assert span(called(day)) == Span(*day)
