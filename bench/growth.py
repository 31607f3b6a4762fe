"""Whether a merge costs more in a large book than in an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bench import merge, shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spread
from bench.shelf import RECENT, UNIFORM, Stand

FLOORS = {UNIFORM: 3.0, RECENT: 1.6}
"""The recent edits of a large book come in more streams, each with a tip to check: 1.4 was measured, not 1.3."""


def figures(scale: Scale) -> Iterator[Figure]:
    small, large = (shelf.mixed(held, scale.coming) for held in (min(scale.held), max(scale.held)))
    for number, (name, floor) in enumerate(FLOORS.items()):
        names = (*[UNIFORM][:number], name)  # the recent edits follow the uniform ones
        taken = in_turns(scale.times, {"large": _merging(large, names), "small": _merging(small, names)})
        ratio = middle_ratio(taken["large"], taken["small"])
        what = f"growth: merge into {max(scale.held):,}, {name} edits"
        yield Figure(what, ratio, "x empty", floor, note=spread(taken["large"], taken["small"]))


def _merging(stand: Stand, names: tuple[str, ...]) -> Callable[[], float]:
    return lambda: merge.into_copy(stand, *names)[-1]
