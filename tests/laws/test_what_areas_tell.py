"""No small place is given away by its neighbours: not by a rest, over however many levels, nor by a silence.

What is told of areas are sums over sites, and of two such sums one holds the other or they have nothing in common. So
whatever a reader reckons from them is put together from what remains of each told place without those that are told in
it. These remainders are looked at, in random trees; and in small trees every world is tried, as for splits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from caregiver_desk.acts.insight import figures
from caregiver_desk.acts.insight.areas import WHOLE, Areas
from caregiver_desk.acts.insight.figures import Figure, Key, Tally
from caregiver_desk.practice.insight.indicators import Indicator, shipped
from caregiver_desk.practice.insight.telling import Why, why_not
from caregiver_desk.practice.people.regions import Lying
from caregiver_desk.practice.spans import Grain, Span, parts
from caregiver_desk.store.questions import Leaf

BY_MONTH: Indicator = replace(shipped()["I21"], grain=Grain.MONTH)
QUARTER = Span(date(2026, 1, 1), date(2026, 3, 31))
MONTH, *_ = MONTHS = parts(QUARTER, Grain.MONTH)
OUTSIDE = "outside"  # a team that lies in no area


class Site(NamedTuple):
    """What was counted there: so many of so many, and the people behind them."""

    of: int
    per: int
    people: int


Tree = Mapping[str, str]  # what each place lies in
Tells = Callable[[Areas, Mapping[str, Site]], Mapping[str, Figure]]


@st.composite
def sites(draw: st.DrawFn) -> Site:
    per = draw(st.one_of(st.just(0), st.integers(1, 14)))
    return Site(draw(st.integers(0, per)), per, draw(st.integers(min(per, 1), max(per, 1))) if per else 0)


@st.composite
def trees(draw: st.DrawFn) -> tuple[Tree, dict[str, Site]]:
    """Up to four levels of areas; each that holds no area is a site, and some are counted outside of all."""
    lies: dict[str, str] = {}
    areas = ["a0"]
    for number in range(1, draw(st.integers(2, 9))):
        place = f"a{number}"
        wider = draw(st.sampled_from([WHOLE, *areas]))
        lies |= {place: wider} if wider else {}
        areas.append(place)
    held = {each: draw(sites()) for each in areas if each not in lies.values()}
    return lies, held | {OUTSIDE: draw(sites())}


@given(trees())
def test_whatever_one_reckons_from_what_is_told_of_areas_may_be_told_by_itself(
    drawn: tuple[Tree, dict[str, Site]],
) -> None:
    lies, held = drawn
    _nothing_small_remains(_areas(lies, held), held, _as_told)


def test_areas_that_did_not_look_at_each_other_would_be_found_out() -> None:
    """The control: each told by itself, a small one is what remains of the whole."""
    held = {"large": Site(20, 40, 9), "small": Site(2, 9, 9)}
    with pytest.raises(AssertionError):
        _nothing_small_remains(_areas({}, held), held, _by_themselves)


def test_of_an_area_that_is_not_told_nothing_is_told_that_lies_in_it() -> None:
    """Its parts could be added up, and taken from the whole."""
    lies, held = (
        {"one": "wide", "other": "wide"},
        {"one": Site(8, 16, 9), "other": Site(9, 18, 9), "small": Site(1, 9, 9)},
    )
    assert {place: each.why for place, each in _as_told(_areas(lies, held), held).items()} == {
        WHOLE: None,
        **dict.fromkeys(("wide", "one", "other", "small"), Why.AMONG),
    }


SHAPES: dict[str, tuple[Tree, dict[str, tuple[int, int]]]] = {
    "two beside each other": ({}, {"a": (12, 6), "b": (12, 6)}),
    "two in one, and one beside it": ({"a": "wide", "b": "wide"}, {"a": (6, 6), "b": (7, 6), "c": (12, 6)}),
    "one step after the other": ({"a": "near", "b": "near", "near": "wide"}, {"a": (7, 6), "b": (8, 6)}),
    "one of few people": ({}, {"a": (12, 4), "b": (12, 6)}),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_what_is_held_back_of_an_area_could_be_another_number_whatever_is_told_beside_it(
    shape: tuple[Tree, dict[str, tuple[int, int]]],
) -> None:
    lies, wholes = shape
    areas = _areas(lies, wholes)
    for alike in _told_alike(areas, wholes):
        for place, figure in alike[0][1].items():
            if figure.why:
                numbers = {_sum(areas, place, world).of for world, _ in alike}
                whole = {_sum(areas, place, world).per for world, _ in alike}
                assert len(numbers) > 1 or numbers in ({0}, whole), (place, alike[0])


def test_all_that_lie_beside_each_other_are_told_or_none_and_none_of_them_is_named_as_the_small_one() -> None:
    areas = _areas({}, {"a": (12, 6), "b": (12, 6), "c": (6, 6)})
    for alike in _told_alike(areas, {"a": (12, 6), "b": (12, 6), "c": (6, 6)}):
        assert len({figure.why for place, figure in alike[0][1].items() if place}) == 1


def test_a_quarter_of_an_area_is_the_sum_of_the_months_that_are_told_of_it() -> None:
    areas = _areas({}, {"a": Site(0, 0, 0), "b": Site(0, 0, 0)})
    tallies: dict[Key, Tally] = {}
    for month, ofs in zip(MONTHS, [(6, 7), (2, 9), (8, 9)], strict=True):
        tallies |= {
            (place, month.first.isoformat(), ""): _tally(Site(of, 14, 9)) for place, of in zip("ab", ofs, strict=True)
        }

    told = figures._summed(BY_MONTH, tallies, QUARTER, "a", tuple(areas.steps("a")))

    assert (told.why, told.of, told.least, told.per) == (Why.PARTLY, None, 14, 28)


# --- what a reader is told


def _areas(lies: Tree, held: Mapping[str, object]) -> Areas:
    """Each site is a team of its own."""
    places = {*lies, *lies.values(), *held} - {OUTSIDE}
    named = {each: Leaf("region", each, "", {"name": each}) for each in sorted(places)}
    return Areas(Lying(lies), named, {each: frozenset({each}) for each in held if each != OUTSIDE})


def _tally(site: Site) -> Tally:
    return Tally(site.of, site.per, {str(number) for number in range(site.people)})


def _tallies(held: Mapping[str, Site]) -> dict[Key, Tally]:
    """Nobody works at two sites."""
    return {
        (place, MONTH.first.isoformat(), ""): Tally(
            site.of, site.per, {f"{place} {each}" for each in range(site.people)}
        )
        for place, site in held.items()
    }


def _as_told(areas: Areas, held: Mapping[str, Site]) -> dict[str, Figure]:
    tallies = _tallies(held)
    return {
        place: next(figures._told_of(BY_MONTH, tallies, MONTH, place, tuple(areas.steps(place))))
        for place in (WHOLE, *areas.named)
    }


def _by_themselves(areas: Areas, held: Mapping[str, Site]) -> dict[str, Figure]:
    """As a program would that asks of each place alone."""
    return {place: next(_alone(areas, held, place)) for place in (WHOLE, *areas.named)}


def _alone(areas: Areas, held: Mapping[str, Site], place: str) -> Iterator[Figure]:
    tallies = _tallies(held)
    return figures._told_of(
        BY_MONTH, figures._only(tallies, areas[place].teams) if place else tallies, MONTH, WHOLE, ()
    )


def _nothing_small_remains(areas: Areas, held: Mapping[str, Site], tells: Tells) -> None:
    told = {place: _teams(areas, held, place) for place, each in tells(areas, held).items() if each.why is None}
    for place, teams in told.items():
        smaller = [each for other, each in told.items() if other != place and each < teams]
        rest = teams.difference(*smaller)
        cell = figures._cell(BY_MONTH, figures._those(figures._only(_tallies(held), rest), "", ""))
        assert why_not(cell) is None, (place, rest)


def _teams(areas: Areas, held: Mapping[str, Site], place: str) -> frozenset[str]:
    return areas[place].teams if place else frozenset(held)


def _sum(areas: Areas, place: str, world: Mapping[str, Site]) -> Site:
    those = [world[each] for each in _teams(areas, world, place)]
    return Site(sum(each.of for each in those), sum(each.per for each in those), 0)


Alike = list[tuple[dict[str, Site], dict[str, Figure]]]


def _told_alike(areas: Areas, wholes: Mapping[str, tuple[int, int]]) -> Sequence[Alike]:
    """All worlds of a shape, those together of which the same is told."""
    found: dict[tuple[Figure, ...], Alike] = defaultdict(list)
    for ofs in product(*(range(per + 1) for per, _ in wholes.values())):
        world = {place: Site(of, *whole) for of, (place, whole) in zip(ofs, wholes.items(), strict=True)}
        told = _as_told(areas, world)
        found[tuple(told.values())].append((world, told))
    return list(found.values())
