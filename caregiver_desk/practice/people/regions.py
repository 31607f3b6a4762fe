"""What lies in what: sites in regions, regions in wider ones, to any depth.

Two coordinators may each put one region into the other, and both be right when they wrote. Such a circle is shown until
somebody mends it; meanwhile no step of it counts, so what is in it lies in nothing wider. So every book reads the same,
and no question goes round for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Lying:
    """What each lies in, as it was `said`; what lies in nothing is not there."""

    said: Mapping[str, str]

    @cached_property
    def circles(self) -> frozenset[str]:
        """All that would lie in itself, over however many steps."""
        found: set[str] = set()
        seen: set[str] = set()
        for place in self.said:
            way = self._new_way(place, seen)
            end = self.said.get(way[-1]) if way else None
            found.update(way[way.index(end) :] if end in way else ())
            seen.update(way)
        return frozenset(found)

    def _new_way(self, place: str, seen: set[str]) -> list[str]:
        """From here on to what lies in nothing, or was passed already."""
        way: dict[str, None] = {}
        while place in self.said and place not in seen and place not in way:
            way[place] = None
            place = self.said[place]
        return list(way)

    @cached_property
    def steps(self) -> Mapping[str, str]:
        """What counts of it."""
        return {each: wider for each, wider in self.said.items() if each not in self.circles}

    @cached_property
    def _within(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for each, wider in self.steps.items():
            found.setdefault(wider, []).append(each)
        return found

    def above(self, place: str) -> Iterator[str]:
        """What a place lies in, the nearest first."""
        while place in self.steps:
            place = self.steps[place]
            yield place

    def within(self, place: str) -> list[str]:
        """What lies in a place, one step down."""
        return self._within.get(place, [])
