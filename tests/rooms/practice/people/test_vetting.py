"""Current, due or unknown, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.people.vetting import Status, Vetted, status
from caregiver_desk.records.people.people import VETTING, Check, Result

TODAY = date(2026, 6, 15)
POLICE, REGISTER = Check.POLICE, Check.CHILD_REGISTER_OWN


def vetted(sort: Check, submitted: str, result: Result, due: str = "") -> Vetted:
    return Vetted(sort, date.fromisoformat(submitted), result, date.fromisoformat(due) if due else None)


@pytest.mark.parametrize(
    ("checks", "stands"),
    [
        ([], Status.UNKNOWN),
        ([vetted(POLICE, "2026-07-01", Result.CLEARED)], Status.UNKNOWN),  # not yet on this day
        ([vetted(POLICE, "2025-01-10", Result.CLEARED)], Status.CURRENT),
        ([vetted(POLICE, "2024-06-15", Result.CLEARED)], Status.DUE),  # two years to the day
        ([vetted(POLICE, "2024-06-16", Result.CLEARED)], Status.CURRENT),
        ([vetted(POLICE, "2026-01-10", Result.CLEARED, "2026-06-15")], Status.DUE),
        ([vetted(POLICE, "2020-01-10", Result.CLEARED, "2026-06-16")], Status.CURRENT),
        ([vetted(POLICE, "2026-01-10", Result.PENDING)], Status.UNKNOWN),
        ([vetted(POLICE, "2026-01-10", Result.NOT_CLEARED)], Status.UNKNOWN),
        ([vetted(POLICE, "2026-01-10", Result.UNKNOWN)], Status.UNKNOWN),
        ([vetted(POLICE, "2025-01-10", Result.CLEARED), vetted(POLICE, "2026-06-01", Result.PENDING)], Status.CURRENT),
        ([vetted(POLICE, "2025-01-10", Result.CLEARED), vetted(POLICE, "2026-06-01", Result.NOT_CLEARED)], "unknown"),
        ([vetted(POLICE, "2025-01-10", Result.CLEARED), vetted(REGISTER, "2026-06-01", Result.PENDING)], "unknown"),
        ([vetted(POLICE, "2025-01-10", Result.CLEARED), vetted(REGISTER, "2023-06-01", Result.CLEARED)], Status.DUE),
    ],
)
def test_she_is_as_well_vetted_as_her_weakest_check(checks: list[Vetted], stands: Status):
    assert status(checks, TODAY) == stands
    assert status(reversed(checks), TODAY) == stands


def test_no_vetting_has_room_for_a_reason():
    assert not [name for name, field in VETTING.fields.items() if field.base is str and not field.shown.refers]
