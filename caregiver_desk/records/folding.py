"""The fold: what the lines of one record say together. Pure; see `journal` for what it decides and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import inf

from caregiver_desk import clock
from caregiver_desk.records.journal import WITHDRAWN, Audience, Held, Names, Scalar

FIRST_RELEASE = 1_767_225_600  # 1 January 2026: an earlier clock is wrong
PLAUSIBLE_LEAD = 48 * 3600  # seconds by which a clock may run ahead of what came after it
ENOUGH = 2  # of two different restatements, one at least is not of the line in question
TRAVELS = frozenset({Audience.OPEN, Audience.TEAM, Audience.CONTACT, Audience.WORDS})  # at a hand-over


class Withdrawal(StrEnum):
    """Whether a record was withdrawn, and whether everybody had seen all of it."""

    NONE = ""
    GONE = "gone"
    WAITING = "withdrawn-waiting"
    EDITED = "withdrawn-but-edited"


@dataclass(frozen=True)
class Folded:
    """What a set of lines says of one record."""

    values: Mapping[str, Scalar]
    current: Mapping[str, tuple[Held, ...]]  # by field, the one displayed first
    conflicts: Mapping[str, tuple[Held, ...]]  # by field, the lines that are at odds
    withdrawal: Withdrawal
    late: bool  # something was written elsewhere by someone who did not know that the record had moved


def fold(
    lines: Iterable[Held],
    *,
    homes: Mapping[str, str] = {},
    scopes: Collection[str] = (),
    here: AbstractSet[str] = frozenset(),
) -> Folded:
    """What these lines say, whatever their order.

    `homes` are the scopes where these records live, and `scopes` those of which the reader reads anything at all.
    `here` are lines of others that once stood with these: a withdrawal that saw them does not wait for them.
    """
    web = Web(lines, scopes)
    current = {field: heads for field in web.fields if (heads := web.current(field))}
    return Folded(
        values={field: heads[0].line.fields[field] for field, heads in current.items()},
        current=current,
        conflicts={field: odds for field, heads in current.items() if (odds := web.at_odds(field, heads))},
        withdrawal=web.withdrawal(current, here),
        late=any(web.late(heads, field, homes) for field, heads in _said(current)),
    )


def _said(current: Mapping[str, Sequence[Held]]) -> Iterable[tuple[str, Sequence[Held]]]:
    """The current lines by field, but for withdrawals."""
    return ((field, heads) for field, heads in current.items() if field != WITHDRAWN)


def _is_past(line: Held, later: Mapping[str, Collection[str]]) -> bool:
    """Whether something that counts leads back to a line, or to what it restates without restating the same."""
    return bool(later.get(line.tag)) or any(each != line.restates for each in later.get(line.restates, ()))


def by_tag(lines: Iterable[Held]) -> dict[str, Held]:
    """Lines by their names. Of two with one name, since somebody copied another's text, the one that counts."""
    found: dict[str, Held] = {}
    for held in lines:
        known = found.get(held.tag)
        if known is None or _place(known) < _place(held):
            found[held.tag] = held
    return found


def _place(held: Held) -> tuple[object, ...]:
    return held.counts, held.stream, held.number


