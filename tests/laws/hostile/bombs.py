"""Small files that would be large, slow or deep: signed and sealed by a paired sender, so that every door is open."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import zstandard

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream
from caregiver_desk.sync import limits
from caregiver_desk.sync.bundle import LINES, MANIFEST, PADDING, SIGNATURE, TIPS

from . import outside
from .case import Case, Make, altered, later, refused
from .hand import Json, Run, as_line
from .meeting import Meeting
from .sayings import line

KIB, MIB = limits.KIB, limits.MIB
Members = dict[str, bytes]


def of_members(alter: Callable[[Members], Members]) -> Make:
    return lambda met: met.hand.seal(alter(met.hand.members(later(met))))


def lines_said(compressed: Callable[[], bytes], plain: int) -> Make:
    """Compressed bytes that are said to hold so much."""

    def make(met: Meeting) -> bytes:
        members = met.hand.again(met.hand.members(later(met)), lines=compressed())
        text = msgspec.json.encode(msgspec.json.decode(members[MANIFEST]) | {"plain": plain})
        return met.hand.seal(met.hand.under(text, members[TIPS], members[LINES]))

    return make


def compressed(piece: bytes, times: int) -> bytes:
    """A piece many times over, which is next to nothing."""
    packing = zstandard.ZstdCompressor(level=3).compressobj()
    return b"".join([*(packing.compress(piece) for _ in range(times)), packing.flush()])


def unpackings() -> Iterator[Case]:
    mib = bytes(MIB)
    yield refused("half a gigabyte in one line", lines_said(lambda: compressed(mib, 512), 512 * MIB), "too-large")
    yield refused(
        "half a gigabyte of line ends", lines_said(lambda: compressed(b"\n" * MIB, 512), 512 * MIB), "too-large"
    )
    yield refused(
        "sixteen megabytes of line ends", lines_said(lambda: compressed(b"\n" * MIB, 16), 16 * MIB), "seal-broken"
    )
    yield refused("a gigabyte that is said to be little", lines_said(lambda: compressed(mib, 1_024), 600), "too-large")
    yield refused(
        "a gigabyte that is said to be one", lines_said(lambda: compressed(mib, 1_024), 1_024 * MIB), "too-large"
    )
    yield refused("a window of two gigabytes", lines_said(_vast_window, 600), "seal-broken")
    yield refused("compressed and compressed again", lines_said(_nested, 600), "seal-broken", "incomplete", "too-large")


def _vast_window() -> bytes:
    """A frame whose head asks its reader to remember two gigabytes."""
    return bytes.fromhex("28b52ffd 00 a8") + bytes(8)


def _nested() -> bytes:
    data = bytes(64 * MIB)
    for _ in range(5):
        data = zstandard.compress(data)
    return data


def archives() -> Iterator[Case]:
    yield refused("line ends without number for a signature", of_members(_vast_signature), "too-large")
    yield refused(
        "padding of half the largest file",
        of_members(lambda all_: {**all_, PADDING: b"x" * (limits.FILE // 2)}),
        "not-a-bundle",
    )
    yield refused("a file of the largest size that holds nothing", _of_noughts, "not-a-bundle", "incomplete")
    yield refused("armour of the largest size", _in_armour, "not-a-bundle", "incomplete", "too-large", "not-for-you")
    yield refused("a file larger than the largest", lambda _: bytes(limits.FILE + 1), "too-large")
    yield refused("a hundred thousand stanzas", outside.with_stanzas(b"-> a\n\n" * 100_000), "too-large")
    yield refused(
        "the dearest passphrase",
        outside._instead(b"-> scrypt " + b"0" * 22 + b" 20\n" + outside.DAMAGED),
        "not-for-you",
    )


def _vast_signature(members: Members) -> Members:
    return {**members, SIGNATURE: b"\n" * (limits.FILE // 2)}


def _of_noughts(met: Meeting) -> bytes:
    return met.hand.enclose(bytes(limits.FILE - 64 * KIB))


def _in_armour(met: Meeting) -> bytes:
    return outside.armoured(met.hand.enclose(bytes(limits.FILE * 5 // 7)))[: limits.FILE]


# --- the manifest and the tips


def spelt(more: Callable[[], bytes]) -> Make:
    """A manifest with one more key, of all the size that it may have."""

    def make(met: Meeting) -> bytes:
        members = met.hand.members(later(met))
        text = members[MANIFEST][:-1] + b',"mood":' + more() + b"}"
        return met.hand.seal(met.hand.under(text, members[TIPS], members[LINES]))

    return make


def papers() -> Iterator[Case]:
    room = limits.MANIFEST - 4 * KIB
    yield refused("a manifest that is a nest of four megabytes", spelt(lambda: b"[" * room), "not-a-bundle")
    yield Case("a manifest with a million empty lists", spelt(lambda: b"[" + b"[]," * (room // 3 - 1) + b"[]]"))
    yield Case("a manifest with half a million keys", spelt(_many_keys))
    yield refused(
        "a manifest as large as a file may be", spelt(lambda: b'"' + b"x" * (limits.FILE * 3 // 4) + b'"'), "too-large"
    )
    yield refused(
        "all that a manifest can say of one stream",
        altered(lambda i, _: i.saying(received=_reaches(10**4))),
        "too-large",
    )
    yield Case(
        "all that may be said of one stream",
        altered(lambda i, _: i.saying(received=_reaches(limits.REACHES * limits.BRANCHES))),
    )
    yield refused(
        "all that is so of the reader's lines", altered(lambda i, m: i.saying(received=_true_reaches(m))), "too-large"
    )
    yield refused("tips beyond all that may be", _many_tips(limits.TIPS + MIB), "too-large")
    yield refused(
        "as many tips as may be, with the last one forged", _many_tips(limits.TIPS - KIB), "seal-broken", "too-large"
    )


def _many_keys() -> bytes:
    return b"{" + b",".join(b'"%05x":1' % number for number in range(380_000)) + b"}"


def _reaches(many: int) -> list[Json]:
    """So many reaches of one stream, no two from one number, and each said by itself."""
    about = {"laptop": "x" * 22, "scope": "x" * 22, "audience": "open"}
    return [about | {"spans": [[number, 2**40, "0" * 26]]} for number in range(1, many + 1)]


def _true_reaches(met: Meeting) -> list[Json]:
    """The reader's own stream, as it is, again and again."""
    with met.reader.reading() as cursor:
        cursor.execute(
            "SELECT laptop, scope, audience, high, running FROM stream JOIN span ON span.stream = s"
            " WHERE laptop = ? AND audience = 'open' ORDER BY high DESC LIMIT 1",
            (met.reader.laptop,),
        )
        laptop, scope, audience, high, running = cursor.fetchall()[0]
    about = {"laptop": laptop, "scope": scope, "audience": audience}
    spans = [[1, high, running[:26]]] * limits.REACHES
    return [about | {"spans": spans}] * ((limits.MANIFEST - 4 * KIB) // (38 * limits.REACHES + 95))


def _many_tips(size: int) -> Make:
    """Runs of one line, all of one stream that forks, so that no signature is made twice; the last is nobody's."""

    def make(met: Meeting) -> bytes:
        inside = later(met)
        tip = met.hand.tip(inside.runs[0]._replace(bodies=[b"x"]))
        tip |= {"low": tip["high"]}
        many = size // len(as_line(tip))
        forged = tip | {"running": "0" * 64}
        text, plain = as_line(tip) * many + as_line(forged), b"x\n" * (many + 1)
        return met.hand.seal(met.hand.signed(inside.manifest, text, zstandard.compress(plain), plain))

    return make


# --- lines


def lines() -> Iterator[Case]:
    most, long = limits.RUN // limits.LINE - 1, limits.LINE - 1
    yield refused("lines as long as may be, as many as may be", _run(lambda _: [b"x" * long] * most), "too-large")
    yield refused("statements as long as may be", _statements(lambda _: [b"x" * long] * most), "too-large")
    yield Case("long lines that hardly pack", _run(lambda _: [_letters(long) for _ in range(most)]))
    yield Case("long statements that hardly pack", _statements(lambda _: [_letters(long) for _ in range(most)]))
    yield refused("more in one run than may be", _run(lambda _: [_letters(long) for _ in range(most + 2)]), "too-large")
    yield Case(
        "readable lines as long as may be",
        altered(lambda i, met: i.and_lines(*[_long_line(met)] * 6)),
        says={"code": "HH-900"},
    )
    yield Case("nests as deep as a line is long", _run(lambda _: [b"[" * long] * 7))
    yield refused("a line beyond all lengths", _run(lambda _: [b"x" * (limits.LINE + 1)]), "too-large")
    yield Case("two hundred thousand lines of nothing", _run(lambda _: [b""] * 200_000))
    yield Case("two hundred thousand blanks", _run(lambda _: [b'{"blank":"' + b"0" * 64 + b'"}'] * 200_000))
    yield refused("a million lines of nothing", _run(lambda _: [b""] * 1_000_000), "too-large")


def _letters(size: int) -> bytes:
    """Letters without a line end, of which no two lines are alike."""
    return base64.b64encode(os.urandom(size * 3 // 4))[:size]


def _run(bodies: Callable[[Meeting], list[bytes]]) -> Make:
    """The honest bundle, and these as a run of their own in another stream of the sender."""
    return _beside(bodies, scope="", audience="")


def _statements(bodies: Callable[[Meeting], list[bytes]]) -> Make:
    return _beside(bodies, scope="", audience="control")


def _beside(bodies: Callable[[Meeting], list[bytes]], **stream: Any) -> Make:
    def make(met: Meeting) -> bytes:
        inside = later(met)
        about = inside.runs[0].tip | ({k: v for k, v in stream.items() if v} or {"audience": "words"})
        if stream["audience"] == "control":
            about |= {"scope": ""}
        ahead = journal.beginning(Stream(about["laptop"], about["scope"], about["audience"]))
        return met.hand.sealed(inside.with_runs(*inside.runs, Run(about | {"low": 1, "ahead": ahead}, bodies(met))))

    return make


def _long_line(met: Meeting) -> bytes:
    """A line that may be read, and names as many lines as there is room for."""
    names = {f"{number:026}": ["code"] for number in range(limits.LINE // 41)}
    return msgspec.json.encode(line(met, replaces=names))


def cases() -> list[Case]:
    return [*unpackings(), *archives(), *papers(), *lines()]
