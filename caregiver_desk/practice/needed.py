"""Which rule, report or duty needs a field that must be filled in.

Decision. Time spent on paper is taken from people, so nothing is demanded without a need that can be named. The needs
stand apart from the declarations, in `resources/practice/needed.toml`: a new demand has to be justified in a second
place, and a test refuses one that is not.
"""

from __future__ import annotations

import tomllib
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field
from caregiver_desk.wording import RESOURCES, later, say


class NeedSort(StrEnum):
    RULE = later("rule")
    REPORT = later("report")
    DUTY = later("duty")


class Need(NamedTuple):
    sort: NeedSort
    words: str


def need_of(kind: str, field: str) -> Need | None:
    """What needs it; None of a field that may be left empty."""
    name = told()["fields"].get(kind, {}).get(field)
    if name is None:
        return None
    need = told()["needs"][name]
    return Need(NeedSort(need["sort"]), say(need["words"]))


def need_of_field(field: Field) -> Need | None:
    """The same of a field whose kind is not at hand."""
    kinds = [kind.name for kind in KINDS.values() if kind.fields.get(field.name) == field]
    return next((need for kind in kinds if (need := need_of(kind, field.name))), None)


@cache
def told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "needed.toml").read_text(encoding="utf-8"))
