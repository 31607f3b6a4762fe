"""The desk's end of the worker: ask it to open a file, and read its lines as they are checked.

One worker serves many bundles. It is stopped when a file takes too long or when it dies; the next file gets a new one.
What it sent before is worth nothing unless its last word was that everything fitted: the caller's transaction ends
only after that.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from caregiver_desk import errors
from caregiver_desk.errors import Problem, TookTooLong, TooLarge
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Run, Sent
from caregiver_desk.sync import limits
from caregiver_desk.sync.worker import HEAD, Inside, Refusal, Request, Signed

COMMAND = (sys.executable, "-m", "caregiver_desk.sync.worker")
_DIGEST = 64


@dataclass
class Opened:
    """A bundle whose seals fit, and its lines on their way from the worker."""

    inside: Inside
    _opener: Opener

    def runs(self) -> Iterator[Run]:
        """The runs in order, control first; reading them to the end makes sure that every line fitted."""
        sent = self._sent()
        for signed in self.inside.runs:
            yield _run(signed, _some(sent, signed.tip.high - signed.tip.low + 1))
        if next(sent, None) is not None:
            raise TooLarge(part="lines")

    def _sent(self) -> Iterator[Sent]:
        while True:
            letter, payload = self._opener.read()
            if letter == b"Z":
                return
            for line in payload.split(b"\n")[:-1]:
                yield Sent(line[_DIGEST:] or None, line[:_DIGEST].decode())


def _run(signed: Signed, sent: Iterator[Sent]) -> Run:
    tip = signed.tip
    return Run(tip.stream, signed.key, Span(tip.low, tip.high, tip.ahead, tip.running), tip.signature, sent)


def _some(sent: Iterator[Sent], count: int) -> Iterator[Sent]:
    """Exactly this many; if fewer are read, the rest is read past before the next run begins."""
    for _ in range(count):
        yield next(sent)


class Opener:
    """A worker process, started when first needed."""

    def __init__(self, seconds: float = limits.WORKER_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._late = False

    @contextmanager
    def open(self, path: Path, identity: str) -> Iterator[Opened]:
        """Open a sealed file. Raises a Blocked for whatever is wrong with it."""
        process = self._start()
        watch = threading.Timer(self._seconds, self._stop_late)
        watch.start()
        finished = False
        try:
            _pipe(process.stdin).write(msgspec.json.encode(Request(str(path.absolute()), identity)) + b"\n")
            _pipe(process.stdin).flush()
            _, payload = self.read()
            yield Opened(msgspec.json.decode(payload, type=Inside), self)
            finished = True
        finally:
            watch.cancel()
            watch.join()
            if not finished:
                self.close()

    def read(self) -> tuple[bytes, bytes]:
        """The next frame. Raises the refusal that the worker sent, or says why it fell silent."""
        pipe = _pipe(self._start().stdout)
        head = pipe.read(HEAD.size)
        letter, length = HEAD.unpack(head) if len(head) == HEAD.size else (b"", 0)
        payload = pipe.read(length)
        if not letter or len(payload) != length:
            raise TookTooLong if self._late else TooLarge(part="memory")
        if letter == b"E":
            raise _refused(msgspec.json.decode(payload, type=Refusal))
        return letter, payload

    def close(self) -> None:
        """Stop the worker."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()
        self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._late = False
            self._process = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        return self._process

    def _stop_late(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise TooLarge(part="memory")
    return pipe


def _refused(refusal: Refusal) -> Problem:
    found = next(each for each in vars(errors).values() if getattr(each, "code", None) == refusal.code)
    return found(**refusal.facts)  # type: ignore[no-any-return]
