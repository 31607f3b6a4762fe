"""Somebody goes: her homes are free for others, and nothing stays due between her and her supervisor.

What was open is closed in words that are true for both sides: a promise is dropped, an offer lapses, a burden is
closed, no next talk stands in the book. The history keeps all of it.
"""

from __future__ import annotations

from datetime import date

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import OPEN, listed

_CLOSED = {
    "promise": {"state": "dropped", "why_dropped": "The two of them work together no longer."},
    "follow_up": {"state": "lapsed"},
    "stressor": {"state": "closed"},
}
_ENDED = {"left": "she left", "deceased": "she died"}


def part_from(book: Book, caregiver: str, day: date, state: str) -> None:
    """She works here no longer."""
    for each in listed(book, "assignment", caregiver=caregiver):
        if each["until"] is None:
            named("change_assignment")(book, id=each.id, fields={"until": day, "ended": _ENDED[state]})
    close_matters(book, caregiver, day)


def close_matters(book: Book, caregiver: str, day: date) -> None:
    """The owner of this book supports her no longer."""
    for link in listed(book, "supervision", caregiver=caregiver, supervisor=book.person):
        if link["until"] is None:
            _close_link(book, link.id, day)


def _close_link(book: Book, link: str, day: date) -> None:
    for kind, fields in _CLOSED.items():
        for each in listed(book, kind, supervision=link):
            if each["state"] in OPEN:
                named(f"change_{kind}")(book, id=each.id, fields=fields)
    for each in listed(book, "check_in", supervision=link):
        if each["next_day"] and each["next_day"] > day.isoformat():
            named("change_check_in")(book, id=each.id, fields={"next_day": None})
    named("change_supervision")(book, id=link, fields={"until": day})
