"""The worker process in which foreign files are opened: with little memory, no book, and nothing to lose.

It reads requests from its standard input and answers on its standard output, in frames of a letter, a length and that
many bytes: `H` what is inside, `L` some checked lines, `Z` all was sent and every seal fits, `C` the card that a
picture shows, `E` a refusal. A line is its digest, then `:` and its body, or nothing more where it was blanked.
Decryption, unpacking, decompression and seals are done here, so what breaks them breaks a process without a book. What
the lines say is read by the desk.
"""

from __future__ import annotations

import hashlib
import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

import msgspec

from caregiver_desk.errors import NoSuchFile, NotABundle, Problem, TooLarge
from caregiver_desk.sync import bundle, certificates, dots, limits, lines
from caregiver_desk.sync.bundle import Manifest, Tip
from caregiver_desk.sync.certificates import Vouched
from caregiver_desk.sync.files import read_at_most
from caregiver_desk.sync.lines import Checked

HEAD = struct.Struct(">cI")
ENOUGH = 1 << 20  # bytes of lines in one frame


class Request(msgspec.Struct, frozen=True, tag="bundle"):
    path: str
    identity: str


class Picture(msgspec.Struct, frozen=True, tag="picture"):
    """Asked for the card in it."""

    path: str


class Signed(msgspec.Struct, frozen=True):
    """A tip, and the key that was found to have signed it."""

    tip: Tip
    key: str


class Inside(msgspec.Struct, frozen=True):
    """What a bundle is, before its lines."""

    seal: str  # SHA-256 of the file
    key: str  # who signed the manifest
    manifest: Manifest
    runs: tuple[Signed, ...]
    vouched: tuple[Vouched, ...] = ()  # what its certificates say, where they are sound


class Refusal(msgspec.Struct, frozen=True):
    code: str
    facts: dict[str, str]


_encoder = msgspec.json.Encoder()


def main() -> None:
    """Answer requests until the desk closes the pipe."""
    _limit_memory()
    ask, answer = sys.stdin.buffer, sys.stdout.buffer
    decoder = msgspec.json.Decoder(Request | Picture)
    while text := ask.readline():
        _answer(decoder.decode(text), answer)
        answer.flush()


def _answer(request: Request | Picture, answer: BinaryIO) -> None:
    try:
        if isinstance(request, Picture):
            frame(answer, b"C", dots.found(request.path))
        else:
            _open(request, answer)
    except Problem as problem:
        facts = {name: str(value) for name, value in problem.facts.items()}
        frame(answer, b"E", _encoder.encode(Refusal(problem.code, facts)))
    except MemoryError:
        frame(answer, b"E", _encoder.encode(Refusal(TooLarge.code, {"part": "memory"})))


def _open(request: Request, answer: BinaryIO) -> None:
    sealed = _read(request.path)
    digest = hashlib.sha256(sealed).hexdigest()
    unsealed = bundle.unseal(sealed, identity=request.identity)
    del sealed
    runs = tuple(Signed(tip, lines.signer(tip)) for tip in unsealed.tips)
    vouched = certificates.read(unsealed.manifest.certificates)
    frame(answer, b"H", _encoder.encode(Inside(digest, unsealed.key, unsealed.manifest, runs, vouched)))
    for _, checked in lines.check(unsealed.tips, unsealed.compressed, unsealed.manifest.plain):
        _send(answer, checked)
    frame(answer, b"Z", b"")


def _read(path: str) -> bytes:
    try:
        sealed = read_at_most(path, limits.FILE)
    except FileNotFoundError:  # the stick was pulled out since somebody asked
        raise NoSuchFile(file=Path(path).name) from None
    except OSError:
        raise NotABundle from None
    if len(sealed) > limits.FILE:
        raise TooLarge(part="file")
    return sealed


def _send(answer: BinaryIO, checked: Iterable[Checked]) -> None:
    """Lines as their digest and body; the last of a run leaves only after its tip was found to fit."""
    gathered = bytearray()
    for line in checked:
        if len(gathered) > ENOUGH:
            frame(answer, b"L", gathered)
            gathered = bytearray()
        gathered += line.digest.encode()
        gathered += b"" if line.body is None else b":" + line.body
        gathered += b"\n"
    frame(answer, b"L", gathered)


def frame(answer: BinaryIO, letter: bytes, payload: bytes | bytearray) -> None:
    answer.write(HEAD.pack(letter, len(payload)))
    answer.write(payload)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.WORKER_MEMORY, limits.WORKER_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
