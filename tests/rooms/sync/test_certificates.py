"""Certificates: what a coordinator says of somebody's laptop, read as a stranger reads it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import SSHCertificateBuilder, SSHCertificateType
from msgspec.structs import replace

from caregiver_desk.store import signing
from caregiver_desk.sync import certificates, seal
from caregiver_desk.sync.certificates import Vouched

HERS, HIS = signing.new_signing_seed(), signing.new_signing_seed()
READER = seal.reading_recipient(seal.new_reading_identity())
TOLD = Vouched(
    signing.public_key(HERS),
    signing.public_key(HIS),
    7,
    "0Q8Zk1utewrnShxtkTIpm0",
    "Ṱhina Ḓau",
    "supervisor",
    READER,
    ("m",),
    "",
)
Change = Callable[[SSHCertificateBuilder], SSHCertificateBuilder]


def other(change: Change, *, signed_by: object = None) -> str:
    """A certificate such as ours, made otherwise."""
    builder = (
        SSHCertificateBuilder()
        .public_key(Ed25519PrivateKey.from_private_bytes(HERS).public_key())
        .key_id(TOLD.person.encode())
        .valid_principals([b"m"])
        .valid_after(0)
        .valid_before(certificates.OPEN_END)
    )
    for name, value in ((certificates.ROLE, TOLD.role), (certificates.NAME, TOLD.name), (certificates.READER, READER)):
        builder = builder.add_extension(name, value.encode())
    key = signed_by or Ed25519PrivateKey.from_private_bytes(HIS)
    return change(builder).sign(key).public_bytes().decode()  # type: ignore[arg-type]


def user(builder: SSHCertificateBuilder) -> SSHCertificateBuilder:
    return builder.type(SSHCertificateType.USER)


def test_what_was_said_is_read_again():
    text = certificates.give(TOLD, seed=HIS)

    assert certificates.read([text]) == (replace(TOLD, text=text),)


def test_another_implementation_of_the_same_is_understood():
    (read,) = certificates.read([other(user)])

    assert (read.key, read.authority, read.name) == (TOLD.key, TOLD.authority, TOLD.name)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ssh-ed25519-cert-v01@openssh.com AAAA",
        "ssh-ed25519-cert-v01@openssh.com ñ",
        TOLD.key,
        other(lambda builder: user(builder).add_critical_option(b"force-command", b"true")),
        other(lambda builder: user(builder).add_critical_option(b"unheard-of@example", b"")),
        other(lambda builder: builder.type(SSHCertificateType.HOST)),
        other(user, signed_by=ec.generate_private_key(ec.SECP256R1())),
    ],
    ids=["nothing", "cut", "not ascii", "a bare key", "an option", "an unknown option", "of a host", "another curve"],
)
def test_what_is_no_certificate_of_ours_says_nothing(text: str):
    assert certificates.read([text]) == ()


def test_of_an_unknown_option_stock_tools_do_not_warn_and_we_refuse_it(tmp_path: Path):
    """`ssh-keygen` shows it and goes on; the control is that the same certificate without it is read."""
    text = other(lambda builder: user(builder).add_critical_option(b"unheard-of@example", b"x"))
    (tmp_path / "cert.pub").write_text(text)

    shown = subprocess.run(
        ["ssh-keygen", "-L", "-f", str(tmp_path / "cert.pub")], capture_output=True, text=True, check=True
    ).stdout

    assert "unheard-of@example" in shown
    assert certificates.read([text]) == ()
    assert certificates.read([other(user)])


def test_every_flipped_letter_of_a_certificate_makes_it_none():
    text = certificates.give(TOLD, seed=HIS)
    kind, _, letters = text.partition(" ")
    for place in range(0, len(letters) - 4, 7):
        flipped = letters[:place] + ("B" if letters[place] != "B" else "C") + letters[place + 1 :]
        assert certificates.read([f"{kind} {flipped}"]) == (), place


def test_ssh_keygen_shows_who_it_is_by_whose_word(tmp_path: Path):
    (tmp_path / "cert.pub").write_text(certificates.give(TOLD, seed=HIS))

    shown = subprocess.run(
        ["ssh-keygen", "-L", "-f", str(tmp_path / "cert.pub")], capture_output=True, text=True, check=True
    ).stdout

    assert f'Key ID: "{TOLD.person}"' in shown
    assert "Critical Options: (none)" in shown
    assert "Valid: forever" in shown


def test_the_worker_that_reads_them_brings_in_no_tables_of_records():
    """It has no book: a sixth of its memory would be for nothing."""
    told = "import sys; import caregiver_desk.sync.worker; sys.exit('sqlmodel' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
