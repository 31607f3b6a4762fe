"""How a figure is taken: processor seconds, taken in turns, and the middle one of several.

Context. Wall time on a shared machine says more about the neighbours than about us. Absolute rates drift by half from
hour to hour. Decision. What is compared is run in turns within one process, and counted in processor seconds (user and
system) of every process that took part. Only the ratio is kept. Consequence. Times of disks are in it as far as the
kernel worked for them; a slow disk must be judged on the machine that has it. The clock of another process is read as
Linux numbers it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median


@dataclass
class Spent:
    """Seconds of processors, and on the wall."""

    cpu: float = 0.0
    wall: float = 0.0


@contextmanager
def spending(worker: int | None = None) -> Iterator[Spent]:
    """Counts what this process and a worker of it spend until the end of the block."""
    spent = Spent()
    gc.collect()
    gc.freeze()
    cpu, wall = _cpu(worker), time.perf_counter()
    try:
        yield spent
    finally:
        spent.cpu, spent.wall = _cpu(worker) - cpu, time.perf_counter() - wall
        gc.unfreeze()


def _cpu(worker: int | None) -> float:
    return time.process_time() + (cpu_of(worker) if worker else 0.0)


def cpu_of(process: int) -> float:
    """Seconds that another process of ours has spent so far."""
    return time.clock_gettime(~process << 3 | 2)


def in_turns(times: int, runs: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each run spent, one of each after the other, so that a noisy minute falls on all."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(times):
        for name, run in runs.items():
            taken[name].append(run())
    return taken


def middle_ratio(over: list[float], under: list[float]) -> float:
    """The middle one of the ratios of runs that stood side by side."""
    return median(a / b for a, b in zip(over, under, strict=True))


def spread(over: list[float], under: list[float]) -> str:
    """The smallest and the greatest of these ratios."""
    ratios = [a / b for a, b in zip(over, under, strict=True)]
    return f"{min(ratios):.2f}–{max(ratios):.2f}"


def percentile(times: list[float], part: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]
