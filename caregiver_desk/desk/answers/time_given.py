"""Time on people beside time at the desk, of this month and the one before: for the owner of a book, and nobody else.

Both are measured alike every month: talks by the minutes that somebody wrote down, the desk by the minutes it was open.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.store import desk_time, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, month_and_year, say

_HOUR = 60


@dataclass(frozen=True)
class Month:
    """One month: minutes in talks and groups, those whose length nobody wrote down, minutes at the desk."""

    name: str
    with_people: int
    unmeasured: int
    at_desk: int

    @property
    def people(self) -> str:
        if not (self.with_people or self.unmeasured):
            return say("no talks or groups yet")
        people = say("{time} in talks and groups", time=duration(self.with_people))
        missing = count("({number} without a length)", "({number} without a length)", self.unmeasured)
        return f"{people} {missing}" if self.unmeasured else people

    @property
    def desk(self) -> str:
        if not self.at_desk:
            return say("nothing counted at this desk")
        return say("{time} at this desk", time=duration(self.at_desk))


def time_given(book: Book) -> tuple[Month, ...]:
    first = clock.today().replace(day=1)
    return tuple(_month(book, day) for day in (first, (first - timedelta(1)).replace(day=1)))


def _month(book: Book, first: date) -> Month:
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    days = (first.isoformat(), last.isoformat())
    links = questions.listing(book, "supervision", {"supervisor": book.person}, limit=EVERY)
    where = {"supervision": [each.id for each in links], "state": CheckInState.HELD.value}
    talks = questions.listing(book, "check_in", where, limit=EVERY, days=days)
    met = questions.listing(book, "circle_session", {"circle": _circles(book)}, limit=EVERY, days=days)
    given = sum(each["minutes"] or 0 for each in (*talks, *met))
    unmeasured = sum(each["minutes"] is None for each in (*talks, *met))
    return Month(month_and_year(first), given, unmeasured, desk_time.of_month(book, first))


def _circles(book: Book) -> list[str]:
    """The groups of the teams that she supervises."""
    return [each.id for each in questions.listing(book, "circle", {"team": sorted(mine(book, clock.today()).teams)})]


def duration(minutes: int) -> str:
    hours, rest = divmod(minutes, _HOUR)
    return say("{hours} h {rest} min", hours=hours, rest=rest) if hours else say("{rest} min", rest=rest)
