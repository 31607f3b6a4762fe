"""What a danger to a caregiver brings with it: whom to ring, and the urgent route among what was offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.keeping import Wish
from caregiver_desk.acts.supervision.pairs import Pair
from caregiver_desk.practice.due import UNDER_WAY
from caregiver_desk.practice.visits.services import Number, to_ring
from caregiver_desk.practice.wellbeing import danger
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, FollowUpCode
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say


def entered(book: Book) -> list[dict[str, Any]]:
    """The services of the directory as their numbers are asked for."""
    return [
        {name: each[name] for name in ("name", "phone", "sort")} | {"verified": _day(each["verified"])}
        for each in questions.listing(book, "service", limit=EVERY)
    ]


def whom_to_ring(book: Book, dangers: Iterable[str]) -> tuple[Number, ...]:
    return to_ring(entered(book), danger.rings(dangers), clock.today())


def offered_at_once(book: Book, pair: Pair, dangers: Iterable[str]) -> Iterator[Change]:
    """What is offered with a danger on the same day, where it is not under way already."""
    where = {"caregiver": pair.caregiver, "state": UNDER_WAY}
    there = {str(each["code"]) for each in questions.listing(book, "follow_up", where, limit=EVERY)}
    for code in danger.offers(dangers):
        if code not in there:
            yield pair.new(FOLLOW_UP, {"code": code, "due": clock.today()})


def gravest(dangers: Iterable[str]) -> FollowUpCode | None:
    return next(iter(danger.offers(dangers)), None)


def ring_said(book: Book, dangers: Iterable[str]) -> str:
    """Whom to ring, for who reads no more than what an act says."""
    found = whom_to_ring(book, dangers)
    return (
        say("Ring now: {numbers}.", numbers="; ".join(f"{each.name} {each.phone}" for each in found)) if found else ""
    )


def danger_heeded(wish: Wish) -> str:
    """The same, where a danger was added to what stood there."""
    return ring_said(wish.book, wish["danger"] or ()) if "danger" in wish.changed else ""


def _day(stored: object) -> date | None:
    return date.fromisoformat(str(stored)) if stored else None
