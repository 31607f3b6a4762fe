"""What a sender can do to the archive inside: names, kinds, order, members, seals."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable, Iterator

import zstandard

from caregiver_desk.store import signing
from caregiver_desk.sync import archive, bundle
from caregiver_desk.sync.bundle import LINES, MANIFEST, MEMBERS, PADDING, SIGNATURE, TIPS

from .case import Case, Make, later, refused
from .meeting import Meeting

Members = dict[str, bytes]
NO = ("not-a-bundle", "incomplete")
UNSEALED = ("seal-broken",)


def of_members(alter: Callable[[Members], Members | list[tuple[str, bytes]]]) -> Make:
    return lambda met: met.hand.seal(alter(met.hand.members(later(met))))


def of_plain(alter: Callable[[bytes], bytes]) -> Make:
    """The archive altered byte by byte, and sealed."""
    return lambda met: met.hand.enclose(alter(archive.pack(list(met.hand.members(later(met)).items()))))


def written_by_stock(kind: bytes, name: str = MANIFEST, **about: object) -> Make:
    """An archive whose first member is of another kind or name, as the standard library writes it."""

    def write(met: Meeting) -> bytes:
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as tar:
            first = tarfile.TarInfo(name)
            first.type = kind
            for each, value in about.items():
                setattr(first, each, value)
            tar.addfile(first)
            for member, data in met.hand.members(later(met)).items():
                entry = tarfile.TarInfo(member)
                entry.size = len(data)
                tar.addfile(entry, io.BytesIO(data))
        return met.hand.enclose(file.getvalue())

    return write


def renamed(name: str) -> Make:
    def other(members: Members) -> list[tuple[str, bytes]]:
        return [(name if each == TIPS else each, data) for each, data in members.items()]

    return of_members(other)


def paths() -> Iterator[Case]:
    for name in (
        "../../etc/passwd", "/etc/passwd", "..\\..\\book.db", "C:\\book.db", "tips.jsonl/", "./tips.jsonl",
        "TIPS.JSONL",
        "tips.jsonl\0.exe", "tips.jsonl ", "con", "", "x" * 90, "=cmd|'/C calc'!A0", "<b>tips</b>",
    ):  # fmt: skip
        yield refused(f"a member called {name!r}", renamed(name), *NO)
    for what, kind in (
        ("a link out of the folder", tarfile.SYMTYPE),
        ("a hard link to a file of the system", tarfile.LNKTYPE),
        ("a device", tarfile.CHRTYPE),
        ("a pipe", tarfile.FIFOTYPE),
        ("a folder", tarfile.DIRTYPE),
    ):
        yield refused(f"{what} for a member", written_by_stock(kind, linkname="../../../etc/passwd"), *NO)
    yield refused("an extended header in front", written_by_stock(tarfile.XHDTYPE), *NO)
    yield refused("a long name in front", written_by_stock(tarfile.GNUTYPE_LONGNAME), *NO)
    yield refused("a member with an owner and a time", written_by_stock(b"0", uname="root", mtime=9**9), *NO)


def doubles() -> Iterator[Case]:
    for name in MEMBERS:
        yield refused(f"{name} twice", of_members(lambda all_, n=name: _twice(all_, n)), *NO)  # type: ignore[misc]
        yield refused(
            f"{name} missing",
            of_members(lambda all_, n=name: {k: v for k, v in all_.items() if k != n}),  # type: ignore[misc]
            *NO,
        )
    yield refused("members the other way round", of_members(lambda all_: list(all_.items())[::-1]), *NO)
    yield refused("one member more", of_members(lambda all_: {**all_, "more": b"x"}), *NO)


def _twice(members: Members, name: str) -> list[tuple[str, bytes]]:
    return [each for each in members.items() for _ in range(1 + (each[0] == name))]


def archives() -> Iterator[Case]:
    yield refused("nothing inside the seal", lambda met: met.hand.enclose(b""), *NO)
    yield refused("an archive cut off", of_plain(lambda plain: plain[:-600]), *NO)
    yield refused("an archive without its end", of_plain(lambda plain: plain[:-1024]), *NO)
    yield refused("something behind the end of the archive", of_plain(lambda plain: plain + b"more".ljust(512)), *NO)
    yield refused("an archive twice", of_plain(lambda plain: plain * 2), *NO)
    yield refused("an archive that was compressed", of_plain(gzip.compress), *NO)
    yield refused("a bit flipped in a member's name", of_plain(lambda plain: b"M" + plain[1:]), *NO)
    yield refused("a size of eight gigabytes", of_plain(lambda p: p[:124] + b"77777777777" + p[135:]), *NO)
    yield refused("a size in another writing", of_plain(lambda p: p[:124] + b"\x80" + bytes(11) + p[136:]), *NO)
    yield refused("padding that says something", of_members(lambda all_: {**all_, PADDING: b"secret" * 99}), *NO)
    yield refused(
        "a megabyte of words for a signature", of_members(lambda all_: {**all_, SIGNATURE: b"x" * 2**20}), "too-large"
    )


def seals() -> Iterator[Case]:
    yield refused("another manifest under her signature", of_members(_other_manifest), *UNSEALED)
    yield refused("tips that the manifest does not name", of_members(lambda all_: {**all_, TIPS: b""}), *UNSEALED)
    yield refused("lines that the manifest does not name", of_members(_other_lines), *UNSEALED)
    yield refused("no signature", of_members(lambda all_: {**all_, SIGNATURE: b""}), *UNSEALED)
    yield refused("a signature in binary", of_members(lambda all_: {**all_, SIGNATURE: bytes(range(256))}), *UNSEALED)
    yield refused("a signature with other line ends", of_members(
        lambda all_: {**all_, SIGNATURE: all_[SIGNATURE].replace(b"\n", b"\r\n")}), *UNSEALED)  # fmt: skip
    yield refused("two signatures", of_members(lambda all_: {**all_, SIGNATURE: all_[SIGNATURE] * 2}), *UNSEALED)
    yield refused("a signature for another use", _signed_as("tip@caregiver-desk"), *UNSEALED)
    yield refused("a signature of a card", _signed_as("card@caregiver-desk"), *UNSEALED)
    yield refused("a stranger's signature", _signed_by_a_stranger, "unknown-sender")


def _other_manifest(members: Members) -> Members:
    return {**members, MANIFEST: members[MANIFEST].replace(b'"profile":"', b'"profile":"x')}


def _other_lines(members: Members) -> Members:
    return {**members, LINES: zstandard.compress(b"x\n")}


def _signed_as(namespace: str) -> Make:
    def make(met: Meeting) -> bytes:
        members = met.hand.members(later(met))
        signature = signing.sign(members[MANIFEST], seed=met.hand.seed, namespace=namespace).encode()
        return met.hand.seal({**members, SIGNATURE: signature})

    return make


def _signed_by_a_stranger(met: Meeting) -> bytes:
    members = met.hand.members(later(met))
    signature = signing.sign(members[MANIFEST], seed=signing.new_signing_seed(), namespace=bundle.BUNDLE_NAMESPACE)
    return met.hand.seal({**members, SIGNATURE: signature.encode()})


def packings() -> Iterator[Case]:
    """The lines as they are compressed, with the manifest naming what comes."""

    def packed(alter: Callable[[bytes], bytes]) -> Make:
        def make(met: Meeting) -> bytes:
            members = met.hand.members(later(met))
            return met.hand.seal(met.hand.again(members, lines=alter(members[LINES])))

        return make

    yield refused("compressed lines cut off", packed(lambda lines: lines[:-9]), "incomplete", "seal-broken")
    yield refused("lines that are not compressed", packed(lambda _: b"hello\n"), *UNSEALED)
    yield refused("no compressed lines at all", packed(lambda _: b""), "incomplete", *UNSEALED)
    yield refused("words behind the compressed lines", packed(lambda lines: lines + b"more"), *UNSEALED)
    yield refused("more compressed lines behind the first", packed(lambda lines: lines * 2), "too-large", *UNSEALED)
    yield refused("another compression", packed(lambda _: gzip.compress(b"x\n")), *UNSEALED)


def cases() -> list[Case]:
    return [*paths(), *doubles(), *archives(), *seals(), *packings()]
