"""What a finder of a sealed file can do to it: he has no key."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Iterator

from .case import Case, Make, refused
from .meeting import Meeting

ARMOUR = b"-----BEGIN AGE ENCRYPTED FILE-----\n", b"-----END AGE ENCRYPTED FILE-----\n"
CUT = ("incomplete", "not-a-bundle")
BENT = (*CUT, "seal-broken", "not-for-you", "wrong-words", "too-large")
DAMAGED = b"0" * 43  # a share of 32 bytes in base64 that nobody made


def of_later(alter: Callable[[bytes], bytes]) -> Make:
    return lambda met: alter(met.seeds["later"])


def armoured(sealed: bytes) -> bytes:
    return ARMOUR[0] + base64.encodebytes(sealed) + ARMOUR[1]


def header(sealed: bytes) -> tuple[bytes, bytes]:
    """The header of an age file, and what follows it."""
    end = sealed.index(b"\n--- ")
    return sealed[:end], sealed[end:]


def with_stanzas(stanzas: bytes) -> Make:
    """Stanzas of strangers put in front of the real ones."""
    return of_later(lambda sealed: sealed.replace(b"v1\n", b"v1\n" + stanzas, 1))


def flipped(sealed: bytes, at: int, bit: int = 0) -> bytes:
    changed = bytearray(sealed)
    changed[at] ^= 1 << bit
    return bytes(changed)


def zipped(sealed: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("north.caredesk", sealed)
    return file.getvalue()


def truncated() -> Iterator[Case]:
    def cut(length: int) -> Make:
        return of_later(lambda sealed: sealed[:length])

    for name, length in (
        ("an empty file", 0),
        ("a file of one letter", 1),
        ("a file cut off in its first line", 12),
        ("a file cut off in its header", 100),
        ("a file cut off behind its header", 200),
        ("a file cut off in its middle", 5000),
        ("a file without its last byte", -1),
    ):
        yield refused(name, cut(length), *CUT)
    yield refused("armour without its end", of_later(lambda sealed: armoured(sealed)[:-20]), *CUT)
    yield refused("armour cut off in a line", of_later(lambda sealed: armoured(sealed)[:1000] + ARMOUR[1]), *BENT)


def flipped_bits() -> Iterator[Case]:
    for name, at in (
        ("a bit flipped in the name of the format", 3),
        ("a bit flipped in the share of a recipient", 40),
        ("a bit flipped in the wrapped key", 90),
        ("a bit flipped in the first part", 1000),
        ("a bit flipped in the last byte", -1),
    ):
        yield refused(name, of_later(lambda sealed, at=at: flipped(sealed, at)), *BENT)  # type: ignore[misc]

    def in_seal(sealed: bytes) -> bytes:
        return flipped(sealed, sealed.index(b"\n--- ") + 8)

    yield refused("a bit flipped in the seal of the header", of_later(in_seal), *BENT)


def other_files() -> Iterator[Case]:
    yield refused("a page of HTML", lambda _: b"<!doctype html><script>alert(1)</script>", *CUT)
    yield refused("a hundred noughts", lambda _: bytes(100), *CUT)
    yield refused("a zip with the bundle in it", of_later(zipped), *CUT)
    yield refused(
        "what a seal would hold, without the seal",
        lambda met: met.hand.members_of(met.seeds["later"])["manifest.json"],
        *CUT,
    )
    yield refused("the bundle with one more byte", of_later(lambda sealed: sealed + b"\n"), *BENT)
    yield refused("the bundle twice in one file", of_later(lambda sealed: sealed * 2), *BENT)
    yield refused("armour with something behind it", of_later(lambda sealed: armoured(sealed) + b"more"), *CUT)
    yield refused("armour twice in one file", of_later(lambda sealed: armoured(sealed) * 2), *CUT)
    yield refused("armour of letters that are none", of_later(lambda _: ARMOUR[0] + b"!*?" + ARMOUR[1]), *CUT)
    yield Case(
        "armour as mail mangles it", of_later(lambda sealed: b" \r\n" + armoured(sealed).replace(b"\n", b"\r\n"))
    )
    yield refused("another's bundle", _for_somebody_else, "not-for-you")


def _for_somebody_else(met: Meeting) -> bytes:
    return met.hand.__class__(met.hand.seed, "age1" + _stranger()[4:], "").seal({})


def _stranger() -> str:
    from caregiver_desk.sync import seal

    return seal.reading_recipient(seal.new_reading_identity())


def headers() -> Iterator[Case]:
    """Bombs and tricks in the header of the age file."""
    junk = b"-> X25519 " + DAMAGED + b"\n" + DAMAGED + b"\n"
    yield refused("sixty-five recipients", with_stanzas(junk * 65), "too-large")
    yield refused("ten thousand recipients", with_stanzas(junk * 10_000), "too-large")
    yield refused("ten thousand stanzas of a letter", with_stanzas(b"-> a\n\n" * 10_000), "too-large")
    yield refused("a header of one endless line", with_stanzas(b"-> " + b"x" * 100_000 + b"\n"), "too-large")
    yield refused("a recipient whose share is nought", with_stanzas(junk.replace(b"0", b"A")), *BENT)
    for work in (b"18", b"23", b"63", b"99", b"00", b"-1", b"184467440737095516160"):
        stanza = b"-> scrypt " + b"0" * 22 + b" " + work + b"\n" + DAMAGED + b"\n"
        yield refused(f"a passphrase with a work of 2^{work.decode()}", _instead(stanza), *BENT)
    yield refused("a passphrase beside a recipient", with_stanzas(b"-> scrypt " + b"0" * 22 + b" 18\n0\n"), *BENT)


def _instead(stanza: bytes) -> Make:
    return of_later(lambda sealed: b"age-encryption.org/v1\n" + stanza.rstrip(b"\n") + header(sealed)[1])


def cases() -> list[Case]:
    return [*truncated(), *flipped_bits(), *other_files(), *headers()]
