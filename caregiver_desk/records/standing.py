"""Who may be heard where: a pure function of the control statements a book holds.

Context. Rights change while bundles are on the road. If it mattered in which order news of them arrives, two books with
the same lines could disagree.

Decision. Statements are lines of a laptop's *control* stream: content-free, opaque ids and marks only. They ride in every
bundle and are weighed before anything else.

    enrolment   may/MARK: true          MARK = mark(laptop, scope): that laptop may write in that scope
    revocation  laptop; last/MARK: n    MARK = mark(laptop, scope, audience): its lines count up to n there, elsewhere none
    handover    of: record; to: MARK    MARK = mark(record, scope): where the record lives from now on
    erasure     of: record; ground
    sameness    one, other, same

A line counts when its laptop is not revoked at its number; when its key founded the scope, or is a coordinator's, or
is enrolled there by a coordinator or by the founder; and when the record was born in that scope or handed over to it.
A coordinator's revocations and erasures hold whatever is said about her later: two coordinators who lock each other out
are both out, and an erased word never returns. From anyone else an erasure only hides the record and asks.

Consequences. What does not count is kept, relayed, and counts again when the statements change. Marks let a stranger's
book carry these statements without learning which scopes exist.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from caregiver_desk import clock
from caregiver_desk.records.journal import Audience, Folded, Held, Scalar, Stream, fold


class Statement(StrEnum):
    """The kinds of a control stream."""

    ENROLMENT = "enrolment"
    REVOCATION = "revocation"
    HANDOVER = "handover"
    ERASURE = "erasure"
    SAMENESS = "sameness"


FIELDS: Mapping[str, frozenset[str]] = {
    Statement.ENROLMENT: frozenset({"may"}),
    Statement.REVOCATION: frozenset({"laptop", "last"}),
    Statement.HANDOVER: frozenset({"of", "to"}),
    Statement.ERASURE: frozenset({"of", "ground"}),
    Statement.SAMENESS: frozenset({"one", "other", "same"}),
}


def control_stream(laptop: str) -> Stream:
    return Stream(laptop, "", Audience.CONTROL)


@dataclass(frozen=True)
class Known:
    """What a book takes as given: the keys of coordinators, and which key speaks for which laptop."""

    coordinators: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)

    def is_coordinator(self, laptop: str) -> bool:
        return self.keys.get(laptop) in self.coordinators


@dataclass(frozen=True)
class Standing:
    """The statements of a book, weighed."""

    known: Known
    last: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # revoked laptop: stream mark: last number
    enrolments: Mapping[str, frozenset[str]] = field(default_factory=dict)  # mark(laptop, scope): by which laptops
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # record: marks it was handed to, newest first
    erased: frozenset[str] = frozenset()
    asked: Mapping[str, frozenset[tuple[str, int]]] = field(default_factory=dict)  # record: (laptop, number) asking

    def counts(self, stream: Stream, number: int, record: str) -> bool:
        """Whether this line may be heard about this record."""
        return (
            number <= self.limit(stream)
            and self.may_write(stream.laptop, stream.scope)
            and self.lived_in(record, stream.scope)
        )

    def limit(self, stream: Stream) -> float:
        """The last number of this stream that is heard."""
        if stream.laptop not in self.last:
            return float("inf")
        return self.last[stream.laptop].get(clock.mark(*stream), 0)

    def may_write(self, laptop: str, scope: str) -> bool:
        key = self.known.keys.get(laptop, "")
        return (
            key in self.known.coordinators
            or clock.founded(key, scope)
            or any(self._may_enrol(author, scope) for author in self.enrolments.get(clock.mark(laptop, scope), ()))
        )

    def _may_enrol(self, author: str, scope: str) -> bool:
        return self.known.is_coordinator(author) or clock.founded(self.known.keys.get(author, ""), scope)

    def lived_in(self, record: str, scope: str) -> bool:
        """Whether this record was born in this scope or was ever handed over to it."""
        return clock.born_in(record, scope) or clock.mark(record, scope) in self.homes.get(record, ())

    def lives_in(self, record: str, scope: str) -> bool:
        """Whether this record lives in this scope now."""
        homes = self.homes.get(record)
        return clock.mark(record, scope) == homes[0] if homes else clock.born_in(record, scope)

    def hidden(self, record: str, scope: str) -> bool:
        """Whether somebody who may write here, but may not erase, asked that this record be erased."""
        return any(self.may_write(laptop, scope) for laptop, _ in self.asked.get(record, ()))

    @cached_property
    def moved(self) -> frozenset[str]:
        return frozenset(self.homes)


def weigh(statements: Iterable[Held], known: Known) -> Standing:
    """The standing that these control lines make, whatever their order."""
    by_record: dict[str, list[Held]] = {}
    for held in statements:
        by_record.setdefault(held.line.record, []).append(held)
    records = list(by_record.values())
    revoked = _revocations(_of(records, Statement.REVOCATION), known)
    before = Standing(known, last=revoked)
    heard = [[held._replace(counts=held.number <= before.limit(held.stream)) for held in lines] for lines in records]
    erasures = _of(records, Statement.ERASURE)
    return Standing(
        known,
        last=revoked,
        enrolments=_enrolments(_of(heard, Statement.ENROLMENT)),
        homes=_homes(_of(heard, Statement.HANDOVER), known),
        erased=frozenset(
            _about(held) for lines in erasures for held in lines if known.is_coordinator(held.stream.laptop)
        ),
        asked=_asked(_of(heard, Statement.ERASURE), known),
    )


def _of(records: Iterable[list[Held]], kind: Statement) -> list[list[Held]]:
    return [lines for lines in records if lines[0].line.kind == kind]


def _about(held: Held) -> str:
    return str(held.line.fields.get("of", ""))


def _by_coordinators(lines: Sequence[Held], known: Known) -> Folded:
    return fold(held._replace(counts=held.counts and known.is_coordinator(held.stream.laptop)) for held in lines)


def _revocations(records: Iterable[list[Held]], known: Known) -> dict[str, dict[str, int]]:
    """Whatever is said about their authors: a coordinator's word locks out. Of two heights the smaller holds."""
    last: dict[str, dict[str, int]] = {}
    for lines in records:
        said = _by_coordinators([held._replace(counts=True) for held in lines], known)
        if said.gone or not said.values.get("laptop"):
            continue
        heights = last.setdefault(str(said.values["laptop"]), {})
        for name, heads in said.current.items():
            if name.startswith("last/"):
                lowest = min(int(head.line.fields[name] or 0) for head in heads)
                heights[name[5:]] = min(lowest, heights.get(name[5:], lowest))
    return last


