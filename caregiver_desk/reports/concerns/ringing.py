"""Whom to ring: the site's numbers that help at once, the country's, and a card of them for a bag or a wall.

What may stand where no passphrase was asked for is less: no name, for that may be a person's, and only what somebody
verified lately.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.wellbeing.danger import entered
from caregiver_desk.practice.concerns.concerns import facts_to_note
from caregiver_desk.practice.visits import services
from caregiver_desk.practice.visits.services import Number, to_ring
from caregiver_desk.records.visits.referrals import ServiceKind
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

RUNG = (
    ServiceKind.POLICE,
    ServiceKind.CHILD_PROTECTION,
    ServiceKind.SOCIAL_WORK,
    ServiceKind.AFTER_VIOLENCE,
    ServiceKind.CLINIC,
)  # in this order
_NUMBER = re.compile(r"\+?\d(?:[ ()/-]{0,2}\d)*")


@dataclass(frozen=True)
class NumberCard:
    numbers: tuple[Number, ...]
    facts: tuple[str, ...]

    def in_words(self) -> Document:
        lines = tuple(Line(each.phone, called(each)) for each in self.numbers)
        facts = tuple(Line(str(place), fact) for place, fact in enumerate(self.facts, 1))
        return Document(
            say("Somebody may be in danger"),
            (say("Ring first, write later. Anyone may report it."),),
            (Section(say("Numbers to ring"), lines), Section(say("Note these five"), facts)),
        )


def called(number: Number) -> str:
    """Whose number it is, and whether somebody should see if it still holds."""
    return say("{name} (check this number)", name=number.name) if number.old else number.name


def numbers(book: Book | None, rung: Sequence[ServiceKind] = RUNG) -> tuple[Number, ...]:
    """Those of the directory of these kinds, in this order, and the ones that the whole country shares, each once."""
    return to_ring(entered(book) if book else (), rung, clock.today())


def number_card(book: Book | None) -> NumberCard:
    """What goes onto paper."""
    return NumberCard(numbers(book), facts_to_note())


def for_the_door(book: Book) -> tuple[tuple[str, str], ...]:
    """Kind and number of what was verified lately: offices only, and no name."""
    fresh = [each for each in entered(book) if _figures(each["phone"]) and each["sort"] in RUNG]
    return tuple(
        (say(str(each["sort"])), _figures(each["phone"]))
        for each in sorted(fresh, key=lambda told: RUNG.index(ServiceKind(told["sort"])))
        if not services.to_check(each["verified"], clock.today())
    )


def _figures(phone: str | None) -> str:
    """The number alone: whoever typed it may have put a name beside it."""
    found = _NUMBER.search(phone or "")
    return found[0].strip() if found else ""
