"""What the cell in hand means, in words: which home, or which homes it may be, or why it will wait."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from caregiver_desk.desk.answers.days import WEEKDAYS
from caregiver_desk.desk.answers.visits.weeks import Sheet, Week
from caregiver_desk.desk.cards.visits.week_model import BRIEFLY
from caregiver_desk.practice.visits.weeks import LETTERS, Entry, Meaning, beginning, written
from caregiver_desk.wording import say

MANY = 3  # homes that a card names


class Meant(NamedTuple):
    """The title of a card, its lines, and the name that stands in the cell itself."""

    title: str
    lines: list[str]
    name: str = ""


def typing(week: Week, sheet: Sheet, day: date, typed: str, now: Meaning) -> Meant:
    """What is typed so far, and what it would mean if the cell were left now."""
    homes, digits = sheet.homes(day), typed.rstrip("".join(LETTERS))
    may_be = [(number, home) for number in beginning(digits, homes, sheet.length) for home in homes[number]]
    if not may_be and now.household:
        return Meant(typed, [_told(week, now.household)], week.called(now.household))
    lines = [f"{written(number, sheet.length)}  {_told(week, home)}" for number, home in may_be[:MANY]]
    if not lines:
        lines = [say("{number} is not on this list. It is kept, to be sorted later.", number=digits)]
    return Meant(f"{typed} …", lines, week.called(may_be[0][1]) if len(may_be) == 1 else "")


def standing(week: Week, entry: Entry) -> Meant:
    """What stands in a cell already."""
    if entry.doubt:
        return Meant(entry.written, [say("{why}. Type over it, or Backspace.", why=say(str(entry.doubt)).capitalize())])
    return Meant(entry.written, [_told(week, entry.household), say(BRIEFLY[entry.outcome])])


def free(sheet: Sheet, day: date) -> Meant:
    """What can be typed into a free cell."""
    weekday = say(WEEKDAYS[day.weekday()])
    if not sheet.homes(day):
        return Meant(weekday, [say("No home has a number on this list that day. What you type is kept.")])
    words = say("Type all the digits, and the next cell comes by itself. Without the last digit, press Enter.")
    return Meant(weekday, [words])


def _told(week: Week, household: str) -> str:
    home = week.homes.get(household)
    if not home:
        return say("This home was not sent here.")
    return say(" · ").join(part for part in (home.mark, home.code, home.nickname, home.village) if part)
