"""Signing: what only the holder of a key can have said.

Decision. SSHSIG with Ed25519, through `cryptography`, so that stock `ssh-keygen` can check it. A signature is read by
writing it anew from its key and its 64 bytes, so it has one spelling only. Every refusal is a `Problem`. The library
is imported where it is used, because the first window must not wait for it.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from typing import TYPE_CHECKING, Final

from caregiver_desk.errors import NotACard, SealBroken

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_MAGIC: Final = b"SSHSIG"
_ALGORITHM: Final = b"ssh-ed25519"
_HASHES: Final = ("sha512", "sha256")
_KEY: Final = slice(33, 65)
_SIGNATURE: Final = slice(-64, None)
_LINE: Final = 70


def new_signing_seed() -> bytes:
    """A new secret for signing."""
    return secrets.token_bytes(32)


def public_key(seed: bytes) -> str:
    """The public key of `seed`, `ssh-ed25519 AAAA…`, as in an `allowed_signers` file."""
    return _key_line(_signer(seed).public_key().public_bytes_raw())


def sign(message: bytes, *, seed: bytes, namespace: str) -> str:
    """The armoured signature that `ssh-keygen -Y sign` would make, byte for byte."""
    signer = _signer(seed)
    signature = signer.sign(_signed(message, namespace, _HASHES[0]))
    raw = _spelt(signer.public_key().public_bytes_raw(), signature, namespace, _HASHES[0])
    return armoured(base64.b64encode(raw).decode())


def verify(signature: str, message: bytes, *, namespace: str) -> str:
    """The public key that signed `message` for this use. Raises `SealBroken`."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw = _raw_signature(signature)
    key, seal = raw[_KEY], raw[_SIGNATURE]
    hashed = next((name for name in _HASHES if _spelt(key, seal, namespace, name) == raw), None)
    if not hashed:
        raise SealBroken(part=namespace)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(seal, _signed(message, namespace, hashed))
    except InvalidSignature:
        raise SealBroken(part=namespace) from None
    return _key_line(key)


def armoured(blob: str) -> str:
    """A signature as a file: one line of base64 broken into lines of seventy between two marks."""
    lines = [blob[start : start + _LINE] for start in range(0, len(blob), _LINE)]
    return "\n".join(["-----BEGIN SSH SIGNATURE-----", *lines, "-----END SSH SIGNATURE-----", ""])


def blob(armour: str) -> str:
    """A signature as one line of base64, to stand in JSON. Raises `SealBroken`."""
    letters = "".join(armour.split("\n")[1:-2])
    if armoured(letters) != armour:
        raise SealBroken(part="signature")
    return letters


def _raw_signature(armour: str) -> bytes:
    letters = blob(armour)
    try:
        raw = base64.b64decode(letters, validate=True)
    except ValueError:
        raise SealBroken(part="signature") from None
    if base64.b64encode(raw).decode() != letters:
        raise SealBroken(part="signature")
    return raw


def _signer(seed: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed)


def key_line(key: object) -> str:
    """The public key of a library as `ssh-ed25519 AAAA…`. Raises `NotACard` for one of another kind."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not isinstance(key, Ed25519PublicKey):
        raise NotACard
    return _key_line(key.public_bytes_raw())


def raw_key(line: str) -> bytes:
    """The 32 bytes of a public key that `public_key` wrote."""
    return base64.b64decode(line.partition(" ")[2])[-32:]


def _key_line(key: bytes) -> str:
    return f"{_ALGORITHM.decode()} {base64.b64encode(_strings(_ALGORITHM, key)).decode()}"


def _spelt(key: bytes, signature: bytes, namespace: str, hash_name: str) -> bytes:
    named = (_strings(_ALGORITHM, key), namespace.encode(), b"", hash_name.encode(), _strings(_ALGORITHM, signature))
    return _MAGIC + (1).to_bytes(4) + _strings(*named)


def _signed(message: bytes, namespace: str, hash_name: str) -> bytes:
    digest = hashlib.new(hash_name, message).digest()
    return _MAGIC + _strings(namespace.encode(), b"", hash_name.encode(), digest)


def _strings(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(4) + part for part in parts)
