"""How a record stands in its course, as its kind declares it: what says that it is over, and what lies ahead of it.

Decision. Whatever has a day on which it ends goes on until then; where something else says that it is over, such as a
state, the kind declares it (`Kind.over`). It stands here, below store and practice, because the store puts what goes on
in order and practice says what it means.
"""

from __future__ import annotations

from caregiver_desk.records.record import Kind

ENDS = "until"
AHEAD = (
    "due",
    "review_on",
    "target",
    "target_on",
    "next_day",
    "reply_by",
    ENDS,
)  # what a day that lies ahead is called


def goes_on(kind: Kind) -> bool:
    """Whether records of this kind can be under way at all."""
    return bool(kind.over) or ENDS in kind.fields


def days_ahead(kind: Kind) -> tuple[str, ...]:
    """Its days that lie ahead, by the names of their fields."""
    return tuple(name for name in AHEAD if name in kind.fields)
