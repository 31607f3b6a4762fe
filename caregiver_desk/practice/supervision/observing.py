"""What is said of a visit together: the items in their words, where two views part, and what changed over time.

The words stand in `resources/practice/observation.toml`, by version. Levels are put in order only to see whether two
views of one item lie far apart, or whether one item moved; nothing is ever added up, over items or over people.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from caregiver_desk.practice import site_words, two_views
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.two_views import TwoViews
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.supervision.observation import Asked, Item, Level, ObservationState
from caregiver_desk.wording import RESOURCES, full_day, say

SAID_YES = frozenset({Asked.BEFORE, Asked.AT_THE_DOOR})
COMPLETE = frozenset({ObservationState.DONE, ObservationState.SPOKEN, ObservationState.ANSWERED})
FAMILY = ("family_listened", "family_useful", "family_change")
SIDES = ("own", "seen")  # who says it, in the names of the fields
_ORDER = (Level.NOT_YET, Level.SOMETIMES, Level.MOSTLY, Level.STRONGLY)
_AT_BEST = "-strongly"  # what ends the code of an item at its best


class Worded(NamedTuple):
    """An item as it is called, and what it looks like at its best."""

    item: Item
    words: str
    strongly: str


class Views(NamedTuple):
    """What the two said of the items on one day; `rubric` is the version in whose words."""

    day: date
    rubric: str
    own: Mapping[Item, Level]
    seen: Mapping[Item, Level]


def current() -> str:
    """The shipped version that is written in now, where the site has no words of its own."""
    return str(_told()["current"])


def items(rubric: str = "") -> tuple[Worded, ...]:
    """The items in the words of this version; one that this program does not know reads in today's words.

    Without a version they are those in force. A site's version stands upon a shipped one, which says what it does not.
    """
    version = rubric or site_words.current(Catalogue.OBSERVATION, current())
    ours, versions = site_words.said_in(version), _told()["versions"]
    told = versions.get(site_words.base_of(version), versions[current()])["items"]
    return tuple(_worded(each, told[each], ours) for each in Item)


def _worded(item: Item, told: Mapping[str, str], ours: Mapping[str, str]) -> Worded:
    words, strongly = ours.get(item, ""), ours.get(at_best(item), "")
    return Worded(item, words or say(told["words"]), strongly or say(told["strongly"]))


def at_best(item: Item) -> str:
    """The code under which a site says what this looks like at its best."""
    return f"{item}{_AT_BEST}"


def is_at_best(code: str) -> bool:
    return code.endswith(_AT_BEST)


def shipped() -> dict[str, str]:
    """What each item is called, and what it looks like at its best, where a site says nothing."""
    told = _told()["versions"][current()]["items"]
    called = [(each, (say(told[each]["words"]), say(told[each]["strongly"]))) for each in Item]
    return {code: words for each, both in called for code, words in zip((str(each), at_best(each)), both, strict=True)}


def views(day: date, values: Mapping[str, Any]) -> Views:
    """The levels that stand in a record."""
    own, seen = (
        {each: Level(values[f"{side}_{each}"]) for each in Item if values.get(f"{side}_{each}")} for side in SIDES
    )
    return Views(day, str(values.get("rubric") or ""), own, seen)


def how_to_say_it(said: Views) -> tuple[str, ...]:
    """Where the two views lie far apart: how to speak of it, in words. At most one sentence each way."""
    told = (
        TwoViews(each.words, said.own.get(each.item, ""), said.seen.get(each.item, "")) for each in items(said.rubric)
    )
    return two_views.how_to_say_it(told, _ORDER)


def over_time(told: Iterable[Views]) -> tuple[tuple[str, str], ...]:
    """Item by item what was seen, visit by visit in words, for the eyes of the one it is about."""
    in_order = sorted(told, key=lambda each: each.day)
    lines = ((each.words, _course(each.item, in_order)) for each in items())
    return tuple((words, course) for words, course in lines if course)


def _course(item: Item, told: Sequence[Views]) -> str:
    """What was seen of it each time; what stayed the same is said once, with its first day."""
    known = [(each.day, each.seen[item]) for each in told if each.seen.get(item, Level.NOT_SEEN) != Level.NOT_SEEN]
    turns = [next(same) for _, same in groupby(known, key=lambda each: each[1])]
    return " → ".join(say("{day} {level}", day=full_day(day), level=say(str(level))) for day, level in turns)


def waited_too_long(day: date, spoken: date, norms: Norms) -> bool:
    """Whether feedback came so late that the visit is hardly remembered."""
    return spoken > day + timedelta(norms.word_late)


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "observation.toml").read_text(encoding="utf-8"))
