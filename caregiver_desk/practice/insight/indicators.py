"""Indicators: what a figure counts, of what, and what it cannot say.

Context. Funders come and go, and each counts its own. Once a figure is a target, people work for the figure.

Decision. An indicator is data (`resources/indicators`): its words, its two questions, its kind, what harm it does as a
target, and the line on what it cannot tell, without which it is not read at all. A question names the records that it
counts, by their declared fields, or a rule of the practice that finds them. A site says its own in the same words
(`acts/insight/own.py`); which ones are looked at is a set of codes.

Consequences. A new indicator over what is recorded needs no new version. One that needs a new rule does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, TypeAlias

import msgspec

from caregiver_desk.practice.spans import Grain
from caregiver_desk.wording import RESOURCES, later

FOLDER = RESOURCES / "indicators"
Words: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"\S", max_length=400)]
Code: TypeAlias = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_.-]{1,24}\Z")]  # stands in lists and in file names


class Sort(StrEnum):
    PROCESS = later("process")
    OUTCOME = later("outcome")


class Harm(StrEnum):
    """What becomes of it as a target."""

    FINE = later("may be aimed at")
    CAREFUL = later("aim at it with care")
    HARMFUL = later("does harm as a target")


class Leaves(StrEnum):
    """How far it may go: to anybody, or not beyond the people whom it is about and who listens to them."""

    SITE = "site"
    NOT = "not"


class Soon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From one day of a record to another in so many days, the weekends counted too."""

    to: str
    days: int
    since: str = "day"


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is counted: records of a kind, or what a rule of the practice (`asked`) finds.

    `where` names fields and the values that count, `filled` fields that say something; `once` counts different values
    of these fields instead of records, `total` adds up what stands in one; `day` is the day under which they count,
    else the kind's own; with `stands` those that hold on the last day are counted.
    """

    asked: str = ""
    records: str = ""
    where: Mapping[str, str | tuple[str, ...]] = {}
    filled: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    total: str = ""
    day: str = ""
    who: str = ""
    group: str = ""
    stands: bool = False
    soon: Soon | None = None


class Indicator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One figure.

    `rate` is told as so many for every `each`; of `fewer`, less is better; what does not add up is told for whole
    `grain`s only. The groups of a rate, or of a figure whose groups stand `alone`, are counted against nothing. From
    what `apart` counts, which other figures tell, its whole has to be as far as any number that is told. A book that
    holds no record of one of the kinds in `needs` knows nothing of it, which is not none.
    """

    title: Words
    means: Words
    of_words: Words
    cannot_tell: Words
    sort: Sort
    harm: Harm
    of: Question
    source: str
    per_words: str = ""
    per: Question | None = None
    split: str = ""
    alone: bool = False
    apart: tuple[Question, ...] = ()
    rate: bool = False
    fewer: bool = False
    each: Annotated[int, msgspec.Meta(ge=1)] = 1
    adds: bool = True
    grain: Grain = Grain.MONTH
    leaves: Leaves = Leaves.SITE
    beside: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    code: Code = ""

    @property
    def groups_alone(self) -> bool:
        """Whether there are no such groups in what it is counted against."""
        return self.rate or self.alone


class IndicatorSet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which figures are looked at together, by their codes."""

    name: Code
    title: Words
    codes: tuple[Code, ...]


def shipped() -> dict[str, Indicator]:
    """Every indicator of the program, by its code, in the order of the data."""
    return {code: understood(code, told) for code, told in _told("indicators").items() if code != "version"}


def sets() -> dict[str, IndicatorSet]:
    return {name: understood_set(name, told) for name, told in _told("sets").items()}


def version() -> str:
    return str(_told("indicators")["version"])


def understood(code: str, told: Mapping[str, Any]) -> Indicator:
    """An indicator from its data. Raises msgspec.ValidationError, which names the place, where it is none."""
    return msgspec.convert({**told, "code": code}, Indicator, strict=True)


def understood_set(name: str, told: Mapping[str, Any]) -> IndicatorSet:
    """A set from its data. Raises msgspec.ValidationError where it is none."""
    return msgspec.convert({**told, "name": name}, IndicatorSet, strict=True)


@cache
def _told(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
