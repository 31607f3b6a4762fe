"""What the cell in hand means, in words: which home, or which homes it may be, or why it will wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk.desk.answers.days import WEEKDAYS
from caregiver_desk.desk.answers.visits.weeks import Sheet, Week
from caregiver_desk.desk.cards.visits.week_model import BRIEFLY
from caregiver_desk.practice.visits.weeks import LETTERS, Entry, Homes, Meaning, beginning, written
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
    found = beginning(digits, homes, sheet.length)
    may_be = [home for number in found for home in homes[number]]
    if not may_be and now.household:
        return Meant(typed, [_told(week, now.household)], week.called(now.household))
    lines = _numbered(sheet, homes, found, lambda home: _told(week, home))[:MANY]
    if not lines:
        lines = [say("{number} is not on this list. It is kept, to be sorted later.", number=digits)]
    return Meant(f"{typed} …", lines, week.called(may_be[0]) if len(may_be) == 1 else "")


def standing(week: Week, entry: Entry) -> Meant:
    """What stands in a cell already."""
    if entry.doubt:
        return Meant(entry.written, [say("{why}. Type over it, or Backspace.", why=say(str(entry.doubt)).capitalize())])
    return Meant(entry.written, [_told(week, entry.household), say(BRIEFLY[entry.outcome])])


def free(week: Week, sheet: Sheet, day: date) -> Meant:
    """What can be typed into a free cell: the numbers themselves, for who has no list on paper yet."""
    weekday, homes = say(WEEKDAYS[day.weekday()]), sheet.homes(day)
    if not homes:
        return Meant(weekday, [say("No home has a number on this list that day. What you type is kept.")])
    lines = _numbered(sheet, homes, sorted(homes), lambda home: _code(week, home))
    more = [say("… and {number} more.", number=len(lines) - MANY)] if len(lines) > MANY else []
    words = say("Type all the digits, and the next cell comes by itself. Without the last digit, press Enter.")
    return Meant(weekday, [*lines[:MANY], *more, words])


def _numbered(sheet: Sheet, homes: Homes, numbers: Sequence[int], call: Callable[[str], str]) -> list[str]:
    return [f"{written(each, sheet.length)}  {call(home)}" for each in numbers for home in homes[each]]


def _code(week: Week, household: str) -> str:
    """As it stands on the paper sheet, in a word."""
    home = week.homes.get(household)
    return home.code if home and home.code else week.called(household)


def _told(week: Week, household: str) -> str:
    home = week.homes.get(household)
    if not home:
        return say("This home was not sent here.")
    return say(" · ").join(part for part in (home.mark, home.code, home.nickname, home.village) if part)
