"""What a coordinator says of somebody's laptop: an OpenSSH user certificate, for readers who never met her.

Context. A supervisor's bundle may reach a coordinator to whom she is a stranger. He knows another coordinator, from the
organisation's list or by words compared aloud, and that one has compared words with her.

Decision. Each bundle that a coordinator makes for a partner whose words he compared carries a certificate: her key,
signed with his. Its key id is the id of her person; its principals are blind marks of the scopes in which she might
write when it was made; extensions give her role, her name, and the age recipient she reads with. She sends it along
with every bundle of hers. It is read in the worker; one with a critical option that this program does not know, and it
knows none, is no certificate, though `ssh-keygen -Y verify` accepts such.

*A certificate says who somebody is, and gives no right.* Rights are statements: they are weighed alike by everybody,
can be ended, and ride in the same bundle. Nor does it make a coordinator; that does the list. It has no end date: a
clock that is wrong must not make a month of work void. A lock-out of her key, or of the coordinator's, ends it.

Consequences. The serial number grows, so the latest holds. `ssh-keygen -L` shows what one says.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from caregiver_desk.errors import NotACard
from caregiver_desk.store import signing
from caregiver_desk.sync import limits, seal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.serialization import SSHCertificate

LONGEST = 200  # letters of a name, as on a card
OPEN_END = 2**64 - 1
ROLE, NAME, READER = b"role@caregiver-desk", b"name@caregiver-desk", b"reader@caregiver-desk"


class Vouched(msgspec.Struct, frozen=True):
    """What a certificate says: whose key, and by whose word."""

    key: str
    authority: str
    serial: int
    person: str
    name: str
    role: str
    reader: str
    marks: tuple[str, ...]
    text: str


def give(vouched: Vouched, *, seed: bytes) -> str:
    """The certificate that says this, signed by the coordinator's key, in one line."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import SSHCertificateBuilder, SSHCertificateType

    marks = [mark.encode() for mark in vouched.marks[: limits.PRINCIPALS]]
    builder = (
        SSHCertificateBuilder()
        .public_key(Ed25519PublicKey.from_public_bytes(signing.raw_key(vouched.key)))
        .serial(vouched.serial)
        .type(SSHCertificateType.USER)
        .key_id(vouched.person.encode())
        .valid_principals(marks or [b"nowhere"])
        .valid_after(0)
        .valid_before(OPEN_END)
    )
    for name, value in sorted({ROLE: vouched.role, NAME: vouched.name, READER: vouched.reader}.items()):
        builder = builder.add_extension(name, value.encode())
    return builder.sign(Ed25519PrivateKey.from_private_bytes(seed)).public_bytes().decode()


def read(texts: Iterable[str]) -> tuple[Vouched, ...]:
    """Those of these that are certificates of ours, and sound; what else it may be says nothing."""
    return tuple(found for each in texts if (found := _read(each)))


def _read(text: str) -> Vouched | None:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import SSHCertificate, load_ssh_public_identity

    try:
        told = load_ssh_public_identity(text.encode("ascii"))
        if not isinstance(told, SSHCertificate) or told.critical_options:
            return None
        told.verify_cert_signature()
        return _understood(told, text)
    except (ValueError, TypeError, KeyError, UnsupportedAlgorithm, InvalidSignature, NotACard):
        return None


def _understood(told: SSHCertificate, text: str) -> Vouched | None:
    """Raises what a certificate of another make raises."""
    from cryptography.hazmat.primitives.serialization import SSHCertificateType

    if told.type != SSHCertificateType.USER:
        return None
    reader = told.extensions[READER].decode()
    seal.check_recipient(reader)
    name, role = told.extensions[NAME].decode(), told.extensions[ROLE].decode()
    if len(name) > LONGEST or len(told.key_id) > LONGEST or "\0" in f"{name}{role}{told.key_id.decode()}":
        return None
    marks = tuple(mark.decode() for mark in told.valid_principals)
    key, authority = signing.key_line(told.public_key()), signing.key_line(told.signature_key())
    return Vouched(key, authority, told.serial, told.key_id.decode(), name, role, reader, marks, text)
