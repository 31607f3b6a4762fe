"""What is asked at a check-in of each kind, in which order, and how long one usually takes.

It is data (`resources/practice/check_ins.toml`, `words.toml`): each kind has its lines with prompts of our own, or the
site's, which stand where nothing is written yet. What has words is always shown, whatever the kind: nobody's words go
out of sight because another kind was chosen.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import Any, NamedTuple

from caregiver_desk.practice import shipped_words
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.supervision.supervision import CheckInType
from caregiver_desk.wording import RESOURCES, later, say

READ_ON = {
    "situation": later("What happened, what it was like, what to try")
}  # not asked any more; what is there stays
AT_HAND = (CheckInType.ONE_TO_ONE, CheckInType.BRIEF)  # kinds that are offered at once; the others wait behind these


class Ask(NamedTuple):
    """One line of a talk. It is shown once the line that it comes `after` holds words."""

    field: str
    prompt: str
    after: str = ""


class Structure(NamedTuple):
    """A kind of check-in: its usual length in minutes, its lines, and what is chosen at its head."""

    minutes: int
    asks: tuple[Ask, ...]
    also: tuple[str, ...]
    source: str


def structure(sort: CheckInType, version: str | None = None) -> Structure:
    """What is asked, in the words of the site; of a talk that is kept, in those of the version it was written in."""
    told = _told()[str(sort)]
    lines = (Ask(each["field"], _prompt(sort, each, version), each.get("after", "")) for each in told["asks"])
    return Structure(told["minutes"], tuple(lines), tuple(told.get("also", ())), say(told["source"]))


def _prompt(sort: CheckInType, line: Mapping[str, str], version: str | None) -> str:
    return shipped_words.said(Catalogue.CHECK_INS, code_of(sort, line["field"]), version)


def code_of(sort: CheckInType, field: str) -> str:
    """The code under which a site says what this kind of check-in asks in this line."""
    return f"{sort.replace(' ', '-')}-{field}"


def places() -> dict[str, tuple[CheckInType, str]]:
    """Where each of these stands: in which kind, in which line."""
    return {
        code_of(sort, each["field"]): (sort, each["field"]) for sort in CheckInType for each in _told()[sort]["asks"]
    }


def asks(sort: CheckInType, begun: Collection[str] = ()) -> tuple[str, ...]:
    """The lines that a talk of this kind shows, in order; `begun` are those that hold words already."""
    return tuple(each.field for each in structure(sort).asks if not each.after or each.after in begun)


def prompts(sort: CheckInType, version: str | None = None) -> dict[str, str]:
    """What stands in each line of this kind before anything is written."""
    return {each.field: each.prompt for each in structure(sort, version).asks}


def every_line() -> dict[str, str]:
    """The lines of all kinds with a prompt each, in one order that holds for every kind."""
    order = TopologicalSorter[str]()
    found = {name: say(words) for name, words in READ_ON.items()}
    for sort in CheckInType:
        lines = structure(sort).asks
        for before, line in pairwise(lines):
            order.add(line.field, before.field)
        found = {each.field: each.prompt for each in lines} | found
    return {name: found[name] for name in (*READ_ON, *order.static_order())}


def version() -> str:
    return str(_told()["version"])


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "check_ins.toml").read_text(encoding="utf-8"))
