"""What somebody should know before the hard weeks of the story: said before they are told, never after."""

from __future__ import annotations

from caregiver_desk.wording import later, say

_HARD = {
    9: (later("Week 9 · a child dies after an illness"), later("in week 9 a child dies after an illness")),
    14: (later("Week 14 · a girl tells of harm"), later("in week 14 a girl tells of harm")),
    23: (later("Week 23 · a colleague dies"), later("in week 23 a colleague dies")),
}


def called(week: int) -> str:
    """A week as it stands in a list, with what is hard in it."""
    return say(_HARD[week][0]) if week in _HARD else say("Week {week}", week=week)


def warning(week: int) -> str:
    """Which hard weeks a story holds that is told up to this one; nothing where it holds none."""
    told = [say(words) for hard, (_, words) in _HARD.items() if hard <= week]
    return say("Before you begin: {what}. Nothing is told in detail.", what="; ".join(told)) if told else ""
