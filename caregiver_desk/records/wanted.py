"""What a field wants, in words: the reason we give when a value does not fit.

The words come from the declaration, so they say what would be right instead of what went wrong in a library's English.
They never quote what was given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sized
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin

from caregiver_desk.records.record import KINDS, Field, without_none
from caregiver_desk.records.shapes import LONGEST_TEXT
from caregiver_desk.wording import later, say

_FEW = 12  # longer lists of codes are not told in full
_SORTS = {
    date: later("a date like 2026-03-02"),
    bool: later("yes or no"),
    int: later("a whole number"),
    str: later("words"),
    Path: later("the name of a file"),
    list: later("a list"),
    dict: later("names, each with its value"),
}


def wanted(declared: Field) -> str:
    """What this field takes."""
    if declared.choices:
        told = _some_of(declared) if declared.many else _one_of(declared.choices)
        return _with_the_rest(told, declared.choices, declared.name)
    if declared.shown.refers:
        return say("the id of a {kind}", kind=say(KINDS[declared.shown.refers].label))
    if declared.shown.past:
        return say("a date like 2026-03-02 that has come")
    if declared.base is int and declared.least is not None and declared.most is not None:
        return _between(declared.least, declared.most, declared.shown.unit)
    if declared.base is str:
        return say("words, at most {most} letters", most=declared.most or LONGEST_TEXT)
    return wanted_as(declared.base)


def wanted_as(annotation: Any, name: str = "") -> str:
    """What a value of this type is: for what an act asks under this name that is no field of a record."""
    sort = without_none(annotation)
    if isinstance(sort, type) and issubclass(sort, StrEnum):
        return _with_the_rest(_one_of(sort), sort, name)
    inner = [each for each in get_args(sort) if isinstance(each, type) and issubclass(each, StrEnum)]
    if inner:
        return _with_the_rest(say("each of them one of {codes}", codes=_listed(inner[0])), inner[0], name)
    return say(_SORTS.get(get_origin(sort) or sort, "words, a whole number, yes, no or nothing"))


def _between(least: int, most: int, unit: str) -> str:
    if not unit:
        return say("a whole number between {least} and {most}", least=least, most=most)
    return say("a whole number between {least} and {most} ({unit})", least=least, most=most, unit=say(unit))


def _one_of(codes: type[StrEnum]) -> str:
    return say("one of {codes}", codes=_listed(codes))


def _some_of(declared: Field) -> str:
    codes = _listed(declared.choices or ())
    if declared.least is None or declared.most is None:
        return say("any of {codes}", codes=codes)
    return say("from {least} to {most} of {codes}", least=declared.least, most=declared.most, codes=codes)


def is_long(declared: Field) -> bool:
    """Whether it has more codes than are told in a sentence."""
    return bool(declared.choices) and len(declared.choices or ()) > _FEW


def _with_the_rest(told: str, codes: Sized, name: str) -> str:
    """Where not all of them are told, how to read them all, if a field of this name tells them."""
    if not any(name in kind.fields for kind in KINDS.values()):
        return told
    more = say("{told} (`why {field}` tells them all)", told=told, field=name)
    return more if len(codes) > _FEW else told


def _listed(codes: Iterable[StrEnum]) -> str:
    *first, last = map(str, codes)
    told = [*first, last] if len(first) < _FEW else [*first[:_FEW], "…", last]
    return ("; " if any("," in each for each in told) else ", ").join(told)
