"""Areas as figures are told of them: which teams are counted in each, and what lies beside it on the way down.

Decision. The smallest place that a figure is told of is a site of an area: what bears one name there is one. Teams are
told of nowhere. What lies in no area is told as part of the whole alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from caregiver_desk.acts.people.regions import alike_of, lying, sites_of_teams
from caregiver_desk.practice.people.regions import Lying
from caregiver_desk.records.people.people import SITE
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, say

WHOLE = ""  # the place that is everything
Teams = frozenset[str]


class Place(NamedTuple):
    """An area or a site of one: its own word for its level, and the teams that are counted in it."""

    id: str
    name: str
    level: str
    teams: Teams
    is_area: bool


class Step(NamedTuple):
    """One step down from the whole: all that lie beside each other there, and the one on the way."""

    beside: tuple[Teams, ...]
    on: Teams


@dataclass(frozen=True)
class Areas:
    """What lies in what, and which teams are in it; `named` are areas and sites, each site by one of its name."""

    lying: Lying
    named: Mapping[str, Leaf]
    teams: Mapping[str, Teams]  # of each site

    def __contains__(self, place: str) -> bool:
        return place == WHOLE or place in self.named

    @cached_property
    def _counted_in(self) -> Mapping[str, Teams]:
        found: dict[str, Teams] = {}
        for site, teams in self.teams.items():
            for place in (site, *self.lying.above(site)):
                found[place] = found.get(place, frozenset()) | teams
        return found

    def __getitem__(self, place: str) -> Place:
        leaf = self.named[place]
        teams = self._counted_in.get(place, frozenset())
        return Place(place, str(leaf["name"]), str(leaf["level"] or ""), teams, leaf.kind == REGION.name)

    def within(self, place: str) -> list[Place]:
        """What lies one step down, by name; of the whole, the areas that lie in no other."""
        found = self.lying.within(place) if place else self._widest()
        return sorted((self[each] for each in found if each in self.named), key=lambda each: (fold(each.name), each.id))

    def _widest(self) -> list[str]:
        return [place for place in self.named if self[place].is_area and place not in self.lying.steps]

    def steps(self, place: str) -> Iterator[Step]:
        """The way down to a place, from the whole."""
        way = [place, *self.lying.above(place)][::-1] if place else []
        for wider, each in zip((WHOLE, *way), way, strict=False):
            yield Step(tuple(one.teams for one in self.within(wider)), self[each].teams)

    def below(self, place: str = WHOLE, depth: int = 0) -> Iterator[tuple[int, Place]]:
        """All that lies in a place, each before what lies in it, with how deep it lies."""
        for each in self.within(place):
            yield depth, each
            yield from self.below(each.id, depth + 1)


NO_AREAS = Areas(Lying({}), {}, {})


def areas_of(book: Book) -> Areas:
    """As they stand today; a book without any knows none."""
    regions = {each.id: each for each in questions.listing(book, REGION.name, limit=EVERY)}
    if not regions:
        return NO_AREAS
    stands_for = _one_of_a_name(book)
    steps = lying(book).said
    teams: dict[str, set[str]] = {}
    for team, site in sites_of_teams(book).items():
        if site in stands_for:
            teams.setdefault(stands_for[site].id, set()).add(team)
    ones = {each.id: each for each in stands_for.values()}
    said = {place: wider for place, wider in steps.items() if place in regions or place in ones}
    return Areas(Lying(said), regions | ones, {site: frozenset(those) for site, those in teams.items()})


def in_no_area(book: Book) -> list[Leaf]:
    """The sites that lie in none, each by one of its name."""
    placed = lying(book).steps
    ones = {each.id: each for each in _one_of_a_name(book).values() if each.id not in placed}
    return sorted(ones.values(), key=lambda each: (fold(str(each["name"])), each.id))


def _one_of_a_name(book: Book) -> dict[str, Leaf]:
    """Each site, and the one that stands for it and all others of its name in its area."""
    first: dict[tuple[str, str], Leaf] = {}
    sites = sorted(questions.listing(book, SITE.name, limit=EVERY), key=lambda each: each.id)
    return {each.id: first.setdefault(alike_of(each), each) for each in sites}


def called_with_level(place: Place) -> str:
    """An area by its name, with what the organisation calls its level."""
    return say("{area} ({level})", area=place.name, level=place.level) if place.level else place.name
