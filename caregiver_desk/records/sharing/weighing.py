"""Weighing: from the control statements that a book holds to who may be heard where, whatever their order.

What a statement is, and what follows from it, stands in `standing`. Lock-outs and erasures of coordinators are weighed
first, for they hold whatever is said about whoever said them; then each statement counts as far as its author is heard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from caregiver_desk import clock
from caregiver_desk.records.folding import Folded, fold
from caregiver_desk.records.journal import Held
from caregiver_desk.records.sharing.standing import Ends, Known, Standing, Statement, ends_said, is_said, last_said


def ends_at_lock_outs(statements: Iterable[Held], known: Known) -> Ends:
    """What coordinators named when they locked others out: it holds whatever is said about them, like all lock-outs."""
    found = {mark: frozenset({end}) for ends in known.ended.values() for mark, end in ends.items() if end[1]}
    for subject, lines in _by_subject(known.heard(statements))[Statement.REVOCATION].items():
        for mark, ends in ends_said(fold(_of_coordinators(subject, lines, known))).items():
            found[mark] = found.get(mark, frozenset()) | ends
    return found


def weigh(statements: Sequence[Held], known: Known) -> Standing:
    """The standing that these control lines make, whatever their order."""
    said = _by_subject(known.heard(statements))
    last = {
        subject: heights
        for subject, lines in said[Statement.REVOCATION].items()
        if (heights := _heights(subject, lines, known)) is not None
    }
    for key, ends in known.ended.items():
        named, locked_out = {mark: end for mark, (end, _) in ends.items()}, last.get(clock.mark(key))
        last[clock.mark(key)] = named if locked_out is None else _lesser(named, locked_out)
    return _weighed(said, Standing(known, last, ends_at_lock_outs(statements, known)))


def weigh_on(standing: Standing, known: Known, statements: Iterable[Held]) -> Standing:
    """What a standing becomes when more is said; these are all statements there are about what was spoken of anew.

    It is the same as weighing all of them, where none is a lock-out and `known` knows at most more laptops, which had
    said nothing before.
    """
    said = _by_subject(known.heard(statements))
    moves, erasures = said[Statement.HANDOVER].keys(), said[Statement.ERASURE].keys()
    anew = _weighed(said, Standing(known, standing.last, standing.ends))
    return replace(
        anew,
        enrolments={**standing.enrolments, **anew.enrolments},
        homes={**{record: each for record, each in standing.homes.items() if record not in moves}, **anew.homes},
        disputed=standing.disputed.difference(moves) | anew.disputed,
        erased=standing.erased.difference(erasures) | anew.erased,
        asked={**standing.asked, **anew.asked},
        sameness={**standing.sameness, **anew.sameness},
    )


def _weighed(said: Mapping[str, Mapping[str, Sequence[Held]]], before: Standing) -> Standing:
    """What follows for each subject, with the lock-outs that were weighed before."""
    known = before.known
    heard = {kind: {each: _heard(lines, before) for each, lines in about.items()} for kind, about in said.items()}
    moves = {record: _by(lines, known.is_coordinator) for record, lines in heard[Statement.HANDOVER].items()}
    moved = {record: fold(lines) for record, lines in moves.items()}
    return replace(
        before,
        enrolments=heard[Statement.ENROLMENT],
        homes={record: _marks(moves[record], folded) for record, folded in moved.items() if "to" in folded.current},
        disputed=frozenset(record for record, folded in moved.items() if _places(folded) > 1),
        erased=frozenset(each for each, lines in said[Statement.ERASURE].items() if _erases(lines, known)),
        asked=heard[Statement.ERASURE],
        sameness=heard[Statement.SAMENESS],
    )


def _by_subject(statements: Iterable[Held]) -> dict[str, dict[str, list[Held]]]:
    said: dict[str, dict[str, list[Held]]] = {kind: {} for kind in Statement}
    for held in statements:
        kind, _, subject = held.line.record.partition("/")
        if kind == held.line.kind and kind in said:
            said[kind].setdefault(subject, []).append(held)
    return said


def _heard(lines: Iterable[Held], before: Standing) -> list[Held]:
    return [held._replace(counts=held.counts and held.number <= before.limit(held.stream)) for held in lines]


def _by(lines: Iterable[Held], entitled: Callable[[str], bool]) -> list[Held]:
    return [held._replace(counts=held.counts and entitled(held.stream.laptop)) for held in lines]


def _erases(lines: Iterable[Held], known: Known) -> bool:
    """Whether a coordinator ever gave a ground; to decline somebody's request is not to erase."""
    return any("ground" in held.line.fields and known.is_coordinator(held.stream.laptop) for held in lines)


def _heights(subject: str, lines: Sequence[Held], known: Known) -> dict[str, int] | None:
    """The last numbers heard of a revoked key, of two the smaller; None where it is not revoked.

    Counts from any coordinator, whatever is said about her, but from nobody about her own key.
    """
    said = _of_coordinators(subject, lines, known)
    return last_said(fold(said), min) if is_said(said) else None


def _of_coordinators(subject: str, lines: Sequence[Held], known: Known) -> list[Held]:
    """What they say of a key that is not their own, whatever is said of them."""
    others = [held for held in lines if clock.mark(known.key(held.stream.laptop)) != subject]
    return _by([held._replace(counts=True) for held in others], known.is_coordinator)


def _lesser(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    """What counts by both: a stream that either does not list counts for nothing."""
    return {mark: min(one[mark], other[mark]) for mark in one.keys() & other.keys()}


def _places(folded: Folded) -> int:
    return len({head.line.fields["to"] for head in folded.current.get("to", ())})


def _marks(lines: Iterable[Held], folded: Folded) -> tuple[str, ...]:
    """Where a record was ever handed to, the place that holds first."""
    newest = str(folded.values["to"])
    ever = {str(held.line.fields["to"]) for held in lines if held.counts and "to" in held.line.fields}
    return newest, *sorted(ever - {newest})
