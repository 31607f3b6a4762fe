"""The journal line, and what a set of lines means.

Context. Books meet over lost sticks, in any order, under clocks that lie. Books that hold the same lines must say the
same, nothing saved may vanish, and nobody may be shown a quarrel that never was.

Decision. A line tells which lines it *replaces*, field by field: the ones whose values the writer had before her eyes,
for each scope taken alone, so that whoever reads only some scopes still sees the new line lead. A value that a counting
line leads back to is *past*; what counts and is not past is *current*; two different current values are a *conflict*,
kept until a person settles it by a line that replaces both. Lines are named by the first 80 bits of their SHA-256, which
tells a stranger nothing; lines of other scopes are named under a mark of that scope. A name that points at something not
here yet makes the line *wait*: it has no quarrel yet with lines of that scope. Wall clocks break ties of display only.

Consequences. `fold` is a pure function of a set of lines: no order, no clock, no repeat can change what it says.

    body     the JSON text of a line, keys in the order declared here, no spaces, salt first
    digest   SHA-256 of the body, 64 hex letters; its first 20 are the line's name, its *tag*
    running  SHA-256 of (running of the line before + digest), both as hex text; see `beginning` for number 0
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import msgspec

from caregiver_desk import clock

TAG_LENGTH = 20
FIRST_RELEASE = 1_767_225_600  # 1 January 2026: an earlier clock is wrong
PLAUSIBLE_LEAD = 48 * 3600  # seconds by which a clock may run ahead of what came after it

WITHDRAWN = "withdrawn"  # the one field that every record has

Scalar: TypeAlias = str | int | bool | None
Names: TypeAlias = dict[str, tuple[str, ...]]  # tag: fields


class Audience(StrEnum):
    """Who may read a field: as fine as the switches of the sharing profiles."""

    OPEN = "open"  # codes, dates, counts, outcomes
    TEAM = "team"  # other facts of the team, its workers' names
    CONTACT = "contact"  # names, phones and places of households
    WORDS = "words"  # ordinary free text
    PROTECTION = "protection"  # a concern
    PAIR = "pair"  # the two people in the room
    SELF = "self"  # its author
    PROCESS = "process"  # formal process
    CONTROL = "control"  # statements about laptops and records; opaque ids and codes only


class Stream(NamedTuple):
    """A gap-free run of lines by one laptop about one scope for one audience."""

    laptop: str
    scope: str
    audience: str


class Origin(msgspec.Struct, frozen=True):
    """Where a restated value comes from: its line's tag, who wrote it, when."""

    line: str
    by: str
    at: int


class Line(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One saved change to one record, for one audience. `at` is the writer's wall clock in seconds, and may lie."""

    salt: str
    at: int
    by: str
    kind: str
    version: int
    record: str
    fields: dict[str, Scalar]
    replaces: Names = {}
    elsewhere: dict[str, Names] = {}
    undoes: str = ""
    origin: Origin | None = None


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Line)


def write(line: Line) -> bytes:
    """The body of a line: the one way to write it."""
    return _encoder.encode(line)


def read(body: bytes) -> Line:
    """The line a body holds. Raises msgspec.DecodeError (or ValidationError) for anything else."""
    return _decoder.decode(body)


def digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def tag(body: bytes) -> str:
    """The name of a line."""
    return digest(body)[:TAG_LENGTH]


def running(before: str, digest: str) -> str:
    return hashlib.sha256((before + digest).encode()).hexdigest()


def beginning(stream: Stream) -> str:
    """The running digest before the first line of a stream."""
    return hashlib.sha256(" ".join(("stream", *stream)).encode()).hexdigest()


class Held(NamedTuple):
    """A line as a book holds it. `counts` says whether its author may be heard here (see standing)."""

    tag: str
    stream: Stream
    number: int
    line: Line
    counts: bool


@dataclass(frozen=True)
class Folded:
    """What a set of lines says of one record."""

    values: Mapping[str, Scalar]
    current: Mapping[str, tuple[Held, ...]]  # by field, the one displayed first
    conflicts: frozenset[str]  # fields
    gone: bool
    edited_after_withdrawal: bool


