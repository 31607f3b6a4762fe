"""What supervisors promised in the organisation's name: for the coordinator, as far as may be read of it.

Who owes it, by when, and through whom he can ask: never the words, nor to whom it was promised. What he is to know of
it beyond that comes to him as a request that was released.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.desk.answers.whose import Mine
from caregiver_desk.practice.supervision.promises import CARRIED, OF_THE_OFFICE
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.supervision import PROMISE, PromiseOwner
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import later, say

OWES = {
    PromiseOwner.COORDINATOR: later("Promised in your name"),
    PromiseOwner.ORGANISATION: later("Promised in the organisation’s name"),
}


@dataclass(frozen=True)
class InOurName:
    """A promise of two others that somebody else has to keep."""

    id: str
    words: str
    through: str
    due: date


def in_our_name(book: Book, own: Mine, until: date) -> tuple[InOurName, ...]:
    """Those that are due by a day, the longest first; nothing in the book of who only makes them."""
    if book.role != Role.COORDINATOR:
        return ()
    where = {"owner": OF_THE_OFFICE, "state": CARRIED}
    made = [
        (each, day)
        for each in questions.listing(book, PROMISE.name, where, limit=EVERY)
        if (day := as_day(each["due"])) and day <= until and each["supervision"] not in own.links
        if each["caregiver"] not in own.gone
    ]
    links = questions.pointing_at(book, "supervision", "id", [str(each["supervision"]) for each, _ in made])
    who = {link.id: str(link["supervisor"]) for link in links}
    names = questions.names_of(book, list(who.values()))
    told = (
        InOurName(
            each.id,
            say(OWES[PromiseOwner(each["owner"])]),
            say("through {who}", who=names.get(who.get(str(each["supervision"]), ""), say("somebody"))),
            day,
        )
        for each, day in made
    )
    return tuple(sorted(told, key=lambda each: (each.due, each.id)))
