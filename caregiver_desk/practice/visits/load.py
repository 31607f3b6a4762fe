"""How much there is to do on a list: heavy days, a heavy load, homes not seen for long, what if they were shared anew.

Context. Four to six homes a day describe a day; they are no duty. A target for visits hollows them out, and a figure
for a person soon ranks people.

Decision. Only what is too much is ever marked. A day with little, or a list with few homes, says nothing here, and no
rule takes it. A day is heavy from a number on that a site may change, and from a lower one where ways are long. A load
is heavy for reasons that are told in words; there is no figure for it, and nothing is kept of it. A home is late
against its own need, with what was found at its door: that is asked of how things are, not of who walked there.

Consequences. Lists are put in order by name, homes by how long they wait. What if lists were others is worked out from
the lists alone, so nothing is stored before somebody says so.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from statistics import median
from typing import Any, NamedTuple

from caregiver_desk.practice.norms import Norms
from caregiver_desk.records.people.people import Area
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.records.visits.visits import AT_A_DOOR, Outcome
from caregiver_desk.wording import RESOURCES, later, say

ON_LISTS = frozenset({HouseholdState.REFERRED, HouseholdState.ACTIVE, HouseholdState.PAUSED})
LONG_WAYS = frozenset({Area.RURAL, Area.DEEP_RURAL})
OFTEN = 4  # the level of a home that is seen several times a week

Lists = Mapping[str, frozenset[str]]  # whose homes, by their ids; "" has those that wait for somebody


class Why(StrEnum):
    """What makes a load heavy."""

    DAYS = later("many heavy days")
    USUAL = later("a usual day is too full")
    HOMES = later("many homes that are seen several times a week")


class Span(StrEnum):
    """How many people one supervisor listens to: nothing, a note or a warning."""

    FITS = "fits"
    NOTED = "noted"
    WARNED = "warned"


class Home(NamedTuple):
    """A home on a list: what it needs, since when it is there, when it was last seen, and what was found since."""

    id: str
    level: int | None
    since: date | None = None
    seen: date | None = None
    doors: tuple[tuple[date, Outcome], ...] = ()  # knocks since then that were no visit, the newest first
    due: bool = True  # not while it is paused


class Arranged(NamedTuple):
    """What a support plan arranges for a while: at most so many homes, and hours that are kept free."""

    homes: int | None = None
    hours: int | None = None


NOTHING = Arranged()


# --- days


def heavy_from(norms: Norms, area: Area | None) -> int:
    """From how many visits done a day is heavy: fewer where ways are long."""
    return norms.heavy_day_rural if area in LONG_WAYS else norms.heavy_day


def few_below(norms: Norms, area: Area | None) -> int:
    """Below how many visits done on a day it is asked what got in the way."""
    return norms.few_visits_rural if area in LONG_WAYS else norms.few_visits


def is_heavy(done: int, begins: int) -> bool:
    """That there was little is never asked."""
    return done >= begins


def days_of_visits(visits: Iterable[tuple[date, Outcome]]) -> list[int]:
    """How many were done on each day on which somebody stood at a door, the newest day first."""
    done = done_on(visits)
    return [done[day] for day in sorted(done, reverse=True)]


def done_on(visits: Iterable[tuple[date, Outcome]]) -> Counter[date]:
    """The same by day. Who only telephoned, or whose visits were called off, was not out."""
    done: Counter[date] = Counter()
    for day, outcome in visits:
        if outcome in AT_A_DOOR:
            done[day] += outcome == Outcome.DONE
    return done


def recent(days: Sequence[int], norms: Norms) -> Sequence[int]:
    """The last days of visits, among which heavy ones are counted."""
    return days[: norms.load_recent]


def heavy_days(days: Sequence[int], begins: int, norms: Norms) -> int:
    """How many of the last days of visits were heavy."""
    return sum(is_heavy(done, begins) for done in recent(days, norms))


def looked_back(norms: Norms) -> timedelta:
    """How far back a load is read: as many days of visits as count, also of who goes out once a week."""
    return max(timedelta(weeks=max(norms.load_recent, norms.load_usual)), timedelta(norms.hard_things))


def usual_day(days: Sequence[int], norms: Norms) -> float | None:
    """The middle one of the last days of visits; nothing before there are as many as make a usual day."""
    return median(days[: norms.load_usual]) if len(days) >= norms.load_usual else None


# --- a load


def heavy_load(days: Sequence[int], levels: Iterable[int | None], norms: Norms, area: Area | None) -> tuple[Why, ...]:
    """Why a load is heavy; nothing where it is not, however light it may be."""
    usual, often = usual_day(days, norms), sum(level == OFTEN for level in levels)
    most = norms.usual_day_rural if area in LONG_WAYS else norms.usual_day
    met = {
        Why.DAYS: heavy_days(days, heavy_from(norms, area), norms) >= norms.heavy_days,
        Why.USUAL: usual is not None and usual > most,
        Why.HOMES: often >= norms.frequent_homes,
    }
    return tuple(why for why, holds in met.items() if holds)


def span(people: int, norms: Norms) -> Span:
    """Whether one supervisor has more people than she can well listen to."""
    if people > norms.span_warned:
        return Span.WARNED
    return Span.NOTED if people > norms.span_noted else Span.FITS


def beyond(homes: int, arranged: Arranged) -> bool:
    """Whether a list has more homes than was arranged for now. It is said, and stops nobody."""
    return arranged.homes is not None and homes > arranged.homes


# --- homes


def rhythm(level: int | None) -> timedelta | None:
    """Within how long a home of this need wishes to be seen."""
    told = _levels().get(str(level))
    return timedelta(told["days"]) if told else None


def rhythm_words(level: int | None) -> str:
    told = _levels().get(str(level))
    return say(told["words"]) if told else say("no need noted")


def late(home: Home, today: date) -> timedelta | None:
    """How far beyond its own rhythm a home was last seen; where it never was, since it came onto the list."""
    last, within = home.seen or home.since, rhythm(home.level)
    over = today - last - within if home.due and last and within else timedelta(0)
    return over if over > timedelta(0) else None


def longest_first(homes: Iterable[Home], today: date) -> list[Home]:
    """Those not seen for longest against their own need, in rhythms of their own; what is in time follows."""
    return sorted(homes, key=lambda home: (-_rhythms_over(home, today), home.seen or home.since or date.min))


def _rhythms_over(home: Home, today: date) -> float:
    over, within = late(home, today), rhythm(home.level)
    return over / within if over and within else 0.0


# --- what if


def what_if(lists: Lists, moves: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The lists as they would be if each of these homes were somebody's; what is moved nowhere stays."""
    everybody = {*lists, *moves.values()}
    return {
        each: frozenset(home for home in lists.get(each, ()) if moves.get(home, each) == each)
        | {home for home, to in moves.items() if to == each}
        for each in everybody
    }


def changed(before: Lists, after: Lists) -> set[str]:
    """Whose list would be another."""
    return {each for each in after if after[each] != before.get(each, frozenset())}


def mix(levels: Iterable[int | None]) -> list[tuple[int | None, int]]:
    """How many homes of each need, the greatest first; those of which it is not noted come last."""
    counted = Counter(levels)
    return sorted(counted.items(), key=lambda each: -(each[0] or 0))


@cache
def _levels() -> Mapping[str, Any]:
    told = tomllib.loads((RESOURCES / "practice" / "rhythm.toml").read_text(encoding="utf-8"))
    levels: Mapping[str, Any] = told["levels"]
    return levels
