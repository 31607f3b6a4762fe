"""Bringing a backup back: proved on a copy first, and only then put in the place of what stood there.

Context. A stick may hold a backup that was cut off, the backup of another person, or a folder that only bears the name.
What stands in the place of the book may be damaged, and may still be all that its owner has.

Decision. The backup is copied beside the book, with a log that was left in it, and the copy is proved there: it opens
with the keys of this book, each of its pages is as it was sealed, and no newer program has written in it. Until then
nothing that stood there is touched. Then the copy is called `.coming`, and from that moment on it is the book: what
stood there moves aside (`2026-03-02-replaced`), and first the records, so that no log can ever meet records that it
does not belong to; then the copy moves in. Whoever opens the book after a power cut finishes that first. The key file
stays as it is while it opens, so that today's passphrase goes on working. Whose a book is, its key file says;
without one, the shelf on which the backup stands, or that one key opens both.

A book whose key is changed (see `rekeying`) comes in by the same steps, and what stood there is `void`.

A box that waits to be opened comes back with no backup and goes aside with no book (see `boxes`): it was in one place.

Consequences. Who brings a backup back must be able to open it, by passphrase or by recovery sheet. The mark outside the
book tells that it went back in time, and it goes on under a new laptop id.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date
from pathlib import Path

from caregiver_desk.errors import (
    BackupDamaged,
    BookDamaged,
    BookNewer,
    KeyFileDamaged,
    NoBackup,
    OtherBook,
    Problem,
    WrongPassphrase,
    WrongSheet,
)
from caregiver_desk.store import backups, cipher, safely, slots
from caregiver_desk.store.ground import translated
from caregiver_desk.store.slots import Keys
from caregiver_desk.store.vault import ANY_VERSION, BACKUPS, BOOK, KEYS, alone

_LOG = f"{BOOK}-wal"
_STOOD_THERE = (BOOK, _LOG, f"{BOOK}-shm")  # the records first: see above
GIVEN_UP = "given up "  # in `about`, before the name of a key: see rekeying
_COMING, _GOING, _VOID = ".coming", "going", "void"


def _holds_a_book(place: Path) -> bool:
    """Raises CannotRead."""
    with safely.reading():
        return (place / BOOK).is_file()


@safely.reading()
def meant(folder: Path, place: Path) -> Path:
    """The backup that somebody names: itself, one of its files, or the stick or shelf on which one or several lie.

    Of several the newest, of this book before all others. Raises NoBackup.
    """
    if place.name in {BOOK, KEYS} and place.is_file():
        place = place.parent
    if _holds_a_book(place):
        return place
    found = backups.inside(place)
    for backup in (*(each for each in found if _whose(each) == _whose(folder)), *found):
        return backup
    raise NoBackup(place=place)


def key_file_for(folder: Path, backup: Path) -> bytes:
    """The key file by which the book will open once this backup is brought back: today's own, while it is sound."""
    if not _holds_a_book(backup):
        raise NoBackup(place=backup)
    ours, theirs = sound_keys(folder), sound_keys(backup)
    if ours and theirs and _whose(folder) != _whose(backup):
        raise OtherBook
    if not (ours or theirs):
        raise KeyFileDamaged
    if ours and theirs and slots.key_of(ours) != slots.key_of(theirs):
        return theirs  # it was made before the key was changed, and opens by its own
    return ours or theirs


def fitting(folder: Path, backup: Path, opens: Callable[[bytes], Keys]) -> tuple[Keys, bytes]:
    """The keys that a passphrase or sheet `opens`, and the key file it fits.

    That is today's own or, where a drive has altered that, the one of a backup beside the book, which was the same.
    """
    try:
        ours = key_file_for(folder, backup)
        return opens(ours), ours
    except (WrongPassphrase, WrongSheet, KeyFileDamaged, OtherBook):
        theirs = sound_keys(backup)
        if not (theirs and _on_own_shelf(folder, backup)):
            raise
    return opens(theirs), theirs


def restore(
    folder: Path, backup: Path, keys: Keys, today: date, *, key_file: bytes = b"", known_version: int = ANY_VERSION
) -> Path | None:
    """Bring a backup back. Returns the folder in which what stood there before was set aside, if anything did.

    `key_file` is the one that gave the keys: where that is not today's own, it comes back too.

    Raises OtherBook, BackupDamaged or BookNewer before anything that stands there is touched.
    """
    if not _holds_a_book(backup):
        raise NoBackup(place=backup)
    with _a_place(folder), alone(folder):
        _finish(folder, today)
        with proved(folder, backup, keys, known_version, key_file=key_file) as incoming:
            _owe_nothing(incoming / BOOK, keys)
            backups.take_boxes_out(incoming / BOOK, keys)
            _leave_no_box(folder / BOOK, keys)
            return exchange(folder, incoming, today)


@contextmanager
def proved(
    folder: Path, backup: Path, keys: Keys, known_version: int = ANY_VERSION, *, key_file: bytes = b""
) -> Iterator[Path]:
    """A copy of a backup beside the book, proved there. It goes again, unless it has moved into the place of the book.

    Raises OtherBook, BackupDamaged or BookNewer.
    """
    if not _is_of_this_book(folder, backup, keys):
        raise OtherBook
    with safely.passing(folder / BOOK) as incoming:
        _copy(folder, backup, incoming, key_file)
        prove(incoming / BOOK, keys, known_version)
        yield incoming


