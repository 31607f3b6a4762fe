"""Two laptops in one room: one waits, one goes there, and both end with what the other had for her.

Context. A stick is passed to and fro, and its receipts come days later. Two people at one table have a cable, or the
same Wi-Fi. A record book must not be a server.

Decision. Nothing listens before somebody says *wait*, and no longer than until the partner has come, the waiting was
stopped, or five minutes have passed. The other types the address and the number that are shown. What crosses are the
ordinary sealed bundles, first of the one who went, then of the one who waited; they are opened, looked at and applied
like any others, and the line stays for the two receipts. The line itself knows no book: bundles are made and opened
by whoever calls, between two steps of it.

Consequences. A cable that is pulled at any byte leaves nothing of what was on its way, and loses nothing: a bundle
carries whatever was not acknowledged, so the next exchange brings all of it, or a stick does. Who applies without
hearing the other's receipt has lost nothing either. A stranger can hold up the waiting, and learn nothing (see
greeting).
"""

from __future__ import annotations

import hashlib
import secrets
import select
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from time import monotonic
from typing import Final

from caregiver_desk.errors import CableBroke, NobodyCame, NobodyThere, NoRoom, NotRecognised, Stopped, TooManyKnocks
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import exchange, greeting, limits, making, near
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.greeting import Side
from caregiver_desk.sync.near import Place
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.sync.wire import TICK, Frames, Wire

Hears = Callable[[int, int], None]  # how many bytes have crossed, of how many
_OFFER, _PIECE, _ALL = b"O", b"B", b"D"
_SIZE: Final = 8
_DIGITS: Final = 6


@contextmanager
def landing() -> Iterator[Path]:
    """A folder for what comes: for its owner alone, and gone afterwards. All in it is sealed."""
    with safely.writing():
        folder = TemporaryDirectory(prefix="caregiver-desk-")
    try:
        yield Path(folder.name)
    finally:
        folder.cleanup()


def brought(book: Book, partner: Partner) -> list[bytes]:
    """All that this partner lacks, sealed for her; what is over goes the next time. Raises Parted or LockedOut."""
    return [each.sealed for each in making.make(book, partner)[: limits.ROOM_BUNDLES]]


def hear(book: Book, receipt: Path, partner: Partner, opener: Opener) -> Looked | None:
    """Take in what the partner says has arrived there; anything else that came in its place is left alone."""
    seen = exchange.open_bundle(book, receipt, opener, keep=False)
    if seen is None or not is_receipt(seen) or seen.sender.key != partner.key:
        return None
    return exchange.open_bundle(book, receipt, opener)


def new_number() -> str:
    """What the other types beside the address: it says that these two people mean each other, now."""
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


def spelt(number: str) -> str:
    """In two halves, for the eye."""
    return f"{number[: _DIGITS // 2]} {number[_DIGITS // 2 :]}"


class Waiting:
    """Open doors, and what the other types to find them. They are shut when the waiting ends, however it ends."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Raises NoRoom where there is no place to wait at."""
        self.number = new_number()
        opened = [(place, door) for place in places if (door := _door(place))]
        if not opened:
            raise NoRoom
        self._doors = [door for _, door in opened]
        self.addresses = [place.shown(door.getsockname()[1]) for place, door in opened]

    def close(self) -> None:
        for door in self._doors:
            door.close()

    def meet(self, side: Side, name: str, stop: Event) -> Meeting:
        """Wait for the partner. Raises NobodyCame, TooManyKnocks or Stopped; the doors are shut in any case."""
        try:
            for knocks, end in enumerate(self._comers(stop), start=1):
                if met := self._greeted(end, side, stop):
                    return met
                if knocks >= limits.ROOM_KNOCKS:
                    raise TooManyKnocks(name=name)
            raise NobodyCame
        finally:
            self.close()

    def _comers(self, stop: Event) -> Iterator[socket.socket]:
        """Whoever knocks from within the room, until it is too late."""
        until = monotonic() + limits.ROOM_WAIT
        while monotonic() < until:
            for door in select.select(self._doors, [], [], TICK)[0]:
                if end := _comer(door):
                    yield end
            if stop.is_set():
                raise Stopped

    def _greeted(self, end: socket.socket, side: Side, stop: Event) -> Meeting | None:
        wire = Wire(end, stop)
        with _shut_on_trouble(wire):
            try:
                return Meeting(greeting.let_in(wire, side, self.number), goes=False)
            except CableBroke:
                wire.close()
                return None


def _comer(door: socket.socket) -> socket.socket | None:
    """Whoever knocks there; nobody where she has gone again, or does not belong to this room."""
    try:
        end, (host, *_) = door.accept()
    except OSError:
        return None
    if near.is_near(host):
        return end
    end.close()
    return None


def _door(place: Place) -> socket.socket | None:
    """Open at the usual port, or at any other where something else has that; none where the adapter is gone."""
    for port in (near.PORT, 0):
        try:
            door = socket.create_server(place.at(port), family=place.family)
        except OSError:
            continue
        door.settimeout(TICK)
        return door
    return None


