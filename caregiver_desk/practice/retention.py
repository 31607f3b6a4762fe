"""How long records are kept: rules as data, suggestions that a site confirms, and when the time of a record ends.

Nothing is removed by a rule. It only says what is to be looked at.
"""

from __future__ import annotations

import tomllib
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.wording import RESOURCES, later

ONLY_REVIEWED = frozenset({"concern", "worker_concern"})  # whatever the rules say


class Starts(StrEnum):
    """From when the months are counted."""

    LEAVING = "leaving"
    PLAN_ENDED = "plan ended"
    OWN_DAY = "own day"


class Action(StrEnum):
    DELETE = "delete"
    DE_IDENTIFY = "de-identify"  # removed in the same way; how many there were stays (see remaining)
    REVIEW = "review"


REMOVES = frozenset({Action.DELETE, Action.DE_IDENTIFY})


SINCE = {
    Starts.LEAVING: later("left on {day}"),
    Starts.PLAN_ENDED: later("support ended on {day}"),
    Starts.OWN_DAY: later("of {day}"),
}
COUNTED = {
    Starts.LEAVING: later("{months} months after somebody left"),
    Starts.PLAN_ENDED: later("{months} months after support ended"),
    Starts.OWN_DAY: later("{months} months after its day"),
}
NOT_CONFIRMED = later("suggested, not yet confirmed by your organisation")
SUGGESTED = later("Some times are only suggested. Nothing goes by them until your organisation says yes.")


class Rule(NamedTuple):
    """Records of a kind are looked at so many months after this."""

    kind: str
    starts: Starts
    months: int
    action: Action
    once: tuple[str, ...] = ()  # the states in which its time runs out; empty where it has none or all do

    def ends(self, start: date) -> date:
        """The day on which their time ends."""
        return months_after(start, self.months)


@cache
def rules() -> tuple[Rule, ...]:
    """What `resources/practice/retention.toml` says."""
    told = tomllib.loads((RESOURCES / "practice" / "retention.toml").read_text(encoding="utf-8"))
    return tuple(map(_rule, told["rule"]))


def _rule(told: dict[str, str]) -> Rule:
    action = Action.REVIEW if told["kind"] in ONLY_REVIEWED else Action(told["action"])
    return Rule(told["kind"], Starts(told["starts"]), int(told["months"]), action, tuple(told.get("once", ())))
