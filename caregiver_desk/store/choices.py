"""What the owner of a book chose for her desk, and where she left it.

Decision. It stands in the book: nobody else reads or sets it, whoever opens it finds her own letters and colours, and
it never travels. Where she was is kept whenever she goes to another page, so that a power cut brings her back there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from caregiver_desk import clock, settings
from caregiver_desk.settings import Look
from caregiver_desk.store import notes
from caregiver_desk.store.backups import OPEN
from caregiver_desk.store.book import Book

LOOK, LOCK = "(look)", "(lock)"  # what is touched when something else is chosen
_IDLE, _LOOK, _LEFT = "idle minutes", "look", "left"
_AT_LEAST = 5  # of what is kept of where she left: an earlier program kept no more


class Left(NamedTuple):
    """The page in front and the size of the window, in pixels, on a day."""

    page: str
    wide: int
    high: int
    whole: bool  # over the whole screen
    day: str  # of the page: a new day begins on Today
    place: Mapping[str, str] = MappingProxyType({})  # whom or what the page told of

    @property
    def today(self) -> bool:
        return self.day == clock.today().isoformat()


def idle_minutes(book: Book) -> float:
    """How long her desk may lie idle before it locks by itself."""
    (minutes,) = _kept(book, _IDLE) or (settings.IDLE_MINUTES,)
    return float(minutes)


def choose_idle_minutes(book: Book, minutes: float) -> None:
    _keep(book, _IDLE, [minutes])


def look(book: Book) -> Look | None:
    """The colours, the size of letters and the language she chose, if she did."""
    kept = _kept(book, _LOOK)
    return Look(*kept[: len(Look._fields)]) if kept else None


def choose_look(book: Book, chosen: Look) -> None:
    _keep(book, _LOOK, chosen)


def left(book: Book) -> Left | None:
    """Where she left her desk."""
    kept = _kept(book, _LEFT)
    return Left(*kept[: len(Left._fields)]) if len(kept) >= _AT_LEAST else None


def leave(book: Book, page: str, place: Mapping[str, str], size: tuple[int, int], *, whole: bool) -> None:
    _keep(book, _LEFT, Left(page, *size, whole, clock.today().isoformat(), place))


def sit_down(book: Book) -> bool:
    """Note that the desk is open. Whether it never was closed the last time: the power went, or the program died."""
    with book.writing() as cursor:
        open_still = bool(notes.OWN.read(cursor, OPEN))
        notes.OWN.write(cursor, OPEN, clock.today().isoformat())
    return open_still


def get_up(book: Book) -> None:
    """The desk is closed as one closes it."""
    with book.writing() as cursor:
        notes.OWN.forget(cursor, OPEN)


def _kept(book: Book, name: str) -> list[Any]:
    with book.reading() as cursor:
        kept = json.loads(notes.OWN.read(cursor, name) or "[]")
    return kept if isinstance(kept, list) else [kept]  # as it was kept before there was more than one value


def _keep(book: Book, name: str, values: Sequence[Any]) -> None:
    with book.writing() as cursor:
        notes.OWN.write(cursor, name, json.dumps(values))
