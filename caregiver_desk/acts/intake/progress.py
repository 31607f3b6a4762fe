"""Saying how far a long sheet has come. Whoever listens may raise Stopped, and then nothing has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")

_EVERY = 50


class Stage(StrEnum):
    LOOKING = "looking"
    SAVING = "saving"


Hears = Callable[[Stage, int, int], None]


def nobody(_stage: Stage, _done: int, _of: int) -> None:
    """Nobody listens."""


def told(stage: Stage, items: Sequence[T], hears: Hears) -> Iterator[T]:
    """Each of these, saying now and then how many are done."""
    for done, item in enumerate(items):
        if done % _EVERY == 0:
            hears(stage, done, len(items))
        yield item
    hears(stage, len(items), len(items))
