"""Which roads a site has opened, as the settings show it."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.practice.growth.roads import ABOUT
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store.book import Book


class RoadTold(NamedTuple):
    """One road: what it is, and whether it is open."""

    road: Road
    about: str
    opened: bool


class Roads(NamedTuple):
    """All of them, and whether whose book this is may say otherwise."""

    told: tuple[RoadTold, ...]
    may_say: bool


def roads(book: Book) -> Roads:
    opened = open_roads(book)
    return Roads(tuple(RoadTold(each, ABOUT[each], each in opened) for each in Road), may_say(book))
