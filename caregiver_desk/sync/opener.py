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
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from caregiver_desk import errors
from caregiver_desk.errors import NotABundle, OpeningFailed, Problem, TookTooLong, TooLarge
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.sync import limits
from caregiver_desk.sync.worker import HEAD, Inside, Picture, Refusal, Request, Signed

COMMAND = (
    sys.executable,
    "-P",
    "-m",
    "caregiver_desk.sync.worker",
)  # -P: nothing that lies in the folder at hand is run
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
                yield Sent(line[_DIGEST + 1 :] if line[_DIGEST:] else None, line[:_DIGEST].decode())


def _run(signed: Signed, sent: Iterator[Sent]) -> Run:
    tip = signed.tip
    return Run(tip.stream, signed.key, Span(tip.low, tip.high, tip.ahead, tip.running), tip.signature, sent)


def _some(sent: Iterator[Sent], count: int) -> Iterator[Sent]:
    """Exactly this many."""
    for _ in range(count):
        yield next(sent)


class Opener:
    """A worker process, started when first needed."""

    def __init__(self, seconds: float = limits.WORKER_SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._late = False
        self._finished = False
        self._watch = threading.Timer(0, self._stop_late)

    @contextmanager
    def open(self, path: Path, identity: str) -> Iterator[Opened]:
        """Open a sealed file. Raises a Blocked for whatever is wrong with it."""
        with self._answering(Request(str(path.absolute()), identity), self._seconds) as payload:
            yield Opened(msgspec.json.decode(payload, type=Inside), self)

    def card_shown(self, path: Path) -> bytes:
        """The card that a picture shows. Raises a Blocked for whatever is wrong with it."""
        with self._answering(Picture(str(path.absolute())), min(self._seconds, limits.PICTURE_SECONDS)) as card:
            return card

    @contextmanager
    def _answering(self, request: Request | Picture, seconds: float) -> Iterator[bytes]:
        """The first that the worker answers, and time for the rest."""
        self._start()  # before it is watched: what is not there yet cannot be stopped
        self._watch = threading.Timer(seconds, self._stop_late)
        self._watch.start()
        self._finished = False
        try:
            self._ask(request)
            yield self.read()[1]
        finally:
            self._watch.cancel()
            self._watch.join()
            if not self._finished:
                self.close()

    def _ask(self, request: Request | Picture) -> None:
        try:
            pipe = _pipe(self._start().stdin)
            pipe.write(msgspec.json.encode(request) + b"\n")
            pipe.flush()
        except OSError:
            raise OpeningFailed from None
        except UnicodeEncodeError:
            raise NotABundle from None

    def read(self) -> tuple[bytes, bytes]:
        """The next frame. Raises the refusal that the worker sent, or says why it fell silent."""
        pipe = _pipe(self._start().stdout)
        head = pipe.read(HEAD.size)
        letter, length = HEAD.unpack(head) if len(head) == HEAD.size else (b"", 0)
        payload = pipe.read(length)
        if not letter or len(payload) != length:
            raise TookTooLong if self._late else OpeningFailed
        if letter in {b"C", b"E", b"Z"}:  # the worker has done its part; what the desk does with it may take its time
            self._watch.cancel()
            self._finished = True
        if letter == b"E":
            raise _refused(msgspec.json.decode(payload, type=Refusal))
        return letter, payload

    def close(self) -> None:
        """Stop the worker."""
        if self._process is None:
            return
        process, self._process = self._process, None
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                _pipe(pipe).close()

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._late = False
            self._process = subprocess.Popen(  # noqa: S603 - our own worker, which Ctrl+C at the terminal is not meant for
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
        return self._process

    def _stop_late(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise OpeningFailed
    return pipe


def _refused(refusal: Refusal) -> Problem:
    found = next(each for each in vars(errors).values() if getattr(each, "code", None) == refusal.code)
    return found(**refusal.facts)  # type: ignore[no-any-return]
