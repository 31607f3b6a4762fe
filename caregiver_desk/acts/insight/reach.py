"""How far a figure may go, whoever says it: what people keep between two is in no figure that leaves them.

Context. A site says figures of its own. One that asks for what a shipped figure keeps back, or for records that rise to
nobody, would carry out of a room what was said in it.

Decision. How far a rule reaches is read from the shipped figures that ask for it: what only figures ask for that stay
between two, stays with every figure; what all of them need, every figure needs; of shorter days than all of them no
figure is told to others; what all of them keep apart from, every figure does. Records of a kind, and each of their
fields that is asked for, have an audience of their own.

Consequences. No word in a file widens anything. A rule that no shipped figure asks for does not exist.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from caregiver_desk.practice.insight.indicators import Indicator, Leaves, Question, shipped
from caregiver_desk.practice.spans import MONTHS, Grain
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS

_RISES = frozenset({Audience.OPEN, Audience.TEAM})


class Reach(NamedTuple):
    """Whether it stays between two, and the kinds (`member.birth_year`: a field of one) that it is counted from.

    `grain` are the shortest days of which it is told to others, `apart` what it is kept apart from.
    """

    stays: bool
    needs: frozenset[str]
    grain: Grain
    apart: tuple[Question, ...]


def stays(indicator: Indicator) -> bool:
    """Whether it is told to nobody beyond the people whom it is about and who listens to them."""
    return indicator.leaves is Leaves.NOT or any(_stays(each) for each in _questions(indicator))


def rises(indicator: Indicator) -> bool:
    """Whether whoever speaks for the site holds all that it is counted from."""
    return all(map(need_rises, needs(indicator)))


def needs(indicator: Indicator) -> frozenset[str]:
    """What a book holds records of, if it knows anything of this figure."""
    rules = [_rules()[each.asked].needs for each in _questions(indicator) if each.asked]
    return frozenset(indicator.needs).union(*rules)


def as_shipped_ones(indicator: Indicator) -> Indicator:
    """A site's own figure, told of no shorter days than shipped ones of the same, and kept apart from what they are."""
    rules = [_rules()[each.asked] for each in _questions(indicator) if each.asked]
    grains = [indicator.grain, *(each.grain for each in rules), *map(_grain_of, _questions(indicator))]
    apart = [*indicator.apart]
    for each in rules:
        apart += (other for other in each.apart if other not in apart)
    return replace(indicator, grain=max(grains, key=MONTHS.__getitem__), apart=tuple(apart))


def need_rises(need: str) -> bool:
    kind, _, name = need.partition(".")
    return (KINDS[kind].fields[name].audience if name else KINDS[kind].widest) in _RISES


def fields(question: Question) -> list[str]:
    """The fields that it asks for by name."""
    soon = [question.soon.since, question.soon.to] if question.soon else []
    names = [
        *question.where,
        *question.filled,
        *question.once,
        question.total,
        *soon,
        question.day,
        question.who,
        question.group,
    ]
    return [each for each in names if each]


def _stays(question: Question) -> bool:
    if question.asked:
        return _rules()[question.asked].stays
    kind = KINDS[question.records]
    return not all(each in _RISES for each in [kind.widest, *(kind.fields[name].audience for name in fields(question))])


@cache
def _rules() -> dict[str, Reach]:
    """How far each rule reaches, by its name."""
    asking: dict[str, list[Indicator]] = {}
    for indicator in shipped().values():
        for question in _questions(indicator):
            asking.setdefault(question.asked, []).append(indicator)
    return {name: _reach_of(those) for name, those in asking.items()}


def _reach_of(those: Sequence[Indicator]) -> Reach:
    """What all of them have in common, and the least of what they keep to."""
    first, *others = those
    return Reach(
        all(each.leaves is Leaves.NOT for each in those),
        frozenset(first.needs).intersection(*(each.needs for each in others)),
        min((each.grain for each in those), key=MONTHS.__getitem__),
        tuple(each for each in first.apart if all(each in other.apart for other in others)),
    )


def _grain_of(question: Question) -> Grain:
    """The shortest days of which shipped figures tell that are counted from records of this kind."""
    those = (each.grain for each in shipped().values() if question.records in {*_kinds(each)})
    return min(those, key=MONTHS.__getitem__, default=Grain.MONTH)


def _kinds(indicator: Indicator) -> Iterator[str]:
    yield from (each.records for each in _questions(indicator) if each.records)
    yield from (each.partition(".")[0] for each in indicator.needs)


def _questions(indicator: Indicator) -> Iterator[Question]:
    yield from (each for each in (indicator.of, indicator.per) if each)
