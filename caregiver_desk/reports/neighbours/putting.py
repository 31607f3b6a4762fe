"""How a file for a neighbour comes to stand somewhere: whole or not at all, never over another, and noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import FileInTheWay
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
    """Write it piece by piece, and what is told `beside` it as a text of that name: both are there or neither.

    That it goes is noted before it stands there: a file of which the book knows nothing is worse than the other way.

    `people` are those of whom it tells, as far as they are known once all is written.
    Raises FileInTheWay, DiskFull or CannotWrite, and whatever `hears` raises to stop it.
    """
    page = path.with_name(f"{path.name}.txt")
    if beside and page.exists():
        raise FileInTheWay(file=page.name)
    with _nothing_alone(page if beside else None), safely.made(path) as place, place.open("xb") as file:
        for piece in pieces:
            file.write(piece)
            hears(1)
        if beside:
            safely.write(page, beside().encode())
        access.note(book, What.EXPORTED, many=len(people))
        looks.looked(book, What.EXPORTED, people)


@contextmanager
def _nothing_alone(page: Path | None) -> Iterator[None]:
    """The text goes again, where the file does not come to stand beside it."""
    try:
        yield
    except BaseException:
        if page:
            page.unlink(missing_ok=True)
        raise


def stamp() -> datetime:
    """Now, in UTC; where nobody knows what time it is, the beginning of the last day that is sure."""
    moment = clock.now()
    return datetime.fromtimestamp(moment, tz=UTC) if moment else datetime.combine(clock.today(), time(), UTC)
