"""Where two people see the same work differently: how to speak of it, in words.

Levels are put in order here only to see whether two views of one thing lie far apart. Nothing is ever added up, over
things or over people, and how far apart they are is never said as a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caregiver_desk.wording import say

_FAR = 2  # steps between two views that call for care


class TwoViews(NamedTuple):
    """What the two say of one thing; empty where one of them says nothing."""

    words: str
    own: str
    seen: str


def how_to_say_it(told: Iterable[TwoViews], order: Sequence[str]) -> tuple[str, ...]:
    """Where the two views lie far apart: how to speak of it. At most one sentence each way."""
    parted = [(each.words, _step(each, order)) for each in told]
    harder = [words for words, step in parted if step is not None and step >= _FAR]
    kinder = [words for words, step in parted if step is not None and step <= -_FAR]
    begin = say(
        "They see less good work than you did in: {items}. Begin there: say what you saw, and when.",
        items=", ".join(harder),
    )
    ask = say(
        "You saw it otherwise than they do in: {items}. First ask how it was. Then say one thing you saw.",
        items=", ".join(kinder),
    )
    return (*([begin] if harder else []), *([ask] if kinder else []))


def _step(told: TwoViews, order: Sequence[str]) -> int | None:
    """How far what was seen lies above their own view; None where one of them says nothing."""
    if told.own not in order or told.seen not in order:
        return None
    return order.index(told.seen) - order.index(told.own)
