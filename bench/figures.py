"""A figure, the floor it has to hold, and how both are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Scale:
    """How much is measured: the sizes a book holds, what comes, and how often."""

    held: tuple[int, ...] = (0, 100_000, 1_000_000)
    coming: int = 100_000
    records: int = 100_000
    batch: tuple[int, int] = (300, 2_000)
    carried: tuple[int, int] = (100, 270_000)
    listed: tuple[int, ...] = (100_000, 1_000_000)
    saves: int = 300
    times: int = 5


QUICK = Scale(
    held=(0, 10_000, 100_000),
    coming=10_000,
    records=10_000,
    batch=(30, 500),
    carried=(20, 12_000),
    listed=(10_000, 100_000),
    saves=100,
    times=3,
)


@dataclass(frozen=True)
class Figure:
    """One line of the report. A `floor` of None is not held to anything."""

    what: str
    value: float
    unit: str
    floor: float | None = None
    better: Literal["more", "less"] = "less"
    note: str = ""

    @property
    def holds(self) -> bool:
        if self.floor is None:
            return True
        return self.value >= self.floor if self.better == "more" else self.value <= self.floor

    def __str__(self) -> str:
        sign = "≥" if self.better == "more" else "≤"
        held = "" if self.floor is None else f"{sign} {self.floor:g}"
        said = "" if self.holds else "BELOW" if self.better == "more" else "ABOVE"
        return f"{self.what:<62} {self.value:>9.3g} {self.unit:<8} {held:>8} {said:<6} {self.note}"
