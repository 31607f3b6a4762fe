"""What a record holds, as a person says it: the words of a code, a day in full, a figure with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records import worded
from caregiver_desk.records.record import Field
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode
from caregiver_desk.wording import full_day, later, say

Names = Mapping[str, str]

_WORDS = {
    "PromiseOwner": {
        "supervisor": later("Supervisor"),
        "caregiver": later("Caregiver"),
        "coordinator": later("Coordinator"),
        "organisation": later("Organisation"),
    },
    "Purpose": {"exit": later("last visit")},
    "SaidBy": {"herself": later("the caregiver")},
    "Ended": {"she left": later("they left"), "she died": later("they died")},
    "PlanEnd": {"she left": later("they left"), "she ended it": later("they ended it")},
    "Check": {"child protection register, asked by her": later("child protection register, asked by them")},
}
SEVERITY = (
    later("0 not a problem"),
    later("1 noticeable, I manage"),
    later("2 weighs on me some days"),
    later("3 sleep, health, home or work suffer"),
    later("4 I cannot carry on"),
)


def words(code: StrEnum, version: str | None = None) -> str:
    """What a code is called; a code without words of its own says its value."""
    if isinstance(code, StressorCode | FollowUpCode):
        return taxonomy.words(code, version)
    return say(_WORDS.get(type(code).__name__, {}).get(str(code), str(code)))


def worded_in(values: Mapping[str, Any]) -> str:
    """The version in whose words a record with these values was written; empty for the shipped ones."""
    return str(values.get(worded.FIELD) or "")


def value(field: Field, stored: Any, names: Names, version: str | None = None) -> str:
    """A stored value as a person reads it: in the words of the `version` that its record was written in, or today's."""
    if stored is None or stored == "":
        return ""
    if field.shown.refers:
        return names.get(str(stored), say("not known here"))
    if field.many or field.choices:
        return ", ".join(_code(field, each, version) for each in (sorted(stored) if field.many else [str(stored)]))
    return _plain(field, stored)


def _plain(field: Field, stored: Any) -> str:
    if field.base is bool:
        return say("yes") if stored else say("no")
    if field.base is date:
        return full_day(date.fromisoformat(str(stored)))
    unit = _unit(field)
    return say("{value} {unit}", value=stored, unit=unit) if unit else _on_its_scale(field, str(stored))


def _on_its_scale(field: Field, stored: str) -> str:
    """What a figure means, where its unit names every figure: “3 weekly” would read as thrice a week."""
    steps = dict(step.split(" ", 1) for step in say(field.shown.unit).split(", ")) if names_every_step(field) else {}
    return steps.get(stored, stored)


def names_every_step(field: Field) -> bool:
    """Whether the unit of a figure says what each of them means: 1 monthly, 2 every two weeks, 3 weekly."""
    steps = field.shown.unit.split(", ")
    return len(steps) > 1 and all(step[:1].isdigit() for step in steps)


def _unit(field: Field) -> str:
    return say(field.shown.unit) if field.shown.unit and " " not in field.shown.unit else ""


def _code(field: Field, stored: str, version: str | None) -> str:
    """A code that this program does not know yet is shown as it came."""
    try:
        return words(field.choices(stored), version) if field.choices else stored
    except ValueError:
        return stored
