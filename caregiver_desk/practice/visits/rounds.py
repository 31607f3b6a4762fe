"""A round that somebody makes alone: hours as people write them, and whether she should be back by now."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from enum import Enum

_HOUR = re.compile(r"([01]?\d|2[0-3])(?:[:.h]([0-5]\d)?)?")


class Out(Enum):
    """Where a plan stands at a moment."""

    EXPECTED = "on the way"
    LATE = "not back yet"
    ACT = "no word: act now"


def hour(written: str) -> time | None:
    """An hour as somebody writes it: 16, 16:00, 16.30, 16h; nothing where it is none."""
    found = _HOUR.fullmatch(written.strip().casefold())
    return time(int(found[1]), int(found[2] or 0)) if found else None


def stands(day: date, back_by: str, act_by: str, now: datetime) -> Out:
    """Nobody is late before the hour that was agreed, and nobody waits beyond the second."""
    if _over(day, act_by, now):
        return Out.ACT
    return Out.LATE if _over(day, back_by, now) else Out.EXPECTED


def _over(day: date, written: str, now: datetime) -> bool:
    at = hour(written) if written else None
    return at is not None and now >= datetime.combine(day, at)
