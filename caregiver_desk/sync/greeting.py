"""How two laptops in a room prove to each other who they are, before a word is said.

Context. On a Wi-Fi anybody can listen, answer at an address, or knock. A stranger must learn nothing: no name, no key,
no card. Both sides know each other's two public keys from pairing, and the two people share a short number.

Decision. Each sends 32 fresh bytes (X25519), and nothing else in clear. The keys of the line come from three exchanges
at once: fresh with fresh, and each one's fresh with the other's key for reading. The keys that both sign and read with,
and the number, go into them too. So already the first sealed frame opens only for the one who was meant, with the same
number. In it the one who goes gives her signature (SSHSIG) over all of that; only then the one who waits gives his.

Consequences. A wrong number, a stranger, a partner of somebody else and a recorded exchange all look the same: the
first frame does not open. The number cannot be tried out afterwards on what was recorded. Losing a key for reading
later opens no line of before; what crosses is sealed once more by itself in any case.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Final

from caregiver_desk.errors import CableBroke, SealBroken
from caregiver_desk.store import signing
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import limits, making, seal
from caregiver_desk.sync.wire import Frames, Wire

NAMESPACE: Final = "room@caregiver-desk"
VERSION: Final = b"\x01"
_POINT, _KEY = 32, 32
_PROOF: Final = b"P"


@dataclass(frozen=True)
class Side:
    """Who I am and whom I am to meet."""

    seed: bytes = field(repr=False)
    reading: str = field(repr=False)
    mine: tuple[str, str]  # my key for signing, and the one I read with
    hers: tuple[str, str]


def side_of(book: Book, partner: Partner) -> Side:
    """Raises Parted or LockedOut where nothing is exchanged with her."""
    making.refuse_ended(book, partner)
    keys = book.vault.keys
    return Side(
        keys.signing, keys.reading, (book.key, seal.reading_recipient(keys.reading)), (partner.key, partner.reader)
    )


def go_up(wire: Wire, side: Side, number: str) -> Frames:
    """Greet the one who waits. Raises CableBroke where it is not the partner with this number."""
    fresh, point = _fresh()
    wire.send(VERSION + point)
    other = wire.receive(_POINT)
    told = _told(number, side.mine, side.hers, point, other)
    shared = _shared(fresh, other) + _shared(fresh, seal.reading_point(side.hers[1])) + _shared(_own(side), other)
    out, into = _line_keys(shared, told)
    frames = Frames(wire, out=out, into=into)
    _prove(frames, side, told + b"goes")
    _believe(frames, side, told + b"waits")
    return frames


def let_in(wire: Wire, side: Side, number: str) -> Frames:
    """Greet the one who came. Raises CableBroke where it is not the partner with this number, and tells nothing."""
    if wire.receive(len(VERSION)) != VERSION:
        raise CableBroke
    other = wire.receive(_POINT)
    fresh, point = _fresh()
    wire.send(point)
    told = _told(number, side.hers, side.mine, other, point)
    shared = _shared(fresh, other) + _shared(_own(side), other) + _shared(fresh, seal.reading_point(side.hers[1]))
    into, out = _line_keys(shared, told)
    frames = Frames(wire, out=out, into=into)
    _believe(frames, side, told + b"goes")
    _prove(frames, side, told + b"waits")
    return frames


def _fresh() -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    key = X25519PrivateKey.generate()
    return key.private_bytes_raw(), key.public_key().public_bytes_raw()


def _own(side: Side) -> bytes:
    return seal.reading_scalar(side.reading)


def _shared(mine: bytes, other: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    try:
        return X25519PrivateKey.from_private_bytes(mine).exchange(X25519PublicKey.from_public_bytes(other))
    except ValueError:  # one of the points that give everybody the same secret
        raise CableBroke from None


def _told(number: str, goes: tuple[str, str], waits: tuple[str, str], *points: bytes) -> bytes:
    """All that both must mean alike."""
    parts = (VERSION, number.encode(), *(each.encode() for each in (*goes, *waits)), *points)
    return hashlib.sha256(b"".join(len(part).to_bytes(4) + part for part in parts)).digest()


def _line_keys(shared: bytes, told: bytes) -> tuple[bytes, bytes]:
    """A key for what the one who goes says, and one for what the other does."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = HKDF(SHA256(), length=2 * _KEY, salt=told, info=NAMESPACE.encode()).derive(shared)
    return made[:_KEY], made[_KEY:]


def _prove(frames: Frames, side: Side, told: bytes) -> None:
    frames.put(_PROOF, signing.sign(told, seed=side.seed, namespace=NAMESPACE).encode())


def _believe(frames: Frames, side: Side, told: bytes) -> None:
    try:
        signature = frames.get(_PROOF, limits.SIGNATURE).decode("ascii")
        proved = signing.verify(signature, told, namespace=NAMESPACE) == side.hers[0]
    except (SealBroken, UnicodeDecodeError):
        proved = False
    if not proved:
        raise CableBroke
