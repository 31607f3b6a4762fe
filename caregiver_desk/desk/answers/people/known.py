"""What is known about one caregiver: the timeline, and how the work with her stands now."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.people.people import vetted
from caregiver_desk.desk.answers.telling import Told, referred, tell
from caregiver_desk.practice.due import UNDER_WAY
from caregiver_desk.practice.people.vetting import Status
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.store import histories, questions, rising
from caregiver_desk.store.book import Book

ALL = 2000  # people in one list


@dataclass(frozen=True)
class Known:
    """What the side card and the timeline say of one person."""

    entries: tuple[Told, ...]
    phone: str
    households: int
    visits: int
    open_promises: int
    open_support: int
    vetted: Status


def known_about(book: Book, person: str) -> Known:
    entries = rising.seen_as_one(book, questions.timeline(book, person))
    names = questions.names_of(book, referred(entries) or [person])
    timeless = histories.timeless(book, [each.id for each in entries])
    assigned = questions.listing(book, "assignment", {"caregiver": person}, limit=ALL)
    somebody = questions.find_one(book, "person", person)
    return Known(
        tuple(tell(each, names, timeless) for each in entries),
        str(somebody["phone"] or "") if somebody else "",
        sum(each["until"] is None for each in assigned),
        questions.count(book, "visit", {"caregiver": person}),
        questions.count(book, "promise", {"caregiver": person, "state": CARRIED}),
        sum(questions.count(book, "follow_up", {"caregiver": person, "state": state}) for state in UNDER_WAY),
        vetted(book, person, clock.today()),
    )
