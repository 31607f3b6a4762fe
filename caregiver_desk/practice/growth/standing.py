"""How an entry of a shelf stands: whether it is under way, and which of its days comes next.

Decision. Both follow from what a kind declares. Whatever has a day on which it ends is under way until then; where
something else says so, such as a state, that alone counts, and stands in `resources/practice/shelves.toml`. A kind that
says neither, such as thanks, is never under way: nothing of it waits for anybody. The day that comes next is the
earliest of the days that lie ahead by their name; of what is over none does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from caregiver_desk.records.record import Kind
from caregiver_desk.wording import RESOURCES

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


@cache
def _told() -> Mapping[str, Mapping[str, Any]]:
    told = tomllib.loads((RESOURCES / "practice" / "shelves.toml").read_text(encoding="utf-8"))
    over: Mapping[str, Mapping[str, Any]] = told.get("over", {})
    return over


def goes_on(kind: Kind) -> bool:
    """Whether entries of this kind can be under way at all."""
    return kind.name in _told() or ENDS in kind.fields


def asked_of(kind: Kind) -> tuple[str, ...]:
    """The fields by which is known how an entry stands."""
    return tuple(dict.fromkeys(name for name in (*_told().get(kind.name, ()), *AHEAD) if name in kind.fields))


def is_under_way(kind: Kind, values: Mapping[str, Any], today: date) -> bool:
    """The day of its end is the first on which it is over."""
    if not goes_on(kind):
        return False
    ended = values.get(ENDS)
    if ended and str(ended) <= today.isoformat():
        return False
    return not any(
        _says_over(kind, name, values.get(name), meant) for name, meant in _told().get(kind.name, {}).items()
    )


def _says_over(kind: Kind, name: str, stored: Any, meant: Any) -> bool:
    """A field that is left as it begins is not stored; it says what its declaration does."""
    if stored is None:
        stored = kind.draft.model_fields[name].get_default()
    return bool(stored) if meant is True else stored in meant


def next_day(kind: Kind, values: Mapping[str, Any], today: date) -> str:
    """The day of something under way that comes next, or has passed and was not seen to; empty where there is none."""
    if not is_under_way(kind, values, today):
        return ""
    return min((str(values[name]) for name in AHEAD if name in kind.fields and values.get(name)), default="")
