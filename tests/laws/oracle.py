"""The journal as it is meant, in plain Python: no disk, no cipher, no haste.

Context. Two books agree when what they say depends on the lines they hold and on nothing else. The real book is
encrypted, incremental and fast, and so it is hard to see in it that this is so.

Decision. Here the meaning stands once more, short and slow, written without looking at the real one. First who may say
what, statements before lines; then, field by field, what leads back to what. Nothing else replaces, and no clock.

Consequence. Laws are tried on thousands of worlds, and the real book is right when it says the same as this one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from itertools import combinations
from math import inf
from typing import Any

from line import PRIVATE, TRAVELLING, Held, Line, Reads, Scalar, Stream, age, commits, key_of, mark

FIRST_DAY, TWO_DAYS = 1_767_225_600, 172_800  # 1 January 2026


class View:
    """What lines say to a program of one version that may read some of them: a pure function of these."""

    def __init__(
        self,
        lines: Iterable[Line],
        anchors: frozenset[str],
        reads: Reads,
        version: int,
        aside: frozenset[str],
        keys: Iterable[str] = (),
    ) -> None:
        self.anchors, self.scopes, self.aside = anchors, sorted(reads.scopes), aside
        self.held: dict[str, Held] = {}
        self.about: dict[str, list[Held]] = defaultdict(list)
        self.forked: dict[Stream, int] = {}
        self.beside: dict[str, set[str]] = defaultdict(
            set
        )  # records of which anybody ever said whether they are of one
        self.objection, self.trail, self.current = cache(self.judge), cache(self.walk), cache(self.look)
        self.vouched, self.ahead = cache(self.vouch), dict[str, str]()
        self.of_one, self.home = cache(self.together), cache(self.place)
        seen: dict[object, str] = {}
        for line in filter(lambda line: reads.may(line.stream), lines):
            if seen.setdefault(line.place, line.digest) != line.digest:
                self.forked[line.stream] = min(line.number, self.forked.get(line.stream, line.number))
            self.ahead[line.tag] = line.ahead[: len(line.tag)]
            if line.body and line.body.version <= version:
                self.held[line.tag] = Held(line.tag, line.stream, line.number, line.body.upcast(version))
        self.laptops = {*(f"~{key}" for key in keys), *(held.stream.laptop for held in self.held.values())}
        for held in self.held.values():
            self.about[held.body.record].append(held)
            kind, _, one = held.body.record.partition("/")
            for other in (name.partition("/")[2] for name in held.body.fields if kind == "sameness"):
                self.beside[one].add(other)
                self.beside[other].add(one)

    # --- which lines count

    def judge(self, line: Held) -> str:
        """Why a line does not count; nothing if it does."""
        scope, record = line.stream.scope, line.body.record
        if not scope:
            return "" if self.entitled(line) else "no right to say so"
        if not self.accepted(line):
            return "forked or revoked"
        if line.tag in self.aside:
            return "set aside"
        if line.number > self.heard_to(line.stream, scope):
            return "not enrolled"
        return "" if commits(record, scope) or mark(record, scope) in self.moves(record) else "not its place"

    def entitled(self, line: Held) -> bool:
        """Of a statement. A revocation stands whatever is said of its author, but nobody speaks on her own."""
        laptop, (kind, _, subject) = line.stream.laptop, line.body.record.partition("/")
        coordinator = key_of(laptop) in self.anchors
        if kind == "revocation":
            return coordinator and subject != mark(key_of(laptop))
        if kind == "sameness":
            return self.accepted(line)  # who may speak of which two is asked of each two
        if kind == "erasure":
            return coordinator or (
                self.accepted(line) and line.number <= self.heard_to(line.stream, self.home(subject))
            )
        if kind == "enrolment" and subject in {
            self.enrolment(laptop, scope).partition("/")[2] for scope in self.scopes
        }:
            return False
        return self.accepted(line) and (coordinator or (kind == "enrolment" and self.offers(line)))

    def accepted(self, line: Held) -> bool:
        alone = line.number < self.forked.get(line.stream, inf) or line.tag in self.vouched(line.stream)
        return alone and line.number <= self.last_accepted(line.stream)

    def vouch(self, stream: Stream) -> set[str]:
        """Of a forked stream, what leads to a line that was named by who locked its author out or ended her time."""
        statements, at = [self.revocation(stream)], f"at/{mark(*stream)}"
        statements += [self.enrolment(stream.laptop, stream.scope)] if stream.scope else []
        found, todo = set[str](), [str(line.body.fields[at]) for each in statements for line in self.current(each, at)]
        while todo:
            tag = todo.pop()
            todo += [self.ahead[tag]] if tag in self.ahead and tag not in found else []
            found.add(tag)
        return found

    def last_accepted(self, stream: Stream) -> float:
        revocation, height = self.revocation(stream), f"last/{mark(*stream)}"
        heights = [int(line.body.fields[height] or 0) for line in self.current(revocation, height)]
        return min(heights, default=inf if stream.audience in PRIVATE else 0) if self.stands(revocation) else inf

    def revocation(self, stream: Stream) -> str:
        """Of a key, whatever ids it goes by."""
        return f"revocation/{mark(key_of(stream.laptop))}"

    def may_write(self, laptop: str, scope: str) -> bool:
        return self.heard_to(Stream(laptop, scope, "anything that is still to be written"), scope) == inf

    def heard_to(self, stream: Stream, scope: str) -> float:
        """The last number of a stream for which its author had the right to write in a scope."""
        if key_of(stream.laptop) in self.anchors:
            return inf
        enrolment, height = self.enrolment(stream.laptop, scope), f"last/{mark(*stream)}"
        said = [line.body.fields["may"] for line in self.current(enrolment, "may")]
        if (True in said and self.stands(enrolment)) or (not said and commits(scope, key_of(stream.laptop))):
            return inf
        heights = [int(line.body.fields[height] or 0) for line in self.current(enrolment, height)]
        return max(heights, default=inf if stream.audience in PRIVATE else 0) if said else 0

    def until(self, laptop: str, scope: str) -> str:
        """From which day she is to write there no longer; nothing where that is for good."""
        if key_of(laptop) in self.anchors or not self.may_write(laptop, scope):
            return ""
        said = [line.body.fields for line in self.current(self.enrolment(laptop, scope), "may")]
        days = [str(fields.get("until", "")) for fields in said if fields["may"]]
        return max(days, default="") if all(days) else ""

    def enrolment(self, laptop: str, scope: str) -> str:
        """Of a key, whatever ids it goes by."""
        return f"enrolment/{mark(key_of(laptop), scope)}"

    def stands(self, statement: str) -> bool:
        said = any(not self.objection(line) for line in self.about[statement])
        return said and self.withdrawal(statement) != "gone"

    def offers(self, said: Held) -> bool:
        """Whether an enrolment is for a scope that its author founded, and was said while that was hers."""
        founded = [scope for scope in self.scopes if commits(scope, key_of(said.stream.laptop))]
        meant = [s for s in founded if said.body.record in {self.enrolment(one, s) for one in self.laptops}]
        return any(said.number <= self.heard_to(said.stream, scope) for scope in meant)

    def moves(self, record: str) -> set[Scalar]:
        return {line.body.fields.get("to") for line in self.about[f"handover/{record}"] if not self.objection(line)}

    def place(self, record: str) -> str:
        """The scope where a record lives, as far as this reader can tell."""
        moves = self.current(f"handover/{record}", "to")
        to = self.displayed(moves).body.fields["to"] if moves else ""
        return next((s for s in self.scopes if (mark(record, s) == to if to else commits(record, s))), "elsewhere")

    # --- what is of one

    def together(self, record: str) -> frozenset[str]:
        """All that are of one with a record: reached two by two, where of no two of them anybody says otherwise."""
        found, todo = {record}, [record]
        while todo:
            here = todo.pop()
            fresh = [each for each in self.beside.get(here, set()) - found if self.word(here, each) == {True}]
            found.update(fresh)
            todo += fresh
        doubt = any(self.word(*two) not in ({True}, set()) for two in combinations(found, 2))
        return frozenset({record} if doubt else (found - self.erased()) | {record})

    def word(self, one: str, other: str) -> set[Scalar]:
        """What those who may speak of both say of two records now: that they are of one, that they are not, or open."""
        first, second = sorted((one, other), key=age)
        name, statement = f"same/{second}", f"sameness/{first}"
        said = [line for line in self.counted(statement, name) if self.knows(line, one) and self.knows(line, other)]
        last = (line for line in said if not any(self.replaces(later, line, name) for later in said))
        return {line.body.fields[name] for line in last}

    def knows(self, said: Held, record: str) -> bool:
        """Whether who says something may write where this record lives, or is a coordinator."""
        return said.number <= self.heard_to(said.stream, self.home(record))

    def erased(self) -> set[str]:
        asked = (line for line in self.held.values() if line.body.kind == "erasure")
        return {line.body.record.partition("/")[2] for line in asked if key_of(line.stream.laptop) in self.anchors}

    def face(self, record: str) -> str:
        """The one of these under which all are shown: the oldest of those that live where this reader reads."""
        return min(self.of_one(record), key=self.precedence)

    def precedence(self, record: str) -> tuple[bool, int]:
        return self.home(record) == "elsewhere", age(record)

    def lines_of(self, record: str) -> list[Held]:
        """About a record, and about all that are of one with it."""
        if "/" in record or len(self.of_one(record)) == 1:
            return self.about[record]
        return [line for each in sorted(self.of_one(record)) for line in self.about[each]]

    # --- what is current

    def walk(self, line: Held, name: str) -> dict[str, str]:
        """Every tag that a line leads back to by a field (by any: *), with the mark of the scope it stands in."""
        found, todo = dict[str, str](), [line]
        while todo:
            steps = todo.pop().named(name)
            todo += [self.held[tag] for tag in steps if tag in self.held and tag not in found]
            found |= steps
        return found

    def counted(self, record: str, name: str) -> list[Held]:
        return [line for line in self.lines_of(record) if name in line.body.fields and not self.objection(line)]

    def alone(self, record: str, name: str) -> list[Held]:
        """The same as if it stood alone, whatever is said of it and others."""
        own = [line for line in self.counted(record, name) if line.body.record == record]
        return [line for line in own if not any(self.replaces(later, line, name) for later in own)]

    def look(self, record: str, name: str) -> list[Held]:
        """The lines whose value of a field has not been replaced by one that counts."""
        counted = self.counted(record, name)
        return [line for line in counted if not any(self.replaces(later, line, name) for later in counted)]

    def replaces(self, later: Held, line: Held, name: str) -> bool:
        """A restatement is nobody's opinion: it goes with the line that it restates."""
        past, origin = self.trail(later, name), line.body.origin
        return line.tag in past or (origin in past and origin != later.body.origin)

    def displayed(self, lines: list[Held]) -> Held:
        return max(lines, key=self.order)

    def order(self, line: Held) -> tuple[object, ...]:
        """The last of several is the one to show."""
        return self.plausible(line), line.body.at, line.stream.laptop, line.number

    def plausible(self, line: Held) -> bool:
        """A clock that nobody contradicts who came later, and who has a possible clock herself."""
        later = (other.body.at for other in self.lines_of(line.body.record) if line.tag in self.trail(other, "*"))
        return line.body.at >= FIRST_DAY and not any(FIRST_DAY <= at < line.body.at - TWO_DAYS for at in later)

    def quarrel(self, one: Held, other: Held, name: str) -> bool:
        different = one.value(name) != other.value(name)
        return different and not self.waits(one, other, name) and not self.waits(other, one, name)

    def waits(self, line: Held, on: Held, name: str) -> bool:
        """Something that a line leads back to has not arrived and may lead on to the other one."""
        scopes = ["", *self.scopes] if on.body.origin else [on.stream.scope]
        marks = {mark(on.body.record, scope) for scope in scopes}
        return any(m in marks and tag not in self.held for tag, m in self.trail(line, name).items())

    # --- what is said

    def fields(self, record: str) -> list[str]:
        counted = (line for line in self.lines_of(record) if not self.objection(line))
        return sorted({name for line in counted for name in line.body.fields} - {"withdrawn"})

    def withdrawal(self, record: str) -> str:
        """A record is gone if all that is current was before the eyes of who withdrew it, and nobody wants it back."""
        wishes = self.current(record, "withdrawn")
        seen = {tag for wish in wishes for tag in str(wish.body.fields["withdrawn"] or "").split(",") if tag}
        if not seen:
            return ""
        kept = ((line, name) for name in self.fields(record) for line in self.current(record, name))
        if all(self.led(seen, *one) for one in kept) and all(wish.value("withdrawn") for wish in wishes):
            return "gone"
        return "withdrawn, waiting" if seen - self.held.keys() else "withdrawn but edited"

    def led(self, tags: set[str], line: Held, name: str) -> bool:
        """Whether a line is among some, or they lead back to it."""
        return line.tag in tags.union(*(self.trail(self.held[tag], name) for tag in tags & self.held.keys()))

    def late(self, line: Held, name: str) -> bool:
        """Written elsewhere, by someone who did not know that the record had moved."""
        record, scope, audience = line.body.record, line.stream.scope, line.stream.audience
        at_home = [other for other in self.lines_of(record) if other.stream.scope == self.home(other.body.record)]
        there, own = {other.tag for other in at_home}, any(other.body.record == record for other in at_home)
        moved = own and scope != self.home(record) and audience in TRAVELLING and not line.body.origin
        return moved and not self.led(there, line, name)

    def shows(self, record: str) -> bool:
        """Withdrawn is gone; what somebody asked to erase without the right is hidden."""
        return bool(self.fields(record)) and not self.hidden(record) and self.withdrawal(record) != "gone"

    def hidden(self, record: str) -> bool:
        asked = (line for each in self.of_one(record) for line in self.about[f"erasure/{each}"])
        return any(not self.objection(line) for line in asked)

    def row(self, record: str) -> dict[str, Any]:
        lines = {name: self.current(record, name) for name in self.fields(record)}
        late = any(self.late(line, name) for name, current in lines.items() for line in current)
        disputed = any(self.disputed(each) for each in self.of_one(record))
        findings = [self.withdrawal(record), "written after hand-over" * late, "hand-over disputed" * disputed]
        fields = {name: self.shown(record, name) for name in lines}
        return {"home": self.home(record), "fields": fields, "findings": [finding for finding in findings if finding]}

    def disputed(self, record: str) -> bool:
        return len({line.body.fields["to"] for line in self.current(f"handover/{record}", "to")}) > 1

    def shown(self, record: str, name: str) -> dict[str, Any]:
        """The value to show, those it is at odds with, and those of which nobody can tell yet."""
        lines = self.current(record, name)
        pairs = [pair for pair in combinations(lines, 2) if self.quarrel(*pair, name)]
        value, at_odds = self.displayed(lines).value(name), {line.value(name) for pair in pairs for line in pair}
        unsure = {line.value(name) for line in lines} - at_odds - {value}
        return {"value": value, "quarrel": sorted(at_odds, key=str), "waiting": sorted(unsure, key=str)}

    def records(self) -> list[str]:
        faces = dict.fromkeys(self.face(record) for record in [*self.about] if "/" not in record)
        return [record for record in faces if self.fields(record)]

    def state(self) -> dict[str, Any]:
        shown = {record: self.row(record) for record in self.records() if self.shows(record)}
        return shown | {record: {"findings": ["asked to erase"]} for record in self.records() if self.hidden(record)}
