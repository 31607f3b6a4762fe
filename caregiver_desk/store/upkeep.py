"""The care that a book needs every day: a backup, and a look at whether it is whole.

Each is done once a day, by whoever opens the book first on that day. A backup that a wrong clock dated in the future
puts off none of the present. A book that cannot be opened again (a demo) is not backed up.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, DiskFull, NoRoomForBackup, NoRoomThere
from caregiver_desk.store import backups, notes, room
from caregiver_desk.store.book import Book

LATELY = 600  # seconds
CHECKED = "checked"  # in `about`: the day of the last check


def owes_backup(book: Book, today: date) -> bool:
    days = {backups.day_of(place) for place in backups.backups(book.vault.folder)}
    return book.vault.keeps_backups and today not in days


def back_up(book: Book, today: date, *, to: Path | None = None) -> Path:
    """One more backup, and those go that are no longer kept; `to` is where a copy of it is put, such as a stick.

    Raises NoRoomForBackup, NoRoomThere or, where there is no such place, CannotWrite before anything is written; then
    DiskFull, CannotWrite or BookDamaged.
    """
    if lacking := room.lacking(book.vault.folder, room.wanted(book.vault.folder)):
        raise NoRoomForBackup(megabytes=lacking)
    if to:
        backups.ask_for(to)
        if lacking := lacking_there(book, to):
            raise NoRoomThere(megabytes=lacking)
    made = backups.back_up(book.vault, today)
    copied = backups.put_elsewhere(made, to) if to else made
    backups.keep(book.vault.folder, today)
    return copied


def lacking_there(book: Book, to: Path) -> int:
    """How many megabytes this place lacks for a copy of the next backup, which itself lies on the drive of the book."""
    folder = book.vault.folder
    return room.lacking(to, room.wanted(folder) * (2 if room.on_one_drive(folder, to) else 1))


def back_up_before_import(book: Book, today: date) -> None:
    """Before anything comes in from elsewhere, unless one was made a moment ago.

    One that cannot be written stops nothing: what came in can be set aside, and the desk says when the last one was.
    """
    if book.vault.keeps_backups and not backed_up_lately(book):
        with suppress(CannotWrite, DiskFull, NoRoomForBackup):
            back_up(book, today)


def backed_up_on(book: Book, today: date) -> date | None:
    """The day of the newest backup, by a clock that was right."""
    days = map(backups.day_of, backups.backups(book.vault.folder))
    return max((day for day in days if day <= today), default=None)


def backed_up_lately(book: Book) -> bool:
    """Whether the newest backup was made within the last minutes."""
    newest = max(backups.backups(book.vault.folder), key=_made, default=None)
    return newest is not None and 0 <= clock.machine() - _made(newest) <= LATELY


def _made(place: Path) -> int:
    return int(place.stat().st_mtime)


def owes_check(book: Book, today: date) -> bool:
    with book.reading() as cursor:
        return notes.OWN.read(cursor, CHECKED) != today.isoformat()


def note_check(book: Book, today: date) -> None:
    with book.writing() as cursor:
        notes.OWN.write(cursor, CHECKED, today.isoformat())
