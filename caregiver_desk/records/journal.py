"""The journal line, and what a set of lines means.

Context. Books meet over lost sticks, in any order, under clocks that lie. Books that hold the same lines must say the
same, nothing saved may vanish, and nobody may be shown a quarrel that never was.

Decision. A line names the lines it *replaces*, field by field: of all that led to what its writer had before her eyes,
the topmost of each scope taken alone, so that whoever reads only some scopes still sees the new line lead. What a
counting line leads back to is *past*; what counts and is not past is *current*; two different current values are a
*conflict*, kept until a person settles it by a line that replaces both. A name that points at something not here yet
makes the line *wait*: it has no certain quarrel yet with lines of that scope. A restatement (at a hand-over) is
nobody's opinion: it goes when the line goes that it restates. Wall clocks break ties of display only.

Consequences. `fold` is a pure function of a set of lines: no order, no clock, no repeat can change what it says. Lines
are named by the first 104 bits of their SHA-256, which tells a stranger nothing, and lines of other scopes stand under
a mark of their scope, so a bundle never holds the id of a scope or stream that its reader may not read.

    body     the JSON text of a line, keys in the order declared here, no spaces, salt first, defaults left out
    digest   SHA-256 of the body, 64 hex letters; its first 26 are the line's name, its *tag*
    running  SHA-256 of (running of the line before + digest), both as hex text; see `beginning` for number 0
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import Annotated, NamedTuple, TypeAlias

import msgspec

TAG_LENGTH = 26
LATEST = 2**37  # seconds: the year 6325

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


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One saved change to one record, for one audience. `at` is the writer's wall clock in seconds, and may lie."""

    salt: str
    at: Annotated[int, msgspec.Meta(ge=0, le=LATEST)]
    by: str
    kind: str
    version: int = 1
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

    def value(self, field: str) -> Scalar:
        """What it says of a field; withdrawals differ in what they saw, not in what they say."""
        value = self.line.fields[field]
        return value is not None if field == WITHDRAWN else value

    @property
    def restates(self) -> str:
        """The tag of the line that this one says again in another scope; empty for an opinion of its own."""
        return self.line.origin.line if self.line.origin else ""