def fold(lines: Iterable[Held]) -> Folded:
    """What these lines of one record say together, whatever their order."""
    web = _Web(lines)
    current = {name: web.current(name) for name in sorted(web.fields)}
    current = {name: heads for name, heads in current.items() if heads}
    values = {name: heads[0].line.fields[name] for name, heads in current.items()}
    conflicts = frozenset(name for name, heads in current.items() if web.quarrel(name, heads))
    seen = _seen_at_withdrawal(current.get(WITHDRAWN, ()))
    edited = seen is not None and any(
        held.tag not in seen for name, heads in current.items() if name != WITHDRAWN for held in heads
    )
    return Folded(values, current, conflicts, gone=seen is not None and not edited, edited_after_withdrawal=edited)


def _seen_at_withdrawal(withdrawals: Sequence[Held]) -> frozenset[str] | None:
    """The tags that the displayed withdrawal had seen; None where the record is not withdrawn."""
    value = withdrawals[0].line.fields[WITHDRAWN] if withdrawals else None
    return frozenset(str(value).split(",")) if value is not None else None


class _Web:
    """The lines of one record and the names by which they point at each other."""

    def __init__(self, lines: Iterable[Held]) -> None:
        self.by_tag = {held.tag: held for held in lines}
        self.fields = {name for held in self.by_tag.values() for name in held.line.fields}
        self.scope_of = {
            clock.mark(held.line.record, held.stream.scope): held.stream.scope for held in self.by_tag.values()
        }
        self._plausible: dict[str, int] = {}

    def names(self, held: Held) -> Iterable[tuple[str, str, tuple[str, ...]]]:
        """(scope, tag, fields) of every line that this one names, in scopes of which we hold something."""
        for tag, fields in held.line.replaces.items():
            yield held.stream.scope, tag, fields
        for mark, names in held.line.elsewhere.items():
            if mark in self.scope_of:
                for tag, fields in names.items():
                    yield self.scope_of[mark], tag, fields

    def before(self, held: Held, field: str) -> tuple[set[str], set[str]]:
        """What this line leads back to in one field: the tags held, and the scopes of tags not here yet."""
        reached: set[str] = set()
        awaited: set[str] = set()
        trail = [held]
        while trail:
            for scope, tag, fields in self.names(trail.pop()):
                if field not in fields or tag in reached:
                    continue
                if tag not in self.by_tag:
                    awaited.add(scope)
                else:
                    reached.add(tag)
                    trail.append(self.by_tag[tag])
        return reached, awaited

    def current(self, field: str) -> tuple[Held, ...]:
        """The lines whose value of this field counts and is not past, the one to display first."""
        counting = [held for held in self.by_tag.values() if held.counts and field in held.line.fields]
        past = set().union(*(self.before(held, field)[0] for held in counting)) if len(counting) > 1 else set()
        heads = [held for held in counting if held.tag not in past]
        return tuple(sorted(heads, key=self.display_order, reverse=True)) if len(heads) > 1 else tuple(heads)

    def quarrel(self, field: str, heads: Sequence[Held]) -> bool:
        """Whether two current values differ, and neither line waits for something of the other's scope."""
        if len({held.line.fields[field] for held in heads}) < 2:  # noqa: PLR2004 - a quarrel takes two
            return False
        awaited = {held.tag: self.before(held, field)[1] for held in heads}
        return any(
            one.line.fields[field] != other.line.fields[field]
            and other.stream.scope not in awaited[one.tag]
            and one.stream.scope not in awaited[other.tag]
            for one in heads
            for other in heads
        )

    def display_order(self, held: Held) -> tuple[int, str, int]:
        return self.plausible_at(held), held.stream.laptop, held.number

    def plausible_at(self, held: Held) -> int:
        """The line's wall time, or -1 where a line that came after it shows that its clock was wrong."""
        if not self._plausible:
            self._plausible = self._weigh_clocks()
        return self._plausible[held.tag]

    def _weigh_clocks(self) -> dict[str, int]:
        latest = {tag: held.line.at for tag, held in self.by_tag.items()}
        for held in self.by_tag.values():
            for tag in self._all_before(held):
                latest[tag] = min(latest[tag], held.line.at + PLAUSIBLE_LEAD)
        return {
            tag: held.line.at if FIRST_RELEASE <= held.line.at <= latest[tag] else -1
            for tag, held in self.by_tag.items()
        }

    def _all_before(self, held: Held) -> set[str]:
        reached: set[str] = set()
        trail = [held]
        while trail:
            for _, tag, _ in self.names(trail.pop()):
                if tag in self.by_tag and tag not in reached:
                    reached.add(tag)
                    trail.append(self.by_tag[tag])
        return reached
