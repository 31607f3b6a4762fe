"""What counts as a death or as violence around a list, and for how long it is told: never how often."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.visits.hard_things import Near, near, told_from

FIRST = date(2026, 3, 2)
IN_TIME, BEFORE = "2026-03-02", "2026-03-01"


def burden(codes: str = "", event: str | None = None, day: str | None = IN_TIME, **more: Any) -> dict[str, Any]:
    return {"codes": codes.split(), "event": event, "happened": None, "since": day, "household": None, **more}


def incident(sort: str, day: str = IN_TIME) -> dict[str, Any]:
    return {"sort": sort, "day": day}


@pytest.mark.parametrize(
    ("burdens", "incidents", "told"),
    [
        ([], [], Near(0, 0)),
        ([burden("G1")], [], Near(1, 0)),
        ([burden("G5", day=BEFORE)], [], Near(0, 0)),
        ([burden("G5", day=BEFORE, happened=IN_TIME)], [], Near(1, 0)),
        ([burden("G1", day=None)], [], Near(0, 0)),
        ([burden("G2")], [], Near(2, 0)),
        ([burden("G1", "death of a child"), burden("G1", "death of a client")], [], Near(1, 0)),
        ([burden("G1", household="one"), burden("G1", household="another")], [], Near(2, 0)),
        ([burden("P2", "death in the family"), burden("P2", "death in the team")], [], Near(0, 0)),
        ([burden("P5"), burden("S3"), burden("G3", "disclosure heard")], [], Near(0, 0)),
        ([burden("S1", "robbery")], [incident("robbery")], Near(0, 1)),
        ([], [incident("threat"), incident("assault", "2026-03-09"), incident("robbery", "2026-03-10")], Near(0, 2)),
        ([], [incident("dog"), incident("road"), incident("near miss"), incident("robbery", BEFORE)], Near(0, 0)),
    ],
)
def test_it_is_told_as_once_or_more_than_once_and_what_is_at_home_is_none_of_it(
    burdens: list[dict[str, Any]], incidents: list[dict[str, Any]], told: Near
) -> None:
    assert near(burdens, incidents, FIRST) == told


def test_a_site_says_for_how_many_days_it_is_told() -> None:
    assert told_from(norms({}), date(2026, 3, 31)) == date(2026, 1, 1)
    assert told_from(norms({"hard_things": 14}), date(2026, 3, 15)) == FIRST
