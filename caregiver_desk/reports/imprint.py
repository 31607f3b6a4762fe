"""What stands at the foot of every page: where it comes from, of which day it is, and whether all of it is made up."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say


class Imprint(NamedTuple):
    """Of one printing. `place` is empty where the book does not know its own."""

    place: str
    day: date
    fictional: bool

    def below(self, title: str) -> str:
        """The left half of a foot."""
        made_up = say("FICTIONAL") if self.fictional else ""
        return say(" · ").join(filter(None, (made_up, title, self.place, full_day(self.day))))


def imprint(book: Book) -> Imprint:
    """Of whatever goes onto paper from this book now."""
    site = questions.own_site(book)
    return Imprint(str(site["name"] or "") if site else "", clock.today(), book.fictional)
