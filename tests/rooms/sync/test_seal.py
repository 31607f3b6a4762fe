"""Sealing: both ways with stock age, and every way a file can be wrong."""

from __future__ import annotations

import re
import subprocess
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
from caregiver_desk.sync import limits, seal

USE = "bundle@caregiver-desk"
WORDS, SHIPPED_WORK = "otter maize lamp", seal._OUR_LOG_N
VERSION = b"age-encryption.org/v1\n"
LONG = bytes(range(256)) * 700  # three parts of 64 KiB

IDENTITY = seal.new_reading_identity()
RECIPIENT = seal.reading_recipient(IDENTITY)
SEED = bytes(range(32))
SEALED = seal.encrypt(LONG, recipients=[RECIPIENT])
PAYLOAD = SEALED.index(b"\n", SEALED.index(b"\n--- ") + 1) + 1


@cache
def by_words() -> bytes:
    with pytest.MonkeyPatch.context() as earnest:
        earnest.setattr(seal, "_OUR_LOG_N", SHIPPED_WORK)
        return seal.encrypt_with_passphrase(LONG, passphrase=WORDS)


def opened(sealed: bytes) -> bytes:
    return seal.decrypt(sealed, identity=IDENTITY)


def with_stanzas(stanzas: bytes) -> bytes:
    return VERSION + stanzas + SEALED.removeprefix(VERSION)


def flipped(data: bytes, at: int, change: int = 1) -> bytes:
    return data[:at] + bytes([data[at] ^ change]) + data[at + 1 :]


def run(*command: str, cwd: Path, stdin: bytes = b"") -> bytes:
    return subprocess.run(command, cwd=cwd, input=stdin, check=True, capture_output=True).stdout


# --- sealing -------------------------------------------------------------------------------------------------


@settings(max_examples=30)
@given(st.binary(max_size=300))
def test_what_was_sealed_is_opened_by_each_it_was_sealed_for(plain: bytes):
    other = seal.new_reading_identity()

    sealed = seal.encrypt(plain, recipients=[RECIPIENT, seal.reading_recipient(other)])

    assert opened(sealed) == seal.decrypt(sealed, identity=other) == plain


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 131072])
def test_any_length_is_sealed_and_opened(size: int):
    assert opened(seal.encrypt(LONG[:size], recipients=[RECIPIENT])) == LONG[:size]


@pytest.mark.parametrize("size", [0, 65536, 65537])
def test_any_length_is_sealed_and_opened_with_words(size: int):
    sealed = seal.encrypt_with_passphrase(LONG[:size], passphrase=WORDS)

    assert seal.decrypt_with_passphrase(sealed, passphrase=WORDS) == LONG[:size]


def test_nobody_else_can_open_it():
    with pytest.raises(NotForYou):
        seal.decrypt(SEALED, identity=seal.new_reading_identity())


def test_other_words_do_not_open_it_and_are_told_so():
    with pytest.raises(WrongWords):
        seal.decrypt_with_passphrase(by_words(), passphrase="otter maize lamb")


def test_a_file_says_whether_it_wants_words_or_a_key_and_takes_nothing_else():
    assert (seal.wants_passphrase(SEALED), seal.wants_passphrase(by_words())) == (False, True)

    with pytest.raises(NotForYou):
        opened(by_words())
    with pytest.raises(NotForYou):
        seal.decrypt_with_passphrase(SEALED, passphrase=WORDS)


def test_the_work_of_our_passphrase_is_the_same_on_every_machine():
    assert re.match(rb"%s-> scrypt [A-Za-z0-9+/]{22} 18\n" % re.escape(VERSION), by_words())


def test_the_same_text_is_never_sealed_in_the_same_way_twice():
    assert seal.encrypt(b"x", recipients=[RECIPIENT]) != seal.encrypt(b"x", recipients=[RECIPIENT])
    assert seal.encrypt_with_passphrase(LONG, passphrase=WORDS) != by_words()


def test_sixty_three_people_can_be_meant_and_not_one_more():
    assert opened(seal.encrypt(b"x", recipients=[RECIPIENT] * limits.RECIPIENTS)) == b"x"

    with pytest.raises(TooLarge):
        seal.encrypt(b"x", recipients=[RECIPIENT] * (limits.RECIPIENTS + 1))


def test_sealing_for_nobody_is_a_fault_of_ours():
    with pytest.raises(Broken):
        seal.encrypt(b"x", recipients=[])


