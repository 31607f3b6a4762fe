"""What a check-in asks of somebody's plan to look after themselves: how it goes, in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say


def care_asked_after(book: Book, caregiver: str) -> Iterator[tuple[str, str, date | None]]:
    """A title, what they want to do for themselves, and the day on which they wished to look at it again."""
    for each in questions.listing(book, "self_care", {"caregiver": caregiver}, limit=EVERY):
        things = joined(*(str(each[name]) for name in ("one", "two", "three") if each[name]))
        yield say("How does looking after themselves go?"), things, as_day(each["review_on"])
