"""How an entry of a shelf stands: whether it is under way, and which of its days comes next.

Decision. Both follow from what a kind declares (see records/course). Whatever has a day on which it ends is under way
until then; where something else says that it is over, such as a state, that alone counts. A kind that says neither,
such as thanks, is never under way: nothing of it waits for anybody. The day that comes next is the earliest of the days
that lie ahead by their name; of what is over none does. The store puts entries in order by the same rule
(store/courses), since a long shelf is never read whole.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from caregiver_desk.records.course import ENDS, days_ahead, goes_on
from caregiver_desk.records.record import Kind


def is_under_way(kind: Kind, values: Mapping[str, Any], today: date) -> bool:
    """The day of its end is the first on which it is over."""
    if not goes_on(kind):
        return False
    ended = values.get(ENDS)
    if ended and str(ended) <= today.isoformat():
        return False
    return not any(_says_over(kind, name, values.get(name), meant) for name, meant in kind.over.items())


def _says_over(kind: Kind, name: str, stored: Any, meant: Collection[str]) -> bool:
    """A field that is left as it begins is not stored; it says what its declaration does."""
    if stored is None:
        stored = kind.draft.model_fields[name].get_default()
    return stored in meant if meant else bool(stored)


def next_day(kind: Kind, values: Mapping[str, Any], today: date) -> str:
    """The day of something under way that comes next, or has passed and was not seen to; empty where there is none."""
    if not is_under_way(kind, values, today):
        return ""
    return min((str(values[name]) for name in days_ahead(kind) if values.get(name)), default="")