@pytest.mark.parametrize("identity", ["", "AGE-SECRET-KEY-1", RECIPIENT], ids=["empty", "half", "public"])
def test_a_key_of_ours_that_is_none_is_a_fault_of_ours(identity: str):
    with pytest.raises(Broken):
        seal.decrypt(SEALED, identity=identity)


@pytest.mark.parametrize(
    "weak",
    [
        "age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq5cu47z",
        "age1qyqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqj7vrya",
        "age1ur4h5lpmgxu2u9jku0a0r87ydtdqnr0tnsetrlvxvgz3vh6fhqqqzyt4v9",
        "age1anlllllllllllllllllllllllllllllllllllllllllllllllals4n2t7m",
    ],
)
def test_a_card_with_a_point_that_makes_the_library_panic_is_refused(weak: str):
    with pytest.raises(NotACard):
        seal.encrypt(b"x", recipients=[weak])


@given(st.text(max_size=80) | st.from_regex(r"age1[a-z0-9]{58}", fullmatch=True))
def test_a_recipient_that_is_none_is_refused_in_words(text: str):
    with pytest.raises(NotACard):
        seal.check_recipient(text)


@given(st.integers(0, len(RECIPIENT) - 1), st.sampled_from("qpzry9x8 AB1é"))
def test_a_recipient_with_one_wrong_letter_is_refused(at: int, letter: str):
    text = RECIPIENT[:at] + letter + RECIPIENT[at + 1 :]

    if text == RECIPIENT:
        seal.check_recipient(text)
    else:
        with pytest.raises(NotACard):
            seal.check_recipient(text)


# --- with stock age ------------------------------------------------------------------------------------------


def test_stock_age_opens_what_we_sealed(tmp_path: Path):
    (tmp_path / "id").write_text(IDENTITY)

    assert run("age", "-d", "-i", "id", cwd=tmp_path, stdin=SEALED) == LONG


@pytest.mark.parametrize("options", [[], ["-a"]])
def test_we_open_what_stock_age_sealed(tmp_path: Path, options: list[str]):
    assert opened(run("age", *options, "-r", RECIPIENT, cwd=tmp_path, stdin=LONG)) == LONG


def test_a_key_of_stock_age_is_a_key_of_ours(tmp_path: Path):
    identity = run("age-keygen", cwd=tmp_path).decode().split("\n")[2]

    assert run("age-keygen", "-y", cwd=tmp_path, stdin=identity.encode()).decode().strip() == seal.reading_recipient(
        identity
    )


def at_a_terminal(command: str, cwd: Path) -> None:
    """Stock age asks for a passphrase at a terminal only."""
    run("script", "-qec", command, "/dev/null", cwd=cwd, stdin=f"{WORDS}\n{WORDS}\n".encode())


def test_stock_age_opens_what_we_sealed_with_words(tmp_path: Path):
    (tmp_path / "sealed").write_bytes(by_words())

    at_a_terminal("age -d -o plain sealed", tmp_path)

    assert (tmp_path / "plain").read_bytes() == LONG


def test_we_open_what_stock_age_sealed_with_words(tmp_path: Path):
    (tmp_path / "plain").write_bytes(LONG)

    at_a_terminal("age -p -o sealed plain", tmp_path)

    assert seal.decrypt_with_passphrase((tmp_path / "sealed").read_bytes(), passphrase=WORDS) == LONG


def test_armour_that_went_through_mail_is_opened(tmp_path: Path):
    armour = run("age", "-a", "-r", RECIPIENT, cwd=tmp_path, stdin=LONG)

    mailed = b"\xef\xbb\xbf\r\n  " + armour.replace(b"\n", b" \r\n\r\n") + b"\r\n\t"

    assert opened(mailed) == LONG


def test_armour_with_words_round_it_or_letters_that_are_none_is_refused(tmp_path: Path):
    armour = run("age", "-a", "-r", RECIPIENT, cwd=tmp_path, stdin=b"x")

    for wrong in (armour + b"-- \nsent by post", armour.replace(b"\n", b"\n!", 2), armour[:60] + armour[61:]):
        with pytest.raises(NotABundle):
            opened(wrong)


