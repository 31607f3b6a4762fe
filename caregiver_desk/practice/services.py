"""The directory: the numbers that the whole country shares, and whether an entry can still be trusted.

Numbers change, and an old one fails when it is needed.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any

from caregiver_desk.practice.days import months_after
from caregiver_desk.wording import RESOURCES

GROWS_OLD = 6  # months


def to_check(verified: date | None, day: date) -> bool:
    """Whether somebody should ring this number before it is given to anyone."""
    return verified is None or day > months_after(verified, GROWS_OLD)


@cache
def national() -> tuple[dict[str, Any], ...]:
    """What `resources/practice/services.toml` says: the fields of a service for each."""
    told = tomllib.loads((RESOURCES / "practice" / "services.toml").read_text(encoding="utf-8"))
    return tuple(told["national"])
