"""How much room a drive has left, told before it is too little."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.vault import BOOK

MEGABYTE = 1_000_000
NEARLY_FULL = 200 * MEGABYTE
COPIES = 3  # of the records: a backup, another before an import, and what comes in
_BESIDE = 4 * MEGABYTE  # for logs and key files


class Left(NamedTuple):
    """What is left on a drive that is nearly full."""

    megabytes: int
    lacking: int  # megabytes, for one more backup; none where that has room


def left(book: Book) -> Left | None:
    """What is left where the book lies, if that is little. Of a hub or a demo nothing is said."""
    if not book.vault.keeps_backups:
        return None
    return little(book.vault.folder, wanted(book.vault.folder))


def little(place: Path, copy: int) -> Left | None:
    """What is left in this place where that is little for copies of so many bytes."""
    free = _free(place)
    if free >= max(NEARLY_FULL, COPIES * copy):
        return None
    return Left(free // MEGABYTE, _lacking(free, copy))


def wanted(folder: Path) -> int:
    """How many bytes a copy of the records in this folder wants."""
    return _BESIDE + taken(folder)


def taken(folder: Path) -> int:
    """How many bytes the records in this folder take, with their log. Raises CannotRead."""
    with safely.reading():
        return sum(place.stat().st_size for place in folder.glob(f"{BOOK}*"))


def lacking(place: Path, copy: int) -> int:
    """How many megabytes a drive lacks for a copy of so many bytes."""
    return _lacking(_free(place), copy)


def on_one_drive(one: Path, other: Path) -> bool:
    with safely.reading():
        return one.stat().st_dev == other.stat().st_dev


def _lacking(free: int, copy: int) -> int:
    return 1 + (copy - free) // MEGABYTE if copy > free else 0


def _free(place: Path) -> int:
    with safely.reading():
        return shutil.disk_usage(place).free
