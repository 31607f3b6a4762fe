"""What was kept long enough, in words."""

from __future__ import annotations

from collections.abc import Mapping

from caregiver_desk.acts.retention import Due
from caregiver_desk.practice.retention import SINCE, Action
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.wording import full_day, say


def how_many(each: Due) -> str:
    """312 visits."""
    kind, number = KINDS[each.kind], len(each.ids)
    return say("{number} {what}", number=number, what=say(kind.label if number == 1 else kind.plural))


def why(each: Due) -> str:
    """From when its time ran, and when it ended."""
    since = say(SINCE[each.starts], day=full_day(each.start))
    return say("{since}; kept until {day}", since=since, day=full_day(each.ended))


def whose(each: Due, called: Mapping[str, str]) -> str:
    return called.get(each.person) or say("somebody whose name this book does not know")


def in_words(each: Due, called: Mapping[str, str]) -> str:
    """All of it in a line."""
    review = [say("to be looked at, not removed")] if each.action is Action.REVIEW else []
    return "  ".join([whose(each, called), how_many(each), why(each), *review])
