"""Whose a matter is. A book may know of many people; what is due on Today is its owner's own.

Hers are the links in which she listens, the teams that she supervises, and in them whoever has nobody else to listen:
after a hand-over nobody falls between two supervisors. While she stands in for another, all of that team are. A
coordinator knows of every pair that was shared with him, and what those two promised each other stays theirs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caregiver_desk.acts.growth.beside import listens
from caregiver_desk.acts.growth.lent import standing_in
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.people.placing import gone_of
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


@dataclass(frozen=True)
class Mine:
    """The links she listens in, now and formerly; the people she is to hear now; the teams she supervises now.

    `gone` are all of whom nothing is asked any more.
    """

    links: frozenset[str]
    people: frozenset[str]
    teams: frozenset[str]
    gone: frozenset[str] = frozenset()


def mine(book: Book, today: date) -> Mine:
    links = questions.listing(book, "supervision", {"supervisor": book.person}, limit=EVERY)
    hers = {str(each["caregiver"]) for each in links if listens(each) and _stands(each, today)}
    lent = frozenset(str(each["team"]) for each in standing_in(book, today))
    teams = _teams(book, today) | lent
    hers |= _caregivers_in(book, lent, today) - {book.person}
    beside = _caregivers_in(book, teams, today) - hers
    others = questions.pointing_at(book, "supervision", "caregiver", sorted(beside))
    heard = {str(each["caregiver"]) for each in others if listens(each) and _stands(each, today)}
    gone = gone_of(book)
    return Mine(frozenset(each.id for each in links), frozenset(hers | (beside - heard)) - gone, teams, gone)


def _teams(book: Book, today: date) -> frozenset[str]:
    held = questions.listing(book, "engagement", {"person": book.person, "role": Role.SUPERVISOR.value}, limit=EVERY)
    return frozenset(str(each["team"]) for each in held if _stands(each, today))


def _caregivers_in(book: Book, teams: frozenset[str], today: date) -> set[str]:
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER.value, "team": teams}, limit=EVERY)
    return {str(each["person"]) for each in engaged if _stands(each, today)}


def _stands(leaf: Leaf, today: date) -> bool:
    return period(leaf).holds(today)
