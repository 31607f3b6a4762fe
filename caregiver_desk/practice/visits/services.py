"""The directory: the numbers that the whole country shares, and whether an entry can still be trusted.

Numbers change, and an old one fails when it is needed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.days import months_after
from caregiver_desk.records.visits.referrals import ServiceKind
from caregiver_desk.wording import RESOURCES

GROWS_OLD = 6  # months


class Number(NamedTuple):
    """Whom to ring. `old` where nobody has verified it for long."""

    name: str
    phone: str
    old: bool


def to_ring(entered: Iterable[Mapping[str, Any]], sorts: Sequence[ServiceKind], day: date) -> tuple[Number, ...]:
    """Of these sorts those that were entered here and those that the whole country shares, each number once."""
    found: dict[str, Number] = {}
    for each in sorted((*entered, *national()), key=lambda told: _rung(told, sorts)):
        phone = str(each["phone"] or "")
        if phone and each["sort"] in sorts:
            digits = "".join(sign for sign in phone if sign.isdigit())
            found.setdefault(digits, Number(each["name"], phone, to_check(each["verified"], day)))
    return tuple(found.values())


def _rung(told: Mapping[str, Any], sorts: Sequence[ServiceKind]) -> int:
    return sorts.index(ServiceKind(str(told["sort"]))) if told["sort"] in sorts else len(sorts)


def to_check(verified: date | None, day: date) -> bool:
    """Whether somebody should ring this number before it is given to anyone."""
    return verified is None or day > months_after(verified, GROWS_OLD)


@cache
def national() -> tuple[dict[str, Any], ...]:
    """What `resources/practice/services.toml` says: the fields of a service for each."""
    told = tomllib.loads((RESOURCES / "practice" / "services.toml").read_text(encoding="utf-8"))
    return tuple(told["national"])
