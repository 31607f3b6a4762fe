"""Other names for everybody of the story, where somebody real is called as one of them is.

Decision. A set of names is chosen by its number, 0 for the names as the story has them. It is put on the texts before
they are read: the story, the exercises, and so every print of them. The number holds for this process, as one hall
hears one story.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache

from caregiver_desk.wording import RESOURCES

_worn = 0


@cache
def _every() -> Mapping[str, Sequence[str]]:
    told = tomllib.loads((RESOURCES / "trainer" / "names.toml").read_text(encoding="utf-8"))
    return dict(told["names"])


def sets() -> int:
    """How many there are, with the names of the story itself."""
    return 1 + min(map(len, _every().values()))


def worn() -> int:
    """The set that is in use."""
    return _worn


def wear(number: int) -> None:
    """Call everybody by this set from now on; beyond the last one the first begins again."""
    global _worn  # noqa: PLW0603 - one hall hears one story
    _worn = number % sets()


@contextmanager
def wearing(number: int) -> Iterator[None]:
    before = worn()
    wear(number)
    try:
        yield
    finally:
        wear(before)


def in_other_names(text: str, number: int) -> str:
    """The same text with everybody called by this set."""
    if number == 0:
        return text
    return _called().sub(lambda found: _every()[found[0]][number - 1], text)


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(_every(), key=len, reverse=True))})\b")
