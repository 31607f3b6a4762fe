"""What was made once and is measured often: books that hold M changes, and bundles for them, in a temporary folder.

A book here is fictional, so its keys may stand beside it. Everything is made anew when the format or the workload
changes, and whole or not at all.
"""

from __future__ import annotations

import hashlib
import inspect
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import msgspec

SHELF = Path(tempfile.gettempdir()) / "caregiver-desk-bench"
os.environ["CAREGIVER_DESK_HOME"] = str(SHELF / "home")

from bench import limits, programme, workload  # noqa: E402 - marks of books belong in the temporary folder
from bench.workload import Laptop  # noqa: E402
from caregiver_desk import clock  # noqa: E402
from caregiver_desk.records import journal  # noqa: E402
from caregiver_desk.store import book, rows, schema, slots, vault  # noqa: E402
from caregiver_desk.store.book import Book  # noqa: E402
from caregiver_desk.store.slots import Keys  # noqa: E402
from caregiver_desk.sync import bundle, exchange, seal, trust  # noqa: E402
from caregiver_desk.sync.opener import Opener  # noqa: E402

UNIFORM, AGAIN, RECENT = "uniform", "again", "recent"
BOOK, BARE = "book", "bare.db"


@dataclass(frozen=True)
class Prepared:
    """A book that holds `held` changes, a bare table with the same ones, and bundles of `coming` more."""

    folder: Path

    def fresh_book(self) -> Book:
        """A copy of the book, open."""
        return open_copy(self.folder / BOOK, keys(self.folder))

    def bundle(self, name: str) -> Path:
        return self.folder / f"{name}.caredesk"

    def rows(self, name: str) -> list[limits.BareRow]:
        return msgspec.msgpack.decode(
            (self.folder / f"{name}.rows").read_bytes(), type=list[tuple[bytes, int, int, int, str]]
        )

    def bare_seconds(self, name: str) -> float:
        return limits.insert(self.folder / BARE, self.rows(name), scratch())


def prepared(held: int, coming: int) -> Prepared:
    """From the shelf, or made now."""
    return Prepared(_kept(f"mixed-{held}-{coming}", lambda place: _make(place, held, coming)))


def _make(place: Path, held: int, coming: int) -> None:
    laptop, receiver = Laptop(os.urandom(32)), begin(place)
    trust.pair(receiver, laptop.card())
    laptop.mixed(held)
    if held:
        take(receiver, write(place / "held.caredesk", laptop.sealed(reader(receiver))))
    limits.hold(place / BARE, limits.bare(laptop.rows))
    for name in (UNIFORM, RECENT):
        begun, after = len(laptop.rows), laptop.heights()
        laptop.mixed(coming, recent=name == RECENT)
        write(place / f"{name}.caredesk", laptop.sealed(reader(receiver), after=after))
        write(place / f"{name}.rows", msgspec.msgpack.encode(limits.bare(laptop.rows[begun:])))
        if name == UNIFORM:
            write(place / f"{AGAIN}.caredesk", laptop.sealed(reader(receiver), after=after))
    receiver.close()


def begin(place: Path) -> Book:
    """A new receiving book, its keys beside it."""
    opened = vault.fleeting(place / BOOK)
    kept = (opened.keys.store.hex(), opened.keys.signing.hex(), opened.keys.reading)
    write(place / "keys.json", msgspec.json.encode(kept))
    return book.begin(opened, key=seal.public_key(opened.keys.signing), role="coordinator", fictional=True)


def keys(place: Path) -> Keys:
    store, signing, reading = msgspec.json.decode((place / "keys.json").read_bytes())
    return Keys(bytes.fromhex(store), bytes.fromhex(signing), reading)


def open_copy(folder: Path, known: slots.Keys) -> Book:
    copy = scratch() / os.urandom(4).hex()
    shutil.copytree(folder, copy)
    return book.resume(vault.reopen(copy, known))


def let_go(receiver: Book) -> None:
    """Close a copy and remove it."""
    receiver.vault.close()
    shutil.rmtree(receiver.vault.folder)


def reader(receiver: Book) -> str:
    return seal.reading_recipient(receiver.vault.keys.reading)


def take(receiver: Book, path: Path) -> None:
    opener = Opener()
    exchange.open_bundle(receiver, path, opener)
    opener.close()


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def scratch() -> Path:
    place = SHELF / "scratch"
    place.mkdir(parents=True, exist_ok=True)
    return place


def _kept(name: str, make: Callable[[Path], None]) -> Path:
    place = SHELF / _fingerprint() / name
    if not place.exists():
        building = scratch() / os.urandom(4).hex()
        building.mkdir()
        make(building)
        place.parent.mkdir(exist_ok=True)
        building.rename(place)
    return place


def _fingerprint() -> str:
    told = [inspect.getsource(module) for module in (programme, workload, journal, clock, bundle, rows)]
    return hashlib.sha256("".join([*told, *schema.MIGRATIONS, schema.fingerprint()]).encode()).hexdigest()[:12]
