"""What open support plans arrange for somebody on a day: at most so many homes, hours that are kept free.

Of several the one that spares them most counts. Whoever gives out homes is reminded of it; nothing is refused by it.
"""

from __future__ import annotations

from datetime import date

from caregiver_desk.records.responses import Response
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


def cap_of(book: Book, caregiver: str, day: date) -> int | None:
    """At most so many homes; None where nothing is arranged."""
    return min(
        (int(each["homes"]) for each in _arranged(book, caregiver, Response.FEWER_HOMES, "homes", day)), default=None
    )


def protected_hours(book: Book, caregiver: str, day: date) -> int:
    """Hours a week that are kept free."""
    return max(
        (int(each["hours"]) for each in _arranged(book, caregiver, Response.FREE_HOURS, "hours", day)), default=0
    )


def _arranged(book: Book, caregiver: str, response: Response, number: str, day: date) -> list[Leaf]:
    parts = questions.listing(book, "plan_response", {"caregiver": caregiver, "response": response.value}, limit=EVERY)
    plans = questions.pointing_at(book, "support_plan", "id", [str(each["plan"]) for each in parts])
    ended = {each.id: str(each["ended"]) for each in plans if each["ended"]}
    on = day.isoformat()
    return [
        each
        for each in parts
        if each[number] is not None and str(each["since"] or "") <= on <= str(each["until"] or on)
        if on < ended.get(str(each["plan"]), "9999")
    ]
