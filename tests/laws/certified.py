"""Certificates of the tests' own: an authority, and what it vouches for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Certified(NamedTuple):
    """The files of an authority's certificate, and of a server's with its key."""

    authority: Path
    certificate: Path
    key: Path


def certified(folder: Path, name: str = "localhost") -> Certified:
    """A fresh authority, and a server of this name that it vouches for."""
    over, own = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate("tests", "tests", over, over, x509.BasicConstraints(ca=True, path_length=0))
    leaf = _certificate(name, "tests", own, over, x509.SubjectAlternativeName([x509.DNSName(name)]))
    made = Certified(folder / "authority.crt", folder / "server.crt", folder / "server.key")
    made.authority.write_bytes(root.public_bytes(serialization.Encoding.PEM))
    made.certificate.write_bytes(leaf.public_bytes(serialization.Encoding.PEM))
    made.key.touch(mode=0o600)
    made.key.write_bytes(
        own.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return made


def _certificate(
    name: str,
    by: str,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    about: x509.ExtensionType,
) -> x509.Certificate:
    now = datetime.now(UTC)  # noqa: TID251 - of the machine, whose clock the server goes by
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(by))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(about, critical=isinstance(about, x509.BasicConstraints))
        .sign(signer, hashes.SHA256())
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
