"""The one kind that all worlds are made of, in two versions of a program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import KINDS, Draft, Elements, Kind, Record, Shown, Upcast, register


class Tag(StrEnum):
    OLD = "old"
    FLAT = "flat"


class Common(Draft):
    place: Annotated[str | None, Shown("Place", why="Laws.", audience=Audience.CONTACT)] = None
    story: Annotated[str | None, Shown("Story", why="Laws.", audience=Audience.WORDS)] = None
    secret: Annotated[str | None, Shown("Secret", why="Laws.", audience=Audience.PAIR)] = None
    tags: Annotated[frozenset[Tag], Shown("Tags", why="Laws.", audience=Audience.OPEN)] = Column(
        default=frozenset(), sa_type=Elements
    )


class OldDraft(Common):
    hue: Annotated[str | None, Shown("Hue", why="Laws.", audience=Audience.OPEN)] = None


class PebbleDraft(Common):
    colour: Annotated[str | None, Shown("Colour", why="Laws.", audience=Audience.OPEN)] = None


class Pebble(PebbleDraft, Record, table=True):
    hue: str | None = None  # what the older program calls it


VERSIONS = {
    1: register(Kind("pebble", "pebble", "pebbles", OldDraft, Pebble, home=Kind.SITE, named=("place",))),
    2: register(
        Kind(
            "pebble",
            "pebble",
            "pebbles",
            PebbleDraft,
            Pebble,
            home=Kind.SITE,
            named=("place",),
            upcasts=(Upcast(renamed={"hue": "colour"}),),
        )
    ),
}
del KINDS["pebble"]


@contextmanager
def program(version: int) -> Iterator[None]:
    """While it lasts, everything here is done by the program of this version."""
    before = KINDS.get("pebble")
    KINDS["pebble"] = VERSIONS[version]
    try:
        yield
    finally:
        KINDS.pop("pebble")
        if before is not None:
            KINDS["pebble"] = before
