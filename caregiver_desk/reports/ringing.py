"""Whom to ring: the site's numbers that help at once, the country's, and a card of them for a bag or a wall.

What may stand where no passphrase was asked for is less: no name, for that may be a person's, and only what somebody
verified lately.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.practice import services
from caregiver_desk.practice.concerns import facts_to_note
from caregiver_desk.records.referrals import ServiceKind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say

RUNG = (
    ServiceKind.POLICE,
    ServiceKind.CHILD_PROTECTION,
    ServiceKind.SOCIAL_WORK,
    ServiceKind.AFTER_VIOLENCE,
    ServiceKind.CLINIC,
)  # in this order


@dataclass(frozen=True)
class Number:
    """Whom to ring. `old` where nobody has verified it for long."""

    name: str
    phone: str
    old: bool


@dataclass(frozen=True)
class NumberCard:
    numbers: tuple[Number, ...]
    facts: tuple[str, ...]


def numbers(book: Book | None, rung: Sequence[ServiceKind] = RUNG) -> tuple[Number, ...]:
    """Those of the directory of these kinds, in this order, and the ones that the whole country shares, each once."""
    own = _entered(book) if book else []
    found: dict[str, Number] = {}
    for each in sorted((*own, *services.national()), key=lambda told: _place(told, rung)):
        phone = str(each["phone"] or "")
        if phone and each["sort"] in rung:
            digits = "".join(sign for sign in phone if sign.isdigit())
            old = services.to_check(each["verified"], clock.today())
            found.setdefault(digits, Number(str(each["name"]), phone, old))
    return tuple(found.values())


def number_card(book: Book | None) -> NumberCard:
    """What goes onto paper."""
    return NumberCard(numbers(book), facts_to_note())


def for_the_door(book: Book) -> tuple[tuple[str, str], ...]:
    """Kind and number of what was verified lately: offices only, and no name."""
    fresh = [each for each in _entered(book) if each["phone"] and each["sort"] in RUNG]
    return tuple(
        (say(str(each["sort"])), str(each["phone"]))
        for each in sorted(fresh, key=lambda told: _place(told, RUNG))
        if not services.to_check(each["verified"], clock.today())
    )


def _entered(book: Book) -> list[dict[str, Any]]:
    kept = questions.listing(book, "service", limit=EVERY)
    return [
        {name: each[name] for name in ("name", "phone", "sort")}
        | {"verified": date.fromisoformat(each["verified"]) if each["verified"] else None}
        for each in kept
    ]


def _place(told: Mapping[str, Any], rung: Sequence[ServiceKind]) -> int:
    return rung.index(ServiceKind(str(told["sort"]))) if told["sort"] in rung else len(rung)
