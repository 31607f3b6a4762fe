"""What open support plans arrange for somebody on a day: at most so many homes, hours that are kept free.

Of several the one that spares them most counts. Whoever gives out homes is reminded of it; nothing is refused by it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from caregiver_desk.records.wellbeing.responses import Response
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


def cap_of(book: Book, caregiver: str, day: date) -> int | None:
    """At most so many homes; None where nothing is arranged."""
    return caps(book, [caregiver], day).get(caregiver)


def protected_hours(book: Book, caregiver: str, day: date) -> int:
    """Hours a week that are kept free."""
    return hours_free(book, [caregiver], day).get(caregiver, 0)


def caps(book: Book, people: Collection[str], day: date) -> dict[str, int]:
    """At most so many homes, of each of these with whom it is arranged."""
    return _arranged(book, people, Response.FEWER_HOMES, "homes", day, min)


def hours_free(book: Book, people: Collection[str], day: date) -> dict[str, int]:
    """Hours a week that are kept free, of each of these with whom it is arranged."""
    return _arranged(book, people, Response.FREE_HOURS, "hours", day, max)


def _arranged(
    book: Book, people: Collection[str], response: Response, number: str, day: date, spares: Callable[[int, int], int]
) -> dict[str, int]:
    """The number that `spares` each of them most, of what is arranged on this day."""
    where = {"caregiver": list(people), "response": response.value}
    parts = questions.listing(book, "plan_response", where, limit=EVERY)
    plans = questions.pointing_at(book, "support_plan", "id", [str(each["plan"]) for each in parts])
    ended = {each.id: str(each["ended"]) for each in plans if each["ended"]}
    told: dict[str, int] = {}
    for each in parts:
        if each[number] is not None and _stands(each, ended, day.isoformat()):
            whose, much = str(each["caregiver"]), int(each[number])
            told[whose] = spares(told.get(whose, much), much)
    return told


def _stands(part: Leaf, ended: Mapping[str, str], on: str) -> bool:
    within = str(part["since"] or "") <= on <= str(part["until"] or on)
    return within and on < ended.get(str(part["plan"]), "9999")
