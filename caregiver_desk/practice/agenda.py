"""What is asked at a check-in of each type: a short call asks three things, and no more.

Each is asked in a few plain words of our own, which stand where nothing is written yet.
"""

from __future__ import annotations

from caregiver_desk.records.supervision import CheckInType
from caregiver_desk.wording import later

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

PROMPTS = {
    "how_are_you": later("Sleep, home, what is heavy, what is good"),
    "urgent": later("What cannot wait for the next talk"),
    "the_work": later("Homes, load, what is hard or unsafe"),
    "situation": later("What happened, what it was like, what to try"),
    "learning": later("What they want to get better at"),
    "organisation": later("What only others can change"),
    "boundaries": later("Where they stop, and what keeps them safe"),
    "went_well": later("Good work that should be said aloud"),
    "her_words": later("As they say it, also where they see it otherwise"),
}


def asks(sort: CheckInType) -> tuple[str, ...]:
    """The words that a talk of this type asks for, in order."""
    return _SHORT if sort == CheckInType.BRIEF else _WHOLE
