"""The journal line, and what a set of lines means.

Context. Books meet over lost sticks, in any order, under clocks that lie. Books that hold the same lines must say the
same, nothing saved may vanish, and nobody may be shown a quarrel that never was.

Decision. A line names the lines it *replaces*, field by field: of all that led to what its writer had before her eyes,
the topmost of each scope taken alone, so that whoever reads only some scopes still sees the new line lead. What a
counting line leads back to is *past*; what counts and is not past is *current*; two different current values are a
*conflict*, kept until a person settles it by a line that replaces both. A name that points at something not here yet
makes the line *wait*: it has no certain quarrel yet with lines of that scope. A restatement (at a
hand-over, or of a branch that is kept) is nobody's opinion: it is past as soon as the line is past that it restates.
Wall clocks break ties of display only.

Consequences. `fold` is a pure function of a set of lines: no order, no clock, no repeat can change what it says. Lines
are named by the first 104 bits of their SHA-256, which tells a stranger nothing, and lines of other scopes stand under
a mark of their scope, so a bundle never holds the id of a scope or stream that its reader may not read. Where somebody
copies another's line word for word into a stream of hers, both have one name, and the one that counts is meant.

A line with keys that are not known here is of a newer program. It is kept under the record that it names, passed on,
and shown after an update. Any other text that is not the one way to write a line is kept, passed on, and never shown.

    body     the JSON text of a line, keys in the order declared here, no spaces, salt first, defaults left out; inside
             `fields`, `replaces` and `elsewhere` keys in the order of their UTF-8 bytes; of each tag the fields sorted
             in the same order, each once
    text     UTF-8 as it is; escaped are only the quotation mark, the backslash and letters below 32, these in the short
             form of b, t, n, f, r or else as u00 and two small hex letters; a slash never
    number   whole, in decimal, no leading zero, no sign but a minus; never a fraction or an exponent
    digest   SHA-256 of the body, 64 hex letters; its first 26 are the line's name, its *tag*
    running  SHA-256 of (running of the line before + digest), both as hex text; see `beginning` for number 0
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any, NamedTuple, TypeAlias

import msgspec

from caregiver_desk import clock

TAG_LENGTH = 26
LONGEST_NAME = 64

WITHDRAWN = "withdrawn"  # the one field that every record has

Scalar: TypeAlias = str | int | bool | None
Moment: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=clock.LATEST)]
Name: TypeAlias = Annotated[str, msgspec.Meta(min_length=1, max_length=LONGEST_NAME)]
Tag: TypeAlias = Annotated[str, msgspec.Meta(pattern=rf"^[0-9a-f]{{{TAG_LENGTH}}}\Z")]
TagOrNone: TypeAlias = Annotated[str, msgspec.Meta(pattern=rf"^([0-9a-f]{{{TAG_LENGTH}}})?\Z")]
Mark: TypeAlias = Annotated[str, msgspec.Meta(pattern=rf"^{clock.LETTER}{{{clock.MARK_LENGTH}}}\Z")]
Person: TypeAlias = Annotated[str, msgspec.Meta(pattern=rf"^({clock.LETTER}{{{clock.ID_LENGTH}}})?\Z")]
Record: TypeAlias = Name  # its shape is asked by its kind (see understanding)
Names: TypeAlias = dict[Tag, Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]]  # tag: fields, sorted


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


PRIVATE = frozenset({Audience.PROTECTION, Audience.PAIR, Audience.SELF, Audience.PROCESS})
"""What stands in no hub, where others than those whom it is about may read."""


class Stream(NamedTuple):
    """The lines of one laptop about one scope for one audience, numbered from 1 as they are written, without a gap."""

    laptop: str
    scope: str
    audience: str


class Origin(msgspec.Struct, frozen=True):
    """Where a restated value comes from: its line's tag, who wrote it, when."""

    line: Tag
    by: Person
    at: Moment


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """One saved change to one record, for one audience. `at` is the writer's wall clock in seconds, and may lie."""

    salt: Name
    at: Moment
    by: Person
    kind: Name
    version: Annotated[int, msgspec.Meta(ge=1, le=clock.LATEST)] = 1
    record: Record
    fields: dict[str, Scalar]
    replaces: Names = {}
    elsewhere: dict[Mark, Annotated[Names, msgspec.Meta(min_length=1)]] = {}
    undoes: TagOrNone = ""
    origin: Origin | None = None


class Envelope(msgspec.Struct):
    """What a line of any program says first: what it is about."""

    kind: Name
    record: Record


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Line)
_any_keys = msgspec.json.Decoder(dict[str, Any])
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)  # what decoding raises of what is no such text


def write(line: Line) -> bytes:
    """The body of a line: the one way to write it."""
    return _encoder.encode(line)


def read(body: bytes) -> Line | None:
    """The line a body holds; None where it is not the one way to write it."""
    try:
        line = _decoder.decode(body)
    except UNREADABLE:
        return None
    return line if write(line) == body and _in_order(line) else None


def _in_order(line: Line) -> bool:
    """Whether fields are named in order, each once."""
    named = (line.replaces, *line.elsewhere.values()) if line.elsewhere else (line.replaces,)
    lists = [fields for names in named for fields in names.values() if len(fields) > 1]
    return not lists or all(before < after for fields in lists for before, after in pairwise(fields))


def read_later(body: bytes) -> str:
    """The record of a line with keys that only a newer program knows; empty for any other text."""
    try:
        keys = _any_keys.decode(body)
        known = keys.keys() <= set(Line.__struct_fields__)
        return "" if known else msgspec.convert(keys, Envelope).record
    except UNREADABLE:
        return ""


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
