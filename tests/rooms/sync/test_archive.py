"""The strict archive: one spelling, read and written by stock tar, and nothing else passes."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.errors import Broken, Incomplete, NotABundle, Problem
from caregiver_desk.sync.archive import BLOCK, END, RECORD, pack, unpack

NAMES = ("manifest.json", "manifest.json.sig", "lines.jsonl.zst", "padding")
PLAIN = ["--format=ustar", "--owner=0", "--group=0", "--numeric-owner", "--mtime=@0", "--mode=600"]

contents = st.tuples(*[st.binary(max_size=1500)] * len(NAMES))
sample = pack([(name, name.encode() * 50) for name in NAMES])


def packed(texts: tuple[bytes, ...]) -> bytes:
    return pack(list(zip(NAMES, texts, strict=True)))


def unpacked(data: bytes) -> tuple[bytes, ...]:
    members = unpack(data, names=NAMES)
    assert tuple(members) == NAMES
    return tuple(bytes(member) for member in members.values())


def stock_tar(folder: Path, *options: str, names: tuple[str, ...] = NAMES) -> bytes:
    for number, name in enumerate(names):
        (folder / name).write_bytes(name.encode() * 300 * number)
    return subprocess.run(["tar", *options, "-cf", "-", *names], cwd=folder, check=True, stdout=-1).stdout


def patched(data: bytes, at: int, new: bytes) -> bytes:
    """`data` with other bytes in its first header, and the checksum made to fit, as a careful forger would."""
    header = bytearray(data[:BLOCK])
    header[at : at + len(new)] = new
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header) + data[BLOCK:]


@given(contents)
def test_what_was_packed_is_unpacked(texts: tuple[bytes, ...]):
    assert unpacked(packed(texts)) == texts


@given(contents)
def test_the_standard_reader_sees_regular_files_without_a_trace_of_anyone(texts: tuple[bytes, ...]):
    with tarfile.open(fileobj=io.BytesIO(packed(texts))) as archive:
        members = archive.getmembers()

    assert [(member.name, member.size) for member in members] == [
        (n, len(t)) for n, t in zip(NAMES, texts, strict=True)
    ]
    assert {(member.mode, member.uid, member.gid, member.mtime, member.uname) for member in members} == {
        (0o600, 0, 0, 0, "")
    }


def test_stock_tar_reads_what_pack_writes(tmp_path: Path):
    (tmp_path / "x.tar").write_bytes(sample)

    told = subprocess.run(["tar", "-xvf", "x.tar"], cwd=tmp_path, check=True, capture_output=True, text=True)

    assert told.stdout.split() == list(NAMES)
    assert told.stderr == ""
    assert all((tmp_path / name).read_bytes() == name.encode() * 50 for name in NAMES)


def test_stock_tar_writes_the_very_same_bytes(tmp_path: Path):
    written = stock_tar(tmp_path, *PLAIN, "-b1")

    assert written == pack([(name, (tmp_path / name).read_bytes()) for name in NAMES])


def test_an_archive_of_stock_tar_that_fills_its_last_record_is_accepted(tmp_path: Path):
    written = stock_tar(tmp_path, *PLAIN)

    assert len(written) % RECORD == 0
    assert unpacked(written) == tuple((tmp_path / name).read_bytes() for name in NAMES)


@pytest.mark.parametrize(
    "options",
    [
        PLAIN[1:],
        ["--format=pax", *PLAIN[1:]],
        [*PLAIN[:3], *PLAIN[4:]],
        [*PLAIN, "--mode=644"],
        [*PLAIN, "--mtime=@1"],
        [*PLAIN, "--owner=7"],
        [*PLAIN, "--transform=s/padding/podding/"],
        [*PLAIN, "--transform=s,^,./,"],
    ],
)
def test_another_format_name_owner_time_or_mode_is_refused(tmp_path: Path, options: list[str]):
    written = stock_tar(tmp_path, *options)

    with pytest.raises(NotABundle):
        unpacked(written)


def test_a_pax_header_of_a_claimed_800_megabytes_is_refused_unread():
    header = patched(patched(sample, 156, b"x"), 124, b"%011o\0" % (800 << 20))

    with pytest.raises(NotABundle):
        unpacked(header)


@pytest.mark.parametrize("kind", [b"\0", b"1", b"2", b"3", b"4", b"5", b"6", b"7", b"g", b"x", b"L", b"K", b"S"])
def test_anything_but_a_regular_file_is_refused(kind: bytes):
    with pytest.raises(NotABundle):
        unpacked(patched(sample, 156, kind))


@pytest.mark.parametrize(
    "size", [b" 0000001212\0", b"00000001212 ", b"0001212\0\0\0\0\0", b"-0000000001\0", b"\x80" + bytes(11)]
)
def test_a_size_spelt_in_another_way_is_refused(size: bytes):
    with pytest.raises(NotABundle):
        unpacked(patched(sample, 124, size))


def test_a_wrong_checksum_is_refused():
    with pytest.raises(NotABundle):
        unpacked(sample[:148] + b"000000\0 " + sample[156:])


def test_a_size_beyond_the_end_is_a_file_cut_off():
    with pytest.raises(Incomplete):
        unpacked(patched(sample, 124, b"77777777777\0"))


@pytest.mark.parametrize("names", [NAMES[::-1], NAMES[:3], (*NAMES, "more"), (NAMES[0], *NAMES)])
def test_members_missing_added_doubled_or_in_another_order_are_refused(names: tuple[str, ...]):
    with pytest.raises(NotABundle):
        unpacked(pack([(name, b"x") for name in names]) + bytes(RECORD))


@pytest.mark.parametrize(
    "rest", [b"\0", bytes(BLOCK), bytes(RECORD), bytes(2 * RECORD), b"\0" * 511 + b"x", pack([("more", b"x")])]
)
def test_anything_after_the_end_is_refused(rest: bytes):
    with pytest.raises(NotABundle):
        unpacked(sample + rest)


def test_a_record_filled_with_anything_but_zeros_is_refused():
    filled = sample.ljust(RECORD, b"\0")
    assert unpacked(filled) == unpacked(sample)

    with pytest.raises(NotABundle):
        unpacked(filled[:-1] + b"\1")


@given(st.integers(0, len(sample) - 1))
def test_an_archive_cut_off_anywhere_is_incomplete(length: int):
    with pytest.raises(Incomplete):
        unpacked(sample[:length])


@given(st.integers(0, len(sample) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_stands_in_the_text_of_a_member(at: int, change: int):
    changed = sample[:at] + bytes([sample[at] ^ change]) + sample[at + 1 :]

    try:
        texts = unpacked(changed)
    except Problem:
        return
    assert packed(texts) == changed
    assert texts != unpacked(sample)


@given(st.binary(max_size=4000))
def test_any_bytes_are_refused_in_words(data: bytes):
    with pytest.raises((NotABundle, Incomplete)):
        unpacked(data)


def test_a_member_is_a_view_and_not_a_copy():
    data = pack([("a", b"text")])

    assert unpack(data, names=["a"])["a"].obj is data


@pytest.mark.parametrize("name", ["n" * 101, "n" * 200])
def test_a_name_too_long_for_a_header_is_never_written(name: str):
    with pytest.raises(Broken):
        pack([(name, b"")])


def test_an_archive_of_nothing_is_its_end():
    assert pack([]) == END
    assert unpack(END, names=[]) == {}
