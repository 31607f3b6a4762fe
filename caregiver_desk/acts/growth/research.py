"""Small projects of people who work here, on the road of that name."""

from __future__ import annotations

from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, in_order, keep
from caregiver_desk.records.growth.research import RESEARCH_PROJECT
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.wording import say


def beyond_the_days(wish: Wish) -> str:
    """More days than were granted are kept as they are, and said."""
    if wish["granted"] is None or (wish["used"] or 0) <= wish["granted"]:
        return ""
    return say("More days were used than were granted. Speak of it with who grants them.")


keep(
    RESEARCH_PROJECT,
    "growth",
    asks_for(Road.RESEARCH),
    in_order(),
    heed=beyond_the_days,
    labels={"record": "Record a research project"},
)
