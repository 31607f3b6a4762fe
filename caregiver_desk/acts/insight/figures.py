"""Figures: an indicator over some days, as it is, or as much of it as may be told.

Decision. Whoever listens to a team sees its figures as they are, for they hold every record behind them. Everybody
else, and everything on paper or in a file, gets them *told* (`practice/insight/telling.py`): of whole months, quarters
and years; of one team only where nothing of it is held back; of a split only beside a sum that is told. A figure of
which a book holds no records is not known, which is not none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from caregiver_desk.acts.insight import asking as questions
from caregiver_desk.acts.insight.asked import concerns, growth, own, people, supervision, visits, wellbeing
from caregiver_desk.acts.insight.asking import Asking, Found, asking_of
from caregiver_desk.practice.insight.indicators import Indicator, Leaves, Question
from caregiver_desk.practice.insight.spans import Grain, Span, grain_of, parts, whole
from caregiver_desk.practice.insight.telling import Cell, Part, Why, part, split
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import counting
from caregiver_desk.store.book import Book

SUBJECTS = (people, supervision, wellbeing, visits, concerns, growth, own)  # whose rules are known by name
_RISES = frozenset({Audience.OPEN, Audience.TEAM})
_LENGTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)


class Figure(NamedTuple):
    """How many of how many, in a place (a team, or "" for all of them), over days, in a group of a split ("": whole).

    What is not told is None, and `why` says the reason.
    """

    code: str
    place: str
    first: date
    last: date
    split: str
    of: int | None
    per: int | None
    why: Why | None = None

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)


@dataclass
class Tally:
    """What was counted of one team in one piece of time, in one group."""

    of: int = 0
    per: int = 0
    people: set[str] = field(default_factory=set)


Key = tuple[str, str, str]  # team, the first day of a month ("" where it holds for all the days), group


def exact(book: Book, indicators: Mapping[str, Indicator], span: Span, place: str = "") -> list[Figure]:
    """The figures as they are, for whoever holds every record behind them; the whole first, then its groups."""
    asking = asking_of(book, span)
    return [each for indicator in indicators.values() for each in _exact(asking, indicator, place)]


def told(book: Book, indicators: Mapping[str, Indicator], span: Span, place: str = "") -> list[Figure]:
    """As much of them as may be told to anybody; the whole first, then its groups."""
    asking = asking_of(book, span)
    return [each for indicator in indicators.values() for each in _told(asking, indicator, place)]


def found(book: Book, question: Question, span: Span, place: str = "") -> Iterator[Found]:
    """What a question finds one by one, for whoever may read it; groups that were only counted are left out."""
    asking = asking_of(book, span)
    return (each for each in questions.find(asking, question) if place in ("", each.team))


# --- counting


def counted(asking: Asking, indicator: Indicator) -> dict[Key, Tally]:
    """All that was counted, apart by team, month and group. Every group is part of a whole under ""."""
    tallies: dict[Key, Tally] = defaultdict(Tally)
    for each in questions.find(asking, indicator.of):
        for key in _keys(indicator, each):
            tallies[key].of += each.number
            if each.who and (indicator.per is None or (indicator.rate and key[2])):
                tallies[key].people.add(each.who)
    for each in questions.find(asking, indicator.per) if indicator.per else ():
        for key in _keys(indicator, each._replace(group="") if indicator.rate else each):
            tallies[key].per += each.number
            if each.who:
                tallies[key].people.add(each.who)
    return tallies


def _keys(indicator: Indicator, found: Found) -> Iterator[Key]:
    month = f"{found.day[:7]}-01" if indicator.adds else ""
    yield found.team, month, ""
    if indicator.split and found.group:
        yield found.team, month, found.group


def is_known(book: Book, indicator: Indicator) -> bool:
    """Whether this book holds what it is counted from."""
    return all(_holds(book, *need.split(".")) for need in indicator.needs)


def _holds(book: Book, kind: str, name: str = "") -> bool:
    """A coordinator holds what rises of everybody; of the rest only their own, which is not all there is."""
    declared = KINDS[kind].fields.get(name)
    if declared and declared.audience not in _RISES and book.role == Role.COORDINATOR:
        return False
    return counting.holds(book, kind, name)


# --- as they are


def _exact(asking: Asking, indicator: Indicator, place: str) -> Iterator[Figure]:
    if not is_known(asking.book, indicator):
        yield _none(indicator, asking.span, place, Why.UNKNOWN)
        return
    tallies = counted(asking, indicator)
    groups = ["", *sorted({group for team, _, group in tallies if group and place in ("", team)})]
    for group in groups:
        cell = _cell(indicator, _those(tallies, place, group), counted_alone=bool(group) and indicator.rate)
        yield _figure(indicator, asking.span, place, group, cell, None)


def _those(tallies: Mapping[Key, Tally], place: str, group: str, within: Span | None = None) -> list[Tally]:
    return [
        tally
        for (team, month, of), tally in tallies.items()
        if of == group and place in ("", team) and (within is None or not month or _lies(month, within))
    ]


def _lies(month: str, span: Span) -> bool:
    return whole(Grain.MONTH, span.first).first <= date.fromisoformat(month) <= span.last


def _cell(indicator: Indicator, tallies: Iterable[Tally], *, counted_alone: bool = False) -> Cell:
    """A group of a rate is a number alone: what the rate is counted against has no such groups."""
    held = list(tallies)
    behind = set().union(*(each.people for each in held)) if held else set()
    whole_of = sum(each.per for each in held) if indicator.per and not counted_alone else None
    return Cell(sum(each.of for each in held), whole_of, len(behind), rate=indicator.rate)


# --- as they may be told


def _told(asking: Asking, indicator: Indicator, place: str) -> Iterator[Figure]:
    reason = _never(asking, indicator)
    span = asking.span if indicator.adds else _last_piece(asking.span, indicator.grain)
    if reason or span is None:
        yield _none(indicator, asking.span, place, reason or Why.SHORT)
        return
    asking = asking.over(span)
    tallies = counted(asking, indicator)
    part = _of_team(indicator, tallies, span, place) if place else _of_all(indicator, tallies, span)
    yield _figure(indicator, span, place, "", part.cell, part.why)
    if part.why is None and not place and indicator.split and grain_of(span) == indicator.grain:
        yield from _groups(indicator, tallies, span)


def _never(asking: Asking, indicator: Indicator) -> Why | None:
    """Why nothing of it is told at all."""
    if indicator.leaves is Leaves.NOT:
        return Why.PRIVATE
    if not is_known(asking.book, indicator):
        return Why.UNKNOWN
    length = grain_of(asking.span)
    if length is None or _LENGTHS.index(length) < _LENGTHS.index(indicator.grain):
        return Why.SHORT
    return None


def _last_piece(span: Span, grain: Grain) -> Span | None:
    """What does not add up is told of the last month, quarter or year in these days."""
    return next(iter(parts(span, grain)[-1:]), None)


def _of_all(indicator: Indicator, tallies: Mapping[Key, Tally], span: Span) -> Part:
    """A sum over teams within its grain, over quarters and months beyond it."""
    cell = _cell(indicator, _those(tallies, "", "", span))
    length = grain_of(span)
    if length == indicator.grain or not indicator.adds:
        teams = sorted({team for team, _, _ in tallies})
        return part(cell, [_piece(indicator, tallies, span, team) for team in teams])
    shorter = _LENGTHS[_LENGTHS.index(length) - 1] if length else indicator.grain
    return part(cell, [_of_all(indicator, tallies, each) for each in parts(span, shorter)])


def _of_team(indicator: Indicator, tallies: Mapping[Key, Tally], span: Span, team: str) -> Part:
    """Of one team nothing is summed unless all of it is told."""
    pieces = parts(span, indicator.grain) if indicator.adds else [span]
    held = [_piece(indicator, tallies, each, team) for each in pieces]
    cell = _cell(indicator, _those(tallies, team, "", span))
    hidden = next((each.why for each in held if each.why), None)
    if hidden is None:
        return part(cell)
    return part(cell, why=hidden if len(held) == 1 else Why.FOUND)


def _piece(indicator: Indicator, tallies: Mapping[Key, Tally], span: Span, team: str) -> Part:
    held = [tally for (of, month, group), tally in tallies.items() if of == team and not group and _in(month, span)]
    return part(_cell(indicator, held))


def _in(month: str, span: Span) -> bool:
    return not month or _lies(month, span)


def _groups(indicator: Indicator, tallies: Mapping[Key, Tally], span: Span) -> Iterator[Figure]:
    names = sorted({group for _, _, group in tallies if group})
    cells = {name: _cell(indicator, _those(tallies, "", name, span), counted_alone=indicator.rate) for name in names}
    for name, why in split(cells).items():
        yield _figure(indicator, span, "", name, cells[name], why)


def _figure(indicator: Indicator, span: Span, place: str, group: str, cell: Cell, why: Why | None) -> Figure:
    """Of nothing there is no share: where there was nothing to count, the number is left out."""
    empty = indicator.per is not None and not group and not cell.per
    of = None if why or empty else cell.of
    return Figure(indicator.code, place, *span, group, of, cell.per, why)


def _none(indicator: Indicator, span: Span, place: str, why: Why) -> Figure:
    return Figure(indicator.code, place, *span, "", None, None, why)
