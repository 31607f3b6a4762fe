"""Which records are of one person or household: a pure function of the control statements a book holds.

Context. One caregiver is entered on two laptops, under two spellings. Whoever finds that out must be able to say so,
to be contradicted, and to take it back; and what either laptop wrote, before or after, must not be lost.

Decision. Nothing is copied from one record into the other. Records of which it is said that they are the same are
folded as one: the lines of all of them together. What only one of them says shows, what they say differently is a
conflict like any other, and what names one of them is read as naming the one that is shown. That is the smallest id
which lives in a scope of this book. A statement counts from a coordinator, and from who may write where both live.

    sameness/RECORD    same/OTHER: true    both are of one; the smaller id is the subject
                       same/OTHER: false   they are not, and nobody need ask again
                       same/OTHER: null    nobody knows

Consequences. Taking it back parts them as they were. Where two people said different things, or where a chain of *same*
would join two of whom somebody said anything else, nothing is joined until that is settled.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.folding import fold
from caregiver_desk.records.journal import Held, Scalar
from caregiver_desk.records.sharing.standing import Standing

SAME = "same/"  # and the other's id: the field of a statement


class Pair(NamedTuple):
    """Two records, the smaller id first."""

    one: str
    other: str


class Verdict(StrEnum):
    SAME = "same"
    NOT_SAME = "not the same"
    AT_ODDS = "at odds"


class Joined(NamedTuple):
    """What is said of pairs of records, and which of them stand together, the one that is shown first."""

    verdicts: Mapping[Pair, Verdict] = {}
    together: Mapping[str, tuple[str, ...]] = {}
    spoken: Mapping[str, frozenset[str]] = {}  # with which others it was ever said to be one, heard or not

    def shown(self, record: str) -> str:
        """The record under which this one is shown: itself, where it stands alone."""
        return self.together[record][0] if record in self.together else record

    def all_of(self, record: str) -> tuple[str, ...]:
        """Every record that stands with this one."""
        return self.together.get(record, (record,))

    def verdict(self, one: str, other: str) -> Verdict | None:
        return self.verdicts.get(pair(one, other))


def pair(one: str, other: str) -> Pair:
    return Pair(min(one, other), max(one, other))


def joined(standing: Standing, scopes: Collection[str]) -> Joined:
    """What stands together by these statements, for a reader of these scopes."""
    if not standing.sameness:
        return Joined()
    spoken = _spoken_of(standing)
    verdicts = dict(_verdicts(standing, scopes))
    groups = _groups(each for each, verdict in verdicts.items() if verdict == Verdict.SAME)
    within: dict[int, list[Pair]] = {}
    for two in verdicts:
        if (group := groups.get(two.one)) is not None and group is groups.get(two.other):
            within.setdefault(id(group), []).append(two)
    for inside in within.values():
        if any(verdicts[two] != Verdict.SAME for two in inside):
            groups[inside[0].one].clear()
            verdicts |= dict.fromkeys(inside, Verdict.AT_ODDS)
    apart = {id(group): group for group in groups.values()}.values()
    stand = [_shown_first(standing, scopes, group - standing.erased) for group in apart]
    return Joined(verdicts, {record: group for group in stand if len(group) > 1 for record in group}, spoken)


def _spoken_of(standing: Standing) -> dict[str, frozenset[str]]:
    """Of each record, those that may once have stood with it: a withdrawal of one had seen lines of all of them."""
    groups = _groups(Pair(one, other) for one, lines in standing.sameness.items() for other in _others(lines))
    return {record: frozenset(group) - {record} for record, group in groups.items()}


def _verdicts(standing: Standing, scopes: Collection[str]) -> Iterator[tuple[Pair, Verdict]]:
    for one, lines in standing.sameness.items():
        for other in sorted(_others(lines)):
            if one < other and (said := _said(standing, scopes, Pair(one, other))):
                yield Pair(one, other), said


def _others(lines: Iterable[Held]) -> set[str]:
    return {name.removeprefix(SAME) for held in lines for name in held.line.fields if name.startswith(SAME)}


def _said(standing: Standing, scopes: Collection[str], two: Pair) -> Verdict | None:
    """What those who may speak of both of these say."""
    lines = standing.sameness[two.one]
    heard = [held._replace(counts=held.counts and _may_speak(standing, scopes, held, two)) for held in lines]
    name = SAME + two.other
    values: set[Scalar] = {head.line.fields[name] for head in fold(heard).current.get(name, ())}
    if len(values) > 1:
        return Verdict.AT_ODDS
    return Verdict.SAME if True in values else Verdict.NOT_SAME if False in values else None


def _may_speak(standing: Standing, scopes: Collection[str], held: Held, two: Pair) -> bool:
    if standing.known.is_coordinator(held.stream.laptop):
        return True
    homes = [_home(standing, scopes, record) for record in two]
    return all(home is not None and held.number <= standing.heard_to(held.stream, home) for home in homes)


def _home(standing: Standing, scopes: Collection[str], record: str) -> str | None:
    """Which of these scopes this record lives in now, if any."""
    if homes := standing.homes.get(record):
        return next((scope for scope in scopes if clock.mark(record, scope) == homes[0]), None)
    return _birthplace(scopes, record)


_born: dict[str, str] = {}  # of records that were joined: an id fits the one scope of its birth for ever


def _birthplace(scopes: Collection[str], record: str) -> str | None:
    """To find it takes a hash a scope, and a district has hundreds; so it is looked for once."""
    if (known := _born.get(record)) is None:
        known = next((scope for scope in scopes if clock.born_in(record, scope)), None)
        if known is not None:
            _born[record] = known
    return known if known in scopes else None


def _groups(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    """Pairs that have a record in common together, by record; the smaller group goes into the larger."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        small, large = sorted((groups.get(one, {one}), groups.get(other, {other})), key=len)
        if small is not large:
            large |= small
        groups.update(dict.fromkeys(small | {one, other}, large))
    return groups


def _shown_first(standing: Standing, scopes: Collection[str], group: Collection[str]) -> tuple[str, ...]:
    here = {record for record in group if _home(standing, scopes, record) is not None}
    return tuple(sorted(group, key=lambda record: (record not in here, record)))
