"""What really happened, told by one who looked over every shoulder: no book knows this, and no fold works it out.

Of each line it is noted what its writer had before her eyes and replaced by it. From this alone follows who knew what:
whatever led to a line, step by step of having been seen, was known to who wrote it. A restatement at a hand-over is
nobody's opinion, so it counts as the very line that it restates.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product

from line import Held, Line, renamed


@dataclass
class Truth:
    lines: dict[str, Line] = field(default_factory=dict)  # all that was ever saved, by tag
    saw: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))  # by tag and field
    origins: dict[str, str] = field(default_factory=dict)
    handed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))  # what was seen, by hand-over
    lost: set[str] = field(default_factory=set)  # tags that are in no book any more, since an older backup took its place

    def note(self, written: list[Line], seen: dict[str, list[Held]]) -> None:
        for line in written:
            self.lines[line.tag] = line
            if line.body and line.body.origin:
                self.origins[line.tag] = line.body.origin
            for name, lines in seen.items():
                self.saw[line.tag, renamed(name)] |= {held.tag for held in lines}

    def repeat(self, written: list[Line], first: list[Held]) -> None:
        """A withdrawal that is said again means what was seen the first time."""
        for line, (tag, name) in product(written, list(self.saw)):
            if name != "withdrawn" and tag in {held.tag for held in first}:
                self.saw[line.tag, name] |= self.saw[tag, name]

    def root(self, tag: str) -> str:
        return self.origins.get(tag, tag)

    def before(self, tag: str, name: str) -> set[str]:
        """All that was known of a field, step by step, to who first said this."""
        known, todo = set[str](), [self.root(tag)]
        while todo:
            fresh = {self.root(seen) for seen in self.saw[todo.pop(), renamed(name)]} - known
            known |= fresh
            todo += fresh - self.lost
        return known

    def knew(self, later: str, tag: str, name: str) -> bool:
        return self.root(tag) in self.before(later, name)

    def follows(self, later: str, tag: str, name: str) -> bool:
        """It replaced a line, or restates what that line says."""
        return later != tag and (self.root(later) == self.root(tag) or self.knew(later, tag, name))
