"""What really happened, told by one who looked over every shoulder: no book knows this, and no fold works it out.

Of each line it is noted what its writer had before her eyes and replaced by it. From this alone follows who knew what:
whatever led to a line, step by step of having been seen, was known to who wrote it. A restatement at a hand-over is
nobody's opinion: to whoever may read the line that it restates, it is that line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from line import Held, Line, Place, Scalar, Stream, Whole, renamed

Seen = dict[tuple[str, str], set[str]]  # tag and field: tags


class Dismissal(NamedTuple):
    """The end of an enrolment, and how far each stream was known to who said so."""

    statement: Line
    heights: dict[Stream, int]


class OfTwo(NamedTuple):
    """What somebody said of two records: that they are of one, that they are not, or that it is open."""

    statement: Line
    two: frozenset[str]
    said: Scalar


@dataclass
class Truth:
    lines: dict[str, Line] = field(default_factory=dict)  # all that was ever saved, by tag
    saw: Seen = field(default_factory=lambda: defaultdict(set))  # what a line's writer was shown, and replaced
    had: Seen = field(default_factory=lambda: defaultdict(set))  # the same, and what was past already
    handed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # what was seen, by hand-over
    homes: dict[tuple[str, str], list[Line]] = field(default_factory=lambda: defaultdict(list))  # record, scope
    of_two: list[OfTwo] = field(default_factory=list)
    lost: set[str] = field(default_factory=set)  # tags that are in no book any more, since a backup took its place
    enrolled: dict[tuple[str, str], list[Line]] = field(default_factory=lambda: defaultdict(list))  # key, scope
    dismissed: dict[tuple[str, str], list[Dismissal]] = field(default_factory=lambda: defaultdict(list))  # key, scope
    shut: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))  # by the key that was locked out
    accepted: dict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))  # and what was held of it then
    named: dict[str, set[str]] = field(default_factory=dict)  # by lock-out: the lines that go on counting
    copied: set[str] = field(default_factory=set)  # laptop ids of which there may be two books
    let_in: set[str] = field(default_factory=set)  # keys that somebody listens to again
    told: dict[tuple[str, str, str], set[Whole]] = field(
        default_factory=lambda: defaultdict(set)
    )  # hearer, ids of both
    wrote: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # by who wrote it, or copied who did
    repeated: set[Whole] = field(default_factory=set)  # sent to who had told that she holds it
    undone: list[tuple[str, set[Scalar], set[Scalar]]] = field(
        default_factory=list
    )  # what an undo of a line brought back, and should have

    def note(self, written: list[Line], saw: dict[str, list[Held]], had: dict[str, list[Held]]) -> None:
        for line in written:
            self.lines[line.tag] = line
            for seen, lines in ((self.saw, saw), (self.had, had)):
                for name in lines:
                    seen[line.tag, renamed(name)] |= {held.tag for held in lines[name]}

    def forks(self) -> dict[Stream, int]:
        """Where the streams of a copied laptop part: the first number that was given twice."""
        given: dict[Place, str] = {}
        twice = [
            line.place
            for line in self.lines.values()
            if line.stream.laptop in self.copied and given.setdefault(line.place, line.tag) != line.tag
        ]
        return {stream: min(n for other, n in twice if other == stream) for stream, _ in twice}

    def repeat(self, written: list[Line], first: list[Held]) -> None:
        """A withdrawal that is said again means what was seen the first time."""
        for line, (tag, name) in product(written, list(self.had)):
            if name != "withdrawn" and tag in {held.tag for held in first}:
                self.had[line.tag, name] |= self.had[tag, name]

    def shut_out(self, key: str, statement: Line, held: set[Place], named: set[str]) -> None:
        self.shut[key].append(statement)
        self.accepted[key] |= held
        self.named[statement.tag] = named

    def dismiss(self, key: str, scope: str, statement: Line, heights: dict[Stream, int]) -> None:
        self.dismissed[key, scope].append(Dismissal(statement, heights))

    def hand(self, statement: Line, record: str, scope: str, seen: set[str]) -> None:
        self.handed[statement.tag] = seen
        self.homes[record, scope].append(statement)

    def compare(self, statement: Line, two: frozenset[str], said: Scalar) -> None:
        self.of_two.append(OfTwo(statement, two, said))

    def unanswered(self, readable: Container[str]) -> list[OfTwo]:
        """What was said of two records, and nobody who knew it said anything else of them."""
        told = [each for each in self.of_two if each.statement.tag in readable]
        known = {each.statement.tag: self.knew_of_two(each) for each in told}
        return [
            each
            for each in told
            if not any(each.statement.tag in known[other.statement.tag] for other in told if other.two == each.two)
        ]

    def knew_of_two(self, each: OfTwo) -> set[str]:
        body = each.statement.body
        return set().union(*(self.before(each.statement.tag, name) for name in (body.fields if body else ())))

    def take_back(self, written: list[Line], undone: Held, counting: set[str]) -> None:
        """An undo brings back every value that the undone line stood in the place of, if all of these still count."""
        bodies = [line.body for line in written if line.body]
        for name in {name for body in bodies for name in body.fields}:
            stood = self.saw[undone.tag, renamed(name)]
            if stood <= counting:
                said = {body.fields[name] for body in bodies if name in body.fields}
                meant = {body.upcast(2).fields[renamed(name)] for tag in stood if (body := self.lines[tag].body)}
                self.undone.append((undone.tag, said, meant or {None}))

    def before(self, tag: str, name: str) -> set[str]:
        """All that was known of a field, step by step, to who wrote a line."""
        return led(self.had, tag, renamed(name), set())

    def knew(self, later: Held, line: Held, name: str, readable: Container[str]) -> bool:
        """Whether who wrote the one knew the other, or knew what it restates, for one who may read that.

        Where lines are lost for good, nobody can see any more what was known only by way of them.
        """
        first, second = (one.body.origin if one.body.origin in readable else one.tag for one in (later, line))
        before = led(self.saw, later.tag, renamed(name), self.lost) if self.lost else self.before(later.tag, name)
        return first != second and not before.isdisjoint({line.tag, second})

    def follows(self, later: Held, line: Held, name: str) -> bool:
        """It replaced a line, or what that line restates, or is another restatement of the same."""
        same = (later.body.origin or later.tag) == (line.body.origin or line.tag)
        return later is not line and (same or not self.before(later.tag, name).isdisjoint({line.tag, line.body.origin}))


def led(seen: Seen, tag: str, name: str, lost: set[str]) -> set[str]:
    known, todo = set[str](), [tag]
    while todo:
        fresh = seen[todo.pop(), name] - known
        known |= fresh
        todo += fresh - lost
    return known