def go(address: str, number: str, side: Side, name: str, stop: Event) -> Meeting:
    """Go to the laptop that waits there. Raises NotAnAddress, NotNear, NobodyThere, NotRecognised or Stopped."""
    places, port = near.typed(address)
    ends = (_reached(place, port, stop) for place in places)
    end = next((each for each in ends if each), None)
    if end is None:
        raise NobodyThere(address=address)
    wire = Wire(end, stop)
    with _shut_on_trouble(wire):
        try:
            return Meeting(greeting.go_up(wire, side, "".join(number.split())), goes=True)
        except CableBroke:
            raise NotRecognised(name=name) from None


def _reached(place: Place, port: int, stop: Event) -> socket.socket | None:
    end = socket.socket(place.family)
    end.setblocking(False)
    end.connect_ex(place.at(port))
    until = monotonic() + limits.ROOM_KNOCK
    while not stop.is_set() and monotonic() < until:
        _, ready, failed = select.select([], [end], [end], TICK)
        if ready or failed:
            break
    if _is_through(end):
        return end
    end.close()
    if stop.is_set():
        raise Stopped
    return None


def _is_through(end: socket.socket) -> bool:
    try:
        end.getpeername()
    except OSError:
        return False
    return True


@contextmanager
def _shut_on_trouble(wire: Wire) -> Iterator[None]:
    try:
        yield
    except BaseException:
        wire.close()
        raise


class Meeting:
    """The partner was met. Both swap bundles, then receipts; the one who went begins each time."""

    def __init__(self, frames: Frames, *, goes: bool) -> None:
        self._frames, self._goes = frames, goes

    def close(self) -> None:
        self._frames.wire.close()

    def swap(self, mine: Sequence[bytes], folder: Path, hears: Hears) -> list[Path]:
        """Give all my bundles, and put hers into a folder: all of them, or none. Raises CableBroke or Stopped."""
        self._be_patient(limits.ROOM_WAIT)  # bundles are being made
        came = self._swap(mine, folder, "bundle", hears)
        if not came:
            raise CableBroke
        return came

    def answer(self, receipt: bytes, folder: Path) -> Path | None:
        """Give my receipt, empty for none, and wait for hers until she has decided. Raises CableBroke or Stopped."""
        self._be_patient(limits.ROOM_DECIDING)
        came = self._swap([receipt] if receipt else [], folder, "receipt", lambda _done, _of: None)
        return came[0] if came else None

    def _be_patient(self, seconds: float) -> None:
        """Until she says what she brings; from then on something must come all the time."""
        wire = self._frames.wire
        wire.patience = seconds
        wire.allow(seconds + limits.ROOM_CROSSING)

    def _swap(self, mine: Sequence[bytes], folder: Path, name: str, hears: Hears) -> list[Path]:
        sizes = [len(each) for each in mine]
        hers = self._offers(sizes)
        self._frames.wire.patience = limits.ROOM_SILENT
        crossing = _Crossing(self._frames, sum(sizes) + sum(hers), hears)
        came: list[Path] = []
        try:
            for turn in (self._goes, not self._goes):
                if turn:
                    crossing.give(mine)
                else:
                    came = [folder / f"{name}-{number}{SUFFIX}" for number in range(len(hers))]
                    crossing.take(came, hers)
        except BaseException:
            for path in came:
                path.unlink(missing_ok=True)
            raise
        return came

    def _offers(self, sizes: Sequence[int]) -> list[int]:
        """Say how many bundles of which size, and hear it."""
        offer = b"".join(size.to_bytes(_SIZE) for size in sizes)
        if self._goes:
            self._frames.put(_OFFER, offer)
        told = self._frames.get(_OFFER, limits.ROOM_BUNDLES * _SIZE)
        if not self._goes:
            self._frames.put(_OFFER, offer)
        hers = [int.from_bytes(told[start : start + _SIZE]) for start in range(0, len(told), _SIZE)]
        if len(told) % _SIZE or any(not 0 < size <= limits.FILE for size in hers):
            raise CableBroke
        return hers


class _Crossing:
    """Bytes on their way, and how many of all have crossed."""

    def __init__(self, frames: Frames, of: int, hears: Hears) -> None:
        self._frames, self._of, self._hears, self._done = frames, of, hears, 0

    def give(self, bundles: Sequence[bytes]) -> None:
        """Raises CableBroke unless the other says that it has them all."""
        digest = hashlib.sha256()
        for each in bundles:
            digest.update(each)
            for start in range(0, len(each), limits.ROOM_FRAME):
                piece = each[start : start + limits.ROOM_FRAME]
                self._frames.put(_PIECE, piece)
                self._tell(len(piece))
        if self._frames.get(_ALL) != digest.digest():
            raise CableBroke

    def take(self, paths: Sequence[Path], sizes: Sequence[int]) -> None:
        digest = hashlib.sha256()
        for path, size in zip(paths, sizes, strict=True):
            with safely.writing(), path.open("xb") as file:
                for piece in self._pieces(size):
                    digest.update(piece)
                    file.write(piece)
        self._frames.put(_ALL, digest.digest())

    def _pieces(self, size: int) -> Iterator[bytes]:
        left = size
        while left:
            piece = self._frames.get(_PIECE, min(left, limits.ROOM_FRAME))
            if not piece:
                raise CableBroke
            left -= len(piece)
            yield piece
            self._tell(len(piece))

    def _tell(self, crossed: int) -> None:
        self._done += crossed
        self._hears(self._done, self._of)
