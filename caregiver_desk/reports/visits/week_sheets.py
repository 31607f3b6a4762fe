"""The sheet of a week for paper: blank, or filled in with a name, the week and the numbers of somebody's list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caregiver_desk.practice.visits.weeks import LETTERS
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.reports.visits.number_lists import NumberList, section_of
from caregiver_desk.wording import full_day, say

WORKING = 5  # days
ROOM = "." * 40


@dataclass(frozen=True)
class WeekSheets:
    """The days of a week, and whose sheets to print; without any, one blank sheet."""

    days: tuple[date, ...]
    lists: tuple[NumberList, ...] = ()

    def in_words(self) -> Document:
        """To be written on by hand where nothing can paint a table."""
        days = Section(say("Numbers, day by day"), tuple(Line(full_day(each), ROOM) for each in self.days[:WORKING]))
        week = say("Week from {day}", day=full_day(self.days[0]))
        return Document(say("Week sheet"), (week, legend()), (days, *map(section_of, self.lists)))


def legend() -> str:
    """What is written on the left, and the letters on the right."""
    return say(
        "Number and check digit on the left. A letter on the right only where the visit was not done: {letters}.",
        letters=", ".join(_letters()),
    )


def _letters() -> Iterator[str]:
    for letter, told in LETTERS.items():
        if told != Outcome.DONE:
            yield say("{letter} {words}", letter=letter, words=say(told))
