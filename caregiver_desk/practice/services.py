"""Whether an entry of the directory can still be trusted: numbers change, and an old one fails when it is needed."""

from __future__ import annotations

from datetime import date

from caregiver_desk.practice.days import months_after

GROWS_OLD = 6  # months


def to_check(verified: date | None, day: date) -> bool:
    """Whether somebody should ring this number before it is given to anyone."""
    return verified is None or day > months_after(verified, GROWS_OLD)