@contextmanager
def _a_place(folder: Path) -> Iterator[None]:
    """A folder for the book; one that is made for it goes again if nothing comes."""
    there = folder.exists()
    safely.folder(folder)
    try:
        yield
    except BaseException:
        if not there:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def sound_keys(folder: Path) -> bytes:
    """The key file in this folder, if it can be read and understood."""
    try:
        data = (folder / KEYS).read_bytes()
        slots.book_of(data)
    except (OSError, KeyFileDamaged, BookNewer):
        return b""
    return data


def _whose(folder: Path) -> str:
    """The book whose keys stand in this folder; nothing where they are not sound."""
    return slots.book_of(keys) if (keys := sound_keys(folder)) else ""


@safely.reading()
def _is_of_this_book(folder: Path, backup: Path, keys: Keys) -> bool:
    if ours := _whose(folder):
        return ours == keys.book or _opens(folder / BOOK, keys)
    return _on_own_shelf(folder, backup) or not (folder / BOOK).exists() or _opens(folder / BOOK, keys)


def _on_own_shelf(folder: Path, backup: Path) -> bool:
    return (folder / BACKUPS).is_dir() and backup.parent.samefile(folder / BACKUPS)


def _opens(records: Path, keys: Keys) -> bool:
    try:
        cipher.version(records, keys.store)
    except Problem:
        return False
    return True


@safely.reading()
def _copy(folder: Path, backup: Path, incoming: Path, key_file: bytes) -> None:
    """All that will stand in the place of the book, so that only names are changed afterwards."""
    safely.folder(incoming)
    ours = sound_keys(folder)
    wanted = [BOOK, _LOG] if ours and key_file in {b"", ours} else [BOOK, _LOG, KEYS]
    for name in wanted:
        if (backup / name).exists():
            safely.copy(backup / name, incoming / name)


def prove(records: Path, keys: Keys, known_version: int = ANY_VERSION) -> None:
    """Make sure that these records open with these keys and are whole. Raises BackupDamaged or BookNewer."""
    try:
        with translated(), closing(cipher.unlock(records, keys.store)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            whole = connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
            sealed = not connection.execute("PRAGMA cipher_integrity_check").fetchall()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BookDamaged:
        raise BackupDamaged from None
    if not (whole and sealed and tables):
        raise BackupDamaged
    if cipher.version(records, keys.store) > known_version:
        raise BookNewer


def _owe_nothing(records: Path, keys: Keys) -> None:
    """What had to go because of a key that was given up was that of another day; what is set aside now has to stay."""
    with translated(), closing(cipher.unlock(records, keys.store)) as connection:
        connection.execute("PRAGMA fullfsync = ON")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
            connection.execute("DELETE FROM about WHERE name LIKE ?", (f"{GIVEN_UP}%",))


def _leave_no_box(records: Path, keys: Keys) -> None:
    """What is set aside holds no box. Else, and where it opens no more, it goes aside as it is, with its log."""
    with suppress(Problem):
        if records.exists() and backups.holds_a_box(records, keys):
            backups.take_boxes_out(records, keys)


def exchange(folder: Path, incoming: Path, today: date, *, void: bool = False) -> Path | None:
    """Let what was proved take the place of the book, whose lock is held. Returns where that was set aside, if it was.

    What is `void` is not set aside: it goes, once the other stands in its place.
    """
    safely.folder(incoming / (_VOID if void else _GOING))
    safely.move(incoming, folder / _COMING)
    return _finish(folder, today)


def is_coming(folder: Path) -> bool:
    """Whether something that was proved is still to take the place of the book."""
    return (folder / _COMING / BOOK).exists()


def go_on(folder: Path, today: date) -> None:
    """Try again what a drive that failed cut off; the lock of the book is held."""
    _finish(folder, today)


def finish(folder: Path, today: date) -> None:
    """Bring in a backup that was proved, and whose coming was cut off. Raises BookInUse while it is coming."""
    if (folder / _COMING).is_dir():
        with alone(folder):
            _finish(folder, today)


def _finish(folder: Path, today: date) -> Path | None:
    """As far as it has come, so far it stays; each step can be the last before the power goes."""
    coming = folder / _COMING
    if not coming.is_dir():
        return None
    if (coming / BOOK).exists():
        _let_in(folder, coming)
    return _put_away(folder, coming, today)


def _let_in(folder: Path, coming: Path) -> None:
    arriving = [name for name in (KEYS, BOOK) if (coming / name).exists()]
    void = (coming / _VOID).is_dir()  # the key file then gives way where it stands, so that there is always one
    for name in (*_STOOD_THERE, *([] if void else set(arriving) - {BOOK})):
        if (folder / name).exists():
            safely.move(folder / name, coming / (_VOID if void else _GOING) / name)
    for name in arriving:
        safely.move(coming / name, folder / name)


def _put_away(folder: Path, coming: Path, today: date) -> Path | None:
    """What stood there, if anything did, goes to the backups."""
    going, aside = coming / _GOING, None
    with safely.reading():
        stood = going.is_dir() and any(going.iterdir())
    if stood:
        aside = backups.place_aside(folder, today)
        safely.folder(aside.parent)
        safely.move(going, aside)
    with safely.writing():
        shutil.rmtree(coming)
    return aside
