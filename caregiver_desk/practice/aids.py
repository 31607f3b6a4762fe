"""The lines of the job aids as they are shipped, and as a site says them.

Decision. A site may say a line otherwise, and add a few of its own; its words are a version, as all its words are. A
line is known by its own words: where a later release says it otherwise, what a site said in its place holds no more,
and nobody reads it under a sentence it was not meant for. What is `fixed` in the data is said by nobody otherwise: whom
to ring, what the law says, that anyone may report. Whatever a site adds stands below it.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.site_words import called, called_in
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.wording import RESOURCES, say

NAMES = ("listening", "grief", "boundaries", "noticing", "self_care", "raising", "glossary")
OWN = 3  # lines that a site may add to a page
_LETTERS = 6  # of a digest, enough to tell the lines of one page apart


class Said(NamedTuple):
    """A line: as the site says it or, where that is empty, as it is shipped."""

    shipped: str
    ours: str = ""


def told(name: str) -> dict[str, Any]:
    """A page as the data has it."""
    return _told(name)


def line(name: str, words: str, version: str | None = None, *, fixed: bool = False) -> Said:
    """A line of this page, as it is shipped and as the site says it now, or said it in a version."""
    return Said(say(words), "" if fixed else _said(code_of(name, words), version))


def own(name: str, version: str | None = None) -> tuple[str, ...]:
    """What the site adds to this page, or added in a version."""
    return tuple(filter(None, (_said(code, version) for code in _own_codes(name))))


def _said(code: str, version: str | None) -> str:
    return called(Catalogue.AIDS, code) if version is None else called_in(version, code)


def code_of(name: str, words: str) -> str:
    """Under which a site says this line otherwise."""
    return f"{name}-{hashlib.sha256(words.encode()).hexdigest()[:_LETTERS]}"


def page_of(code: str) -> str:
    """The page on which a code stands."""
    return code.rpartition("-")[0]


def is_own(code: str) -> bool:
    return re.search(r"-ours\d$", code) is not None


def shipped() -> dict[str, str]:
    """Each line that a site may say, by its code; of those it adds, what they are."""
    return {code: words for name in NAMES for code, words in _sayable(name)}


def _sayable(name: str) -> Iterator[tuple[str, str]]:
    page = _told(name)
    for part in page.get("parts", ()):
        if not part.get("fixed"):
            yield from ((code_of(name, each), say(each)) for each in part["lines"])
    for word, meaning in page.get("words", {}).items():
        yield code_of(name, meaning), say("{word}: {meaning}", word=say(word), meaning=say(meaning))
    yield from ((code, say("a line of our own")) for code in _own_codes(name))


def _own_codes(name: str) -> list[str]:
    return [f"{name}-ours{number}" for number in range(1, OWN + 1)]


@cache
def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "aids" / f"{name}.toml").read_text(encoding="utf-8"))
