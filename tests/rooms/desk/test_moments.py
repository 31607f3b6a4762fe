"""When something happened, as one says it; what could be two days is asked."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.desk.parts.moments import moment_meant

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("now", ([MONDAY], "10:15")),
        ("14:00", ([MONDAY], "14:00")),
        ("yesterday 14:00", ([date(2026, 3, 1)], "14:00")),
        ("fri at 9", ([date(2026, 2, 27)], "09:00")),
        ("fri 9h", ([date(2026, 2, 27)], "09:00")),
        ("3 feb", ([date(2026, 2, 3)], "")),
        ("1 mar 8:30", ([date(2026, 3, 1)], "08:30")),
        ("1/3 8:30", ([date(2026, 3, 1), date(2026, 1, 3)], "08:30")),
        ("fri at 25", ([], "")),
        ("some time ago", ([], "")),
    ],
)
def test_a_moment_is_meant_as_one_says_it(typed: str, meant: tuple[list[date], str]):
    assert moment_meant(typed, MONDAY, "10:15") == meant
