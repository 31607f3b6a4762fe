"""Who is on the way to supervise, and whom nobody has heard for long: what a meeting on oversight looks at.

A person stands here by what is open about them, or by what they said may be known. It is about places and paths, so
nothing is counted per person and nobody is put in an order but by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk.wording import later


class Stage(StrEnum):
    """How far somebody is on the way to supervise, the last step that is known."""

    INTERESTED = later("would like to")
    PREPARING = later("preparing")
    ACTING = later("acting up now")
    NEW = later("new in it")
    IN_POST = later("in post")


class OnTheWay(NamedTuple):
    """What is known of somebody's way; `interest` only where they said that it may be known."""

    interest: bool = False
    preparing: bool = False
    acting: bool = False
    supervises: bool = False
    new: bool = False


def stage(known: OnTheWay) -> Stage | None:
    """The furthest step; None for who is not on this way, or has not said that it may be known."""
    if known.supervises:
        return Stage.NEW if known.new else Stage.IN_POST
    if known.acting:
        return Stage.ACTING
    if known.preparing:
        return Stage.PREPARING if known.interest else None
    return Stage.INTERESTED if known.interest else None


def unheard(
    people: Iterable[str], heard: Mapping[str, date], since: Mapping[str, date], today: date, days: int
) -> list[str]:
    """Of these who work here, whom nobody has heard for so many days. Who came later than that is not among them."""
    before = today - timedelta(days)
    return [each for each in people if max(heard.get(each, date.min), since.get(each, date.min)) < before]
