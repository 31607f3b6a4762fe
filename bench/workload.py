"""The written-down workload, second half: a laptop that writes what the programme does, and seals it.

Context. A merge must be measured on what really travels: sealed bundles of signed streams whose lines name what they
replace.

Decision. *Change* means one field of one record. A mixed bundle is 60 % changes of new records and 40 % edits of two
fields, aimed uniformly at all known records (or at the newest twentieth: `recent`). Each edit names what is current; a
third are written under a clock three months behind; in two of a hundred the owner's second laptop writes the same
fields at the same time, a real conflict. Lines, digests and tips are made by the program's own functions.

Consequence. Making is slow and is never inside a timing; the shelf keeps what was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

import msgspec

from bench.programme import EDITED, Birth, Fields, Programme
from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line, Stream
from caregiver_desk.records.record import KINDS
from caregiver_desk.store import signing, tips
from caregiver_desk.sync import bundle, lines, seal
from caregiver_desk.sync.bundle import Manifest, Tip
from caregiver_desk.sync.trust import CARD_NAMESPACE, Card

CREATED = 0.6
CONFLICTING = 0.02
BEHIND = 1 / 3
NEWEST = 20  # recent edits: one part in so many
MARCH, QUARTER = 1_772_323_200, 90 * 24 * 3600


class Hand(NamedTuple):
    """Which laptop writes, and what its clock says."""

    laptop: str
    at: int


class Known(NamedTuple):
    """A record that edits may be aimed at: the line of each audience that brought it into being."""

    birth: Birth
    tags: dict[str, str]


@dataclass
class Written:
    """All that one stream holds so far."""

    bodies: list[bytes] = field(default_factory=list)
    running: list[str] = field(default_factory=list)


class FieldRow(NamedTuple):
    """One change as the bare table of the limit keeps it."""

    record: str
    field: str
    at: int
    line: int
    value: journal.Scalar


class Laptop:
    """Writes the programme down. `seed` is its owner's signing key; her second laptop speaks with the same one."""

    def __init__(self, seed: bytes, *, drawn: int = 7) -> None:
        self.seed = seed
        self.key = signing.public_key(seed)
        self.id, self.second = clock.new_laptop(self.key), clock.new_laptop(self.key)
        self.programme = Programme(self.key, drawn)
        self.owner = clock.new_record(self.programme.site)
        self.known: list[Known] = []
        self.heads: dict[tuple[str, str], tuple[str, ...]] = {}  # where a field was written since its record was born
        self.streams: dict[Stream, Written] = {}
        self.rows: list[FieldRow] = []
        self.lines = 0
        self.moment = MARCH

    # --- writing ---------------------------------------------------------------------------------------------

    def mixed(self, changes: int, *, recent: bool = False) -> None:
        """So many changes, births and edits as they come."""
        begun = len(self.rows)
        born = 0
        while (made := len(self.rows) - begun) < changes:
            if not self.known or born <= made * CREATED:
                born += self.create()
            else:
                self.edit(recent=recent)

    def create(self) -> int:
        """One new record and those that come with it. Returns how many changes that were."""
        births = self.programme.births()
        for birth in births:
            tags = {
                audience: self._write(Hand(self.id, self.moment), part, audience, {})
                for audience, part in _apart(birth).items()
            }
            self.known.append(Known(birth, tags))
        return sum(len(birth.fields) for birth in births)

    def edit(self, *, recent: bool) -> None:
        random = self.programme.random
        first = len(self.known) - len(self.known) // NEWEST if recent else 0
        known = self.known[random.randrange(first, len(self.known))]
        makers = EDITED.get(known.birth.kind)
        if makers is None:
            return
        names = random.sample(sorted(makers), 2)
        writers = [self.id, self.second] if random.random() < CONFLICTING else [self.id]
        at = self.moment - QUARTER if random.random() < BEHIND else self.moment
        before = {name: self._current(known, name) for name in names}
        tags: dict[str, tuple[str, ...]] = dict.fromkeys(names, ())
        for writer in writers:
            fields = {name: makers[name](self.programme) for name in names}
            for audience, part in _apart(known.birth._replace(fields=fields)).items():
                tag = self._write(Hand(writer, at), part, audience, _naming(before, part.fields))
                tags.update((name, tuple(sorted((*tags[name], tag)))) for name in part.fields)
        self.heads.update(((known.birth.record, name), heads) for name, heads in tags.items())

    def _current(self, known: Known, name: str) -> tuple[str, ...]:
        born = known.tags[str(KINDS[known.birth.kind].audience_of(name))] if name in known.birth.fields else ""
        return self.heads.get((known.birth.record, name), (born,) if born else ())

    def _write(self, hand: Hand, part: Birth, audience: str, replaces: journal.Names) -> str:
        """One line, put at the end of its stream. Returns its tag."""
        stream = Stream(hand.laptop, part.scope, audience)
        written = self.streams.setdefault(stream, Written())
        version = KINDS[part.kind].version
        line = Line(
            salt=clock.new_salt(),
            at=hand.at,
            by=self.owner,
            kind=part.kind,
            version=version,
            record=part.record,
            fields=part.fields,
            replaces=replaces,
        )
        body = journal.write(line)
        digest = journal.digest(body)
        before = written.running[-1] if written.running else journal.beginning(stream)
        written.bodies.append(body)
        written.running.append(journal.running(before, digest))
        self.moment += 7
        self.lines += 1
        changes = part.fields.items()
        self.rows += [FieldRow(part.record, name, hand.at, self.lines, value) for name, value in changes]
        return digest[: journal.TAG_LENGTH]

    # --- sealing ---------------------------------------------------------------------------------------------

    def heights(self) -> dict[Stream, int]:
        """How far every stream has come: what a later bundle may begin after."""
        return {stream: len(written.bodies) for stream, written in self.streams.items()}

    def sealed(self, reader: str, *, after: dict[Stream, int] | None = None, others: Sequence[Laptop] = ()) -> bytes:
        """A bundle with everything written after these heights, here and by others, for the holder of `reader`."""
        runs = chain(self.runs(after or {}), *(other.runs({}) for other in others))
        manifest = Manifest(
            format=bundle.FORMAT,
            needs=(),
            bundle=clock.new_salt(),
            laptop=self.id,
            person=self.owner,
            to=(reader,),
            made=self.moment,
            old_after=self.moment + 10 * QUARTER,
            profile="own-laptop",
            fictional=True,
            members=(),
            lines=0,
            plain=0,
            received=(),
            height=0,
            yours=("", 0),
        )
        return bundle.seal_bundle(lines.pack(runs), manifest, seed=self.seed)

    def runs(self, after: dict[Stream, int]) -> Iterator[tuple[Tip, list[bytes]]]:
        """What every stream got after these heights, under a signed tip."""
        for stream in sorted(self.streams):
            written, before = self.streams[stream], after.get(stream, 0)
            high = len(written.bodies)
            if high > before:
                ahead = written.running[before - 1] if before else journal.beginning(stream)
                signature = tips.sign(stream, high, written.running[-1], self.seed)
                yield Tip(*stream, before + 1, high, ahead, written.running[-1], signature), written.bodies[before:]

    def card(self) -> bytes:
        """The contact card by which a book gets to know this laptop."""
        reader = seal.reading_recipient(seal.new_reading_identity())
        card = Card(1, "Nomvula Shezi", "supervisor", self.id, self.owner, self.key, reader, fictional=True)
        text = msgspec.json.encode(card)
        return text + b"\n" + signing.sign(text, seed=self.seed, namespace=CARD_NAMESPACE).encode()


def _apart(whole: Birth) -> dict[str, Birth]:
    """A save by the audiences that may read its fields."""
    parts: dict[str, Birth] = {}
    for name, value in sorted(whole.fields.items()):
        audience = str(KINDS[whole.kind].audience_of(name))
        parts.setdefault(audience, whole._replace(fields={})).fields[name] = value
    return parts


def _naming(before: dict[str, tuple[str, ...]], part: Fields) -> journal.Names:
    named: dict[str, list[str]] = {}
    for name in part:
        for tag in before[name]:
            named.setdefault(tag, []).append(name)
    return {tag: tuple(sorted(named[tag])) for tag in sorted(named)}
