"""What may stay of records that are removed: numbers from which nobody can be told. Pure.

Context. The law lets an organisation keep what is de-identified so that it cannot be put together again. Mostly one
caregiver's records become due at a time, because she left. A count by month of what went would then be her months,
plain to anybody who remembers her, however large the numbers are.

Decision. What is weighed is *people*, not records. A month of a team is counted apart where at least five people and,
for what is about homes, five homes had a share in it; else it goes into its year, by the same measure; what is left
goes into one number without a time. That last number says no more than the erasures themselves: these are statements
that everybody holds, one a record. Nothing else is kept: no name, no home, no outcome, no day.

What the erasures say remains: each names an id, and an id holds the moment at which its record was written down. Who
knows the scope of the team can tell the records of a team by these moments, though not whose they were or of what kind.

Consequences. The sum of a team and kind is exact whatever goes; a month is exact where it could be kept apart. A month
that was told upward before (a return, a printed report) stays as it was told. What was said in confidence (what weighs
on somebody, how she is, her support) leaves no number at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

PEOPLE = 5  # with fewer, somebody who remembers could tell whose it was
MONTH, YEAR, NO_TIME = 7, 4, 0  # letters of a day


class Trace(NamedTuple):
    """What is weighed of one record that goes. Of `person` and `home` only how many there are is looked at."""

    what: str
    team: str
    day: str
    person: str
    home: str = ""


class Cell(NamedTuple):
    """So many records of a kind, of a team, in a month (2026-03), a year (2026), or at no told time (empty)."""

    what: str
    team: str
    period: str
    number: int


def cells(traces: Iterable[Trace]) -> list[Cell]:
    """What stays of these: as fine in time as nobody can be told from it."""
    left, found = list(traces), list[Cell]()
    for letters in (MONTH, YEAR, NO_TIME):
        apart = list(_apart(left, letters))
        kept = [each for each in apart if letters == NO_TIME or _tells_nobody(*each)]
        found += [Cell(*_name(each[0], letters), len(each)) for each in kept]
        left = [trace for each in apart if each not in kept for trace in each]
    return sorted(found)


def _name(trace: Trace, letters: int) -> tuple[str, str, str]:
    """The cell in which a record is counted. One that stands under no whole day has no time either."""
    return trace.what, trace.team, trace.day[:letters]


def _apart(traces: Iterable[Trace], letters: int) -> Iterator[list[Trace]]:
    found: dict[tuple[str, str, str], list[Trace]] = {}
    for each in traces:
        found.setdefault(_name(each, letters), []).append(each)
    yield from found.values()


def _tells_nobody(*traces: Trace) -> bool:
    people = {each.person for each in traces if each.person}
    homes = {each.home for each in traces if each.home}
    return bool(traces[0].day) and len(people) >= PEOPLE and (not homes or len(homes) >= PEOPLE)
