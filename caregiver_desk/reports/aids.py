"""Job aids: one page each to read before a hard thing, and the words of the desk.

Decision. They are data in our own words (`resources/aids`), each with its version and source, shown at the desk, told
by the command line and printed from one document. They ask nothing and note nothing: who reads them is nobody's matter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.wording import RESOURCES, say

NAMES = ("listening", "grief", "boundaries", "noticing", "self_care", "glossary")


def called(name: str) -> str:
    """What a page is called."""
    return say(_told(name)["title"])


def aid(name: str) -> Document:
    """The page of one of `NAMES`."""
    told = _told(name)
    version = say("{source}. Version {version}.", source=_beginning(say(told["source"])), version=told["version"])
    return Document(say(told["title"]), (say(told["when"]), version), tuple(_sections(told)))


def _sections(told: dict[str, Any]) -> Iterator[Section]:
    for part in told.get("parts", ()):
        yield Section(say(part["title"]), tuple(Line("", say("• {words}", words=say(each))) for each in part["lines"]))
    if words := told.get("words"):
        meant = sorted((say(word), say(meaning)) for word, meaning in words.items())
        yield Section(say("What they mean here"), tuple(Line(*each) for each in meant))


def _beginning(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


@cache
def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "aids" / f"{name}.toml").read_text(encoding="utf-8"))
