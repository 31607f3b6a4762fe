"""A cable before a real server, which can be cut after any number of bytes in either direction."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

NEVER = 1 << 40
_AT_ONCE = 1 << 16  # bytes


@dataclass
class Cable:
    """Where it begins, and how many bytes may still come down or go up before it is cut."""

    port: int
    down: int = NEVER
    up: int = NEVER
    came: int = 0  # bytes that came down
    went: int = 0  # bytes that went up
    _threads: list[threading.Thread] = field(default_factory=list)

    def mend(self) -> None:
        self.down = self.up = NEVER

    def join(self, here: socket.socket, there: socket.socket) -> None:
        """Carry what both say, each in a thread of its own."""
        for ends, down in (((there, here), True), ((here, there), False)):
            self._threads.append(threading.Thread(target=self._carry, args=ends, kwargs={"down": down}))
            self._threads[-1].start()

    def wait(self) -> None:
        """Until what was hung up has said its last."""
        for each in self._threads:
            each.join()

    def _carry(self, one: socket.socket, other: socket.socket, *, down: bool) -> None:
        with suppress(OSError):
            while some := one.recv(_AT_ONCE):
                may = self._may_pass(some, down=down)
                other.sendall(may)
                if len(may) < len(some):
                    break
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _may_pass(self, some: bytes, *, down: bool) -> bytes:
        some = some[: max(0, self.down if down else self.up)]
        if down:
            self.down -= len(some)
            self.came += len(some)
        else:
            self.up -= len(some)
            self.went += len(some)
        return some


@contextmanager
def cable(dial: Callable[[], socket.socket]) -> Iterator[Cable]:
    """Whoever comes to its port is joined with what `dial` reaches."""
    door = socket.create_server(("127.0.0.1", 0))
    made = Cable(door.getsockname()[1])

    def listen() -> None:
        with suppress(OSError):
            while True:
                here, _ = door.accept()
                here.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # what is said goes at once
                made.join(here, dial())

    listening = threading.Thread(target=listen, name="cable")
    listening.start()
    try:
        yield made
    finally:
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()
        listening.join()
        made.wait()
