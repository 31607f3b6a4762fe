"""What things are called where a site says nothing, in every version that was ever shipped.

Decision. The words stand in `resources/practice/words.toml`, list by list. A version that was shipped is never changed:
what is called otherwise comes as a version after it that says only what differs. A record names the version it was
written in (`records/worded.py`), and one that names none was written in the first; the last holds for what is new.

Consequences. A release that finds better words takes none from an older record, and both may show side by side. A
version of a newer program reads in the last words that are known here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from caregiver_desk.practice import site_words
from caregiver_desk.practice.site_words import Words
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.wording import RESOURCES, say

FILE = RESOURCES / "practice" / "words.toml"


def said(catalogue: Catalogue, code: str, version: str | None = None) -> str:
    """What it is called: in the words of the site, or, of a record, in those of the version it was written in."""
    if version is None:
        return site_words.called(catalogue, code) or say(words(catalogue)[code])
    then = shipped_in(catalogue, site_words.base_of(version)).get(code)
    return site_words.called_in(version, code) or say(then or words(catalogue)[code])


def words(catalogue: Catalogue) -> Words:
    """What each code of a list is called as it is shipped now."""
    return {code: each for code, each in shipped_in(catalogue, current(catalogue)).items() if each}


@cache
def shipped_in(catalogue: Catalogue, version: str) -> Words:
    """What each code was called in this version; without a name it is the first."""
    told = versions(catalogue)
    until = [name for name in told if name <= version] or list(told)[:1]
    return {code: each for name in until for code, each in told[name].items()}


def current(catalogue: Catalogue) -> str:
    """The version that holds for what is new."""
    return max(versions(catalogue))


def base(catalogue: Catalogue) -> str:
    """The shipped version as a record names it; empty while it is the first, as it is in all records of old."""
    now = current(catalogue)
    return "" if now == min(versions(catalogue)) else now


def versions(catalogue: Catalogue) -> Mapping[str, Words]:
    """Every version of a list, the oldest first, each with what it says otherwise than the one before."""
    told: Mapping[str, Words] = _told()[catalogue]
    return dict(sorted(told.items()))


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
