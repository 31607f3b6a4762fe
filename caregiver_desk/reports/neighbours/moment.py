"""When a file was written."""

from __future__ import annotations

from datetime import UTC, datetime, time

from caregiver_desk import clock


def stamp() -> datetime:
    """Now, in UTC; where nobody knows what time it is, the beginning of the last day that is sure."""
    moment = clock.now()
    return datetime.fromtimestamp(moment, tz=UTC) if moment else datetime.combine(clock.today(), time(), UTC)
