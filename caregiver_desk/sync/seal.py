"""Sealing: what only the addressee can read.

Context. Bundles travel on sticks and in mail. They must open with stock `age`, and a hostile file must not cost a
laptop its memory, its time or its program.

Decision. The age format, through pyrage. A guard reads the header first, because the library needs the
square of its length (150 KB of recipients: 13 s) and lets a stranger name the work of a passphrase. Text is handed out
only when the last part of the file proved to be the last. A recipient is tried before it is used: for a few points of
the curve the library panics, which no `except Exception` stops. A passphrase is stretched here, because the library
measures the machine: a fast laptop would ask a slow one for memory that it has not got.

Consequence. Every refusal is a `Problem`; no error of a library leaves this room. Libraries are imported where they are
used, because the first window must not wait for them.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import io
import re
import secrets
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from caregiver_desk.errors import (
    Broken,
    Incomplete,
    NotABundle,
    NotACard,
    NotForYou,
    Problem,
    SealBroken,
    TooLarge,
    WrongWords,
)
from caregiver_desk.sync import limits

# --- reading keys --------------------------------------------------------------------------------------------

_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_SECRET, _LETTERS = "AGE-SECRET-KEY-1", 52
_RECIPIENT: Final = re.compile(f"age1([{_BECH32}]{{52}})[{_BECH32}]{{6}}")


def new_reading_identity() -> str:
    """A new secret key for reading, `AGE-SECRET-KEY-1…`."""
    from pyrage import x25519

    return str(x25519.Identity.generate())


def reading_recipient(identity: str) -> str:
    """What others seal for the holder of `identity`, `age1…`."""
    return str(_identity(identity).to_public())


def check_recipient(recipient: str) -> None:
    """Raises `NotACard` if nobody could be meant by `recipient`: it comes from a card that a stranger may have made."""
    _recipient(recipient)


def reading_point(recipient: str) -> bytes:
    """The 32 bytes of somebody's public key for reading. Raises `NotACard`."""
    letters = _RECIPIENT.fullmatch(recipient)
    if not letters:
        raise NotACard
    return _point(letters[1])


def reading_scalar(identity: str) -> bytes:
    """The 32 secret bytes of a key for reading."""
    return _point(identity[len(_SECRET) :][:_LETTERS].lower())


def _identity(text: str) -> Any:
    from pyrage import IdentityError, x25519

    try:
        return x25519.Identity.from_str(text)
    except IdentityError:
        raise Broken(where="identity") from None


def _recipient(text: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from pyrage import RecipientError, x25519

    point = reading_point(text)
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(point))
        return x25519.Recipient.from_str(text)
    except (RecipientError, ValueError):
        raise NotACard from None


def _point(letters: str) -> bytes:
    """The 32 bytes that 52 letters of five bits spell, the last four bits being filler."""
    bits = 0
    for letter in letters:
        bits = bits << 5 | _BECH32.index(letter)
    return (bits >> 4).to_bytes(32)


# --- sealing -------------------------------------------------------------------------------------------------

BEGINNING: Final = b"age-encryption.org/v1\n"
_CHUNK: Final = 64 * 1024
_OUR_LOG_N: Final = 18
_SCRYPT_ROOM: Final = 512 * limits.MIB


def encrypt(plain: bytes, *, recipients: Sequence[str]) -> bytes:
    """A binary age file that each of `recipients` (`age1…`) can open."""
    import pyrage

    if not recipients:
        raise Broken(where="recipients")
    if len(recipients) > limits.RECIPIENTS:
        raise TooLarge(part="recipients")
    sealed: bytes = pyrage.encrypt(plain, [_recipient(recipient) for recipient in recipients])
    return _not_too_large(sealed)


def encrypt_with_passphrase(plain: bytes, *, passphrase: str) -> bytes:
    """A binary age file for whoever was told the passphrase; opening it takes 256 MiB on every machine."""
    file_key, salt, nonce = (secrets.token_bytes(16) for _ in range(3))
    wrapped = _wrapped(file_key, passphrase, salt)
    header = BEGINNING + b"-> scrypt %s %d\n%s\n---" % (_unpadded(salt), _OUR_LOG_N, _unpadded(wrapped))
    seal = hmac.digest(_derived(file_key, b"", b"header"), header, "sha256")
    payload = _chunks(plain, _derived(file_key, nonce, b"payload"))
    return _not_too_large(b"".join([header, b" ", _unpadded(seal), b"\n", nonce, *payload]))


