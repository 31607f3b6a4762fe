"""What the laws say of many worlds: each is played once, before all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from books import Book
from laws import Trial
from worlds import World, shortest

Verdict = Callable[[str], str]


def breaks(world: World, law: str, make: type[Book] = Book) -> bool:
    return any(complaint.law == law for complaint in Trial(world, make).complaints)


def verdict_on(worlds: Iterable[World]) -> Verdict:
    """Of a law: nothing, or the first world that breaks it, in its shortest form, and how."""
    guilty: dict[str, World] = {}
    for world in worlds:
        for complaint in Trial(world).complaints:
            guilty.setdefault(complaint.law, world)

    def report(law: str) -> str:
        if law not in guilty:
            return ""
        world = shortest(guilty[law], lambda world: breaks(world, law))
        return "\n".join(("", str(world), *(each.what for each in Trial(world).complaints if each.law == law)))

    return report
