"""Capability frameworks: read from a file, written as a site keeps them, and two views of each statement.

A file is TOML, or a table (CSV) with the columns `group`, `code` and `words`, in which the levels stand under the group
`level` from the first to the last. The shipped frameworks are written for this project, in plain words.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

from caregiver_desk.practice import two_views
from caregiver_desk.practice.two_views import TwoViews
from caregiver_desk.records.growth.framework import ForWhom
from caregiver_desk.wording import RESOURCES, say

MOST_STATEMENTS, MOST_LEVELS, LONGEST_WORDS, LONGEST_GROUP = 60, 6, 200, 80
_FEWEST_LEVELS = 2
LARGEST = 200_000  # letters of a file
_LEVEL = "level"  # the group under which a table holds its levels
_CODE = re.compile(r"[a-z0-9-]{1,40}")
_LETTERS = 8  # of a digest, enough to tell versions of one site apart


class Level(NamedTuple):
    code: str
    words: str


class Statement(NamedTuple):
    code: str
    group: str
    words: str


class Framework(NamedTuple):
    """What good work needs: a name, levels from the first to the last, statements group by group."""

    name: str
    levels: tuple[Level, ...]
    statements: tuple[Statement, ...]

    @property
    def version(self) -> str:
        """After its words: who loads the same says the same."""
        return hashlib.sha256(written(self).encode()).hexdigest()[:_LETTERS]

    def groups(self) -> Iterator[tuple[str, list[Statement]]]:
        for title, inside in groupby(self.statements, key=lambda each: each.group):
            yield title, list(inside)

    def level(self, code: str) -> str:
        """What a level is called; one that is not of this framework stays as it came."""
        return next((each.words for each in self.levels if each.code == code), code)


class NotRead(Exception):  # noqa: N818 - it is a sentence about a file
    """Why a file is no framework, in a sentence."""


def read_table(text: str, name: str) -> Framework:
    """A framework from a table. Raises NotRead."""
    _short_enough(text)
    rows = list(csv.DictReader(io.StringIO(text)))
    if not rows or not {"group", "code", "words"} <= {str(each) for each in rows[0]}:
        raise NotRead(say("its first line names the columns group, code and words"))
    told = [{key: str(each.get(key) or "").strip() for key in ("group", "code", "words")} for each in rows]
    levels = tuple(Level(each["code"], each["words"]) for each in told if each["group"] == _LEVEL)
    statements = [Statement(each["code"], each["group"], each["words"]) for each in told if each["group"] != _LEVEL]
    return _sound(Framework(name, levels, tuple(_together(statements))))


def read(text: str, name: str = "") -> Framework:
    """A framework from TOML. Raises NotRead."""
    _short_enough(text)
    try:
        told: dict[str, Any] = tomllib.loads(text)
        levels = tuple(Level(str(each["code"]), str(each["words"])) for each in told["level"])
        statements = tuple(
            Statement(str(each["code"]), str(group["title"]), str(each["words"]))
            for group in told["group"]
            for each in group["statement"]
        )
        return _sound(Framework(str(told.get("name") or name), levels, tuple(_together(statements))))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        raise NotRead(say("it names its levels, its groups, and the statements of each")) from None


def _short_enough(text: str) -> None:
    if len(text) > LARGEST:
        raise NotRead(say("it is far longer than a list of statements"))


def _together(statements: Sequence[Statement]) -> list[Statement]:
    """Statements of one group beside each other, groups in the order in which they began."""
    order = list(dict.fromkeys(each.group for each in statements))
    return sorted(statements, key=lambda each: order.index(each.group))


def _sound(told: Framework) -> Framework:
    """The framework, if it can be shown and spoken of. Raises NotRead."""
    every: list[Level | Statement] = [*told.levels, *told.statements]
    codes = [[each.code for each in told.levels], [each.code for each in told.statements]]
    if not _FEWEST_LEVELS <= len(told.levels) <= MOST_LEVELS:
        raise NotRead(say("it has from {least} to {most} levels", least=_FEWEST_LEVELS, most=MOST_LEVELS))
    if not 0 < len(told.statements) <= MOST_STATEMENTS:
        raise NotRead(say("it has at least one statement, and at most {most}", most=MOST_STATEMENTS))
    if any(not _CODE.fullmatch(each.code) for each in every) or any(len(set(each)) < len(each) for each in codes):
        raise NotRead(say("each code is there once, in small letters, figures and hyphens, at most 40 of them"))
    if not told.name or any(not 0 < len(each.words) <= LONGEST_WORDS for each in every):
        raise NotRead(say("it has a name, and each of its lines words, at most {most} letters", most=LONGEST_WORDS))
    if any(not 0 < len(each.group) <= LONGEST_GROUP for each in told.statements):
        raise NotRead(
            say("each statement stands in a group, whose name has at most {most} letters", most=LONGEST_GROUP)
        )
    return told


def written(told: Framework) -> str:
    """As a record keeps it."""
    parts = [f"name = {_quoted(told.name)}"]
    parts += [f"[[level]]\ncode = {_quoted(each.code)}\nwords = {_quoted(each.words)}" for each in told.levels]
    for title, inside in told.groups():
        parts.append(f"[[group]]\ntitle = {_quoted(title)}")
        parts += [f"[[group.statement]]\ncode = {_quoted(each.code)}\nwords = {_quoted(each.words)}" for each in inside]
    return "\n".join(parts)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


@cache
def shipped(whom: ForWhom) -> Framework:
    """What stands where a site has loaded nothing of its own."""
    return read((RESOURCES / "practice" / f"framework_{whom}.toml").read_text(encoding="utf-8"))


def how_to_say_it(told: Framework, own: Mapping[str, str], seen: Mapping[str, str]) -> tuple[str, ...]:
    """Where the two views of a statement lie far apart: how to speak of it, in words."""
    lines = (TwoViews(each.words, own.get(each.code, ""), seen.get(each.code, "")) for each in told.statements)
    return two_views.how_to_say_it(lines, [each.code for each in told.levels])
