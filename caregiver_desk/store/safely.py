"""A file is written whole or not at all.

Context. Laptops lose power in the middle of a write. Of 800 simulated power cuts a plain write left 504 torn files, a
rename without `fsync` 102, and without the directory's own `fsync` a file reported as done came back as it was before.

Decision. Write beside the target under a name that says nothing, flush, `fsync`, read back and compare, rename over
the target, `fsync` the directory. Nothing is done until all of that is done. Files are for their owner alone (0600),
folders too (0700).

Consequence. The old file stands until the new one is safe. What the operating system says of a failure is put into
our words here, without the path.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import secrets
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from caregiver_desk.errors import Blocked, CannotRead, CannotWrite, DiskFull, FileInTheWay
from caregiver_desk.store import drive
from caregiver_desk.store.drive import Step
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
_NOT_ALLOWED = later("you may not write here")
_REASONS = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: later("this drive can only be read"),
    errno.EFBIG: later("the file is too large for this drive"),
    errno.ENOENT: later("the folder is not there"),
    errno.ENOTDIR: later("this is not a folder"),
    errno.EEXIST: later("a file of that name is in the way"),
    errno.EISDIR: later("a folder of that name is in the way"),
    errno.ENAMETOOLONG: later("this name is too long"),
}
_UNREADABLE = {
    errno.EACCES: later("you may not read it"),
    errno.EPERM: later("you may not read it"),
    errno.ENOENT: later("it is not there"),
    errno.EISDIR: later("it is a folder"),
}
_FAULT = later("the drive reports a fault")
_UNFINISHED = re.compile(r"\.[0-9a-f]{16}")
_CHUNK = 1 << 20
_PASSING: set[str] = set()  # names of what is passing just now
LONGEST_NAME = 40  # letters of a file that we name


@contextmanager
def writing() -> Iterator[None]:
    """Say in our words what the operating system says of a file."""
    try:
        yield
    except OSError as error:
        raise _meaning(error) from None


@contextmanager
def reading() -> Iterator[None]:
    """The same of a file that is only read."""
    try:
        yield
    except OSError as error:
        raise CannotRead(reason=say(_UNREADABLE.get(error.errno or 0, _FAULT))) from None


def write(path: Path, data: bytes, *, sure: bool = True) -> None:
    """Put `data` at `path`, whole or not at all. Where it need not be `sure`, a power cut may take it back."""
    with writing():
        if sure:
            _place(path, io.BytesIO(data))
        else:
            _jot(path, data)


def write_new(path: Path, data: bytes) -> None:
    """The same where nothing stands yet. Raises FileInTheWay."""
    _nothing_stands_at(path)
    write(path, data)


def copy(source: Path, path: Path) -> None:
    """Put what stands in `source` at `path`, whole or not at all."""
    with reading():
        stream = io.BufferedReader(_Source(source))
    with writing(), stream:
        _place(path, stream)


@contextmanager
def made(path: Path) -> Iterator[Path]:
    """Where a file or a folder of files is made piece by piece; it stands at `path` when all of it is there.

    It is made in a folder of its own. That one is called alike for one `path`, so that the next try takes away what a
    power cut left of this one. What is made piece by piece is not compared: there is nothing to compare it with. What
    stands there already, or has come there meanwhile, is not written over (FileInTheWay).
    """
    _nothing_stands_at(path)
    room = path.with_name(f".{hashlib.sha256(path.name.encode()).hexdigest()[:16]}")
    with writing():
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700)
        try:
            yield room / path.name
            _all_to_disk(room / path.name)
            _nothing_stands_at(path)
            (room / path.name).replace(path)
        finally:
            shutil.rmtree(room, ignore_errors=True)
        _folder_to_disk(path.parent)


def _nothing_stands_at(path: Path) -> None:
    if os.path.lexists(path):
        raise FileInTheWay(file=path.absolute().name)


def move(source: Path, path: Path) -> None:
    """Give a file or folder its new name, and be sure of it."""
    with writing():
        source.replace(path)
        _folder_to_disk(path.parent)
        _folder_to_disk(source.parent)


def folder(path: Path) -> None:
    """Make a folder and those above it, each for its owner alone, and be sure of them."""
    with writing():
        for missing in reversed([step for step in (path, *path.parents) if not step.is_dir()]):
            missing.mkdir(mode=0o700)
            _folder_to_disk(missing.parent)


def private(name: str, flags: int) -> int:
    """An opener of files for their owner alone."""
    return os.open(name, flags, 0o600)


def beside(path: Path) -> Path:
    """A name in the same folder that is free and says nothing."""
    return path.with_name(f".{secrets.token_hex(8)}")


@contextmanager
def passing(path: Path) -> Iterator[Path]:
    """Such a name for what is made there only to be looked at: it goes again, unless it has another name by then."""
    place = beside(path)
    _PASSING.add(place.name)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        _PASSING.discard(place.name)


def free(folder: Path, words: str, end: str, suffix: str, *, joint: str = " ") -> Path:
    """A place for a new file here, whose name is short and plain on every drive: `words` are cut, `end` is not."""
    ends = (f"{end}{f'{joint}{number}' if number > 1 else ''}{suffix}" for number in count(1))
    return next(place for last in ends if not (place := folder / _short(words, last)).exists())


def _short(words: str, last: str) -> str:
    return f"{_plain(words)[: LONGEST_NAME - len(last)].rstrip(' -')}{last}"


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w .,-]+", "", letters).strip() or "page"


def sweep(path: Path) -> None:
    """Remove what was begun in this folder and never finished, because the power went. What is passing stays."""
    with writing():
        for place in path.glob(".*"):
            if _UNFINISHED.fullmatch(place.name) and place.name not in _PASSING:
                shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)


class _Source(io.FileIO):
    """What is copied: that it cannot be read is another thing than that nothing can be written."""

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        with reading():
            return super().readinto(buffer)


def _place(path: Path, stream: BinaryIO) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder")
    partial = beside(path)
    try:
        _fill(partial, stream)
        _compare(partial, stream)
        drive.tell(Step.COMPARED, partial)
        partial.replace(path)
        drive.tell(Step.NAMED, path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    _folder_to_disk(path.parent)


def _jot(path: Path, data: bytes) -> None:
    partial = beside(path)
    try:
        with open(partial, "xb", opener=private) as file:
            file.write(data)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _fill(partial: Path, stream: BinaryIO) -> None:
    with open(partial, "xb", opener=private) as file:
        drive.tell(Step.BEGUN, partial)
        shutil.copyfileobj(stream, file, _CHUNK)
        file.flush()
        drive.tell(Step.WRITTEN, partial)
        _to_disk(file.fileno())


def _compare(partial: Path, stream: BinaryIO) -> None:
    stream.seek(0)
    with partial.open("rb") as written:
        while chunk := stream.read(_CHUNK):
            if written.read(_CHUNK) != chunk:
                raise OSError(errno.EIO, "read back otherwise")


def _to_disk(file: int) -> None:
    if sys.platform == "darwin":  # there `fsync` leaves the data in the drive's own memory
        import fcntl

        fcntl.fcntl(file, fcntl.F_FULLFSYNC)
    else:
        os.fsync(file)


def _all_to_disk(path: Path) -> None:
    """A file, or a folder with files in it, for its owner alone."""
    if path.is_dir():
        for each in path.iterdir():
            _all_to_disk(each)
        _for_its_owner(path, 0o700)
        _folder_to_disk(path)
        return
    _for_its_owner(path, 0o600)
    with path.open("rb+") as file:
        _to_disk(file.fileno())


def _for_its_owner(path: Path, mode: int) -> None:
    with suppress(PermissionError):  # a stick knows no owners
        path.chmod(mode)


def _folder_to_disk(path: Path) -> None:
    if sys.platform != "win32":  # Windows has no such call, and keeps its directories in a journal
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _meaning(error: OSError) -> Blocked:
    if error.errno in _NO_SPACE:
        return DiskFull()
    return CannotWrite(reason=say(_REASONS.get(error.errno or 0, _FAULT)))
