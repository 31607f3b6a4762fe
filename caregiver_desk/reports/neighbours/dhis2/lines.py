"""On which line of a TOML file something stands, so that what is wrong with it can be found."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from caregiver_desk.errors import CannotRead
from caregiver_desk.wording import say

LONGEST = 1 << 20  # bytes of a file that a person fills in
_HEAD = re.compile(r"\s*\[\[?\s*([\w.]+)\s*\]\]?\s*(#.*)?")
_KEY = re.compile(r"\s*(?:\"([^\"]*)\"|([\w-]+))\s*=")
_AT = re.compile(r"at line (\d+)")


class Place(NamedTuple):
    """A key within a table; of tables of one name, the how manieth, from 0."""

    table: str = ""
    number: int = 0
    key: str = ""


class Fault(NamedTuple):
    """What is wrong, and on which line, from 1; 0 where it stands on none."""

    line: int
    words: str

    def __str__(self) -> str:
        return say("Line {line}: {words}", line=self.line, words=self.words) if self.line else self.words


class Written(NamedTuple):
    """What a file says, and the lines of what it says."""

    told: Mapping[str, Any]
    lines: Mapping[Place, int]

    def line(self, place: Place) -> int:
        """Its own line, or that of its table."""
        return self.lines.get(place) or self.lines.get(place._replace(key="")) or 0


def read(path: Path) -> Written | Fault:
    """The file as it is written; a fault where it is none. Raises CannotRead."""
    try:
        with path.open("rb") as file:
            raw = file.read(LONGEST + 1)
    except OSError:
        raise CannotRead(reason=say("it is not there, or you may not read it")) from None
    if len(raw) > LONGEST:
        return Fault(0, say("This file is too long for a mapping."))
    try:
        text = raw.decode("utf-8-sig")
        return Written(tomllib.loads(text), _lines(text))
    except UnicodeDecodeError:
        return Fault(0, say("This file is no text in UTF-8."))
    except tomllib.TOMLDecodeError as trouble:
        found = _AT.search(str(trouble))
        return Fault(int(found[1]) if found else 0, say("this cannot be read as TOML"))


def _lines(text: str) -> dict[Place, int]:
    found: dict[Place, int] = {}
    many: Counter[str] = Counter()
    table = Place()
    for number, line in enumerate(text.split("\n"), 1):
        if head := _HEAD.fullmatch(line.rstrip("\r")):
            table = Place(head[1], many[head[1]])
            many[head[1]] += 1
            found[table] = number
        elif key := _KEY.match(line):
            found.setdefault(table._replace(key=key[1] or key[2]), number)
    return found
