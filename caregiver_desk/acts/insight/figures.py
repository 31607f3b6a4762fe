"""Figures: an indicator over some days, as it is, or as much of it as may be told.

Decision. Whoever listens to a team sees its figures as they are, for they hold every record behind them; so does the
paper that they make for the team and its coordinator, of what rises anyway. Everybody else gets them *told*
(`practice/insight/telling.py`): of the whole or of an area, by whoever speaks for it, of whole months, quarters or
years. A figure of which a book holds no records is not known, which is not none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from caregiver_desk.acts.customs import may_say
from caregiver_desk.acts.insight import asking as questions
from caregiver_desk.acts.insight.areas import WHOLE, Step, Teams
from caregiver_desk.acts.insight.asked import concerns, growth, own, people, supervision, visits, wellbeing
from caregiver_desk.acts.insight.asking import Asking, Found, asking_of
from caregiver_desk.acts.insight.reach import need_rises, needs, rises, stays
from caregiver_desk.practice.insight.indicators import Indicator, Question
from caregiver_desk.practice.insight.telling import FEW, Cell, Why, split_may_be_told, why_not
from caregiver_desk.practice.spans import DAY, Grain, Span, are_whole, before, grain_of, parts, whole
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import counting
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later

SUBJECTS = (people, supervision, wellbeing, visits, concerns, growth, own)  # whose rules are known by name


class Figure(NamedTuple):
    """How many of how many, in a place (a team or an area, "" for all), over days, in a group of a split ("": whole).

    What is not told is None, and `why` says the reason; where a part of a sum is not told, `least` of `per` is.
    """

    code: str
    place: str
    first: date
    last: date
    split: str
    of: int | None
    per: int | None
    why: Why | None = None
    least: int | None = None

    @property
    def span(self) -> Span:
        return Span(self.first, self.last)

    @property
    def tells(self) -> bool:
        """Whether there is a number in it, be it of a part."""
        return self.why is None or bool(self.least or self.per)


@dataclass
class Tally:
    """What was counted of one team in one piece of time, in one group."""

    of: int = 0
    per: int = 0
    people: set[str] = field(default_factory=set)
    apart: Counter[int] = field(default_factory=Counter)  # by the place of the other number


UNSAID = later("not noted")  # the group of what has none
Key = tuple[str, str, str]  # team, the first day of a month ("" where it holds for all the days), group


def exact(book: Book, indicators: Mapping[str, Indicator], span: Span, place: str = "") -> list[Figure]:
    """The figures as they are, for whoever holds every record behind them; the whole first, then its groups."""
    asking = asking_of(book, span)
    return [each for indicator in indicators.values() for each in as_it_is(asking, indicator, place)]


def told(book: Book, indicators: Mapping[str, Indicator], span: Span, places: Sequence[str] = (WHOLE,)) -> list[Figure]:
    """As much of them as may be told to anybody, of all or of areas; of each place the whole first, then its groups."""
    asking = asking_of(book, span)
    return [each for indicator in indicators.values() for each in as_told(asking, indicator, places)]


def sees_only_told(book: Book) -> bool:
    """A coordinator looks at the system, and not at people."""
    return book.role == Role.COORDINATOR


def handed(
    book: Book, indicators: Mapping[str, Indicator], span: Span, place: str = WHOLE, below: Sequence[str] = ()
) -> list[Figure]:
    """As they stand on a paper: told, also of what lies below, by whoever speaks for the place; else as they are."""
    if sees_only_told(book) or (may_say(book) and not place):
        return told(book, indicators, span, [place, *below])
    asking = asking_of(book, span)
    return [each for indicator in indicators.values() for each in _handed(asking, indicator, place)]


# --- counting


def counted(asking: Asking, indicator: Indicator) -> dict[Key, Tally]:
    """All that was counted, apart by team, month and group. All groups together are the whole under ""."""
    tallies: dict[Key, Tally] = defaultdict(Tally)
    of, per = _found(asking, indicator, indicator.of), _found(asking, indicator, indicator.per)
    for each, key in _under(indicator, of):
        tallies[key].of += each.number
    for each, key in _under(indicator, per, grouped=not indicator.groups_alone):
        tallies[key].per += each.number
    for each, key in _people(asking, indicator, of, per):
        tallies[key].people |= _behind(each)
    for place, other in enumerate(indicator.apart):
        for each, key in _under(indicator, _found(asking, indicator, other), grouped=False):
            tallies[key].apart[place] += each.number
    return tallies


def _found(asking: Asking, indicator: Indicator, question: Question | None) -> list[Found]:
    return [*questions.find(asking, question, adds=indicator.adds)] if question else []


def _people(
    asking: Asking, indicator: Indicator, of: Sequence[Found], per: Sequence[Found]
) -> Iterator[tuple[Found, Key]]:
    """Whom the whole is about, or the number where there is no whole; of groups that stand alone, whom they count."""
    behind = per if indicator.per else of
    if indicator.of.total and not indicator.per:  # a sum is of records: minutes are nobody
        behind = _found(asking, indicator, replace(indicator.of, total=""))
    yield from _under(indicator, behind, grouped=not indicator.groups_alone)
    if indicator.groups_alone:
        yield from ((each, key) for each, key in _under(indicator, of) if key[2])


def _behind(found: Found) -> set[str]:
    """Whoever it is about. What is about nobody, such as a meeting, counts each as somebody."""
    if found.who:
        return {found.who}
    return {f"{found.kind} {found.id or found.day} {found.group} {number}" for number in range(min(found.number, FEW))}


def _under(indicator: Indicator, found: Iterable[Found], *, grouped: bool = True) -> Iterator[tuple[Found, Key]]:
    """Each under its team and month as a whole, and once more in its group."""
    for each in found:
        month = f"{each.day[:7]}-01" if indicator.adds else ""
        yield each, (each.team, month, "")
        if indicator.split and grouped:
            yield each, (each.team, month, each.group or UNSAID)


def is_known(asking: Asking, indicator: Indicator) -> bool:
    """Whether these days have come, this book had begun in them, and it holds what the figure is counted from."""
    return _has_come(asking) and _began(asking, needs(indicator))


def _is_known_to_others(asking: Asking, indicator: Indicator) -> bool:
    """The same of what rises; whether there is anything at all of what two keep between them is not told either.

    A coordinator holds what rises of everybody; of the rest only their own, which is not all there is.
    """
    if asking.book.role == Role.COORDINATOR and not rises(indicator):
        return False
    return _has_come(asking) and _began(asking, filter(need_rises, needs(indicator)))


def _began(asking: Asking, kinds: Iterable[str]) -> bool:
    """Whether something of each of these was noted by then: before, nobody wrote it down, which is not none."""
    since = (counting.first_day(asking.book, *each.split(".")) for each in kinds)
    return all(first and first <= asking.span.days[1] for first in since)


def _has_come(asking: Asking) -> bool:
    return asking.begun <= asking.span.last and asking.span.first <= asking.today


# --- as they are


def as_it_is(asking: Asking, indicator: Indicator, place: str) -> Iterator[Figure]:
    """One of them as it is, the whole first."""
    if not is_known(asking, indicator):
        yield _none(indicator, asking.span, place, Why.UNKNOWN)
        return
    tallies = counted(asking, indicator)
    if place and _of_no_team(tallies):
        yield _none(indicator, asking.span, place, Why.NO_TEAM)
        return
    for group in ("", *_names(tallies, place)):
        cell = _cell(indicator, _those(tallies, place, group), counted_alone=bool(group) and indicator.groups_alone)
        yield _figure(indicator, asking.span, place, group, cell, None)


def _of_no_team(tallies: Mapping[Key, Tally]) -> bool:
    """Whether of what it counts is known only that it is of this site: nothing of it is a team's none."""
    found = [team for (team, _, _), tally in tallies.items() if tally.of]
    return bool(found) and not any(found)


