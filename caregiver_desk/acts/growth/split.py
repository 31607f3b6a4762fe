"""How a role's time is planned, and how the days of a month went beside it, for the eyes of whose role it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, in_order, keep
from caregiver_desk.errors import NotAHundred, OnlyTheirOwn
from caregiver_desk.practice.growth.split import Month, Split, month_of
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.growth.split import PARTS, ROLE_SPLIT
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.records.visits.visits import Outcome as Visited
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf

WHOLE = 100


def makes_a_whole(wish: Wish) -> None:
    """The three make a hundred."""
    whole = sum(int(wish[name] or 0) for name in PARTS)
    if wish.changed & set(PARTS) and whole != WHOLE:
        raise NotAHundred(sum=whole)


keep(
    ROLE_SPLIT,
    "growth",
    asks_for(Road.TIME_SPLIT),
    in_order(),
    makes_a_whole,
    labels={"record": "Record the time of a role"},
)


def split_in(book: Book, person: str, month: date) -> Month | None:
    """What was planned for the role of this book's owner and which days were recorded; None where nothing is planned.

    Raises OnlyTheirOwn for anybody else: nobody is measured by it.
    """
    if book.shown(person) != book.person:
        raise OnlyTheirOwn
    first, after = month_of(month)
    plan = _planned(book, person, first, after)
    if plan is None:
        return None
    days = [_within(each, first, after) for each in (_practice(book), _supervising(book), _learning(book))]
    return Month(first, Split(*(int(plan[name] or 0) for name in PARTS)), *map(len, days))


def _planned(book: Book, person: str, first: date, after: date) -> Leaf | None:
    """The plan that held in the month; of several the one that began last."""
    told = questions.listing(book, ROLE_SPLIT.name, {"person": person}, limit=EVERY)
    hold = [
        each
        for each in told
        if str(each["since"]) < after.isoformat() and str(each["until"] or "9") > first.isoformat()
    ]
    return max(hold, key=lambda each: (str(each["since"]), each.id), default=None)


def _within(days: Iterable[object], first: date, after: date) -> set[str]:
    return {str(each) for each in days if each and first.isoformat() <= str(each) < after.isoformat()}


def _practice(book: Book) -> Iterable[object]:
    visits = questions.listing(book, "visit", {"caregiver": book.person, "outcome": Visited.DONE}, limit=EVERY)
    return (each["day"] for each in visits)


def _supervising(book: Book) -> Iterable[object]:
    """Talks that were held with somebody whom they supervise, and visits together."""
    links = [each.id for each in questions.listing(book, "supervision", {"supervisor": book.person}, limit=EVERY)]
    talks = (
        questions.listing(book, "check_in", {"supervision": links, "state": CheckInState.HELD}, limit=EVERY)
        if links
        else []
    )
    together = questions.listing(book, "observation", {"supervision": links}, limit=EVERY) if links else []
    return (each["day"] for each in (*talks, *together))


def _learning(book: Book) -> Iterable[object]:
    """Days of a course at which they were, days of shadowing, and talks in which they themselves were heard."""
    came = questions.listing(book, "attendance", {"person": book.person}, limit=EVERY)
    courses = {each.id for each in questions.listing(book, "circle", {"sort": "course"}, limit=EVERY)}
    shadowed = questions.listing(book, "shadow_day", {"person": book.person}, limit=EVERY)
    heard = questions.listing(book, "check_in", {"caregiver": book.person, "state": CheckInState.HELD}, limit=EVERY)
    return (each["day"] for each in (*(each for each in came if each["circle"] in courses), *shadowed, *heard))
