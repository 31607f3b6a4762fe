"""The book on the disk: a folder whose names give nothing away, and the ways to open it.

    book.db     the records, encrypted with a random key (SQLCipher)
    keys.json   that key and the owner's own, sealed for her passphrase and for her recovery sheet
    backups/    earlier states of both
    lock        held while the book is open: one window, one writer
    knocks      a byte for each wrong passphrase since it was last opened

Decision. Whoever has no key learns nothing from the folder but its size. The key stands only in the key file, so a
passphrase changes without touching the records. A key that opens its slot but not the records means damage, never a
wrong passphrase, and is said so. A book of a newer program is recognised before anything in it is written.

A new passphrase or sheet goes into the book's own key file first, then into that of each backup beside it: whole files,
one after the other. A power cut between two leaves each openable by the one or the other, and the next opening finishes
what was begun. So a passphrase that somebody saw is worth nothing from that day, here; a copy of the folder that was
taken elsewhere before, on a stick or by a thief, still opens with the old one, and no program can change that. Who
opened such a copy also has the key of the records: `rekeying` gives the book another.

Consequences. A *fleeting* book, for the demo and for tests, is the same thing without a key file: when its keys are
forgotten, nobody can read it. All is made for its owner alone (0600, 0700).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Engine

from caregiver_desk import settings
from caregiver_desk.errors import (
    Blocked,
    BookDamaged,
    BookInUse,
    BookNewer,
    BookThere,
    CannotWrite,
    DiskFull,
    KeyFileDamaged,
    NoBook,
    NoHubDriver,
    WrongPassphrase,
    WrongSheet,
)
from caregiver_desk.store import addresses, knocks, safely, slots
from caregiver_desk.store.cipher import file_at
from caregiver_desk.store.ground import Ground, translated
from caregiver_desk.store.lock import held
from caregiver_desk.store.slots import Cost, Keys

__all__ = [
    "Vault",
    "alone",
    "bring_in_line",
    "check",
    "create",
    "discard",
    "fleeting",
    "move_in",
    "need_room",
    "open_book",
    "open_by_sheet",
    "prove",
    "reopen",
    "set_passphrase",
    "set_sheet",
    "translated",
]

BOOK, KEYS, BACKUPS, LOCK = settings.BOOK, settings.KEYS, "backups", "lock"
ANY_VERSION = 2**31


@dataclass(frozen=True)
class Vault:
    """An open book. The keys stay in this process, and the lock until it is closed."""

    folder: Path
    ground: Ground
    keys: Keys
    lock: BinaryIO = field(repr=False)

    @property
    def engine(self) -> Engine:
        return self.ground.engine

    @property
    def lasts(self) -> bool:
        """Whether its keys are written anywhere, so that it can be opened again."""
        return (self.folder / KEYS).exists()

    @property
    def keeps_backups(self) -> bool:
        """Whether its backups are ours to make: those of a hub are made by those who run it."""
        return self.lasts and not self.ground.shared

    def version(self) -> int:
        """The version of the tables inside."""
        return self.ground.version()

    def bring_home(self) -> None:
        """Leave nothing of what was saved anywhere but in its place."""
        self.ground.bring_home()

    def close(self) -> None:
        """Bring the log home and let go of the file. A log for which there is no room stays beside it."""
        if self.lock.closed:
            return
        try:
            with suppress(CannotWrite, DiskFull):
                self.bring_home()
        finally:
            self.engine.dispose()
            self.lock.close()


def create(
    folder: Path, *, passphrase: str, sign: str = "", cost: Cost | None = None, hub: str = ""
) -> tuple[Vault, str]:
    """A new book, or a place in the `hub` at this address, and the identity for its recovery sheet (see `sheet`)."""
    keys = slots.fresh_keys()
    key_file, identity = slots.make(keys, passphrase, cost or slots.fitting_cost(), sign)
    with _fresh(folder, hub, keys):
        safely.write(folder / KEYS, key_file)
        return reopen(folder, keys), identity


def open_book(folder: Path, passphrase: str, *, known_version: int) -> Vault:
    """The book, for who knows its passphrase. One with tables newer than `known_version` is refused untouched."""
    with _knocking(folder):
        keys = slots.open_with_passphrase(_key_file(folder), passphrase)
    return reopen(folder, keys, known_version=known_version)


def open_by_sheet(folder: Path, typed: str, *, known_version: int) -> Vault:
    """The book, for who holds its recovery sheet. A new passphrase is the next thing to set."""
    with _knocking(folder):
        keys = slots.open_with_sheet(_key_file(folder), typed)
    return reopen(folder, keys, known_version=known_version)


@contextmanager
def _knocking(folder: Path) -> Iterator[None]:
    """Count what does not open it; the access log says so when it next opens."""
    try:
        yield
    except (WrongPassphrase, WrongSheet):
        knocks.knocked(folder)
        raise


def fleeting(folder: Path, hub: str = "") -> Vault:
    """A new book with keys that are written nowhere; with `hub`, one in the hub there."""
    keys = slots.fresh_keys()
    with _fresh(folder, hub, keys):
        return reopen(folder, keys)


def reopen(folder: Path, keys: Keys, *, known_version: int = ANY_VERSION) -> Vault:
    """The book, for who has its keys in hand."""
    lock = alone(folder)
    try:
        ground = _ground(folder, keys)
        with _or_left(ground):
            _refuse_newer(ground, known_version)
            with translated():
                ground.engine.connect().close()
    except BaseException:
        lock.close()
        raise
    return Vault(folder, ground, keys, lock)


@contextmanager
def _or_left(ground: Ground) -> Iterator[None]:
    """Of a ground on which no book is opened after all, no connection stays."""
    try:
        yield
    except BaseException:
        ground.engine.dispose()
        raise


def is_founded(hub: str) -> bool:
    """Whether somebody has founded the hub at this address. Raises HubAway, HubRefused, NoHubDriver."""
    ground = _hub(hub, "")
    try:
        return ground.version() > 0
    finally:
        ground.engine.dispose()


def _refuse_newer(ground: Ground, known_version: int) -> None:
    if ground.is_newer(known_version):
        raise BookNewer


def _ground(folder: Path, keys: Keys) -> Ground:
    """Where the tables lie: in the file in this folder, or in the hub of which it holds the address."""
    if not addresses.is_kept(folder):
        return file_at(folder / BOOK, keys.store)
    return _hub(addresses.kept(folder, keys), keys.book)


def _hub(address: str, name: str) -> Ground:
    try:
        from caregiver_desk.store.hub import server
    except ModuleNotFoundError:
        raise NoHubDriver from None
    return server.stand_in(address, name)


def alone(folder: Path) -> BinaryIO:
    """The lock of the book in this folder, held until it is closed."""
    if not folder.is_dir():
        raise NoBook(place=folder)
    if (lock := held(folder / LOCK)) is None:
        raise BookInUse
    return lock


def set_passphrase(vault: Vault, passphrase: str, cost: Cost | None = None) -> int:
    """From now on this passphrase opens the book and its backups, and no other. The recovery sheet stays good.

    Returns how many backups could not be given it yet.
    """
    key_file = _key_file(vault.folder)
    return _put_in_force(vault, slots.change_passphrase(key_file, vault.keys, passphrase, cost or slots.fitting_cost()))


def set_sheet(vault: Vault, identity: str) -> int:
    """From now on the recovery sheet of this identity opens the book and its backups, and no other.

    The passphrase stays good. Returns how many backups could not be given it yet.
    """
    return _put_in_force(vault, slots.change_sheet(_key_file(vault.folder), vault.keys, identity))


def _put_in_force(vault: Vault, key_file: bytes) -> int:
    safely.write(vault.folder / KEYS, key_file)
    return bring_in_line(vault)


def bring_in_line(vault: Vault) -> int:
    """Give each backup beside the book the key file of today. Returns how many could not be given it.

    Where a drive altered that one, a backup gives it back what it had; what none has is spread no further.
    """
    if not vault.lasts:
        return 0
    try:
        places = [*(vault.folder / BACKUPS).glob(f"*/{KEYS}")]
        today = _mended(vault.folder, places)
    except OSError:
        return 1  # of how many, the drive does not say
    return 0 if slots.altered(today) else sum(not _given(place, today) for place in places)


def _mended(folder: Path, places: Iterable[Path]) -> bytes:
    """The key file of today, with what a drive altered as it was, where a backup still holds it."""
    today = _key_file(folder)
    if slots.altered(today):
        mended = slots.mended(today, _readable(places))
        if mended != today:
            with suppress(Blocked):
                safely.write(folder / KEYS, mended)
            return mended
    return today


def _readable(places: Iterable[Path]) -> Iterator[bytes]:
    for place in places:
        with suppress(OSError, KeyFileDamaged):
            held = place.read_bytes()
            slots.book_of(held)
            yield held


def altered(vault: Vault) -> list[str]:
    """What a drive altered in the key file of this book: the slot for the passphrase, or for the sheet."""
    return slots.altered(_key_file(vault.folder)) if vault.lasts else []


def _given(place: Path, key_file: bytes) -> bool:
    """Whether this backup has it now. One of another book, or from before the key was changed, keeps its own."""
    try:
        held = place.read_bytes()
        if held != key_file and _fit(held, key_file):
            safely.sweep(place.parent)
            safely.write(place, key_file)
    except KeyFileDamaged:
        return True  # it opens with nothing
    except (OSError, Blocked):
        return False
    return True


def _fit(one: bytes, other: bytes) -> bool:
    """Whether both hold the same key of the same book."""
    return (slots.book_of(one), slots.key_of(one)) == (slots.book_of(other), slots.key_of(other))


def prove(vault: Vault, passphrase: str) -> None:
    """Make sure that who asks knows the passphrase of this open book."""
    slots.open_with_passphrase(_key_file(vault.folder), passphrase)


def check(vault: Vault) -> list[str]:
    """Codes of what is wrong with the file: nothing, if all is well."""
    return vault.ground.faults()


def need_room(folder: Path) -> None:
    """Raises BookThere where a book, or what was left of one, stands in this folder."""
    if any((folder / name).exists() for name in (BOOK, addresses.NAME, KEYS, BACKUPS)):
        raise BookThere


@contextmanager
def _fresh(folder: Path, hub: str, keys: Keys) -> Iterator[None]:
    """A place for a new book, left as it was if the making fails."""
    need_room(folder)
    safely.folder(folder)
    try:
        if hub:
            addresses.keep(folder, hub, keys)
        else:
            with safely.writing():
                (folder / BOOK).touch(mode=0o600, exist_ok=False)
        yield
    except BaseException:
        discard(folder)
        raise


def move_in(building: Path, folder: Path) -> None:
    """Give a new book its place; what else stands there already stays."""
    with safely.writing():
        shared = folder.is_dir() and any(folder.iterdir())
        if folder.is_dir() and not shared:
            folder.rmdir()
    if not shared:
        safely.move(building, folder)
        return
    for name in (BOOK, addresses.NAME, addresses.MARK, KEYS):
        if (building / name).exists():
            safely.move(building / name, folder / name)
    with safely.writing():
        shutil.rmtree(building)


def discard(folder: Path) -> None:
    """Remove a book that was begun and not finished, and nothing else that stands in its folder."""
    with safely.writing():
        for begun in (
            *folder.glob(f"{BOOK}*"),
            folder / addresses.NAME,
            folder / KEYS,
            folder / LOCK,
            folder / knocks.NAME,
        ):
            begun.unlink(missing_ok=True)


def _key_file(folder: Path) -> bytes:
    if addresses.is_kept(folder):
        return _read_keys(folder)
    if not (folder / BOOK).exists():
        raise BookDamaged if (folder / KEYS).exists() else NoBook(place=folder)
    if not (folder / BOOK).stat().st_size:  # any key opens an empty file, and would begin another book in it
        raise BookDamaged
    return _read_keys(folder)


def _read_keys(folder: Path) -> bytes:
    try:
        return (folder / KEYS).read_bytes()
    except OSError:
        raise KeyFileDamaged from None
