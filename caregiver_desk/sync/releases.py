"""A new version of the program, as a file on a stick: believed for its seal, and for nothing else.

Context. Most laptops never see the network, so a new version comes as any bundle does, by a hand that may not know what
it carries. What is started then has all rights of whoever keeps the book.

Decision. The makers sign one list: the version in its first line, then a SHA-256 and a name for each file, as
`sha256sum` writes it. `ssh-keygen -Y verify` and `sha256sum -c` can check it without us. The public halves of their
keys stand in `resources/release.keys`, in the form of an `allowed_signers` file: whoever makes a program of their own
puts theirs there. There is no date after which a list is not believed, since laptops are away for months; what protects
from an old list is that only a newer version is taken. The program is copied into the state of this machine first, and
the copy is what is checked and started: a stick can be changed meanwhile. Only one desk of a laptop copies at a time.

Consequence. A program built without a key takes no update. Names are made from the version, never read from the list.
"""

from __future__ import annotations

import hashlib
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from caregiver_desk import __version__, settings
from caregiver_desk.errors import (
    NoReleaseForHere,
    NoReleaseKey,
    NoRoomForCopy,
    NotARelease,
    NotNewer,
    Problem,
    ReleaseAltered,
    ReleaseNotBelieved,
    ReleaseUnderWay,
    SealBroken,
)
from caregiver_desk.store import room, safely, signing
from caregiver_desk.store.lock import held
from caregiver_desk.sync.files import is_file, read_at_most, regular
from caregiver_desk.wording import RESOURCES

NAMESPACE: Final = "caregiver-desk-release"
KEYS: Final = RESOURCES / "release.keys"
SEAL: Final = ".sig"
_MOST: Final = 64 * 1024  # bytes of a list, or of its seal
_VERSION: Final = r"([0-9]{1,4}(?:\.[0-9]{1,4}){1,3})"
_HEAD: Final = re.compile(rf"# caregiver-desk {_VERSION}")
_NAMED: Final = re.compile(rf"caregiver-desk[-_]{_VERSION}[-_]")
_LINE: Final = re.compile(r"([0-9a-f]{64})  (caregiver-desk[\w.-]+)", re.ASCII)
_MACHINES: Final = {"amd64": "x86_64", "arm64": "aarch64"}  # as different systems call the same
_DEBIAN: Final = {"x86_64": "amd64", "aarch64": "arm64"}


class Release(NamedTuple):
    """A version that its makers sealed, and the sum of each file that brings it."""

    version: str
    sums: dict[str, str]


def read(listed: Path) -> Release:
    """What this list says, once it is known to be from the makers and newer than this program.

    Raises NoReleaseKey, NotARelease, ReleaseNotBelieved or NotNewer.
    """
    known = keys()
    if not known:
        raise NoReleaseKey
    told = _bytes(regular(listed))
    if _signer(listed, told) not in known:
        raise ReleaseNotBelieved
    release = _understood(listed, told)
    if _order(release.version) <= _order(__version__):
        raise NotNewer(version=release.version, present=__version__)
    return release


def keys() -> set[str]:
    """The public keys of the makers, as `signing` writes them."""
    lines = [line.split() for line in KEYS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {" ".join(words[1:3]) for words in lines if words}


def _signer(listed: Path, told: bytes) -> str:
    beside = listed.with_name(listed.name + SEAL)
    if not is_file(beside):
        raise ReleaseNotBelieved
    try:
        return signing.verify(_bytes(beside).decode("ascii"), told, namespace=NAMESPACE)
    except (SealBroken, UnicodeDecodeError):
        raise ReleaseNotBelieved from None


def _bytes(file: Path) -> bytes:
    with safely.reading():
        told = read_at_most(file, _MOST)
    if len(told) > _MOST:
        raise NotARelease(file=file.name)
    return told


def _understood(listed: Path, told: bytes) -> Release:
    first, *lines = told.decode("utf-8", "replace").splitlines() or [""]
    head, sums = _HEAD.fullmatch(first), [_LINE.fullmatch(line) for line in lines]
    if not head or not all(sums):
        raise NotARelease(file=listed.name)
    return Release(head[1], {found[2]: found[1] for found in sums if found})


def _order(version: str) -> tuple[int, ...]:
    """Later ones are greater, and 1.2 is 1.2.0."""
    numbers = tuple(map(int, version.split(".")))
    return numbers + (0,) * (4 - len(numbers))


def names(version: str) -> list[str]:
    """What would bring this version to this laptop, the best first."""
    machine = platform.machine().lower()
    machine = _MACHINES.get(machine, machine)
    if sys.platform == "win32":
        return [f"caregiver-desk-{version}-windows-{machine}-setup.exe"]
    if sys.platform == "darwin":
        return [f"caregiver-desk-{version}-macos-{platform.machine().lower()}.dmg"]
    packed = f"caregiver-desk-{version}-linux-{machine}.tar.xz"
    return (
        [f"caregiver-desk_{version}_{_DEBIAN.get(machine, machine)}.deb", packed] if shutil.which("dpkg") else [packed]
    )


def fetch(release: Release, folder: Path) -> Path:
    """A copy, on this laptop, of the file that brings this version; it is what was sealed.

    Raises NoReleaseForHere, NoSuchFile, NotAFile, ReleaseAltered, ReleaseUnderWay, NoRoomForCopy, CannotRead,
    CannotWrite or DiskFull.
    """
    listed = [name for name in names(release.version) if name in release.sums]
    if not listed:
        raise NoReleaseForHere(version=release.version)
    name = next((name for name in listed if is_file(folder / name)), listed[0])
    source = regular(folder / name)
    with _copies() as copies:
        _empty(copies)
        if lacking := room.lacking(copies, _size(source)):
            raise NoRoomForCopy(megabytes=lacking)
        safely.copy(source, copies / name)
        if _sum(copies / name) != release.sums[name]:
            (copies / name).unlink()
            raise ReleaseAltered(file=name)
        return copies / name


def let_go() -> None:
    """Of what was fetched: what is no newer than this program, and what was broken off. What is held now goes later."""
    if _folder().is_dir():
        with suppress(Problem), _copies() as copies:
            _empty(copies, but=_waits)


@contextmanager
def _copies() -> Iterator[Path]:
    """The folder of copies, held for this process: another desk on this laptop may be about the same."""
    safely.folder(_folder())
    if (lock := held(_folder().with_suffix(".lock"))) is None:
        raise ReleaseUnderWay
    with lock:
        yield _folder()


def _empty(copies: Path, but: Callable[[str], bool] = lambda _: False) -> None:
    with safely.reading():
        found = list(copies.iterdir())
    for each in found:
        if not but(each.name):
            with suppress(OSError):  # an installer that still runs, on Windows
                each.unlink()


def _waits(name: str) -> bool:
    named = _NAMED.match(name)
    return named is not None and _order(named[1]) > _order(__version__)


def _size(file: Path) -> int:
    with safely.reading():
        return file.stat().st_size


def _folder() -> Path:
    return settings.state_folder() / "update"


def _sum(file: Path) -> str:
    with safely.reading(), file.open("rb") as read:
        return hashlib.file_digest(read, "sha256").hexdigest()
