"""Why people left, as it may be told: of five or more, in steps of five, never of all, and by whole years alone.

Context. A pack is printed again and again. What two prints tell of days that differ by one leaver is told of that one;
and a figure to which those are added whose reason stands with their name tells of the others.

Decision. A figure is of one calendar year, whichever days are asked for. A year is told once it has been over for a
month, and what is written down of it after that is counted no more, so that it is told as it was told before. Those who
let their reason be known are counted apart, and nobody stands in both figures with it.

Consequences. Nothing is told of the year that lasts. What a bundle brings late was written in time and is counted: two
books, or one before and after a bundle, may tell differently of a year, as they know of more talks than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.practice.sharing.returns import told
from caregiver_desk.records.people.people import Leaving

MISSING = frozenset({Leaving.NOT_SAID})
LATE = timedelta(days=31)  # after the end of a year; what is said of it later is not counted


def reasons(left: Iterable[Iterable[Leaving]]) -> Mapping[Leaving, int]:
    """Of those who left, each with the reasons that are known: how many said each. What is left out is not told.

    Somebody may have several reasons, so from no figure does another follow; and nobody is counted who said nothing.
    """
    said = [each - MISSING for each in map(frozenset, left) if each - MISSING]
    steps = {
        reason: told(sum(reason in each for each in said), len(said)) for reason in Leaving if reason not in MISSING
    }
    return {reason: step for reason, step in steps.items() if step is not None}


def closes(year: int) -> date:
    """The last day on which something that is written down counts for this year."""
    return date(year, 12, 31) + LATE


def tells_of(year: int, day: date | None, written: date | None) -> bool:
    """Whether a talk of this day is of somebody's leaving in this year, and was written down in time for it.

    Where nobody knows when it was written, its own day says it.
    """
    return day is not None and date(year, 1, 1) - LATE <= day and max(day, written or day) <= closes(year)


def years_told(days: Days, today: date) -> list[int]:
    """The years of which these days hold at least one, and which may be told of by now, the newest first."""
    return [year for year in range(days.last.year, days.first.year - 1, -1) if closes(year) < today]
