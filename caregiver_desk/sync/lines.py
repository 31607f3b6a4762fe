"""The lines of a bundle, packed and read again, checked against the tips as they stream.

Reading never holds more than one piece of the plain text. A truncated or over-long stream, a digest that does not lead
to its signed tip, or a tip that its laptop's key did not sign is noticed before the run ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import zstandard

from caregiver_desk import clock
from caregiver_desk.errors import Incomplete, SealBroken, TooLarge
from caregiver_desk.records import journal
from caregiver_desk.store import signing, tips
from caregiver_desk.sync import limits
from caregiver_desk.sync.bundle import LINES, TIPS, Packed, Tip

LEVEL = 6
_PIECE = 1 << 20
_TOGETHER = 4096
_BLANK = b'{"blank":"'


class Checked(NamedTuple):
    """A line whose digest is known: its body, or None where it was blanked."""

    body: bytes | None
    digest: str


def blanked(digest: str) -> bytes:
    return _BLANK + digest.encode() + b'"}'


def pack(runs: Iterable[tuple[Tip, Iterable[bytes]]]) -> Packed:
    """Runs of bodies (or blanked lines) as the inside of a bundle."""
    compressor = zstandard.ZstdCompressor(level=LEVEL).compressobj()
    tips: list[Tip] = []
    pieces: list[bytes] = []
    lines = plain = 0
    for tip, bodies in runs:
        tips.append(tip)
        lines += tip.high - tip.low + 1
        before = plain
        for text in _gathered(bodies):
            plain += len(text)
            if lines > limits.COUNT or plain > limits.LINES or plain - before > limits.RUN:
                raise TooLarge(part=LINES)
            pieces.append(compressor.compress(text))
    pieces.append(compressor.flush())
    packed = b"".join(pieces)
    _not_too_dense(plain, packed)
    return Packed(tips, packed, lines, plain)


def _gathered(bodies: Iterable[bytes]) -> Iterator[bytes]:
    """Bodies as lines, some thousands at a time."""
    each = iter(bodies)
    while some := list(islice(each, _TOGETHER)):
        _none_too_long(some)
        yield b"\n".join(some) + b"\n"


def _none_too_long(texts: Iterable[bytes]) -> None:
    if max(map(len, texts)) > limits.LINE:
        raise TooLarge(part=LINES)


def _not_too_dense(plain: int, packed: bytes | memoryview) -> None:
    """A bomb is small and unpacks to much."""
    if plain > limits.UNPACKED + limits.TIMES * len(packed):
        raise TooLarge(part=LINES)


def signer(tip: Tip) -> str:
    """The key that signed this tip, which must be the one its laptop speaks with."""
    text = tips.text(tip.stream, tip.high, tip.running)
    key = signing.verify(signing.armoured(tip.signature), text, namespace=tips.NAMESPACE)
    if not clock.speaks_for(tip.laptop, key):
        raise SealBroken(part=TIPS)
    if tip.low == 1 and tip.ahead != journal.beginning(tip.stream):
        raise SealBroken(part=TIPS)
    return key


def check(tips: Iterable[Tip], compressed: bytes | memoryview, plain: int) -> Iterator[tuple[Tip, Iterator[Checked]]]:
    """Each run with its checked lines; a run's lines must be read to their end before the next run is asked for."""
    texts = _split(_decompress(compressed, plain))
    for tip in tips:
        yield tip, _lead_to(tip, texts)
    if next(texts, None) is not None:
        raise SealBroken(part=LINES)


def _lead_to(tip: Tip, texts: Iterator[bytes]) -> Iterator[Checked]:
    running, size = tip.ahead, 0
    for _ in range(tip.low, tip.high + 1):
        text = next(texts, None)
        if text is None:
            raise Incomplete
        size += len(text) + 1
        if size > limits.RUN:
            raise TooLarge(part=LINES)
        line = _checked(text)
        running = journal.running(running, line.digest)
        yield line
    if running != tip.running:
        raise SealBroken(part=LINES)


def _checked(text: bytes) -> Checked:
    if text.startswith(_BLANK):
        digest = text[len(_BLANK) : -2].decode("ascii", errors="replace")
        if blanked(digest) != text or len(digest) != 64 or set(digest) - set("0123456789abcdef"):  # noqa: PLR2004
            raise SealBroken(part=LINES)
        return Checked(None, digest)
    return Checked(text, journal.digest(text))


def _split(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their ends; the last must have one."""
    rest = b""
    for piece in pieces:
        *whole, rest = (rest + piece).split(b"\n")
        _none_too_long((*whole, rest))
        yield from whole
    if rest:
        raise Incomplete


def _decompress(compressed: bytes | memoryview, plain: int) -> Iterator[bytes]:
    """The plain text in pieces, of exactly the size that the sender signed."""
    if plain > limits.LINES:
        raise TooLarge(part=LINES)
    _not_too_dense(plain, compressed)
    unpacking = zstandard.ZstdDecompressor(max_window_size=limits.ZSTD_WINDOW)
    reader = unpacking.stream_reader(compressed, read_across_frames=True)  # to the last byte, as stock zstd reads it
    read = 0
    try:
        while piece := reader.read(_PIECE):
            read += len(piece)
            if read > plain:
                raise TooLarge(part=LINES)
            yield piece
    except zstandard.ZstdError:
        raise SealBroken(part=LINES) from None
    if read != plain:
        raise Incomplete