def _wrapped(file_key: bytes, passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt = b"age-encryption.org/v1/scrypt" + salt
    key = hashlib.scrypt(passphrase.encode(), salt=salt, n=1 << _OUR_LOG_N, r=8, p=1, maxmem=_SCRYPT_ROOM, dklen=32)
    return ChaCha20Poly1305(key).encrypt(bytes(12), file_key, None)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _chunks(plain: bytes, key: bytes) -> Iterator[bytes]:
    """Parts that carry their number and whether they are the last, so that none can be lost or moved."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    cipher, view = ChaCha20Poly1305(key), memoryview(plain)
    for number, start in enumerate(range(0, max(len(plain), 1), _CHUNK)):
        last = start + _CHUNK >= len(plain)
        yield cipher.encrypt(number.to_bytes(11) + bytes([last]), view[start : start + _CHUNK], None)


def _unpadded(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _not_too_large(sealed: bytes) -> bytes:
    if len(sealed) > limits.FILE:
        raise TooLarge(part="file")
    return sealed


# --- opening -------------------------------------------------------------------------------------------------

_ARMOUR: Final = re.compile(rb"[\xef\xbb\xbf \t\r\n]*-----BEGIN AGE ENCRYPTED FILE-----")
_ARMOUR_ENDS: Final = b"-----END AGE ENCRYPTED FILE-----"
_BLANK: Final = b" \t\r\n"
_LETTER: Final = re.compile(rb"[^ \t\r\n\x0b\x0c]")
_LEAST_PAYLOAD: Final = 16 + 16
_SCRYPT: Final = re.compile(rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)")


class _Envelope(NamedTuple):
    binary: bytes
    by_passphrase: bool


def wants_passphrase(sealed: bytes) -> bool:
    """Whether this file asks for a passphrase, not for a key. Raises as `decrypt` does."""
    return _guarded(sealed).by_passphrase


def decrypt(sealed: bytes, *, identity: str) -> bytes:
    """What was sealed for `identity`, whole or not at all.

    Raises `NotABundle`, `NotForYou`, `SealBroken`, `Incomplete` or `TooLarge`.
    """
    import pyrage

    envelope = _guarded(sealed)
    if envelope.by_passphrase:
        raise NotForYou
    plain = io.BytesIO()
    try:
        pyrage.decrypt_io(io.BytesIO(envelope.binary), plain, [_identity(identity)])
    except (pyrage.DecryptError, OSError) as error:
        raise _meant(error) from None
    return plain.getvalue()


def decrypt_with_passphrase(sealed: bytes, *, passphrase: str) -> bytes:
    """What was sealed with `passphrase`. Raises as `decrypt` does, and `WrongWords`."""
    import pyrage

    envelope = _guarded(sealed)
    if not envelope.by_passphrase:
        raise NotForYou
    try:
        plain: bytes = pyrage.passphrase.decrypt(envelope.binary, passphrase)
    except pyrage.DecryptError as error:
        raise _meant(error) from None
    return plain


def _meant(error: Exception) -> Problem:
    """What the library meant, which it says in words only."""
    match str(error).partition("\n")[0]:
        case "No matching keys found":
            return NotForYou()
        case "Decryption failed":
            return WrongWords()
        case "Header MAC is invalid":
            return SealBroken(part="header")
        case "decryption error" | "age file is truncated":
            return Incomplete()
        case "Excessive work parameter for passphrase.":
            return TooLarge(part="passphrase")
        case _:
            return NotABundle()


def _guarded(sealed: bytes) -> _Envelope:
    """The file without its armour, once its header is known to be short and modest."""
    binary = _unarmoured(_not_too_large(sealed))
    if not binary.startswith(BEGINNING):
        raise NotABundle
    head = binary[: limits.AGE_HEADER]
    end = head.find(b"\n--- ") + 1
    payload = head.find(b"\n", end) + 1
    if not end or not payload:
        raise TooLarge(part="header") if len(binary) > len(head) else Incomplete
    if len(binary) < payload + _LEAST_PAYLOAD:
        raise Incomplete
    return _Envelope(binary, by_passphrase=_asks_passphrase(head[:end].split(b"\n")))


def _asks_passphrase(header: list[bytes]) -> bool:
    stanzas = [line for line in header if line.startswith(b"-> ")]
    if len(stanzas) > limits.AGE_STANZAS:
        raise TooLarge(part="header")
    if not any(line.startswith(b"-> scrypt") for line in stanzas):
        return False
    work = _SCRYPT.fullmatch(stanzas[0])
    if not work or len(stanzas) > 1:
        raise NotABundle
    if int(work[1]) > limits.SCRYPT_LOG_N:
        raise TooLarge(part="passphrase")
    return True


def _unarmoured(sealed: bytes) -> bytes:
    """The binary file. Mail puts blank space and other line ends round and into its armour."""
    begin = _ARMOUR.match(sealed)
    if not begin:
        return sealed
    end = sealed.find(_ARMOUR_ENDS, begin.end())
    if end < 0:
        raise Incomplete
    if _LETTER.search(sealed, end + len(_ARMOUR_ENDS)):
        raise NotABundle
    return _plain_base64(_letters(memoryview(sealed)[begin.end() : end]))


def _letters(body: memoryview) -> bytearray:
    """A body without its blanks, taken out piece by piece: it is as large as the file, and should not be held twice."""
    letters = bytearray()
    for start in range(0, len(body), limits.MIB):
        letters += bytes(body[start : start + limits.MIB]).translate(None, _BLANK)
    return letters


def _plain_base64(letters: bytearray) -> bytes:
    try:
        return base64.b64decode(letters, validate=True)
    except ValueError:
        raise NotABundle from None