def test_armour_cut_off_is_incomplete(tmp_path: Path):
    armour = run("age", "-a", "-r", RECIPIENT, cwd=tmp_path, stdin=b"x")

    for length in (40, len(armour) // 2, len(armour) - 10):
        with pytest.raises(Incomplete):
            opened(armour[:length])


# --- damaged and hostile files -------------------------------------------------------------------------------


@given(st.integers(len(VERSION), PAYLOAD + 40) | st.integers(PAYLOAD, len(SEALED) - 1))
def test_a_file_cut_off_anywhere_gives_nothing(length: int):
    with pytest.raises(Incomplete):
        opened(SEALED[:length])


@pytest.mark.parametrize("parts", [0, 1, 2])
def test_a_file_cut_off_between_two_parts_gives_nothing(parts: int):
    with pytest.raises(Incomplete):
        opened(SEALED[: PAYLOAD + 16 + parts * (65536 + 16)])


def test_a_file_cut_off_that_was_sealed_with_words_gives_nothing():
    with pytest.raises(Incomplete):
        seal.decrypt_with_passphrase(by_words()[:-1], passphrase=WORDS)


@settings(max_examples=300)
@given(st.integers(0, len(SEALED) - 1) | st.integers(0, PAYLOAD), st.integers(1, 255))
def test_a_changed_byte_is_refused_in_words(at: int, change: int):
    with pytest.raises((NotABundle, NotForYou, SealBroken, Incomplete, TooLarge)):
        opened(flipped(SEALED, at, change))


@settings(max_examples=300)
@given(st.integers(0, PAYLOAD), st.integers(0, 60), st.binary(max_size=60))
def test_a_header_with_other_bytes_in_it_is_refused_or_opens_to_the_same(at: int, gone: int, new: bytes):
    changed = SEALED[:at] + new + SEALED[at + gone :]

    try:
        assert opened(changed) == LONG
    except Problem:
        assert changed != SEALED


@settings(max_examples=10)
@given(st.integers(0, len(VERSION) + 120), st.integers(1, 255))
def test_a_changed_byte_in_a_file_sealed_with_words_is_refused_in_words(at: int, change: int):
    with pytest.raises((NotABundle, NotForYou, WrongWords, SealBroken, Incomplete, TooLarge)):
        seal.decrypt_with_passphrase(flipped(by_words(), at, change), passphrase=WORDS)


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_refused_in_words(data: bytes, begun: bool):
    with pytest.raises((NotABundle, Incomplete)):
        opened(VERSION + data if begun else data)


def test_bytes_after_the_end_are_refused():
    with pytest.raises(Incomplete):
        opened(SEALED + b"x")


def test_a_recipient_added_after_sealing_breaks_the_seal():
    with pytest.raises(SealBroken):
        opened(with_stanzas(b"-> more\n\n"))


def test_a_header_sealed_with_words_and_changed_breaks_the_seal():
    sealed = by_words()
    seal_begins = sealed.index(b"\n--- ") + len(b"\n--- ")
    other = b"A" if sealed[seal_begins : seal_begins + 1] != b"A" else b"B"

    with pytest.raises(SealBroken):
        seal.decrypt_with_passphrase(sealed[:seal_begins] + other + sealed[seal_begins + 1 :], passphrase=WORDS)


@pytest.mark.parametrize("stanzas", [b"-> x\n\n" * 100_000, b"-> x\n\n" * 70, b"-> x " + b"y " * 40_000 + b"\n\n"])
def test_a_header_of_junk_is_refused_before_the_library_reads_it(stanzas: bytes):
    began = time.perf_counter()

    with pytest.raises(TooLarge):
        opened(with_stanzas(stanzas))

    assert time.perf_counter() - began < 0.5


def test_the_longest_header_that_passes_the_guard_is_read_at_once():
    began = time.perf_counter()

    with pytest.raises(SealBroken):
        opened(with_stanzas((b"-> x\n" + b"A" * 64 + b"\n" + b"A" * 64 + b"\n\n") * 60))

    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("work", [21, 23, 30, 99])
def test_a_passphrase_that_asks_for_too_much_work_is_refused_at_once(work: int):
    began = time.perf_counter()

    with pytest.raises(TooLarge):
        seal.decrypt_with_passphrase(by_words().replace(b" 18\n", b" %d\n" % work, 1), passphrase=WORDS)

    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("work", [b" +23", b" 018", b" 23 ", b" 0", b" 18 1", b" 18\r", b""])
def test_a_work_spelt_in_another_way_is_refused(work: bytes):
    with pytest.raises(NotABundle):
        seal.wants_passphrase(by_words().replace(b" 18\n", work + b"\n", 1))


def test_a_passphrase_beside_other_recipients_is_refused():
    with pytest.raises(NotABundle):
        seal.wants_passphrase(with_stanzas(by_words()[len(VERSION) : by_words().index(b"--- ")]))


def test_a_file_beyond_the_limit_is_neither_opened_nor_made():
    with pytest.raises(TooLarge):
        opened(bytes(limits.FILE + 1))
    with pytest.raises(TooLarge):
        seal.encrypt(bytes(limits.FILE), recipients=[RECIPIENT])
