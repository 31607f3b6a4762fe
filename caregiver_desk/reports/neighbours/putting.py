"""How a file for a neighbour comes to stand somewhere: whole or not at all, never over another, and noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime, time
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import FileInTheWay, Problem
from caregiver_desk.store import access, looks, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

Hears = Callable[[int], object]  # how many pieces more were written; what it raises stops the writing


def nobody(_: int) -> None:
    """Nobody listens."""


def put(
    book: Book,
    path: Path,
    pieces: Iterable[bytes],
    people: Collection[str],
    beside: Callable[[], str] | None = None,
    *,
    hears: Hears = nobody,
) -> None:
    """Write it piece by piece, and what is told `beside` it as a text of the same name: both are there or neither.

    `people` are those of whom it tells, as far as they are known once all is written.
    Raises FileInTheWay, DiskFull or CannotWrite, and whatever `hears` raises to stop it.
    """
    page = path.with_suffix(".txt")
    for place in (path, page) if beside else (path,):
        if place.exists():
            raise FileInTheWay(file=place.name)
    with safely.made(path) as place, place.open("xb") as file:
        for piece in pieces:
            file.write(piece)
            hears(1)
    if beside:
        _put_beside(path, page, beside())
    access.note(book, What.EXPORTED, many=len(people))
    looks.looked(book, What.EXPORTED, people)


def _put_beside(path: Path, page: Path, words: str) -> None:
    try:
        safely.write(page, words.encode())
    except Problem:
        path.unlink(missing_ok=True)
        raise


def stamp() -> datetime:
    """Now, in UTC; where nobody knows what time it is, the beginning of the last day that is sure."""
    moment = clock.now()
    return datetime.fromtimestamp(moment, tz=UTC) if moment else datetime.combine(clock.today(), time(), UTC)
