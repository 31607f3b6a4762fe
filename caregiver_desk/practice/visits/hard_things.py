"""Deaths and violence around a list of homes: what counts as one, and for how long it is told beside the load.

Context. Whoever walks to homes in which people died, or is robbed on the way, carries more than a number of homes says.
A figure of it would soon be laid beside the figure of somebody else.

Decision. They are told in words beside one list: once, or more than once, and what is asked then. Nothing is added to a
load, and no list is put in order by it. Doors that were not safe and homes that were closed stand in records that the
team reads. Deaths and violence that two people spoke of are read from what is between these two, so no other book can
tell them. What weighs on somebody at home is none of it.

Consequences. After so many days as a site says it is told no more, however heavy it was: that is for the two to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.wellbeing.events import incident
from caregiver_desk.records.visits.safety import IncidentSort
from caregiver_desk.records.wellbeing.wellbeing import HardEvent, StressorCode

Told = Mapping[str, Any]  # the fields of a record

DEATHS = frozenset({HardEvent.CHILD_DIED, HardEvent.CLIENT_DIED, HardEvent.SUICIDE})
SAYS_DEATH = frozenset({StressorCode.G1, StressorCode.G2, StressorCode.G5})
MANY_DEATHS = StressorCode.G2
VIOLENCE = frozenset(
    {
        IncidentSort.ROBBERY,
        IncidentSort.ASSAULT,
        IncidentSort.THREAT,
        IncidentSort.HARASSMENT,
        IncidentSort.SHOOTING,
    }
)
MORE_THAN_ONCE = 2


class Near(NamedTuple):
    """How often death and violence came near a list: 0, 1, or 2 for more than once."""

    deaths: int = 0
    violence: int = 0


def told_from(norms: Norms, today: date) -> date:
    """The first day of which it is still told."""
    return today - timedelta(norms.hard_things - 1)


def near(burdens: Iterable[Told], incidents: Iterable[Told], first: date) -> Near:
    """What came near one list since this day, from what weighs on its caregiver and from what happened to them.

    What happened on one day is told as one, for a burden and an incident are often written of the same thing.
    """
    lately = [each for each in burdens if _day(each) >= first]
    deaths = {each.get("household") or _day(each) for each in lately if _is_death(each)}
    many = any(MANY_DEATHS in _codes(each) for each in lately)
    violence = {_day(each) for each in lately if _is_violence(each)}
    violence |= {_day(each) for each in incidents if each.get("sort") in VIOLENCE and _day(each) >= first}
    return Near(MORE_THAN_ONCE if many else _often(deaths), _often(violence))


def _often(found: set[Any]) -> int:
    return min(len(found), MORE_THAN_ONCE)


def _is_death(burden: Told) -> bool:
    event = burden.get("event")
    return event in DEATHS if event else bool(_codes(burden) & SAYS_DEATH)


def _is_violence(burden: Told) -> bool:
    event = burden.get("event")
    sort = incident(HardEvent(event)) if event else None
    return sort is not None and sort in VIOLENCE


def _codes(burden: Told) -> frozenset[str]:
    return frozenset(burden.get("codes") or ())


def _day(told: Told) -> date:
    """When it happened; of what nobody dated, long ago."""
    said = next((told[name] for name in ("happened", "since", "day") if told.get(name)), None)
    return date.fromisoformat(str(said)) if said else date.min
