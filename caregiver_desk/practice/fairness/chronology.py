"""What may stand in a chronology, and what is said of an entry: written late, changed since.

Decision. An allow-list (`resources/practice/chronology.toml`) of kinds and of their fields. What is not on it is not
offered and is refused by the act; where a bundle brings such an entry all the same, it is a finding and shows nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.spoken import value
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.wording import RESOURCES, say

Values = Mapping[str, tuple[str, ...]]  # by field, those that may be linked


class Offer(NamedTuple):
    """The fields of a kind that may be copied, and which values decide whether a record of it may be linked at all.

    `of` are those of records that it points at, by field.
    """

    kind: str
    called: str
    fields: tuple[str, ...]
    only: Values
    of: Mapping[str, Values]
    dated: str = ""


@cache
def offers() -> Mapping[str, Offer]:
    """By kind, in the order in which they are offered."""
    return {each["kind"]: _offer(each) for each in _told()["offered"]}


def _offer(told: Mapping[str, Any]) -> Offer:
    of = {name: _values(those) for name, those in told.get("of", {}).items()}
    only, called = _values(told.get("only", {})), told.get("called", "")
    return Offer(told["kind"], called, tuple(told["fields"]), only, of, told.get("dated", ""))


def _values(told: Mapping[str, list[str]]) -> Values:
    return {name: tuple(those) for name, those in told.items()}


def may_stand(kind: str, values: Mapping[str, Any], of: Mapping[str, Mapping[str, Any]]) -> bool:
    """Whether a record that says this may be linked from a chronology; `of` says what it points at, by field."""
    offer = offers().get(kind)
    return (
        offer is not None
        and _admits(offer.only, values)
        and all(_admits(those, of.get(name, {})) for name, those in offer.of.items())
    )


def _admits(only: Values, values: Mapping[str, Any]) -> bool:
    return all(str(values.get(name)) in those for name, those in only.items())


def as_it_stands(kind: str, values: Mapping[str, Any]) -> str:
    """The words of a record that a chronology copies: a line a field, only of those that may be copied."""
    fields = KINDS[kind].fields
    told = [name for name in offers()[kind].fields if values.get(name) not in (None, "", frozenset())]
    said = ((say(fields[name].label), value(fields[name], values[name], {})) for name in told)
    return "\n".join(say("{label}: {words}", label=label, words=words) for label, words in said)


def fact_of(kind: str, values: Mapping[str, Any]) -> str:
    """The same in one line without its days, for a fact stands under its own: “check-in: one-to-one, held”."""
    fields = KINDS[kind].fields
    told = [name for name in offers()[kind].fields if fields[name].base is not date and fields[name].base is not bool]
    said = [value(fields[name], values[name], {}) for name in told if values.get(name) not in (None, "", frozenset())]
    what = say(offers()[kind].called or KINDS[kind].label)
    return say("{what}: {words}", what=what, words=", ".join(said)) if said else what


def is_late(day: date, recorded: date | None) -> bool:
    """Whether it was written so long after that the reader is told."""
    return recorded is not None and recorded - day > timedelta(_told()["late_after"])


def added_later(day: date | None, written: date | None, reviews: Iterable[date]) -> bool:
    """Whether a note was added after a review that it belongs to: of several, one after the day that it tells of."""
    return written is not None and any((day or each) <= each < written for each in reviews)


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "chronology.toml").read_text(encoding="utf-8"))
