"""The words of an exercise's form in one language: its headings, the line below the title, and “then”.

Decision. They are data beside the texts (`words.toml`, in the folder of each language), so a language comes without a
new program. The form is one: what is called a scene here and a “toneel” there is the same part.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer import languages
from caregiver_desk.wording import RESOURCES, fold, say

SHIPPED = RESOURCES / "trainer" / "exercises"

WORDS = "words.toml"
HINT = "hint"
_NUMBER = r"\d{1,3}"  # what is longer is no minute and no week
_NAMED = re.compile(r"\{(\w+)\}")
_PLACE = re.compile(r"\\\{(\w+)\\\}")


class Found(NamedTuple):
    """A heading, by its English name, and after how many minutes its hint comes, if it is one."""

    heading: str
    minutes: int = 0


class About(NamedTuple):
    """What the line below the title says: `beside` and `week` only where it names them."""

    minutes: int
    laptop: str
    beside: str = ""
    week: int | None = None


@dataclass(frozen=True)
class Form:
    """`told` is what stands in the file of a language; `code` its tag, such as `af`."""

    code: str
    told: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Of the language, in itself."""
        return str(self.told["name"])

    @property
    def reviewed_by(self) -> str:
        """Who speaks it and read it through; empty until somebody did."""
        return str(self.told["reviewed-by"])

    @property
    def sentences(self) -> Mapping[str, str]:
        """What stands on a paper or beside an exercise, by its English; what is not there is said in English."""
        return cast("Mapping[str, str]", self.told.get("sentences", {}))

    @property
    def headings(self) -> Mapping[str, str]:
        """How each is called here, by its English name."""
        return {name.replace("_", " "): str(called) for name, called in self.told["headings"].items()}

    @property
    def then(self) -> str:
        """What stands before a point that waits for those above it."""
        return f"{self.told['then']} "

    def called(self, heading: str) -> str:
        """A heading as it is written, a hint after some minutes."""
        return self.headings[heading].format(minutes=self.minutes(3))

    def minutes(self, number: int) -> str:
        """So many, in words."""
        return str(self.told["minute" if number == 1 else "minutes"]).format(number=number)

    def heading(self, words: str) -> Found | None:
        """Which one a line is, if it is one."""
        for heading, pattern in self._patterns.items():
            if found := pattern.fullmatch(_plain(words)):
                return Found(heading, _number(found.groupdict().get("minutes") or ""))
        return None

    def about(self, words: str) -> About | None:
        """What the line below the title says, if it is understood."""
        found = self._about.fullmatch(_plain(words))
        if not found:
            return None
        told, laptops = found.groupdict(), {_plain(called): name for name, called in self.told["laptops"].items()}
        beside, week = laptops.get(told["beside"] or "", ""), told["week"]
        return About(_number(told["minutes"]), laptops[told["laptop"]], beside, int(week) if week else None)

    def example(self) -> str:
        """Such a line."""
        told = self.told["about"]
        return str(told["first"]).format(minutes=self.minutes(10), laptop=self.told["laptops"]["north"])

    def what_is_wrong(self) -> str:
        """Why no text could be read in these words; empty where it could."""
        for named in (self.headings, self.told["laptops"]):
            if len({_plain(each) for each in named.values()}) < len(named) or not all(named.values()):
                return say("two are called alike, or one not at all: {named}", named=", ".join(named.values()))
        try:
            known = (all(self.heading(self.called(each)) for each in self.headings), self.about(self.example()))
        except (KeyError, ValueError, IndexError, AttributeError, re.error):
            known = (False, None)
        return "" if all(known) else say("a place in braces is not one of those that stand in English")

    @cached_property
    def _patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {heading: re.compile(self._pattern(called)) for heading, called in self.headings.items()}

    @cached_property
    def _about(self) -> re.Pattern[str]:
        told = {part: self._pattern(str(words)) for part, words in self.told["about"].items()}
        return re.compile(f"{told['first']}(?:{told['beside']})?(?:{told['week']})?")

    def _pattern(self, words: str) -> str:
        """A sentence with named places, as a pattern."""
        laptops = "|".join(re.escape(_plain(each)) for each in self.told["laptops"].values())
        minutes = "|".join(_sought(self.told[each], {"number": _NUMBER}) for each in ("minutes", "minute"))
        places = {"minutes": minutes, "week": _NUMBER, "laptop": laptops, "beside": laptops}
        return _sought(words, {place: f"(?P<{place}>{pattern})" for place, pattern in places.items()})


def _sought(words: str, places: Mapping[str, str]) -> str:
    """A sentence as a pattern, with another one in each place that is named in braces."""
    return _PLACE.sub(lambda found: places[found[1]], re.escape(_plain(words)))


def _number(words: str) -> int:
    """The one that stands in these words; 0 where none does."""
    found = re.search(_NUMBER, words)
    return int(found[0]) if found else 0


def _plain(words: str) -> str:
    """As they are compared: capitals, accents and the shape of an apostrophe do not matter."""
    return fold(words.replace("’", "'"))


def form_in(folder: Path) -> Form:
    """The words of the form in the language whose texts stand in this folder, called by its tag.

    Raises ExerciseNotUnderstood where they are not whole.
    """
    try:
        return _form(folder.name, (folder / WORDS).read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as trouble:
        raise _unclear(folder.name, str(trouble)) from None


@lru_cache(maxsize=64)
def _form(code: str, words: str) -> Form:
    """As these words say it: each page that tells of a rehearsal asks for all of them."""
    told = tomllib.loads(words)
    if lacks := sorted(_said(_english()) - _said(told)):
        raise _unclear(code, say("it does not say {lacks}", lacks=", ".join(lacks)))
    form = Form(code, told)
    if wrong := form.what_is_wrong():
        raise _unclear(code, wrong)
    return form


def _said(told: Mapping[str, Any], under: str = "") -> frozenset[str]:
    """What a file of words says, with the places that are named in it: `headings.hint {minutes}`."""
    found: set[str] = set()
    for name, words in told.items():
        if isinstance(words, Mapping):
            found |= _said(words, f"{under}{name}.")
        elif isinstance(words, str):
            found |= {f"{under}{name}", *(f"{under}{name} {{{place}}}" for place in _NAMED.findall(words))}
    return frozenset(found)


@cache
def _english() -> Mapping[str, Any]:
    return tomllib.loads((SHIPPED / WORDS).read_text(encoding="utf-8"))


def _unclear(code: str, reason: str) -> ExerciseNotUnderstood:
    return ExerciseNotUnderstood(file=f"{code}/{WORDS}", line=1, reason=reason)


ENGLISH = Form(languages.ENGLISH, _english())