def _names(tallies: Mapping[Key, Tally], place: str = "") -> list[str]:
    """The groups that there are, and last what is in none; where nothing is in one there is no split."""
    names = {group for team, _, group in tallies if group and place in ("", team)}
    return sorted(names, key=lambda each: (each == UNSAID, each)) if names - {UNSAID} else []


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
    apart = tuple(sum(each.apart[place] for each in held) for place in range(len(indicator.apart)))
    return Cell(sum(each.of for each in held), whole_of, len(behind), rate=indicator.rate, apart=apart)


# --- as a team's own paper has them


def _handed(asking: Asking, indicator: Indicator, place: str) -> Iterator[Figure]:
    """A coordinator holds the same lines, so a paper between them and the team tells nothing new."""
    if stays(indicator) or not rises(indicator):
        yield _none(indicator, asking.span, place, Why.PRIVATE)
    else:
        yield from as_it_is(asking, indicator, place)


# --- as they may be told


def as_told(asking: Asking, indicator: Indicator, places: Sequence[str] = (WHOLE,)) -> Iterator[Figure]:
    """One of them as it may be told of each of these places, counted once; the whole first, then its groups."""
    span = _told_over(indicator, asking.span)
    asking = asking.over(span or asking.span)
    reason = _never(asking, indicator)
    if reason or span is None:
        yield from (_none(indicator, asking.span, place, reason or Why.SHORT) for place in places)
        return
    tallies = counted(asking, indicator)
    for place in places:
        if place in asking.areas:
            yield from _told_of(indicator, tallies, span, place, tuple(asking.areas.steps(place)))
        else:
            yield _none(indicator, span, place, Why.UNKNOWN)


