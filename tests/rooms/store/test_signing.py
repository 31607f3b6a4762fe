"""Signing: the same as stock ssh-keygen does, and every way a signature can be wrong."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, digits

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.errors import SealBroken
from caregiver_desk.store import signing

USE = "bundle@caregiver-desk"
LONG = bytes(range(256)) * 700
SEED = bytes(range(32))
SIGNATURE = signing.sign(LONG, seed=SEED, namespace=USE)


def flipped(data: bytes, at: int, change: int = 1) -> bytes:
    return data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]


def run(*command: str, cwd: Path, stdin: bytes = b"") -> bytes:
    return subprocess.run(command, cwd=cwd, input=stdin, check=True, capture_output=True).stdout


@given(st.binary(max_size=300), st.binary(min_size=32, max_size=32), st.sampled_from(["tip@caregiver-desk", USE]))
def test_a_signature_names_its_signer(message: bytes, seed: bytes, use: str):
    signature = signing.sign(message, seed=seed, namespace=use)

    assert signing.verify(signature, message, namespace=use) == signing.public_key(seed)
    assert signing.armoured(signing.blob(signature)) == signature


def test_new_seeds_are_32_bytes_and_never_the_same():
    seeds = {signing.new_signing_seed() for _ in range(50)}

    assert len(seeds) == 50
    assert {len(seed) for seed in seeds} == {32}


def test_a_signature_for_one_use_is_none_for_another():
    with pytest.raises(SealBroken):
        signing.verify(SIGNATURE, LONG, namespace="tip@caregiver-desk")


@given(st.integers(0, len(LONG) - 1), st.integers(1, 255))
def test_a_changed_message_breaks_the_seal(at: int, change: int):
    with pytest.raises(SealBroken):
        signing.verify(SIGNATURE, flipped(LONG, at, change), namespace=USE)


@given(st.integers(0, len(SIGNATURE) - 1), st.characters())
def test_a_changed_letter_of_a_signature_breaks_the_seal(at: int, letter: str):
    changed = SIGNATURE[:at] + letter + SIGNATURE[at + 1 :]

    if changed == SIGNATURE:
        assert signing.verify(changed, LONG, namespace=USE) == signing.public_key(SEED)
    else:
        with pytest.raises(SealBroken):
            signing.verify(changed, LONG, namespace=USE)


@given(st.integers(0, len(SIGNATURE)), st.integers(0, 100), st.text(max_size=100))
def test_a_signature_cut_or_filled_in_anywhere_breaks_the_seal(at: int, gone: int, new: str):
    changed = SIGNATURE[:at] + new + SIGNATURE[at + gone :]

    if changed != SIGNATURE:
        with pytest.raises(SealBroken):
            signing.verify(changed, LONG, namespace=USE)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n",
        lambda text: text.replace("\n", "", 2),
        lambda text: "\n" + text,
        lambda _: "",
        lambda _: signing.armoured(""),
        lambda text: signing.armoured(signing.blob(text) + "AAAA"),
        lambda text: signing.armoured(signing.blob(text) + "===="),
    ],
)
def test_a_signature_has_one_spelling_only(change: Callable[[str], str]):
    with pytest.raises(SealBroken):
        signing.verify(change(SIGNATURE), LONG, namespace=USE)


def test_a_last_letter_that_differs_only_in_bits_that_mean_nothing_breaks_the_seal():
    letters = signing.blob(SIGNATURE)
    assert letters[-1] == "="

    for letter in set(ascii_letters + digits + "+/") - {letters[-2]}:
        with pytest.raises(SealBroken):
            signing.verify(signing.armoured(letters[:-2] + letter + "="), LONG, namespace=USE)


# --- with stock ssh-keygen -----------------------------------------------------------------------------------


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with our key as stock files: `key`, and `allowed` that names its owner."""
    as_file = (
        serialization.Encoding.PEM,
        serialization.PrivateFormat.OpenSSH,
        serialization.NoEncryption(),
    )
    (tmp_path / "key").write_bytes(Ed25519PrivateKey.from_private_bytes(SEED).private_bytes(*as_file))
    (tmp_path / "key").chmod(0o600)
    (tmp_path / "allowed").write_text(f"thandi {signing.public_key(SEED)}\n")
    (tmp_path / "signature").write_text(SIGNATURE)
    return tmp_path


def test_stock_keygen_makes_the_same_signature_byte_for_byte(keys: Path):
    made = run("ssh-keygen", "-q", "-Y", "sign", "-n", USE, "-f", "key", cwd=keys, stdin=LONG)

    assert made.decode() == SIGNATURE


def test_stock_keygen_knows_our_public_key(keys: Path):
    assert run("ssh-keygen", "-y", "-f", "key", cwd=keys).decode().strip() == signing.public_key(SEED)


def test_stock_keygen_verifies_our_signature_and_whose_it_is(keys: Path):
    told = run(
        *("ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "thandi", "-n", USE, "-s", "signature"),
        cwd=keys,
        stdin=LONG,
    )
    assert told.startswith(b'Good "bundle@caregiver-desk" signature for thandi')

    checked = run("ssh-keygen", "-Y", "check-novalidate", "-n", USE, "-s", "signature", cwd=keys, stdin=LONG)
    assert checked.startswith(b'Good "bundle@caregiver-desk" signature')


def test_a_signature_of_stock_keygen_over_sha256_is_accepted(keys: Path):
    command = ("ssh-keygen", "-q", "-Y", "sign", "-O", "hashalg=sha256", "-n", USE, "-f", "key")

    made = run(*command, cwd=keys, stdin=LONG).decode()

    assert made != SIGNATURE
    assert signing.verify(made, LONG, namespace=USE) == signing.public_key(SEED)


@pytest.mark.parametrize("kind", ["ecdsa", "rsa"])
def test_a_signature_of_another_kind_of_key_is_refused(tmp_path: Path, kind: str):
    run("ssh-keygen", "-q", "-t", kind, "-N", "", "-f", "other", cwd=tmp_path)
    made = run("ssh-keygen", "-q", "-Y", "sign", "-n", USE, "-f", "other", cwd=tmp_path, stdin=LONG).decode()

    with pytest.raises(SealBroken):
        signing.verify(made, LONG, namespace=USE)
