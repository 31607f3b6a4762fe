"""A backup that is tried: brought as far as it would be brought back, counted, and let go of.

Context. A backup that was never opened is a hope. Whoever finds out after a theft that a stick cannot be read, or that
the passphrase on it is an old one, finds out too late.

Decision. The backup is copied beside the book and proved there by the steps by which it would come back (see
`restoring`), and it is opened by the key file that lies in it: on another laptop there is no other. The book may be
open meanwhile; nothing of it is touched. The copy is as encrypted as the backup, and goes when it was counted; what a
power cut leaves of it goes at the next opening.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import KeyFileDamaged, NoRoomForCopy, OlderSecret, WrongPassphrase, WrongSheet
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import backups, cipher, extent, notes, restoring, room
from caregiver_desk.store.book import Book
from caregiver_desk.store.ground import translated
from caregiver_desk.store.slots import Keys
from caregiver_desk.store.vault import ANY_VERSION, BOOK

TRIED = "backup tried"  # in `about`: the day of the last trial
Opens = Callable[[bytes], Keys]


class Counted(NamedTuple):
    """How many records a backup holds, how far its journal had come, and which line was its last."""

    day: date | None
    records: int
    height: int
    last: tuple[object, ...] | None


@dataclass(frozen=True)
class Tried:
    """What a backup holds. `newer` counts, by kind, records of the book that it lacks in whole or in part."""

    day: date | None
    records: int
    newer: Mapping[str, int] = field(default_factory=dict)
    alike: bool = True  # whether the book went on from it; else nobody can say by a count what is newer


def counted(folder: Path, place: Path, opens: Opens, *, known_version: int = ANY_VERSION) -> Counted:
    """Prove and count the backup that is meant by this place, and leave nothing of it. The book may be at work.

    Raises what bringing it back would raise, and OlderSecret where it opens by a passphrase or sheet of before.
    """
    backup = restoring.meant(folder, place)
    keys = _keys(folder, backup, opens)
    if lacking := room.lacking(folder, room.wanted(backup)):
        raise NoRoomForCopy(megabytes=lacking)
    with restoring.proved(folder, backup, keys, known_version) as copy:
        return Counted(backups.day_in(backup), *_counted(copy / BOOK, keys))


def compared(book: Book, found: Counted) -> Tried:
    """What the book has beside that."""
    alike = _line(book, found.height) == found.last
    return Tried(found.day, found.records, _newer(book, found.height) if alike else {}, alike)


def _keys(folder: Path, backup: Path, opens: Opens) -> Keys:
    """By its own key file; today's own only where it has none that is sound."""
    theirs, ours = restoring.sound_keys(backup), restoring.sound_keys(folder)
    if not (theirs or ours):
        raise KeyFileDamaged
    try:
        return opens(theirs or ours)
    except (WrongPassphrase, WrongSheet):
        if theirs and ours and theirs != ours and _fits(ours, opens):
            raise OlderSecret from None
        raise


def _fits(key_file: bytes, opens: Opens) -> bool:
    try:
        opens(key_file)
    except (WrongPassphrase, WrongSheet):
        return False
    return True


def _counted(records: Path, keys: Keys) -> tuple[int, int, tuple[object, ...] | None]:
    with translated(), closing(cipher.unlock(records, keys.store)) as connection:
        (many,) = connection.execute(extent.RECORDS).fetchone()
        (height,) = connection.execute("SELECT coalesce(max(n), 0) FROM line").fetchone()
        return many, height, connection.execute(_LINE, (height,)).fetchone()


_LINE = "SELECT laptop, number, record FROM line JOIN stream ON s = stream WHERE n = ?"


def _line(book: Book, n: int) -> tuple[object, ...] | None:
    with book.reading() as cursor:
        cursor.execute(_LINE, (n,))
        found = cursor.fetchone()
        return tuple(found) if found else None


def _newer(book: Book, height: int) -> dict[str, int]:
    counted = {}
    with book.reading() as cursor:
        for kind in KINDS:
            cursor.execute(f"SELECT count(*) FROM {kind} WHERE id IN (SELECT record FROM line WHERE n > ?)", (height,))
            (counted[kind],) = cursor.fetchone() or (0,)
    return {kind: many for kind, many in counted.items() if many}


def note_tried(book: Book, today: date) -> None:
    with book.writing() as cursor:
        notes.OWN.write(cursor, TRIED, today.isoformat())


def tried_on(book: Book, today: date) -> date | None:
    """When a backup of this book was last tried and found good, by a clock that was right."""
    with book.reading() as cursor:
        told = notes.OWN.read(cursor, TRIED)
    day = date.fromisoformat(told) if told else None
    return day if day and day <= today else None
