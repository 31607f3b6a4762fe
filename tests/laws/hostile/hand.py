"""A paired sender's own hand: it takes an honest bundle apart, and signs and seals whatever it is told to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import msgspec
import zstandard

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream
from caregiver_desk.store import signing, tips
from caregiver_desk.sync import archive, bundle, seal
from caregiver_desk.sync.bundle import LINES, MANIFEST, MEMBERS, PADDING, SIGNATURE, TIPS

Json = dict[str, Any]


class Run(NamedTuple):
    """A run of lines as it will be signed: the tip's keys, and the bodies."""

    tip: Json
    bodies: Sequence[bytes]


@dataclass(frozen=True)
class Inside:
    """A bundle taken apart."""

    manifest: Json
    runs: tuple[Run, ...]

    def saying(self, **changes: Any) -> Inside:
        """The same with other words in its manifest."""
        return replace(self, manifest=self.manifest | changes)

    def with_runs(self, *runs: Run) -> Inside:
        return replace(self, runs=runs)

    def main(self) -> int:
        """The place of the run that holds most lines: what was really recorded."""
        return max(range(len(self.runs)), key=lambda place: len(self.runs[place].bodies))

    def altered(self, place: int, **changes: Any) -> Inside:
        """The same with one run's tip or bodies replaced."""
        runs = list(self.runs)
        runs[place] = runs[place]._replace(**changes)
        return replace(self, runs=tuple(runs))

    def and_lines(self, *bodies: bytes) -> Inside:
        """The same with these bodies behind the main run."""
        main = self.main()
        return self.altered(main, bodies=[*self.runs[main].bodies, *bodies])


@dataclass(frozen=True)
class Hand:
    """Whose keys it is that sign, and who is to read it."""

    seed: bytes = field(repr=False)
    reader: str
    identity: str = field(repr=False)  # of the reader: only to take an honest bundle apart

    def members_of(self, sealed: bytes) -> dict[str, bytes]:
        plain = seal.decrypt(sealed, identity=self.identity)
        return {name: bytes(each) for name, each in archive.unpack(plain, names=MEMBERS).items()}

    def inside_of(self, sealed: bytes) -> Inside:
        members = self.members_of(sealed)
        bodies = iter(unpacked(members[LINES]))
        tips = [msgspec.json.decode(each) for each in members[TIPS].splitlines()]
        runs = (Run(tip, [next(bodies) for _ in range(tip["low"], tip["high"] + 1)]) for tip in tips)
        return Inside(msgspec.json.decode(members[MANIFEST]), tuple(runs))

    def tip(self, run: Run) -> Json:
        """The tip of a run, signed for what its bodies are now; what another laptop signed stays as it came."""
        if not clock.speaks_for(run.tip["laptop"], signing.public_key(self.seed)):
            return run.tip
        about = run.tip | {"high": run.tip["low"] + len(run.bodies) - 1}
        stream = Stream(about["laptop"], about["scope"], about["audience"])
        running = about["ahead"]
        for body in run.bodies:
            running = journal.running(running, digest_of(body))
        signature = tips.sign(stream, about["high"], running, self.seed)
        return about | {"running": running, "signature": signature}

    def members(self, inside: Inside, *, level: int = 6) -> dict[str, bytes]:
        """All that stands in the archive, each part sealed as it should be."""
        tips = b"".join(as_line(self.tip(run)) for run in inside.runs)
        plain = b"".join(body + b"\n" for run in inside.runs for body in run.bodies)
        return self.signed(inside.manifest, tips, zstandard.compress(plain, level), plain)

    def signed(self, manifest: Mapping[str, Any], tips: bytes, lines: bytes, plain: bytes) -> dict[str, bytes]:
        """The members, with the hashes of these in the manifest."""
        counts = {"lines": plain.count(b"\n"), "plain": len(plain)}
        about = {"members": [_member(TIPS, tips), _member(LINES, lines)]}
        return self.under(msgspec.json.encode({**manifest, **counts, **about}), tips, lines)

    def under(self, text: bytes, tips: bytes, lines: bytes) -> dict[str, bytes]:
        """The members under this text of a manifest, whatever it is, duly signed."""
        signature = signing.sign(text, seed=self.seed, namespace=bundle.BUNDLE_NAMESPACE).encode()
        size = sum(map(len, (text, signature, tips, lines)))
        padding = bytes(bundle.padded(size) - size)
        return {MANIFEST: text, SIGNATURE: signature, TIPS: tips, LINES: lines, PADDING: padding}

    def again(self, members: dict[str, bytes], **parts: bytes) -> dict[str, bytes]:
        """The same members with other tips or lines, whose hashes the manifest names."""
        manifest = msgspec.json.decode(members[MANIFEST])
        tips, lines = parts.get("tips", members[TIPS]), parts.get("lines", members[LINES])
        plain = {"plain": len(parts["plain"]), "lines": parts["plain"].count(b"\n")} if "plain" in parts else {}
        manifest |= plain | {"members": [_member(TIPS, tips), _member(LINES, lines)]}
        return self.under(msgspec.json.encode(manifest), tips, lines)

    def seal(self, members: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> bytes:
        return self.enclose(archive.pack(list(members.items() if isinstance(members, Mapping) else members)))

    def enclose(self, plain: bytes) -> bytes:
        return seal.encrypt(plain, recipients=[self.reader])

    def sealed(self, inside: Inside) -> bytes:
        return self.seal(self.members(inside))


def _member(name: str, data: bytes) -> Json:
    return {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def as_line(value: Any) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def digest_of(body: bytes) -> str:
    """The digest of a body; a blanked one names its own."""
    if body.startswith(b'{"blank":"') and body.endswith(b'"}'):
        return body[10:-2].decode("ascii", errors="replace")
    return journal.digest(body)


def unpacked(lines: bytes) -> list[bytes]:
    with zstandard.ZstdDecompressor().stream_reader(lines) as reader:
        return reader.read().split(b"\n")[:-1]
