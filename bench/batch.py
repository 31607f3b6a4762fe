"""Many bundles opened one after the other, beside one bundle that holds their sum."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench import merge, shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spread
from bench.shelf import SUM, Stand

MOST = 1.8
"""Each bundle is signed, committed and marked by itself, durably: 1.4 to 1.5 was measured of 300 times 2,000 changes,
not 1.3, and 1.8 of 30 times 500. Half of what is beyond the sum is the commit of each, a fifth its mark.
"""


def figures(scale: Scale) -> Iterator[Figure]:
    number, changes = scale.batch
    stand = shelf.many(number, changes)
    runs = {"many": lambda: _seconds(stand, stand.bundles()), "one": lambda: _seconds(stand, [stand.bundle(SUM)])}
    taken = in_turns(min(3, scale.times), runs)
    note = spread(taken["many"], taken["one"])
    ratio = middle_ratio(taken["many"], taken["one"])
    yield Figure(f"{number} bundles of {changes:,} changes, one after the other", ratio, "x sum", MOST, note=note)


def _seconds(stand: Stand, bundles: list[Path]) -> float:
    receiver = stand.fresh()
    try:
        return merge.merge(receiver, bundles)
    finally:
        shelf.let_go(receiver)
