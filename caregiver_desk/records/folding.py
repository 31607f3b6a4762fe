"""The fold: what the lines of one record say together. Pure; see `journal` for what it decides and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from caregiver_desk import clock
from caregiver_desk.records.journal import WITHDRAWN, Audience, Held, Names, Scalar

FIRST_RELEASE = 1_767_225_600  # 1 January 2026: an earlier clock is wrong
PLAUSIBLE_LEAD = 48 * 3600  # seconds by which a clock may run ahead of what came after it
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


def fold(lines: Iterable[Held], *, home: str = "", scopes: Collection[str] = ()) -> Folded:
    """What these lines say, whatever their order.

    `home` is the scope where the record lives, and `scopes` are those of which the reader reads anything at all.
    """
    web = Web(lines, scopes)
    current = {field: heads for field in web.fields if (heads := web.current(field))}
    return Folded(
        values={field: heads[0].line.fields[field] for field, heads in current.items()},
        current=current,
        conflicts={field: odds for field, heads in current.items() if (odds := web.at_odds(field, heads))},
        withdrawal=web.withdrawal(current),
        late=any(web.is_late(head, field, home) for field, head in _said(current)),
    )


def _said(current: Mapping[str, Sequence[Held]]) -> Iterable[tuple[str, Held]]:
    """Every current line by field, but for withdrawals."""
    return ((field, head) for field, heads in current.items() if field != WITHDRAWN for head in heads)


class Web:
    """The lines of one record and the names by which they lead back to each other."""

    def __init__(self, lines: Iterable[Held], scopes: Collection[str] = ()) -> None:
        self.held = {held.tag: held for held in lines}
        self.fields = sorted({field for held in self.held.values() for field in held.line.fields})
        self._scopes = scopes
        self._marks: dict[str, str] = {}
        self._trails: dict[tuple[str, str], dict[str, str]] = {}

    # --- what leads back to what

    def mark(self, held: Held, scope: str | None = None) -> str:
        """The mark of a line's own scope, or of another, for this record."""
        named = held.stream.scope if scope is None else scope
        if named not in self._marks:
            self._marks[named] = clock.mark(held.line.record, named)
        return self._marks[named]

    def names(self, held: Held) -> Iterable[tuple[str, Names]]:
        """What a line names, by the mark of the scope it stands in."""
        if held.line.replaces:
            yield self.mark(held), held.line.replaces
        yield from held.line.elsewhere.items()

    def trail(self, held: Held, field: str = "") -> Mapping[str, str]:
        """Every tag that a line leads back to by a field (by any, if none is given), with the mark of its scope."""
        known = self._trails.get((held.tag, field))
        if known is None:
            known = self._trails[held.tag, field] = self._walk(held, field)
        return known

    def _walk(self, held: Held, field: str) -> dict[str, str]:
        found: dict[str, str] = {}
        trail = [held]
        while trail:
            for mark, names in self.names(trail.pop()):
                for tag, fields in names.items():
                    if tag not in found and (not field or field in fields):
                        found[tag] = mark
                        if tag in self.held:
                            trail.append(self.held[tag])
        return found

    def leads_to(self, tags: Collection[str], line: Held, field: str) -> bool:
        """Whether a line is among some, or they lead back to it."""
        return line.tag in tags or any(
            line.tag in self.trail(self.held[tag], field) for tag in tags if tag in self.held
        )

    # --- what is current

    def current(self, field: str) -> tuple[Held, ...]:
        """The lines whose value counts and was not replaced by one that counts, the one to display first."""
        counted = self.counted(field)
        heads = [line for line in counted if not any(self.replaces(later, line, field) for later in counted)]
        return tuple(sorted(heads, key=self.display_order, reverse=True))

    def counted(self, field: str) -> list[Held]:
        """The lines that count and say something of a field."""
        return [held for held in self.held.values() if held.counts and field in held.line.fields]

    def replaces(self, later: Held, line: Held, field: str) -> bool:
        past = self.trail(later, field)
        return line.tag in past or (line.restates in past and line.restates != later.restates)

    def display_order(self, held: Held) -> tuple[bool, int, str, int]:
        return self.is_plausible(held), held.line.at, held.stream.laptop, held.number

    def is_plausible(self, held: Held) -> bool:
        """Whether its clock is possible, and nobody with a possible clock who came after it contradicts it."""
        later = (other.line.at for other in self.held.values() if held.tag in self.trail(other))
        return held.line.at >= FIRST_RELEASE and not any(
            FIRST_RELEASE <= at < held.line.at - PLAUSIBLE_LEAD for at in later
        )

    # --- what is at odds

    def at_odds(self, field: str, heads: Sequence[Held]) -> tuple[Held, ...]:
        """Those of the current lines that quarrel with another of them."""
        pairs = [pair for pair in combinations(heads, 2) if self._quarrel(*pair, field)]
        quarrelling = {held.tag for pair in pairs for held in pair}
        return tuple(head for head in heads if head.tag in quarrelling)

    def _quarrel(self, one: Held, other: Held, field: str) -> bool:
        if one.value(field) == other.value(field):
            return False
        return not self._waits(one, other, field) and not self._waits(other, one, field)

    def _waits(self, line: Held, on: Held, field: str) -> bool:
        """Whether something that a line leads back to has not arrived, and may lead on to the other one."""
        missing = {mark for tag, mark in self.trail(line, field).items() if tag not in self.held}
        if not missing:
            return False
        possible = ["", *self._scopes] if on.restates else [on.stream.scope]
        return any(self.mark(on, scope) in missing for scope in possible)

    # --- withdrawals and moves

    def withdrawal(self, current: Mapping[str, Sequence[Held]]) -> Withdrawal:
        """Gone, if all that is current was before the eyes of who withdrew it, and nobody wants it back."""
        wishes = current.get(WITHDRAWN, ())
        seen = {tag for wish in wishes for tag in str(wish.line.fields[WITHDRAWN] or "").split(",") if tag}
        if not seen:
            return Withdrawal.NONE
        kept = any(not self.leads_to(seen, head, field) for field, head in _said(current))
        if not kept and all(wish.value(WITHDRAWN) for wish in wishes):
            return Withdrawal.GONE
        return Withdrawal.WAITING if seen - self.held.keys() else Withdrawal.EDITED

    def is_late(self, line: Held, field: str, home: str) -> bool:
        there = {held.tag for held in self.held.values() if held.stream.scope == home}
        elsewhere = bool(there) and line.stream.scope != home and line.stream.audience in TRAVELS
        return elsewhere and not line.restates and not self.leads_to(there, line, field)

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
        known: dict[str, str] = {}
        for line in lines:
            known |= {line.tag: self.mark(line), **self.trail(line, field)}
        return known

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
