"""What comes first where a caregiver is in danger: what to do, whom to ring, and what is offered by it.

Data (`resources/practice/danger.toml`). It is shown before anything is saved, and it holds nothing up.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any

from caregiver_desk.records.visits.referrals import ServiceKind
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode
from caregiver_desk.wording import RESOURCES, say


def first_steps(dangers: Iterable[str]) -> tuple[str, ...]:
    """What to do, the gravest first."""
    return tuple(say(_told()[each]["words"]) for each in _in_order(dangers))


def rings(dangers: Iterable[str]) -> tuple[ServiceKind, ...]:
    """Which services help, the nearest first, each once."""
    found = (ServiceKind(sort) for each in _in_order(dangers) for sort in _told()[each]["rings"])
    return tuple(dict.fromkeys(found))


def offers(dangers: Iterable[str]) -> tuple[FollowUpCode, ...]:
    """What is offered with it on the same day."""
    return tuple(dict.fromkeys(FollowUpCode(_told()[each]["offers"]) for each in _in_order(dangers)))


def _in_order(dangers: Iterable[str]) -> list[Danger]:
    named = set(dangers)
    return [each for each in Danger if each in named]


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "danger.toml").read_text(encoding="utf-8"))
