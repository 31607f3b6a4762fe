"""Another key for the records, for who fears that somebody has the present one.

Context. A new passphrase or sheet seals the same key anew. Who once opened an older copy of the key file, such as an
old backup with the sheet of then, has the key of the records for as long as they stay under it. Two files must change
at once, the records and the key file, and each of them alone is worth nothing. SQLCipher's own `rekey` writes every
page where it stands: a cut leaves a book half under each key, and its log full of pages under the old one.

Decision. The records are copied page by page into a new file under a new random key, beside a key file for it. The copy
is proved, and then takes the place of the book by the very steps by which a backup is brought back (see `restoring`):
up to one rename the old key and the old secrets open the book, from then on the new ones do, and the next opening
finishes what was cut off. What stood there goes. Nothing that the program writes was ever under both keys.

Then a backup is made, and those beside the book that the old key opens are let go, also what was set aside: they are
what is feared. That this is owed is noted in the copy itself, so neither a power cut nor a full disk forgets it.

Consequences. It costs the time of two copies, and for that time the room of one. Until the rename it can be stopped by
closing the program, and nothing has changed. A drive keeps what a removed file held until it writes there again: who
has the old key and the laptop's bare disk may find old pages. A copy elsewhere opens as before; brought back, it puts
the old key back in force.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from contextlib import closing, suppress
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import Blocked, BookNewer, KeptByTheHub, KeyChangeCutOff, KeyFileDamaged, NoRoomForCopy
from caregiver_desk.store import backups, cipher, notes, restoring, room, safely, slots
from caregiver_desk.store.book import Book
from caregiver_desk.store.ground import translated
from caregiver_desk.store.restoring import GIVEN_UP
from caregiver_desk.store.slots import Keys
from caregiver_desk.store.vault import BOOK, KEYS, Vault

Told = backups.Told


def nobody(_left: int, _of: int) -> None:
    """Who waits for nothing."""


def change_key(book: Book, keys: Keys, key_file: bytes, told: Told = nobody) -> None:
    """Put the records under the key in `keys`, which `key_file` holds. The book stays open, and locked for others.

    Raises NoRoomForCopy, DiskFull or CannotWrite with nothing changed; KeyChangeCutOff where the next opening finishes
    it. Then the book is closed.
    """
    vault = book.vault
    need_room(vault)
    incoming = safely.beside(vault.folder / BOOK)
    try:
        backups.build(vault, incoming, keys, told)
        _owe(incoming / BOOK, keys, [vault.keys.mark, *_without_key_file(vault)])
        restoring.prove(incoming / BOOK, keys)
        safely.write(incoming / KEYS, key_file)
        _exchange(book, incoming, keys)
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    settle(book)


def need_room(vault: Vault) -> None:
    """Raises NoRoomForCopy where the disk has no room for one more copy of the records, and KeptByTheHub in a hub."""
    if vault.ground.shared:
        raise KeptByTheHub
    if lacking := room.lacking(vault.folder, room.wanted(vault.folder)):
        raise NoRoomForCopy(megabytes=lacking)


def settle(book: Book) -> None:
    """A backup under the key of today, and none beside the book under one that was given up. Owed until it is done."""
    given_up = owed(book)
    if not given_up:
        return
    with suppress(Blocked):
        if not any(_key_of(place) == book.vault.keys.mark for place in backups.backups(book.vault.folder)):
            backups.back_up(book.vault, clock.today())
        for place in backups.everything(book.vault.folder):
            if _is_given_up(place, book.vault.keys, given_up):
                backups.let_go(place)
        with book.writing() as cursor:
            cursor.executemany("DELETE FROM about WHERE name = ?", [(GIVEN_UP + mark,) for mark in given_up])


def owed(book: Book) -> set[str]:
    """The names of keys that were given up, and may still open backups beside the book; and of such backups."""
    with book.reading() as cursor:
        cursor.execute("SELECT name FROM about WHERE name LIKE ?", (f"{GIVEN_UP}%",))
        return {row[0].removeprefix(GIVEN_UP) for row in cursor.fetchall()}


def _without_key_file(vault: Vault) -> list[str]:
    """What was set aside here without a key file, and the present key opens: later nobody could tell."""
    return [
        place.name
        for place in backups.everything(vault.folder)
        if (place / BOOK).is_file() and not _key_file(place) and _opens(place / BOOK, vault.keys)
    ]


def _opens(records: Path, keys: Keys) -> bool:
    try:
        cipher.version(records, keys.store)
    except Blocked:
        return False
    return True


def _owe(records: Path, keys: Keys, given_up: Iterable[str]) -> None:
    """Note in the copy which key it gives up, and what lies here under it, before it is the book."""
    with translated(), closing(cipher.unlock(records, keys.store)) as connection:
        connection.execute("PRAGMA fullfsync = ON")
        connection.executemany(notes.OWN.writing, [(GIVEN_UP + each, "") for each in given_up])


def _exchange(book: Book, incoming: Path, keys: Keys) -> None:
    """Let the copy take the place of the book. Where a drive fails in the middle it is tried once more, then closed."""
    vault, today = book.vault, clock.today()
    vault.engine.dispose()
    try:
        restoring.exchange(vault.folder, incoming, today, void=True)
    except BaseException as trouble:
        with suppress(Blocked, OSError):
            restoring.go_on(vault.folder, today)
        match _how_far(vault.folder, incoming):
            case Far.NOT_BEGUN:
                raise
            case Far.UNDER_WAY:
                book.vault = _closed(vault)
                raise KeyChangeCutOff from None
        book.vault = _under(vault, keys)
        if not isinstance(trouble, Blocked):
            raise
    book.vault = _under(vault, keys)


class Far(Enum):
    NOT_BEGUN = auto()  # it never became the book
    UNDER_WAY = auto()  # the next opening finishes it, and must find nothing that was written since
    DONE = auto()


def _how_far(folder: Path, incoming: Path) -> Far:
    """How far an exchange came that was cut off. A drive that does not say is taken to be in the middle of it."""
    try:
        if incoming.is_dir():
            return Far.NOT_BEGUN
        return Far.UNDER_WAY if restoring.is_coming(folder) else Far.DONE
    except OSError:
        return Far.UNDER_WAY


def _under(vault: Vault, keys: Keys) -> Vault:
    return replace(vault, ground=cipher.file_at(vault.folder / BOOK, keys.store), keys=keys)


def _closed(vault: Vault) -> Vault:
    """Nothing more is written into a book that is to be replaced."""
    vault.lock.close()
    return replace(vault, ground=cipher.file_at(vault.folder / "closed", vault.keys.store))


def _is_given_up(place: Path, keys: Keys, given_up: AbstractSet[str]) -> bool:
    """Whether this backup opens by a key that was given up.

    One of another book, set aside here, does not. What has no sound key file stays, unless it was tried while that key
    was here: it may be all that its owner has.
    """
    if not (place / BOOK).is_file():
        return False
    if held := _key_file(place):
        return slots.book_of(held) == keys.book and slots.key_of(held) in given_up
    return place.name in given_up


def _key_of(place: Path) -> str:
    held = _key_file(place)
    return slots.key_of(held) if held else ""


def _key_file(place: Path) -> bytes:
    """The key file of a backup; nothing where there is none, or none that can be understood.

    Raises CannotRead where a drive does not give it: what cannot be judged today is still owed.
    """
    with safely.reading(), suppress(FileNotFoundError, NotADirectoryError):
        held = (place / KEYS).read_bytes()
        with suppress(KeyFileDamaged, BookNewer):
            slots.book_of(held)
            return held
    return b""
