"""What each refusal means, and what to do next: longer than its own sentence, and there without a network.

Decision. Whatever the program refuses has a stable code, and each code has a paragraph in `resources/help`, by subject.
It is said at the desk and by the command line, and translated like all else. It asks nothing and notes nothing.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple

from caregiver_desk.wording import RESOURCES, fold, say

FOLDER = RESOURCES / "help"


class Paragraph(NamedTuple):
    """In the language that is spoken now; `about` is the subject that it stands under."""

    code: str
    about: str
    title: str
    means: str
    next: str

    def has(self, words: str) -> bool:
        """Whether each of these words stands in it somewhere."""
        told = fold(" ".join(self))
        return all(word in told for word in fold(words).split())


def paragraph(code: str) -> Paragraph:
    """The one of this code. Raises KeyError where it refuses nothing."""
    about, told = _shelf()[code]
    return Paragraph(code, say(about), *(say(told[part]) for part in ("title", "means", "next")))


def every_paragraph() -> list[Paragraph]:
    """All of them, by subject."""
    return [paragraph(code) for code in _shelf()]


@cache
def _shelf() -> dict[str, tuple[str, dict[str, str]]]:
    """What each code is said under, and what is said of it."""
    told = [tomllib.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.toml"))]
    return {code: (each["title"], said) for each in told for code, said in each.items() if code != "title"}
