"""The line of the model, the ids that remember, and the one kind that all worlds are made of.

Ids carry what they commit to: a laptop its key, a scope its founder, a record its birthplace. Who holds both can check
it; to anyone else a `mark` says nothing. A statement is a line of the control stream, about a record that is named
after its kind and its subject. `names` are the `replaces` and the `elsewhere` of a line in one, each scope by its mark.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

Scalar = str | int | bool | None
Names = dict[str, dict[str, list[str]]]  # mark of a scope: tag: fields
AUDIENCE = {"place": "contact", "story": "words", "secret": "pair"}  # any other field of a pebble is open
TRAVELLING = {"open", "contact", "words"}
PRIVATE = {"pair"}  # never held by who locks somebody out
CONTROL = "control"


@lru_cache(100_000)
def mark(*words: str) -> str:
    return hashlib.sha256("|".join(words).encode()).hexdigest()[:20]


def commit(name: str, to: str) -> str:
    return f"{name}~{mark(name, to)}"


def commits(whole: str, to: str) -> bool:
    return whole == commit(whole.partition("~")[0], to)


def audience_of(name: str) -> str:
    return AUDIENCE.get(name, "open")


def key_of(laptop: str) -> str:
    return laptop.partition("~")[2]


def age(record: str) -> int:
    """Records are labelled as they come."""
    return int(record.partition("~")[0][1:])


class Stream(NamedTuple):
    laptop: str
    scope: str  # "" for statements
    audience: str


class Reads(NamedTuple):
    """What a person may read: any of these audiences of any of these scopes, and all statements."""

    audiences: frozenset[str]
    scopes: frozenset[str]

    def may(self, stream: Stream) -> bool:
        return not stream.scope or (stream.scope in self.scopes and stream.audience in self.audiences)


@dataclass(frozen=True)
class Body:
    at: int
    kind: str
    version: int
    record: str
    fields: dict[str, Scalar]
    names: Names
    undoes: str = ""
    origin: str = ""  # of a restatement: the line that said it first
    salt: str = ""

    @cached_property
    def text(self) -> str:
        return json.dumps(vars(self), sort_keys=True)

    def upcast(self, version: int) -> Body:
        """What version 2 calls the colour of a pebble was its hue in version 1."""
        if self.kind != "pebble" or self.version >= version:
            return self
        fields = {renamed(name): value for name, value in self.fields.items()}
        names = {m: {tag: [*map(renamed, of)] for tag, of in tags.items()} for m, tags in self.names.items()}
        return replace(self, fields=fields, names=names)


def renamed(name: str) -> str:
    return "colour" if name == "hue" else name


Place = tuple[Stream, int]
Whole = tuple[Stream, int, str]


class Line(NamedTuple):
    stream: Stream
    number: int
    digest: str
    body: Body | None  # none: blanked
    ahead: str = ""  # the digest of the line before it

    @property
    def tag(self) -> str:
        return self.digest[:20]

    @property
    def place(self) -> Place:
        return self.stream, self.number

    @property
    def whole(self) -> Whole:
        """The line itself, and not another under the same number."""
        return self.stream, self.number, self.digest

    def text(self) -> str:
        return f"{'|'.join(self.stream)}|{self.number}|{self.digest}|{self.body.text if self.body else ''}"


@dataclass(frozen=True, eq=False)
class Held:
    """A line that can be read, in the words of the reader's version."""

    tag: str
    stream: Stream
    number: int
    body: Body

    def value(self, name: str) -> Scalar:
        """Withdrawals differ in what they saw, not in what they say."""
        value = self.body.fields[name]
        return value is not None if name == "withdrawn" else value

    def named(self, name: str) -> dict[str, str]:
        """What it names by a field (by any: *), each with the mark of its scope."""
        places = self.body.names.items()
        return {tag: place for place, tags in places for tag, names in tags.items() if name in (*names, "*")}
