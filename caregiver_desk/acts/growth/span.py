"""How many people one supervisor has: it is said where it grows beyond what was agreed, and stops nobody.

Somebody on the way to manage a team has few, as said with them or by the site; anybody else as many as one can listen
to (practice/visits/load). What is beyond an agreed limit stands as a finding too, for a merge brings links and no acts:
only links without an end count there, so that no clock decides it and ending one mends it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.growth.lent import aspiring
from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, in_order, keep, period, whose
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.errors import NotYours
from caregiver_desk.practice.visits.load import Span, span
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.growth.stepping import ASPIRING
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

SUPERVISES = (LinkPurpose.LINE, LinkPurpose.PRACTICE)


def span_of_link(wish: Wish) -> str:
    """What is to be said of how many people a supervisor has with this link."""
    if wish["purpose"] not in SUPERVISES or wish["until"]:
        return ""
    return span_with(wish.book, str(wish["supervisor"]), str(wish["caregiver"]))


def span_with(book: Book, supervisor: str, caregiver: str) -> str:
    """The same, where somebody comes to be supported by a supervisor."""
    today = clock.today()
    return _said(book, supervisor, len(supervised(book, supervisor, today) | {caregiver}), today)


def supervised(book: Book, supervisor: str, today: date) -> set[str]:
    """Whom somebody supervises on a day."""
    asked = {"supervisor": supervisor, "purpose": SUPERVISES}
    links = questions.listing(book, "supervision", asked, limit=EVERY)
    return {str(each["caregiver"]) for each in links if period(each).holds(today)}


def _said(book: Book, supervisor: str, number: int, today: date) -> str:
    told = aspiring(book, supervisor, today)
    if told:
        most = most_of(book, told)
        words = "That makes {number} people; on the way to manage a team {most} were agreed."
        return say(words, number=number, most=most) if number > most else ""
    norms = norms_of(book)
    found = span(number, norms)
    if found is Span.WARNED:
        words = "That makes {number} people, more than {most}: speak with your coordinator about how to listen to all."
        return say(words, number=number, most=norms.span_warned)
    return say("That makes {number} people to listen to.", number=number) if found is Span.NOTED else ""


def most_of(book: Book, told: Leaf) -> int:
    """How many somebody may supervise on the way to manage a team: as was agreed with them, or as the site says."""
    return int(told["most"] or norms_of(book).span_aspiring)


def _limit_of_aspiring(wish: Wish) -> str:
    number = len(supervised(wish.book, str(wish["person"]), clock.today()))
    most = int(wish["most"] or norms_of(wish.book).span_aspiring)
    words = "They supervise {number} people already; {most} were agreed."
    return say(words, number=number, most=most) if number > most and not wish["until"] else ""


@whose
def said_by_another(wish: Wish) -> None:
    """Where there is a coordinator, nobody says of themselves how far they are: a limit is not one's own to raise.

    Raises NotYours.
    """
    if wish["person"] == wish.book.shown(wish.book.person) and not may_say(wish.book):
        raise NotYours(role=Role.COORDINATOR)


keep(
    ASPIRING,
    "growth",
    in_order(),
    asks_for(Road.ASPIRING),
    said_by_another,
    heed=_limit_of_aspiring,
    labels={"record": "Record an aspiring manager"},
)


def over_limit(book: Book) -> Iterator[str]:
    """Those on the way to manage a team who supervise more people than was agreed."""
    for told in _still_aspiring(book):
        if len(_linked(book, told, SUPERVISES)) > most_of(book, told):
            yield told.id


def line_of_aspiring(book: Book) -> Iterator[str]:
    """Those on the way to manage a team of whom a link says that they are somebody's line manager."""
    for told in _still_aspiring(book):
        if _linked(book, told, (LinkPurpose.LINE,)):
            yield told.id


def _still_aspiring(book: Book) -> list[Leaf]:
    return [each for each in questions.listing(book, ASPIRING.name, limit=EVERY) if each["until"] is None]


def _linked(book: Book, told: Leaf, purposes: Collection[LinkPurpose]) -> set[str]:
    """Whom they have links with that have no end."""
    asked = {"supervisor": str(told["person"]), "purpose": purposes}
    links = questions.listing(book, "supervision", asked, limit=EVERY)
    return {str(each["caregiver"]) for each in links if each["until"] is None}
