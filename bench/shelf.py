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
os.environ["CAREGIVER_DESK_HOME"] = str(SHELF / "home")  # the marks of these books belong there too

from bench import limits, programme, workload  # noqa: E402
from bench.limits import BareRow  # noqa: E402
from bench.workload import Laptop  # noqa: E402
from caregiver_desk import clock  # noqa: E402
from caregiver_desk.records import journal, record  # noqa: E402
from caregiver_desk.store import book, projections, rows, schema, signing, vault  # noqa: E402
from caregiver_desk.store.book import Book  # noqa: E402
from caregiver_desk.store.slots import Keys  # noqa: E402
from caregiver_desk.sync import bundle, exchange, seal, trust  # noqa: E402
from caregiver_desk.sync.opener import Opener  # noqa: E402

UNIFORM, AGAIN, RECENT, HELD, SUM = "uniform", "again", "recent", "held", "sum"
BOOK, EMPTY, BARE = "book", "empty", "bare.db"


@dataclass(frozen=True)
class Stand:
    """A folder with a book as it was begun (`EMPTY`), as it is (`BOOK`), its keys, and bundles for it."""

    folder: Path

    def fresh(self, name: str = BOOK) -> Book:
        """A copy of the book, open."""
        return book.resume(vault.reopen(copied(self, name), self.keys()))

    def opened(self, name: str = BOOK) -> Book:
        """The book itself."""
        return book.resume(vault.reopen(self.folder / name, self.keys()))

    def keys(self) -> Keys:
        store, signing, reading = msgspec.json.decode((self.folder / "keys.json").read_bytes())
        return Keys(bytes.fromhex(store), bytes.fromhex(signing), reading)

    def bundle(self, name: str) -> Path:
        return self.folder / f"{name}{bundle.SUFFIX}"

    def bundles(self) -> list[Path]:
        """All but the one that holds their sum."""
        return sorted(path for path in self.folder.glob(f"*{bundle.SUFFIX}") if path.stem != SUM)

    def rows(self, name: str) -> list[BareRow]:
        stored = (self.folder / f"{name}.rows").read_bytes()
        return list(msgspec.msgpack.decode(stored, type=list[tuple[bytes, int, int, int, str]]))

    def bare_seconds(self, name: str) -> float:
        """What the bare table takes for the same rows."""
        return limits.insert(self.folder / BARE, self.rows(name), scratch())


def bare() -> Stand:
    """A book that knows nobody."""
    return kept("bare", _make_bare)


def mixed(held: int, coming: int) -> Stand:
    """A book that holds so many changes, a bare table that holds the same, and bundles of so many more."""
    return kept(f"mixed-{held}-{coming}", lambda place: _make_mixed(place, held, coming))


def many(bundles: int, changes: int) -> Stand:
    """So many bundles of as many laptops, each with so many changes, and one that holds their sum."""
    return kept(f"many-{bundles}-{changes}", lambda place: _make_many(place, bundles, changes))


def created(records: int) -> Stand:
    """A bundle of so many new records, nothing else."""
    return kept(f"created-{records}", lambda place: _make_created(place, records))


def _make_bare(place: Path) -> None:
    begin(place, [])


def _make_mixed(place: Path, held: int, coming: int) -> None:
    laptop = Laptop(os.urandom(32))
    reader = begin(place, [laptop])
    laptop.mixed(held)
    if held:
        _write(place, HELD, laptop.sealed(reader))
        _take(place, HELD)
    limits.hold(place / BARE, limits.bare(laptop.rows))
    for name in (UNIFORM, RECENT):
        begun, after = len(laptop.rows), laptop.heights()
        laptop.mixed(coming, recent=name == RECENT)
        _write(place, name, laptop.sealed(reader, after=after))
        (place / f"{name}.rows").write_bytes(msgspec.msgpack.encode(limits.bare(laptop.rows[begun:])))
        if name == UNIFORM:
            _write(place, AGAIN, laptop.sealed(reader, after=after))


def _make_many(place: Path, bundles: int, changes: int) -> None:
    laptops = [Laptop(os.urandom(32), drawn=number) for number in range(bundles)]
    reader = begin(place, laptops)
    for number, laptop in enumerate(laptops):
        laptop.mixed(changes)
        _write(place, f"{number:04}", laptop.sealed(reader))
    _write(place, SUM, laptops[0].sealed(reader, others=laptops[1:]))


def _make_created(place: Path, records: int) -> None:
    laptop = Laptop(os.urandom(32))
    reader = begin(place, [laptop])
    while len(laptop.known) < records:
        laptop.create()
    _write(place, HELD, laptop.sealed(reader))


def begin(place: Path, laptops: list[Laptop]) -> str:
    """A new book that knows these laptops. Returns for whom to seal."""
    opened = vault.fleeting(place / EMPTY)
    keep_keys(place, opened.keys)
    begun = book.begin(opened, key=signing.public_key(opened.keys.signing), role="coordinator", fictional=True)
    for laptop in laptops:
        trust.pair(begun, laptop.card())
    begun.close()
    shutil.copytree(place / EMPTY, place / BOOK)
    return seal.reading_recipient(opened.keys.reading)


def keep_keys(place: Path, keys: Keys) -> None:
    told = (keys.store.hex(), keys.signing.hex(), keys.reading)
    (place / "keys.json").write_bytes(msgspec.json.encode(told))


def _take(place: Path, name: str) -> None:
    stand, opener = Stand(place), Opener()
    receiver = book.resume(vault.reopen(place / BOOK, stand.keys()))
    exchange.open_bundle(receiver, stand.bundle(name), opener)
    opener.close()
    receiver.close()


def _write(place: Path, name: str, sealed: bytes) -> None:
    Stand(place).bundle(name).write_bytes(sealed)


def copied(stand: Stand, name: str = BOOK) -> Path:
    copy = scratch() / os.urandom(4).hex()
    shutil.copytree(stand.folder / name, copy)
    return copy


def let_go(receiver: Book) -> None:
    """Close a copy and remove it."""
    receiver.vault.close()
    shutil.rmtree(receiver.vault.folder)


def scratch() -> Path:
    place = SHELF / "scratch"
    place.mkdir(parents=True, exist_ok=True)
    return place


def kept(name: str, make: Callable[[Path], None]) -> Stand:
    """What stands on the shelf under this name; made, if it does not."""
    place = SHELF / _fingerprint() / name
    if not place.exists():
        building = scratch() / os.urandom(4).hex()
        building.mkdir()
        make(building)
        place.parent.mkdir(exist_ok=True)
        building.rename(place)
    return Stand(place)


def _fingerprint() -> str:
    told = [inspect.getsource(module) for module in (programme, workload, journal, record, clock, bundle, rows)]
    return hashlib.sha256("".join([*told, *schema.MIGRATIONS, projections.fingerprint()]).encode()).hexdigest()[:12]
