"""A connection between two laptops: bytes that come in time or not at all, then frames that only the two can read.

Nothing here knows a book. Whoever waits looks up a few times a second whether to stop. A frame is its length and a
sealed part (ChaCha20-Poly1305, numbered), so a byte that was altered, left out, repeated or moved on the way is noticed
at once, and a length that nobody honest writes is refused before anything is read.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Final, TypeVar

from caregiver_desk.errors import CableBroke, Stopped
from caregiver_desk.sync import limits

T = TypeVar("T")

TICK: Final = 0.1  # seconds between two looks at whether to stop
_LENGTH: Final = 4
_TAG: Final = 16


class Wire:
    """One end. Every wait ends: when somebody says stop, after a silence, or when the time for all of it is over."""

    def __init__(self, end: socket.socket, stop: Event) -> None:
        self._end, self._stop = end, stop
        self._end.settimeout(TICK)
        self._until = 0.0
        self.patience: float = limits.ROOM_SILENT
        self.allow(limits.ROOM_KNOCK)

    def allow(self, seconds: float) -> None:
        """From now on so long, all in all."""
        self._until = monotonic() + seconds

    def send(self, data: bytes) -> None:
        """Raises CableBroke or Stopped."""
        left = memoryview(data)
        while left:
            left = left[self._some(partial(self._end.send, left)) :]

    def receive(self, length: int) -> bytes:
        """Exactly so many bytes. Raises CableBroke or Stopped."""
        came = bytearray()
        while len(came) < length:
            part = self._some(partial(self._end.recv, length - len(came)))
            if not part:
                raise CableBroke
            came += part
        return bytes(came)

    def _some(self, step: Callable[[], T]) -> T:
        last = min(monotonic() + self.patience, self._until)
        while not self._stop.is_set():
            if monotonic() > last:
                raise CableBroke
            try:
                return step()
            except TimeoutError:
                continue
            except OSError:
                raise CableBroke from None
        raise Stopped

    def close(self) -> None:
        self._end.close()


class Frames:
    """Sealed frames of a kind each, out with one key and in with another."""

    def __init__(self, wire: Wire, *, out: bytes, into: bytes) -> None:
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        self.wire = wire
        self._out, self._into = ChaCha20Poly1305(out), ChaCha20Poly1305(into)
        self._sent = self._came = 0

    def put(self, kind: bytes, payload: bytes) -> None:
        box = self._out.encrypt(self._sent.to_bytes(12), kind + payload, None)
        self._sent += 1
        self.wire.send(len(box).to_bytes(_LENGTH) + box)

    def get(self, kind: bytes, at_most: int = limits.ROOM_FRAME) -> bytes:
        """The next frame, which must be of this kind. Raises CableBroke or Stopped."""
        from cryptography.exceptions import InvalidTag

        length = int.from_bytes(self.wire.receive(_LENGTH))
        if not len(kind) + _TAG <= length <= len(kind) + at_most + _TAG:
            raise CableBroke
        try:
            body = self._into.decrypt(self._came.to_bytes(12), self.wire.receive(length), None)
        except InvalidTag:
            raise CableBroke from None
        self._came += 1
        if not body.startswith(kind):
            raise CableBroke
        return body[len(kind) :]
