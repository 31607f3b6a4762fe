"""A book of the model: the lines it holds, what others are known to have, and what travels between two books.

A save writes one line for each audience that it touches, numbered without gaps in the streams of its laptop. A bundle
is a choice of whole streams, less what its reader has said that she has. What is erased is blanked on entry.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import ClassVar, NamedTuple

from line import CONTROL, Body, Held, Line, Names, Reads, Scalar, Stream, Whole, audience_of, key_of, mark
from oracle import View


class Bundle(NamedTuple):
    sender: str
    reader: str
    received: frozenset[Whole]  # of the streams that the reader may read
    lines: tuple[Line, ...]
    height: int = 0  # how much the sender had taken in
    yours: int = 0  # how much the reader ever said that she had

    def text(self) -> str:
        received = sorted(f"{'|'.join(stream)}|{number}|{digest}" for stream, number, digest in self.received)
        return json.dumps([self.sender, received, [line.text() for line in self.lines]])


class Save(NamedTuple):
    """What is to be written: values, and of each field the lines that it is to replace."""

    record: str
    scope: str
    fields: dict[str, Scalar]
    seen: dict[str, list[Held]]
    undoes: str = ""
    origin: str = ""

    def parts(self) -> dict[str, dict[str, Scalar]]:
        """One line for each audience."""
        parts: dict[str, dict[str, Scalar]] = defaultdict(dict)
        for name, value in self.fields.items():
            parts[audience_of(name) if self.scope else CONTROL][name] = value
        return parts


@dataclass
class Book:
    laptop: str
    anchors: frozenset[str]
    reads: Reads
    version: int
    keys: set[str] = field(default_factory=set)  # of whom she has met
    lines: dict[str, Line] = field(default_factory=dict)  # by digest
    received: dict[str, frozenset[Whole]] = field(default_factory=dict)  # by the laptop that said so
    heights: dict[str, int] = field(default_factory=dict)  # by the laptop that said so
    imports: list[frozenset[str]] = field(default_factory=list)
    taken: list[Bundle] = field(default_factory=list)
    aside: set[int] = field(default_factory=set)
    views: dict[object, View] = field(default_factory=dict)
    meaning: ClassVar[type[View]] = View

    def view(self) -> View:
        """What its owner sees: imports that she has set aside are hidden."""
        return self.look(self.reads, frozenset[str]().union(*(self.imports[i] for i in self.aside)))

    def look(self, reads: Reads, aside: frozenset[str] = frozenset()) -> View:
        if (reads, aside) not in self.views:
            told = self.lines.values(), self.anchors, reads, self.version, aside, self.keys
            self.views[reads, aside] = self.meaning(*told)
        return self.views[reads, aside]

    def save(self, wish: Save, at: int) -> list[Line]:
        written = [self.line(wish, audience, fields, at) for audience, fields in wish.parts().items()]
        self.lines |= {line.digest: line for line in written}
        self.settle()
        return written

    def line(self, wish: Save, audience: str, fields: dict[str, Scalar], at: int) -> Line:
        stream = Stream(self.laptop, wish.scope, audience)
        mine = [line for line in self.lines.values() if line.stream == stream]
        last = max(mine, key=lambda line: line.number, default=Line(stream, 0, "", None))
        number = last.number + 1
        names: Names = {}
        for name in fields:
            for tag, place in self.names(wish.seen[name], name).items():
                names.setdefault(place, {}).setdefault(tag, []).append(name)
        kind, version = ("pebble", self.version) if wish.scope else (wish.record.partition("/")[0], 1)
        salt = mark(*stream, str(number), str(at))
        body = Body(at, kind, version, wish.record, fields, names, wish.undoes, wish.origin, salt)
        return Line(stream, number, hashlib.sha256(body.text.encode()).hexdigest(), body, last.digest)

    def names(self, lines: list[Held], name: str) -> dict[str, str]:
        """Of all that lines have replaced, held or only heard of, the topmost of each scope taken alone."""
        view = self.view()
        known = self.led_to(lines, name)
        alike = {line.tag: line for first in lines for line in view.counted(first.body.record, name)}
        known |= self.led_to([line for line in alike.values() if line.body.origin in known], name)
        steps = [(place, view.held[tag].named(name)) for tag, place in known.items() if tag in view.held]
        below = {(place, tag) for here, named in steps for tag, place in named.items() if place == here}
        return {tag: place for tag, place in known.items() if (place, tag) not in below}

    def led_to(self, lines: list[Held], name: str) -> dict[str, str]:
        """Lines and whatever they lead back to, each with the mark of its scope."""
        known = {line.tag: mark(line.body.record, line.stream.scope) for line in lines}
        for line in lines:
            known |= self.view().trail(line, name)
        return known

    def topmost(self, record: str, name: str) -> list[Held]:
        """What a withdrawal has seen: the lines that count, but for those that another of the same scope names."""
        counted = self.view().counted(record, name)
        named = {(other.stream.scope, tag) for other in counted for tag in other.named(name)}
        return [line for line in counted if (line.stream.scope, line.tag) not in named]

    def moving(self, record: str, name: str) -> list[Held]:
        """What a hand-over restates: every line that is current in this record alone, so that a quarrel goes along."""
        return sorted(self.view().alone(record, name), key=lambda line: (line.body.at, line.stream.laptop, line.number))

    def before(self, line: Held, name: str) -> list[Held] | None:
        """A line for each value that it took the place of, the shown one first; no answer if none of them is here."""
        view, last = self.view(), self.stood(line, name)
        first = {one.body.fields[name]: one for one in sorted(last, key=view.order)}
        return sorted(first.values(), key=view.order, reverse=True) if last or not line.named(name) else None

    def stood(self, line: Held, name: str) -> list[Held]:
        """The lines that it took the place of, of its record and of those that are of one with it now."""
        view, tags = self.view(), line.named(name)
        lines = [one for one in view.lines_of(line.body.record) if one.tag in tags and not view.objection(one)]
        return [one for one in lines if not any(view.replaces(other, one, name) for other in lines)]

    def first_of(self, line: Held, name: str, like: Held) -> Held:
        """Of these, the one that is shown last of those that say the same."""
        alike = [one for one in self.stood(line, name) if one.body.fields[name] == like.body.fields[name]]
        return min(alike, key=self.view().order, default=like)

    def own(self, line: Held) -> str:
        """Of which record a line is said again when that moves: of its own, with whatever it stands together now."""
        return line.body.record

    def bundle_for(self, reader: str, reads: Reads) -> Bundle:
        has = self.acknowledged(reader)
        may = [line for line in self.lines.values() if reads.may(line.stream)]
        lines = tuple(line for line in may if line.whole not in has)
        height, yours = len(self.lines), self.heights.get(reader, 0)
        return Bundle(self.laptop, reader, frozenset(line.whole for line in may), lines, height, yours)

    def acknowledged(self, reader: str) -> frozenset[Whole]:
        return self.received.get(reader, frozenset())

    def take(self, bundle: Bundle) -> bool:
        """An import is what was new in it: a line, or the body of one that was known by its digest only.

        The same file is not opened twice. True where somebody else must be writing under this laptop's id.
        """
        if any(bundle is one for one in self.taken):
            return False
        self.taken.append(bundle)
        informed = self.informed(bundle)
        lines = [line for line in bundle.lines if line.body or informed]
        told = (*bundle.received, *(line.whole for line in lines))
        twin = any(stream.laptop == self.laptop and digest not in self.lines for stream, _, digest in told)
        went_back = bundle.reader == self.laptop and bundle.yours > len(self.lines)
        mine = {digest for digest, line in self.lines.items() if line.body}
        new = {line.digest: line for line in lines if line.digest not in (mine if line.body else self.lines)}
        self.lines |= new
        self.imports.append(frozenset(line.tag for line in new.values()))
        self.received[bundle.sender] = self.acknowledged(bundle.sender) | bundle.received
        self.settle()
        self.heights[bundle.sender] = max(bundle.height, self.heights.get(bundle.sender, 0))
        return twin or went_back

    def informed(self, bundle: Bundle) -> bool:
        """A blanked line is believed only with all statements that its sender had, for one of them must explain it."""
        held = {line.whole for line in (*self.lines.values(), *bundle.lines)}
        return all(whole in held for whole in bundle.received if not whole[0].scope)

    def settle(self) -> None:
        """Whatever has changed is looked at anew, and what is erased is blanked."""
        self.views = {}
        erased = self.erased(self.look(self.reads))
        for line in list(self.lines.values()):
            if line.stream.scope and line.body and line.body.record in erased:
                self.lines[line.digest] = line._replace(body=None)
                self.views = {}

    def erased(self, view: View) -> set[str]:
        """Final, whatever is said of the coordinator who asked for it."""
        asked = (line for line in view.held.values() if line.body.record.startswith("erasure/"))
        return {line.body.record.partition("/")[2] for line in asked if key_of(line.stream.laptop) in self.anchors}

    def twin(self) -> Book:
        """The same file once more: a backup, or the book on a copied disk."""
        told = {"lines": dict(self.lines), "received": dict(self.received), "heights": dict(self.heights)}
        done = {"imports": list(self.imports), "taken": list(self.taken), "aside": set(self.aside)}
        return replace(self, **told, **done, views={})

    def begin_anew(self, laptop: str) -> None:
        """A restored or copied book goes on under a new id, for its next number may have been used already."""
        self.laptop = laptop