def _enrolments(records: Iterable[list[Held]]) -> dict[str, frozenset[str]]:
    """For each mark, the laptops whose word says that it may write; whether they may say so is asked at use."""
    authors: dict[str, frozenset[str]] = {}
    for lines in records:
        for name, heads in fold(lines).current.items():
            if name.startswith("may/"):
                saying = {head.stream.laptop for head in heads if head.line.fields[name]}
                authors[name[4:]] = authors.get(name[4:], frozenset()) | saying
    return authors


def _homes(records: Iterable[list[Held]], known: Known) -> dict[str, tuple[str, ...]]:
    homes: dict[str, tuple[str, ...]] = {}
    for lines in records:
        said = _by_coordinators(lines, known)
        if not said.values.get("to"):
            continue
        ever = {
            str(h.line.fields["to"])
            for h in lines
            if h.counts and h.line.fields.get("to") and known.is_coordinator(h.stream.laptop)
        }
        newest: Scalar = said.values["to"]
        homes[str(said.values["of"])] = (str(newest), *sorted(ever - {newest}))
    return homes


def _asked(records: Iterable[list[Held]], known: Known) -> dict[str, frozenset[tuple[str, int]]]:
    asked: dict[str, frozenset[tuple[str, int]]] = {}
    for lines in records:
        for held in lines:
            if held.counts and not known.is_coordinator(held.stream.laptop):
                asked[_about(held)] = asked.get(_about(held), frozenset()) | {(held.stream.laptop, held.number)}
    return asked
