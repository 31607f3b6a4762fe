"""How a file for a neighbour comes to stand somewhere: whole or not at all, never over another, and noted."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, time
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import FileInTheWay
from caregiver_desk.store import access, looks, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


def put(book: Book, path: Path, pieces: Iterable[bytes], people: Collection[str]) -> None:
    """Write it piece by piece. `people` are those of whom it tells.

    Raises FileInTheWay, DiskFull or CannotWrite: nothing is there then.
    """
    if path.exists():
        raise FileInTheWay(file=path.name)
    with safely.made(path) as place, place.open("xb") as file:
        file.writelines(pieces)
    access.note(book, What.EXPORTED, many=len(people))
    looks.looked(book, What.EXPORTED, people)


def stamp() -> datetime:
    """Now, in UTC; where nobody knows what time it is, the beginning of the last day that is sure."""
    moment = clock.now()
    return datetime.fromtimestamp(moment, tz=UTC) if moment else datetime.combine(clock.today(), time(), UTC)
