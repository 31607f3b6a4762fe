"""Nobody can find out a number that was held back: not from a rest, a sum, another month, a silence or a split.

Every world of a shape is tried: its figures are told, and the worlds that are told alike are laid together. A reader
who knows everything that was told, all the rules, and how large every whole is, cannot tell these worlds apart. So a
number that is held back must differ between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from caregiver_desk.acts.insight import figures
from caregiver_desk.acts.insight.figures import UNSAID, Figure, Key, Tally
from caregiver_desk.practice.insight.indicators import Indicator, shipped
from caregiver_desk.practice.insight.telling import FEW, Cell, Why, why_not
from caregiver_desk.practice.spans import Grain, Span, parts, whole

DAY = date(2026, 2, 1)
YEAR, QUARTER = whole(Grain.YEAR, DAY), whole(Grain.QUARTER, DAY)
BY_MONTH: Indicator = replace(shipped()["I21"], grain=Grain.MONTH)
BY_QUARTER: Indicator = replace(BY_MONTH, grain=Grain.QUARTER)
Wholes = Sequence[tuple[int, int]]  # of each part: how many there are, and the people behind them
Told = tuple[Figure, ...]
World = tuple[int, ...]

MONTHS: dict[str, Wholes] = {
    "small": [(7, 6), (7, 6), (7, 6)],
    "middling": [(12, 6), (12, 6), (12, 6)],
    "uneven": [(5, 6), (9, 6), (14, 8)],
    "with few people in one": [(8, 4), (12, 7), (12, 7)],
    "with nothing in one": [(0, 0), (11, 6), (11, 6)],
    "hardly anybody": [(3, 3), (2, 2), (4, 4)],
}
QUARTERS: dict[str, Wholes] = {"small": [(6, 6)] * 4, "middling": [(11, 6)] * 3, "uneven": [(5, 6), (12, 6), (16, 9)]}
GROUPS: dict[str, Wholes] = {
    "two": [(12, 6), (12, 6)],
    "two small ones": [(6, 6), (6, 6)],
    "three": [(9, 6), (11, 7), (5, 6)],
    "one of few people": [(12, 4), (12, 7)],
    "one beside a large one": [(5, 6), (20, 9)],
}


@pytest.mark.parametrize("wholes", MONTHS.values(), ids=MONTHS)
def test_what_is_held_back_of_a_month_could_be_another_number_whatever_the_quarter_tells(wholes: Wholes) -> None:
    _nothing_is_found_out(wholes, _months_and_their_quarter, parts(QUARTER, Grain.MONTH))


@pytest.mark.parametrize("wholes", QUARTERS.values(), ids=QUARTERS)
def test_what_is_held_back_of_a_quarter_could_be_another_number_whatever_the_year_tells(wholes: Wholes) -> None:
    _nothing_is_found_out(wholes, _quarters_and_their_year, parts(YEAR, Grain.QUARTER))


@pytest.mark.parametrize("last", ["a group", UNSAID])
@pytest.mark.parametrize("wholes", GROUPS.values(), ids=GROUPS)
def test_a_split_stands_beside_its_sum_whole_or_not_at_all_and_its_silence_tells_no_part(
    wholes: Wholes, last: str
) -> None:
    """Also where the last part is what nobody noted a group of: it is found by taking the others from their sum."""
    for alike in _told_alike(wholes, lambda world, each: _split_and_its_sum(world, each, last)):
        shown = {each.split for _, told in alike[:1] for each in told if each.split}
        assert len(shown) in {0, len(wholes)}
        all_or_none = sum(alike[0][0]) in {0, sum(each for each, _ in wholes)}  # which the sum alone tells of each part
        for place in range(len(wholes)) if not shown and not all_or_none else ():
            assert len({world[place] for world, _ in alike}) > 1, alike[0]


@pytest.mark.parametrize("wholes", MONTHS.values(), ids=MONTHS)
def test_the_whole_of_what_is_held_back_is_held_back_and_a_sum_in_part_is_of_what_is_told(wholes: Wholes) -> None:
    for alike in _told_alike(wholes, _months_and_their_quarter):
        *months, quarter = alike[0][1]
        assert [each for each in months if each.why and (each.of, each.per) != (None, None)] == []
        assert quarter.per == sum(each.per or 0 for each in months)


def test_what_lies_between_two_figures_is_told_where_it_is_none_or_five_and_else_could_be_another_number() -> None:
    """Of all, so many are part of what a second figure counts against. Who knows both would know the rest."""
    worlds = [(every, per, of) for every in range(16) for per in range(every + 1) for of in range(per + 1)]
    alike: dict[object, set[int]] = defaultdict(set)
    for every, per, of in worlds:
        alike[_beside(every, per, of)].add(every - per)
    assert [told for told, rests in alike.items() if len(rests) == 1 and 0 < min(rests) < FEW] == []
    assert any(len(rests) == 1 for rests in alike.values())


def test_two_figures_that_did_not_look_at_each_other_would_be_found_out() -> None:
    """The control."""
    assert why_not(Cell(9, 14, 9)) is None
    assert why_not(Cell(9, 14, 9, apart=(16,))) is Why.BESIDE


def test_a_sum_that_is_told_though_a_part_is_held_back_would_be_found_out() -> None:
    """The control: with the quarter always told, worlds are found in which a month is known."""

    def careless(world: World, wholes: Wholes) -> Told:
        *told, _ = _months_and_their_quarter(world, wholes)
        return (*told, Figure("I21", "", *QUARTER, "", sum(world), sum(each for each, _ in wholes)))

    with pytest.raises(AssertionError):
        _nothing_is_found_out(MONTHS["middling"], careless, parts(QUARTER, Grain.MONTH))


def test_a_sum_that_is_told_wherever_two_parts_are_held_back_would_be_found_out() -> None:
    """The control: where it hangs on the number itself whether a sum is told, the silence tells it."""

    def sly(world: World, wholes: Wholes) -> Told:
        *told, last = _months_and_their_quarter(world, wholes)
        hidden = [of for of, each in zip(world, told, strict=True) if each.why]
        if len(hidden) > 1 and len(hidden) < sum(hidden) < 4 * len(hidden):
            return (*told, last._replace(of=sum(world), why=None, least=None))
        return (*told, last)

    with pytest.raises(AssertionError):
        _nothing_is_found_out(MONTHS["middling"], sly, parts(QUARTER, Grain.MONTH))


def test_a_longer_time_tells_nothing_that_its_parts_do_not_tell() -> None:
    for world in product(range(13), repeat=3):
        *months, quarter = _months_and_their_quarter(world, MONTHS["middling"])
        known = [each.of for each in months if each.of is not None]
        assert (quarter.of if len(known) == 3 else quarter.least) == sum(known)


def test_a_number_by_itself_is_told_only_of_five_people_and_where_it_and_its_rest_are_none_or_five() -> None:
    for per, people in product(range(40), range(12)):
        for of in range(per + 1):
            told = why_not(Cell(of, per, people)) is None
            safe = people >= 5 and per >= 5 and (of == 0 or of >= 5) and (per == of or per - of >= 5)
            assert told == (safe or (of == 0 and per == 0)), (of, per, people)


def test_why_a_number_is_not_told_leaves_two_numbers_or_more() -> None:
    for per, people in product(range(1, 40), range(12)):
        alike: dict[object, set[int]] = defaultdict(set)
        for of in range(per + 1):
            alike[why_not(Cell(of, per, people))].add(of)
        assert all(len(numbers) > 1 for why, numbers in alike.items() if why), (per, people, alike)


def test_what_stays_between_two_people_is_told_by_no_indicator() -> None:
    private = {code for code, each in shipped().items() if each.leaves.value == "not"}
    assert private == {"I08", "I09", "I10", "I11", "I12", "I13", "I14", "I30", "V08"}


# --- what a reader is told


def _months_and_their_quarter(world: World, wholes: Wholes) -> Told:
    return _pieces(BY_MONTH, world, wholes, parts(QUARTER, Grain.MONTH), QUARTER)


def _quarters_and_their_year(world: World, wholes: Wholes) -> Told:
    return _pieces(BY_QUARTER, world, wholes, parts(YEAR, Grain.QUARTER)[: len(wholes)], YEAR)


def _pieces(indicator: Indicator, world: World, wholes: Wholes, spans: Sequence[Span], longer: Span) -> Told:
    tallies: dict[Key, Tally] = {
        ("team", span.first.isoformat(), ""): _tally(of, whole)
        for of, whole, span in zip(world, wholes, spans, strict=True)
    }
    return (*(_one(indicator, tallies, span) for span in spans), figures._summed(indicator, tallies, longer, "", ()))


def _one(indicator: Indicator, tallies: dict[Key, Tally], span: Span) -> Figure:
    cell = figures._cell(indicator, figures._those(tallies, "", "", span))
    return figures._figure(indicator, span, "", "", cell, why_not(cell))


def _beside(every: int, per: int, of: int) -> object:
    """A number alone, and the share of a part of it, as far as they are told."""
    alone, part = Cell(every, None, every), Cell(of, per, per, apart=(every,))
    held, why = why_not(alone), why_not(part)
    return (held or every, why or (of, per))


def _split_and_its_sum(world: World, wholes: Wholes, last: str) -> Told:
    """As `as_told` does: the split only beside a sum that is told."""
    first = QUARTER.first.isoformat()
    names = [*(f"g{place}" for place in range(len(wholes) - 1)), last]
    tallies: dict[Key, Tally] = {
        ("team", first, name): _tally(of, whole) for name, of, whole in zip(names, world, wholes, strict=True)
    }
    people = {each for tally in tallies.values() for each in tally.people}
    tallies["team", first, ""] = Tally(sum(world), sum(each for each, _ in wholes), people)
    whole_figure = _one(BY_QUARTER, tallies, QUARTER)
    return (whole_figure, *(figures._groups(BY_QUARTER, tallies, QUARTER) if whole_figure.why is None else ()))


def _tally(of: int, whole: tuple[int, int]) -> Tally:
    per, people = whole
    return Tally(of, per, {str(number) for number in range(people)})


def _told_alike(wholes: Wholes, tells: Callable[[World, Wholes], Told]) -> list[list[tuple[World, Told]]]:
    """All worlds of a shape, those together of which the same is told."""
    found: dict[Told, list[tuple[World, Told]]] = defaultdict(list)
    for world in product(*(range(per + 1) for per, _ in wholes)):
        told = tells(world, wholes)
        found[told].append((world, told))
    return list(found.values())


def _nothing_is_found_out(wholes: Wholes, tells: Callable[[World, Wholes], Told], spans: Sequence[Span]) -> None:
    for alike in _told_alike(wholes, tells):
        told = {each.span: each for each in alike[0][1]}
        for place, span in enumerate(spans[: len(wholes)]):
            if told[span].why:
                assert len({world[place] for world, _ in alike}) > 1, (place, alike[0])
