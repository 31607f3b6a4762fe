"""A strict archive: what stock `tar` can read and write, and nothing that can be said in two ways.

Context. A bundle must open without this program, so its members stand in a ustar archive. Readers of tar are lenient,
and lenient readers were led into reading an extended header of 800 MB into memory.

Decision. Regular files only, with exactly the names asked for, in that order; mode 0600, no owner, no time, no names
of people, no extension. A header is read by taking its size and writing the header anew: the bytes must be the same,
so the checksum, every field and every filler are settled by one comparison. Two zero blocks end the archive.

Consequence. GNU tar makes the very same bytes:

    tar --format=ustar --owner=0 --group=0 --numeric-owner --mtime=@0 --mode=600 -b1 -cf x.tar manifest.json …

Without `-b1` it fills the last record of 10 KiB with zeros; that one other ending is accepted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from caregiver_desk.errors import Broken, Incomplete, NotABundle

BLOCK: Final = 512
RECORD: Final = 20 * BLOCK
END: Final = bytes(2 * BLOCK)

_SIZE = slice(124, 136)
_BEFORE = 148
_FIELDS: Final = b"0000600\0" + 2 * b"0000000\0" + b"%011o\0" + b"00000000000\0"
_AFTER: Final = b"0" + bytes(100) + b"ustar\00000" + bytes(64) + 2 * b"0000000\0"


def pack(members: Sequence[tuple[str, bytes]]) -> bytes:
    """The members as an archive, in their order."""
    return b"".join([*_blocks(members), END])


def unpack(data: bytes, *, names: Sequence[str]) -> dict[str, memoryview]:
    """Views of the members called `names`, which must be all there is. Raises `NotABundle` or `Incomplete`."""
    members, at = {}, 0
    for name in names:
        members[name] = _member(data, at, name)
        at += BLOCK + _padded(len(members[name]))
    if len(data) < at + len(END):
        raise Incomplete
    if len(data) not in _lengths(at + len(END)) or any(data[at:]):
        raise NotABundle(part="end")
    return members


def _blocks(members: Sequence[tuple[str, bytes]]) -> Iterator[bytes]:
    for name, content in members:
        yield _header(name, len(content))
        yield content
        yield bytes(_padded(len(content)) - len(content))


def _member(data: bytes, at: int, name: str) -> memoryview:
    header = data[at : at + BLOCK]
    if len(header) < BLOCK:
        raise Incomplete
    if not re.fullmatch(rb"[0-7]{11}\0", header[_SIZE]):
        raise NotABundle(part=name)
    size = int(header[_SIZE][:-1], 8)
    if header != _header(name, size):
        raise NotABundle(part=name)
    return _content(data, at + BLOCK, size, name)


def _content(data: bytes, start: int, size: int, name: str) -> memoryview:
    end = start + _padded(size)
    if len(data) < end:
        raise Incomplete
    if any(data[start + size : end]):
        raise NotABundle(part=name)
    return memoryview(data)[start : start + size]


def _header(name: str, size: int) -> bytes:
    before = name.encode("ascii").ljust(100, b"\0") + _FIELDS % size
    if len(before) != _BEFORE:
        raise Broken(where="archive")
    checksum = sum(before) + 8 * ord(" ") + sum(_AFTER)
    return (before + b"%06o\0 " % checksum + _AFTER).ljust(BLOCK, b"\0")


def _padded(size: int) -> int:
    return -(-size // BLOCK) * BLOCK


def _lengths(plain: int) -> tuple[int, int]:
    return plain, -(-plain // RECORD) * RECORD
