"""Days of the story as days of this year, and the clock while it is told.

Week 26, or an earlier one that somebody asks for, is this week and week 1 the first of the story, so a day is written
as [week, weekday] and never grows old.
While a week is told the program's clock stands in it: what is written then says so in its history, a bundle that came
in week 7 came half a year ago, and an act that begins "today" begins on the right day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.store import watch
from caregiver_desk.store.book import Book

LAST = 26
FRIDAY = 4
_DAYS_IN_A_WEEK = 7


@dataclass(frozen=True)
class Calendar:
    """The story's days, seen from `today` in its week `last`; the visits and talks of the last `weeks` are told."""

    today: date
    weeks: int = LAST
    last: int = LAST

    def day(self, told: Sequence[int]) -> date:
        week, weekday = told
        monday = self.today - timedelta(days=self.today.weekday())
        return monday + timedelta(days=_DAYS_IN_A_WEEK * (week - self.last) + weekday)

    def told_weeks(self) -> range:
        return range(max(1, self.last + 1 - self.weeks), self.last + 1)

    def has_come(self, told: Sequence[int]) -> bool:
        return self.day(told) <= self.today

    def end_of(self, week: int) -> date:
        """The day on which a week's sheets are typed in: its Friday, and this week today."""
        return self.today if week >= self.last else self.day([week, FRIDAY])


@contextmanager
def standing_on(day: date) -> Iterator[None]:
    """Let the program's clock stand on this day, at this time of day."""
    _stand_on(day)
    try:
        yield
    finally:
        clock.shift(timedelta(0))


def _stand_on(day: date) -> None:
    clock.shift(timedelta(0))
    clock.shift(day - clock.day_of(clock.machine()))


@contextmanager
def fallen_back(book: Book, says: date) -> Iterator[None]:
    """The laptop's clock says something that its book cannot believe, until somebody tells it what day it is.

    In a year before the program no book believes anything, so there the clock stays as it is.
    """
    today = clock.today()
    if not watch.is_possible(today):
        yield
        return
    with standing_on(says):
        watch.look(book)
        yield
        watch.answer(book, today)
    clock.trust()
    _stand_on(today)
