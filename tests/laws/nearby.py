"""Two real books in one room: each side runs in a thread of its own over a real connection on this very laptop.

A relay may stand between them. It counts and records what passes, and can cut the cable after any byte.
"""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from threading import Event
from typing import Any

from caregiver_desk.errors import Problem
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, greeting, making, near, room
from caregiver_desk.sync.near import Place
from caregiver_desk.sync.room import Meeting, Waiting

LOOP = Place("127.0.0.1")
NEVER = 1 << 60
GONE = struct.pack("ii", 1, 0)  # closed at once, as when the other machine is no more


def nothing(_done: int, _of: int) -> None:
    """Nobody listens."""


def listening() -> int:
    """How many doors of this process are open to a network, as Linux tells it."""
    own = {str(each.readlink()) for each in Path("/proc/self/fd").iterdir() if each.is_symlink()}
    rows = [row.split() for kind in ("tcp", "tcp6") for row in Path(f"/proc/self/net/{kind}").read_text().splitlines()]
    return sum(row[3] == "0A" and f"socket:[{row[9]}]" in own for row in rows)


def partner_of(book: Book, other: Book) -> Partner:
    return next(each for each in partners.known(book) if each.key == other.key)


def at(address: str) -> tuple[str, int]:
    """As it is shown, with its port."""
    (place,), port = near.typed(address)
    return place.host, port


def side(book: Book, other: Book) -> greeting.Side:
    return greeting.side_of(book, partner_of(book, other))


@dataclass
class Relay:
    """Stands between two, lets so many bytes pass, then cuts; `silent` is a cable that is pulled without a word."""

    to: str
    after: int = NEVER
    silent: bool = False
    passed: int = 0
    seen: dict[str, bytearray] = field(default_factory=lambda: {"goes": bytearray(), "waits": bytearray()})
    done: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self._door = socket.create_server((LOOP.host, 0))
        self.address = LOOP.shown(self._door.getsockname()[1])
        self._thread = threading.Thread(target=self._stand)
        self._thread.start()

    def _stand(self) -> None:
        while not self.done.is_set() and not select([self._door], [], [], 0.05)[0]:
            pass
        if self.done.is_set():
            return
        with closing(self._door.accept()[0]) as goes, closing(socket.create_connection(at(self.to))) as waits:
            self._pass_on({goes: ("goes", waits), waits: ("waits", goes)})
            if self.silent:
                self.done.wait()
            elif self.passed >= self.after:
                for end in (goes, waits):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, GONE)

    def _pass_on(self, ends: dict[socket.socket, tuple[str, socket.socket]]) -> None:
        while self.passed < self.after and not self.done.is_set():
            for end in select(list(ends), [], [], 0.05)[0]:
                name, other = ends[end]
                try:
                    part = end.recv(min(4096, self.after - self.passed))
                    other.sendall(part)
                except OSError:
                    return
                if not part:
                    return
                self.seen[name] += part
                self.passed += len(part)
                if self.passed >= self.after:
                    return

    def close(self) -> None:
        self.done.set()
        self._thread.join()
        self._door.close()


@dataclass
class Ended:
    """How it ended on one side: the meeting, what came, or why not."""

    meeting: Meeting | None = None
    came: Sequence[Path] = ()
    problem: Problem | None = None
    sent: Sequence[bytes] = ()

    def close(self) -> None:
        if self.meeting:
            self.meeting.close()


Step = Callable[[], Any]


def at_once(one: Step, other: Step) -> tuple[Any, Any]:
    """Both at the same time; a problem is what a side ends in."""

    def tried(step: Step) -> Any:
        try:
            return step()
        except Problem as problem:
            return problem

    with ThreadPoolExecutor(max_workers=2) as pool:
        first, second = pool.submit(tried, one), pool.submit(tried, other)
        return first.result(), second.result()


@contextmanager
def opened_doors() -> Iterator[Waiting]:
    waiting = Waiting([LOOP])
    try:
        yield waiting
    finally:
        waiting.close()


@contextmanager
def swapped(waits: Book, goes: Book, place: Path, **cut: Any) -> Iterator[tuple[Ended, Ended, Relay]]:
    """They meet and swap their bundles; how it ended for who waited, for who went, and what passed between them."""
    bundles = room.brought(waits, partner_of(waits, goes)), room.brought(goes, partner_of(goes, waits))
    sides, stop = (side(waits, goes), side(goes, waits)), Event()
    with opened_doors() as waiting, closing(Relay(waiting.addresses[0], **cut)) as relay:
        ended = Ended(sent=bundles[0]), Ended(sent=bundles[1])

        def wait() -> None:
            _swap(ended[0], lambda: waiting.meet(sides[0], "Fhatuwani", stop), bundles[0], place / "waits")

        def go() -> None:
            def reach() -> Meeting:
                return room.go(relay.address, waiting.number, sides[1], "Nomvula", Event())

            _swap(ended[1], reach, bundles[1], place / "goes")
            if ended[1].meeting is None:
                stop.set()  # the one who waited would go on waiting

        at_once(wait, go)
        try:
            yield *ended, relay
        finally:
            for each in ended:
                each.close()


def _swap(ended: Ended, meet: Callable[[], Meeting], bundles: Sequence[bytes], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    try:
        ended.meeting = meet()
        ended.came = ended.meeting.swap(bundles, folder, nothing)
    except Problem as problem:
        ended.problem = problem
        ended.close()


def receipts(waits: Book, goes: Book, met: tuple[Ended, Ended], place: Path) -> tuple[Any, Any]:
    """Both say what has arrived: where what the other said stands, or why nothing came."""
    told = [making.receipt(book, partner_of(book, other)).sealed for book, other in ((waits, goes), (goes, waits))]
    return at_once(lambda: answer(met[0], told[0], place / "waits"), lambda: answer(met[1], told[1], place / "goes"))


def answer(ended: Ended, receipt: bytes, folder: Path) -> Path | None:
    """Who gives up ends the line, so that nobody waits."""
    assert ended.meeting
    try:
        return ended.meeting.answer(receipt, folder)
    except Problem:
        ended.close()
        raise


def carried(sender: Book, receiver: Book, stick: Path) -> list[Path]:
    """The same by a stick."""
    made = making.make(sender, partner_of(sender, receiver))
    return [carriers.drop(stick, each.bundle, each.sealed) for each in made]


def said_to(address: str, data: bytes, *, then: Callable[[socket.socket], object] = lambda _: None) -> bytes:
    """What somebody hears who says this at an address, until the other ends it."""
    heard = bytearray()
    with closing(socket.create_connection(at(address))) as end, suppress(OSError):
        end.sendall(data)
        then(end)
        while part := end.recv(4096):
            heard += part
    return bytes(heard)
