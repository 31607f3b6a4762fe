"""Which roads a site has opened, as the settings show it."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.growth.roads import not_yet, open_roads
from caregiver_desk.practice.growth.roads import ABOUT
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store.book import Book


class RoadTold(NamedTuple):
    """One road: what it is, whether it is open, and where it is not open yet although it is here."""

    road: Road
    about: str
    opened: bool
    not_yet: tuple[str, ...] = ()


class Roads(NamedTuple):
    """All of them, and whether whose book this is may say otherwise."""

    told: tuple[RoadTold, ...]
    may_say: bool


def roads(book: Book) -> Roads:
    opened, lacking = open_roads(book), not_yet(book)
    where = {road: tuple(each.name for each in lacking if road in each.roads) for road in opened}
    return Roads(
        tuple(RoadTold(each, ABOUT[each], each in opened, where.get(each, ())) for each in Road), may_say(book)
    )
