"""What is asked at a check-in of each type: a short call asks three things, and no more."""

from __future__ import annotations

from caregiver_desk.records.supervision import CheckInType

_SHORT = ("how_are_you", "urgent", "the_work")
_WHOLE = (
    "how_are_you",
    "the_work",
    "situation",
    "learning",
    "organisation",
    "boundaries",
    "went_well",
    "her_words",
)


def asks(sort: CheckInType) -> tuple[str, ...]:
    """The words that a talk of this type asks for, in order."""
    return _SHORT if sort == CheckInType.BRIEF else _WHOLE