class Web:
    """The lines of one record, or of several that are of one, and the names by which they lead back to each other.

    Every question is answered by walks that pass each line a fixed number of times: a partner may send a chain of
    thousands of lines about one record, and nobody may have to wait for it.
    """

    def __init__(self, lines: Iterable[Held], scopes: Collection[str] = ()) -> None:
        self.held = by_tag(lines)
        self.fields = sorted({field for held in self.held.values() if held.counts for field in held.line.fields})
        self._scopes = scopes
        self._marks: dict[tuple[str, str], str] = {}

    # --- what leads back to what

    def mark(self, held: Held, scope: str | None = None) -> str:
        """The mark of a line's own scope, or of another, for this record."""
        ids = held.line.record, held.stream.scope if scope is None else scope
        if ids not in self._marks:
            self._marks[ids] = clock.mark(*ids)
        return self._marks[ids]

    def names(self, held: Held) -> Iterable[tuple[str, Names]]:
        """What a line names, by the mark of the scope it stands in."""
        if held.line.replaces:
            yield self.mark(held), held.line.replaces
        yield from held.line.elsewhere.items()

    def named(self, held: Held, field: str = "") -> Iterable[tuple[str, str]]:
        """The tags that a line names by a field (by any, if none is given), with the mark of their scope."""
        for mark, names in self.names(held):
            yield from ((tag, mark) for tag, fields in names.items() if not field or field in fields)

    def walk(self, lines: Iterable[Held], field: str) -> dict[str, str]:
        """Every tag that some lines lead back to by a field, with the mark of its scope."""
        found: dict[str, str] = {}
        trail = list(lines)
        while trail:
            for tag, mark in self.named(trail.pop(), field):
                if tag not in found:
                    found[tag] = mark
                    if tag in self.held:
                        trail.append(self.held[tag])
        return found

    def beside(self, tags: Collection[str], lines: Iterable[Held], field: str) -> list[Held]:
        """Those lines that are not among some, and to which they do not lead back."""
        past = self.walk([self.held[tag] for tag in tags if tag in self.held], field)
        return [line for line in lines if line.tag not in tags and line.tag not in past]

    # --- what is current

    def current(self, field: str) -> tuple[Held, ...]:
        """The lines whose value counts and was not replaced by one that counts, the one to display first."""
        heads = self.unreplaced(self.counted(field), field)
        return tuple(sorted(heads, key=self.display_order, reverse=True) if len(heads) > 1 else heads)

    def counted(self, field: str) -> list[Held]:
        """The lines that count and say something of a field."""
        return [held for held in self.held.values() if held.counts and field in held.line.fields]

    def unreplaced(self, lines: Collection[Held], field: str) -> list[Held]:
        """Those of some lines that no other of them replaces."""
        later = self._later(lines, field)
        return [line for line in lines if not _is_past(line, later)]

    def _later(self, lines: Iterable[Held], field: str) -> dict[str, set[str]]:
        """For each tag that lines lead back to, what these restate (empty for an opinion): two of them, if more."""
        later: dict[str, set[str]] = {}
        trail = [(line, line.restates) for line in lines]
        while trail:
            line, restated = trail.pop()
            for tag, _ in self.named(line, field):
                known = later.setdefault(tag, set())
                if restated not in known and len(known) < ENOUGH:
                    known.add(restated)
                    if tag in self.held:
                        trail.append((self.held[tag], restated))
        return later

    def display_order(self, held: Held) -> tuple[bool, int, str, int]:
        return self.is_plausible(held), held.line.at, held.stream.laptop, held.number

    def is_plausible(self, held: Held) -> bool:
        """Whether its clock is possible, and nobody with a possible clock who came after it contradicts it."""
        return FIRST_RELEASE <= held.line.at <= self._earliest_later.get(held.tag, inf) + PLAUSIBLE_LEAD

    @cached_property
    def _earliest_later(self) -> dict[str, int]:
        """For each tag, the earliest possible moment of all the lines that lead back to it by any field."""
        earliest: dict[str, int] = {}
        possible = (held for held in self.held.values() if held.line.at >= FIRST_RELEASE)
        for first in sorted(possible, key=lambda held: held.line.at):
            trail = [first]
            while trail:
                for tag, _ in self.named(trail.pop()):
                    if tag not in earliest:
                        earliest[tag] = first.line.at
                        if tag in self.held:
                            trail.append(self.held[tag])
        return earliest

    # --- what is at odds

    def at_odds(self, field: str, heads: Sequence[Held]) -> tuple[Held, ...]:
        """Those of the current lines that quarrel with another of them."""
        if len({head.value(field) for head in heads}) <= 1:
            return ()
        waiting = self._missing(heads, field)
        missing = {head.tag: self._missing([head], field) if waiting else waiting for head in heads}
        sorts = {self._sort(head, missing[head.tag], field): head for head in heads}
        quarrelling = {
            sort
            for sort, one in sorts.items()
            if any(self._quarrel(one, other, missing, field) for other in sorts.values())
        }
        return tuple(head for head in heads if self._sort(head, missing[head.tag], field) in quarrelling)

    def _sort(self, head: Held, missing: frozenset[str], field: str) -> tuple[object, ...]:
        """Heads of one sort quarrel with the same others."""
        return type(head.value(field)), head.value(field), missing, bool(head.restates) or head.stream.scope

    def _quarrel(self, one: Held, other: Held, missing: Mapping[str, frozenset[str]], field: str) -> bool:
        if one.value(field) == other.value(field):
            return False
        return not self._waits(missing[one.tag], other) and not self._waits(missing[other.tag], one)

    def _missing(self, lines: Iterable[Held], field: str) -> frozenset[str]:
        """The marks of scopes where something that lines lead back to has not arrived."""
        return frozenset(mark for tag, mark in self.walk(lines, field).items() if tag not in self.held)

    def _waits(self, missing: frozenset[str], on: Held) -> bool:
        """Whether what has not arrived may lead on to this line."""
        possible = ["", *self._scopes] if on.restates else [on.stream.scope]
        return bool(missing) and any(self.mark(on, scope) in missing for scope in possible)

    # --- withdrawals and moves

    def withdrawal(self, current: Mapping[str, Sequence[Held]], here: AbstractSet[str] = frozenset()) -> Withdrawal:
        """Gone, if all that is current was before the eyes of who withdrew it, and nobody wants it back."""
        wishes = current.get(WITHDRAWN, ())
        seen = {tag for wish in wishes for tag in str(wish.line.fields[WITHDRAWN] or "").split(",") if tag}
        if not seen:
            return Withdrawal.NONE
        kept = any(self.beside(seen, heads, field) for field, heads in _said(current))
        if not kept and all(wish.value(WITHDRAWN) for wish in wishes):
            return Withdrawal.GONE
        return Withdrawal.WAITING if seen - self.held.keys() - here else Withdrawal.EDITED

    def late(self, heads: Iterable[Held], field: str, homes: Mapping[str, str]) -> bool:
        """Whether one of these was written elsewhere, and nothing at home leads back to it."""
        elsewhere = [
            head
            for head in heads
            if head.stream.scope != homes.get(head.line.record)
            and head.stream.audience in TRAVELS
            and not head.restates
        ]
        if not elsewhere:
            return False
        there = {tag: held for tag, held in self.held.items() if held.stream.scope == homes.get(held.line.record)}
        moved = {held.line.record for held in there.values()}
        return bool(self.beside(there, [head for head in elsewhere if head.line.record in moved], field))

    # --- what a writer names

    def before_eyes(self, heads: Iterable[Held], field: str) -> dict[str, str]:
        """Of these lines, their restatements and all that they lead back to: the topmost of each scope alone.

        Tags with the mark of their scope. Naming only what is current in the writer's whole view would leave out a
        line of one scope that a line of another replaced, and show its readers a quarrel that never was.
        """
        known = self._heard_of(heads, field)
        restated = [held for held in self.counted(field) if held.restates in known]
        known |= self._heard_of(restated, field)
        below = {
            tag
            for each, mark in known.items()
            if each in self.held
            for place, names in self.names(self.held[each])
            if place == mark
            for tag, fields in names.items()
            if field in fields
        }
        return {tag: mark for tag, mark in known.items() if tag not in below}

    def _heard_of(self, lines: Iterable[Held], field: str) -> dict[str, str]:
        heard = {line.tag: line for line in lines}
        return {tag: self.mark(line) for tag, line in heard.items()} | self.walk(heard.values(), field)

    def topmost(self, field: str) -> set[str]:
        """What a withdrawal has seen of a field: the lines that count and that no other of their scope names."""
        counted = self.counted(field)
        below = {
            (other.stream.scope, tag)
            for other in counted
            for _, names in self.names(other)
            for tag, fields in names.items()
            if field in fields
        }
        return {line.tag for line in counted if (line.stream.scope, line.tag) not in below}
