"""From one day to another: the last day is the first on which it no longer holds, and either may be open."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    since: date | None
    until: date | None

    @property
    def is_inverted(self) -> bool:
        """Whether it ends before it begins. One that ends on its first day holds on none, and is no mistake."""
        return self.since is not None and self.until is not None and self.until < self.since

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def meet(one: Period, other: Period) -> bool:
    """Whether there is a day on which both hold."""
    since = max(one.since or date.min, other.since or date.min)
    return since < min(one.until or date.max, other.until or date.max)
