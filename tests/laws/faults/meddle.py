"""One fault at one call: the process is killed before it, or the call is refused.

strace counts each sort of call by itself, and only those of the process that it holds. Where a machine lets nobody
hold another process, the same is done from within, before each call that Python makes into the disk or the database:
then the writes that SQLite makes by itself are met together and not one by one. Which of the two is at work is said.
"""

from __future__ import annotations

import errno
import io
import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

CALLS = (
    "write", "pwrite64", "writev", "pwritev", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2",
    "link", "linkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "openat", "fallocate", "sendfile",
    "copy_file_range",
)  # fmt: skip
ALL = ",".join(f"?{call}" for call in CALLS)  # some machines lack one
WITHIN = {
    "execute", "executemany", "backup", "fsync", "write", "flush", "rename", "replace", "unlink", "mkdir", "open",
}  # fmt: skip
_CALL = re.compile(r"(\w+)\(")
_SAYS = {"EIO": "disk I/O error", "ENOSPC": "database or disk is full"}


class Fault(NamedTuple):
    """What happens at the `number`th call of this sort; with `ever` at all later ones too."""

    what: str
    call: str
    number: int
    ever: bool = False

    def asked(self) -> dict[str, Any]:
        """What a forge is asked to put in the way of its child."""
        if self.call == "":
            return {"within": [self.what, self.number]}
        how = "signal=KILL" if self.what == "KILL" else f"error={self.what}"
        when = f"{self.number}{'+' * self.ever}"
        return {"fault": ["-e", f"trace={self.call}", "-e", f"inject={self.call}:{how}:when={when}"]}


def recording() -> dict[str, Any]:
    """The same where calls are only written down."""
    return {"fault": ["-e", f"trace={ALL}", "-s", "0"]}


def attached(child: int, options: Sequence[str], log: str | None) -> subprocess.Popen[bytes] | None:
    """strace, once it holds this process; None where there is none, or where it may not."""
    words = ["strace", "-o", log or os.devnull, "-p", str(child), *options]
    try:
        tracer = subprocess.Popen(words, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    except FileNotFoundError:
        return None
    assert tracer.stderr
    if b"attached" in tracer.stderr.readline():
        return tracer
    tracer.communicate()
    return None


class Met(NamedTuple):
    """A call that was made: its sort, its number among its sort, and how it was written down."""

    call: str
    number: int
    line: str


def met(log: Path, near: str) -> Iterator[Met]:
    """The calls of a recording; of what is opened, only what is `near`, and what tells the machine."""
    numbers: Counter[str] = Counter()
    for line in log.read_text(errors="replace").splitlines():
        found = _CALL.match(line)
        if found:
            numbers[found[1]] += 1
            if found[1] != "openat" or near in line or "machine-id" in line:
                yield Met(found[1], numbers[found[1]], line)


@contextmanager
def from_within(what: str = "", number: int = 0) -> Iterator[Callable[[], int]]:
    """Lets it happen at the `number`th call that reaches the disk or the database; 0 only counts them."""
    calls = 0

    def before(_: FrameType, event: str, called: Any) -> None:
        nonlocal calls
        if event != "c_call" or not _reaches_the_disk(called):
            return
        calls += 1
        if calls == number:
            _happen(what, called)

    if what:
        sys.setprofile(before)
    try:
        yield lambda: calls
    finally:
        sys.setprofile(None)


def _reaches_the_disk(called: Any) -> bool:
    bound = getattr(called, "__self__", None)
    ours = (
        bound is sys.modules[os.name]
        or bound is io
        or isinstance(bound, (io.IOBase, sqlcipher.Connection, sqlcipher.Cursor))
    )
    return ours and called.__name__ in WITHIN


def _happen(what: str, called: Any) -> None:
    if what == "KILL":
        os.kill(os.getpid(), signal.SIGKILL)
    if isinstance(called.__self__, (sqlcipher.Connection, sqlcipher.Cursor)):
        raise sqlcipher.OperationalError(_SAYS[what])
    raise OSError(getattr(errno, what), os.strerror(getattr(errno, what)))
