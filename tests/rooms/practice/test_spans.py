"""The days that somebody means."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.spans import span


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
