"""Which teams are somebody's for a time, and which people they may therefore hear meanwhile.

Whoever stands in supports the practice of the people there and is nobody's line manager; so is somebody who is only on
the way to manage a team. What they begin with a caregiver ends with their time.
"""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.keeping import in_time, period
from caregiver_desk.records.growth.stepping import ASPIRING, STEPPING_IN
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf


def standing_in(book: Book, today: date) -> list[Leaf]:
    """The times in another's place of this book's owner that last on this day, the one that ends first in front."""
    hers = questions.listing(book, STEPPING_IN.name, {"person": book.person}, limit=EVERY)
    return sorted((each for each in hers if period(each).holds(today)), key=lambda each: str(each["until"]))


def lent_until(book: Book, caregiver: str) -> date | None:
    """Until when the owner of this book has somebody's team for a time; nothing where they do not."""
    teams = {str(each["team"]): period(each).until for each in standing_in(book, clock.today())}
    works = questions.listing(book, "engagement", {"person": caregiver, "role": Role.CAREGIVER}, limit=EVERY)
    ends = [teams[str(each["team"])] for each in works if each["until"] is None and each["team"] in teams]
    return max((each for each in ends if each), default=None)


def is_aspiring(book: Book, person: str, today: date) -> bool:
    return aspiring(book, person, today) is not None


def aspiring(book: Book, person: str, today: date) -> Leaf | None:
    """What was said of somebody who is on the way to manage a team on this day."""
    told = questions.listing(book, ASPIRING.name, {"person": person}, limit=EVERY)
    return next((each for each in told if period(each).holds(today)), None)


def still_in_time(book: Book, caregiver: str) -> None:
    """Raises TimeIsOver where somebody works in a team that was this book's owner's for a time, and that is over."""
    works = questions.listing(book, "engagement", {"person": caregiver, "role": Role.CAREGIVER}, limit=EVERY)
    with book.reading() as cursor:
        said = book.hearing(cursor).standing
    for each in works:
        if each["until"] is None:
            in_time(book, said, each.scope)
