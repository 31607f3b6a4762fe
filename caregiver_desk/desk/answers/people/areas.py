"""The areas of an organisation as its coordinator looks after them: what lies in what, and what lies in none yet."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk.acts.insight.areas import Place, areas_of, in_no_area
from caregiver_desk.records.people.people import SITE
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say


@dataclass(frozen=True)
class Lies:
    """One area or site, with what is told of it and how deep it lies."""

    id: str
    kind: str
    name: str
    told: str
    depth: int = 0


@dataclass(frozen=True)
class Tree:
    """All of them, each before what lies in it; then the sites that lie in no area."""

    placed: tuple[Lies, ...]
    unplaced: tuple[Lies, ...]

    @property
    def words(self) -> str:
        """How many there are, in a line."""
        areas = sum(each.kind == REGION.name for each in self.placed)
        if not areas:
            return say("None yet. An area is what sites lie in: a district, a province.")
        told = [count("{number} area", "{number} areas", areas)]
        if self.unplaced:
            told.append(count("{number} site lies in none", "{number} sites lie in none", len(self.unplaced)))
        return say(" · ").join(told)


def tree(book: Book) -> Tree:
    placed = tuple(_lies(each, depth) for depth, each in areas_of(book).below())
    sites = (Lies(each.id, SITE.name, str(each["name"]), say("site")) for each in in_no_area(book))
    return Tree(placed, tuple(sites))


def _lies(place: Place, depth: int) -> Lies:
    if place.is_area:
        return Lies(place.id, REGION.name, place.name, place.level, depth)
    teams = count("{number} team", "{number} teams", len(place.teams))
    return Lies(place.id, SITE.name, place.name, say("site · {teams}", teams=teams), depth)