def _told_of(
    indicator: Indicator, tallies: Mapping[Key, Tally], span: Span, place: str, steps: Sequence[Step]
) -> Iterator[Figure]:
    if indicator.adds and grain_of(span) != indicator.grain:
        yield _summed(indicator, tallies, span, place, steps)
        return
    cell, why = _on_the_way(indicator, tallies, span, steps)
    yield _figure(indicator, span, place, "", cell, why)
    if why is None and not steps:
        yield from _groups(indicator, tallies, span)


def _on_the_way(
    indicator: Indicator, tallies: Mapping[Key, Tally], span: Span, steps: Iterable[Step]
) -> tuple[Cell, Why | None]:
    """What is counted where the steps lead, and why it may not be told."""
    why = why_not(_cell(indicator, _those(tallies, "", "", span)))
    for step in steps:
        beside = [_cell(indicator, _those(each, "", "", span)) for each in _apart(tallies, step.beside)]
        why = _why_beside(why, beside)
        tallies = _only(tallies, step.on)
    return _cell(indicator, _those(tallies, "", "", span)), why


def _why_beside(above: Why | None, beside: Sequence[Cell]) -> Why | None:
    """Of an area: all that lie beside each other may be told, or none; the last is what lies in none of them."""
    if above or not split_may_be_told(beside):
        return above if above is Why.NO_TEAM else Why.AMONG
    *areas, none = beside
    return Why.NO_TEAM if none.of and not any(each.of for each in areas) else None


def _only(tallies: Mapping[Key, Tally], teams: Collection[str]) -> dict[Key, Tally]:
    return {key: tally for key, tally in tallies.items() if key[0] in teams}


def _apart(tallies: Mapping[Key, Tally], parts: Sequence[Teams]) -> Iterator[Mapping[Key, Tally]]:
    """What was counted in each part, and last in none of them."""
    yield from (_only(tallies, teams) for teams in parts)
    yield _only(tallies, {key[0] for key in tallies}.difference(*parts))


def _never(asking: Asking, indicator: Indicator) -> Why | None:
    """Why nothing of it is told at all."""
    if stays(indicator):
        return Why.PRIVATE
    if not may_say(asking.book):
        return Why.ELSEWHERE
    return None if _is_known_to_others(asking, indicator) else Why.UNKNOWN


def _told_over(indicator: Indicator, span: Span) -> Span | None:
    """The days of which it is told: of shorter ones than its grain, the last whole grain that was over by then.

    What does not add up is told of the last grain in longer ones. None for days that are not put together from grains.
    """
    if are_whole(span, indicator.grain):
        return span if indicator.adds else parts(span, indicator.grain)[-1]
    return before(indicator.grain, span.last + DAY) if grain_of(span) else None


def _summed(
    indicator: Indicator, tallies: Mapping[Key, Tally], span: Span, place: str, steps: Sequence[Step]
) -> Figure:
    """The sum of its parts if all of them are told, else that of those that are."""
    cells = [_on_the_way(indicator, tallies, each, steps) for each in parts(span, indicator.grain)]
    told_parts = [cell for cell, why in cells if why is None]
    per = sum(each.per or 0 for each in told_parts) if indicator.per else None
    found = sum(each.of for each in told_parts)
    if len(told_parts) == len(cells):
        return _figure(indicator, span, place, "", Cell(found, per, 0), None)
    return Figure(indicator.code, place, *span, "", None, per, Why.PARTLY, found)


def _groups(indicator: Indicator, tallies: Mapping[Key, Tally], span: Span) -> Iterator[Figure]:
    """All parts of a split, or none of them."""
    cells = {
        name: _cell(indicator, _those(tallies, "", name, span), counted_alone=indicator.groups_alone)
        for name in _names(tallies)
    }
    if split_may_be_told(cells.values()):
        yield from (_figure(indicator, span, "", name, cell, None) for name, cell in cells.items())


def _figure(indicator: Indicator, span: Span, place: str, group: str, cell: Cell, why: Why | None) -> Figure:
    """Of nothing there is no share: where there was nothing to count, the number is left out."""
    if why:
        return Figure(indicator.code, place, *span, group, None, None, why)
    empty = indicator.per is not None and not group and not cell.per
    return Figure(indicator.code, place, *span, group, None if empty else cell.of, cell.per)


def _none(indicator: Indicator, span: Span, place: str, why: Why) -> Figure:
    return Figure(indicator.code, place, *span, "", None, None, why)
