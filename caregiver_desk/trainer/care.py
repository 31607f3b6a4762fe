"""What somebody should know before the hard weeks of the story: said before they are told, never after."""

from __future__ import annotations

from caregiver_desk.wording import later, say

_HARD = {
    9: later("in week 9 a child dies after an illness"),
    14: later("in week 14 a girl tells of harm"),
    23: later("in week 23 a colleague dies"),
}


def warning(week: int) -> str:
    """Which hard weeks a story holds that is told up to this one; nothing where it holds none."""
    told = [say(words) for hard, words in _HARD.items() if hard <= week]
    return say("Before you begin: {what}. Nothing is told in detail.", what="; ".join(told)) if told else ""
