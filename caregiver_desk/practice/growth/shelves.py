"""The shelves of the page Growth: which kinds of records stand where, and on which road.

Decision. A simple kind costs its declaration and a shelf in `resources/practice/shelves.toml`, and no widget: the page
lists its records, opens them in the form that follows from their declaration, and begins new ones by its act.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.records.growth.roads import Road
from caregiver_desk.wording import RESOURCES


class Shelf(NamedTuple):
    """Where records of some kinds stand. Without a road it is always there."""

    name: str
    label: str
    chapter: str
    says: str  # what it is for, in a sentence, where it is empty
    kinds: tuple[str, ...]
    begins: tuple[str, ...]  # the acts by which something new is put there
    road: Road | None = None
    own: bool = False  # only what one's own site says: each site has its copy


@cache
def every_shelf() -> tuple[Shelf, ...]:
    """In the order in which they are shown, chapter by chapter."""
    told = tomllib.loads((RESOURCES / "practice" / "shelves.toml").read_text(encoding="utf-8"))
    shelves = [_shelf(each) for each in told.get("shelf", ())]
    return tuple(each for chapter in told["chapters"] for each in shelves if each.chapter == chapter)


def shelves(opened: Collection[Road]) -> tuple[Shelf, ...]:
    """The shelves of a site that has opened these roads."""
    return tuple(each for each in every_shelf() if each.road is None or each.road in opened)


def _shelf(told: dict[str, Any]) -> Shelf:
    road = Road(told["road"]) if "road" in told else None
    named = (told["name"], told["label"], told["chapter"], told["says"])
    return Shelf(*named, tuple(told["kinds"]), tuple(told["begins"]), road, bool(told.get("own")))
