"""All the bundles of a stick or a folder: looked at as one, and taken in one after another.

Context. A coordinator has forty sticks on her desk, and mail of months. She does not know which bundle came before
which, and whatever else lies on a stick is none of her business.

Decision. A bundle is a file that is called one; nothing else is opened, and nothing is ever run. Looking takes all of
them in, in one transaction that is taken back at its end: what it says holds together, also where one bundle builds on
another. Taking in keeps each by itself, so whoever stops, or pulls the stick, keeps what was taken in by then. A bundle
that is refused stops no other; only a book that can take no more stops all.

Consequences. The order of the files changes nothing that the book says in the end. What was opened before is known by
its bytes and costs a look at them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.errors import BookDamaged, CannotWrite, DiskFull, NoBundles, NoSuchFile, Problem, Stopped
from caregiver_desk.store import upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.files import is_file
from caregiver_desk.sync.opener import Opener

Hears = Callable[[int, int], None]  # how many are done, of how many; may raise Stopped
NO_MORE = (DiskFull, CannotWrite, BookDamaged)  # trouble of the book, not of one file


def nobody(_done: int, _of: int) -> None:
    """Nobody listens."""


class Found(NamedTuple):
    """What lies in a folder: the bundles by name, and how many other files were left alone."""

    bundles: tuple[Path, ...]
    others: int


def bundles_in(folder: Path) -> Found:
    """The bundles of a folder, and of no folder in it. Raises NoBundles, or NoSuchFile where it cannot be read."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        raise NoSuchFile(file=folder.name or str(folder)) from None
    files = [each for each in entries if is_file(each)]
    bundles = sorted(each for each in files if each.suffix.lower() == SUFFIX and not each.name.startswith("."))
    if not bundles:
        raise NoBundles(folder=folder.name or str(folder))
    return Found(tuple(bundles), len(files) - len(bundles))


@dataclass(frozen=True)
class One:
    """What became of one file: what it did or would do, or why it was refused; neither, where it was opened before."""

    path: Path
    looked: Looked | None = None
    refused: Problem | None = None


@contextmanager
def looked_at(book: Book, files: Sequence[Path], opener: Opener, hears: Hears = nobody) -> Iterator[list[One]]:
    """What taking all of these in would do. Inside, the book says what it would say then; nothing of it stays.

    Raises Stopped, or what a full disk or a damaged book raises.
    """
    with book.trying():
        yield list(_each(book, files, opener, hears))


def take_in(book: Book, files: Sequence[Path], opener: Opener, hears: Hears = nobody) -> Iterator[One]:
    """Take these in after a backup, each by itself, until somebody says stop.

    Raises what a full disk or a damaged book raises; what was taken in before that stays.
    """
    if files:
        upkeep.back_up_before_import(book, clock.today())
    with suppress(Stopped):
        yield from _each(book, files, opener, hears)


def _each(book: Book, files: Sequence[Path], opener: Opener, hears: Hears) -> Iterator[One]:
    for done, path in enumerate(files):
        hears(done, len(files))
        yield _one(book, path, opener)
    hears(len(files), len(files))


def _one(book: Book, path: Path, opener: Opener) -> One:
    try:
        return One(path, exchange.open_bundle(book, path, opener))
    except NO_MORE:
        raise
    except Problem as problem:
        return One(path, refused=problem)
