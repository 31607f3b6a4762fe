"""What was kept long enough, how long it is kept and who said so, and what numbers stayed, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from caregiver_desk.acts.remaining import Sum
from caregiver_desk.acts.retention import Due
from caregiver_desk.acts.times import Time
from caregiver_desk.practice.retention import COUNTED, NOT_CONFIRMED, SINCE, Action
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.wording import capital, full_day, say


def how_many(each: Due) -> str:
    """312 visits."""
    kind, number = KINDS[each.kind], len(each.ids)
    return say("{number} {what}", number=number, what=say(kind.label if number == 1 else kind.plural))


def why(each: Due) -> str:
    """From when its time ran, when it ended, and whether anybody confirmed that time."""
    since = say(SINCE[each.starts], day=full_day(each.start))
    told = say("{since}; kept until {day}", since=since, day=full_day(each.ended))
    return told if each.confirmed else f"{told} ({say(NOT_CONFIRMED)})"


def whose(each: Due, called: Mapping[str, str]) -> str:
    if not each.person:
        return say("nobody by name")
    return called.get(each.person) or say("somebody whose name this book does not know")


def in_words(each: Due, called: Mapping[str, str]) -> str:
    """All of it in a line."""
    review = [say("to be looked at, not removed")] if each.action is Action.REVIEW else []
    return "  ".join([whose(each, called), how_many(each), why(each), *review])


def as_long_as(kind: str, times: Iterable[Time]) -> str:
    """How long records of a kind are kept and what then, in a sentence; a part goes with what it is part of."""
    told = {time.rule.kind: time for time in times}
    time = told.get(kind) or told.get(_whole(kind))
    if time is None:
        return say("No time ends it. It stays until somebody takes it out, or asks that it is erased.")
    known = "" if time.day else " " + say("This time is only suggested so far.")
    return say("{long}; then {what}.", long=how_long(time).capitalize(), what=what_then(time)) + known


def _whole(kind: str) -> str:
    declared = KINDS[kind]
    return declared.fields[declared.home].shown.refers if declared.part else ""


def what_kept(kind: str) -> str:
    """Visits. Of a kind that this program does not know yet, its name."""
    words = say(KINDS[kind].plural if kind in KINDS else kind)
    return capital(words)


def how_long(time: Time) -> str:
    """36 months after somebody left."""
    return say(COUNTED[time.rule.starts], months=time.rule.months)


def what_then(time: Time) -> str:
    """What becomes of them."""
    told = {
        Action.DELETE: say("nothing stays"),
        Action.DE_IDENTIFY: say("only their number is kept"),
        Action.REVIEW: say("looked through, not removed"),
    }
    return told[time.rule.action]


def who_confirmed(time: Time, called: Mapping[str, str]) -> str:
    """Who said that this time holds, when and why; or that nobody has."""
    if time.day is None:
        return say(NOT_CONFIRMED)
    by = called.get(time.by) or say("somebody whose name this book does not know")
    told = say("confirmed on {day} by {who}", day=full_day(time.day), who=by)
    return say("{told}: {reason}", told=told, reason=time.reason) if time.reason else told


def in_months(each: Sum, called: Mapping[str, str]) -> str:
    """How many there ever were, of a team, in a time: here, removed, together."""
    team = called.get(each.team) or say("no team")
    when = each.period or say("no told time")
    figures = say(
        "{here} here, {removed} removed, {both} in all",
        here=each.here,
        removed=each.removed,
        both=each.here + each.removed,
    )
    return "  ".join([what_kept(each.what), team, when, figures])
