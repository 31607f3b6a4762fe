"""Nobody who reads monthly returns can work out a count of one to four, or that all who were heard are meant.

The reader here knows the rule, how many were heard, and all returns there are: of two months, of two teams, and of one
month by two laptops of which one may have held less than the other. He tries every number of people that fits what he
reads, and takes them from each other, from those heard, and together. The controls write returns by rules that people
do use elsewhere; each is found out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_desk.practice.sharing.returns import told

Rule = Callable[[int, int], int | None]
MOST = 24
SMALL = frozenset(range(1, 5))


class Cell(NamedTuple):
    """One group of one return, as it is: how many said it, of how many who were heard."""

    people: int
    heard: int


def fitting(rule: Rule, cell: Cell) -> set[int]:
    """Every number of people for which the reader would read the same."""
    read = rule(*cell)
    return {people for people in range(cell.heard + 1) if rule(people, cell.heard) == read}


def worked_out(rule: Rule, one: Cell, other: Cell, *, nested: bool) -> Iterator[str]:
    """What the reader of two cells knows and should not. `nested`: the first holds no one whom the other does not."""
    for each in (one, other):
        fits = fitting(rule, each)
        yield from _pinned("a count", fits)
        yield from _pinned("the rest of those heard", {each.heard - people for people in fits})
        if each.heard and fits == {each.heard}:
            yield "all who were heard said it"
    pairs = [(a, b) for a, b in product(fitting(rule, one), fitting(rule, other)) if a <= b or not nested]
    yield from _pinned("a difference", {b - a for a, b in pairs})
    yield from _pinned("a sum", {a + b for a, b in pairs})


def _pinned(what: str, possible: Collection[int]) -> Iterator[str]:
    if len(possible) == 1 and SMALL.issuperset(possible):
        yield f"{what} is {min(possible)}"


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    heard = draw(st.integers(0, MOST))
    return Cell(draw(st.integers(0, heard)), heard)


@st.composite
def of_two_laptops(draw: st.DrawFn) -> tuple[Cell, Cell]:
    """One month, of which one laptop held all, and the other a part."""
    whole = draw(cells())
    people = draw(st.integers(0, whole.people))
    return Cell(people, draw(st.integers(people, whole.heard))), whole


@given(cells(), cells())
@example(Cell(5, 5), Cell(6, 6))
def test_of_two_months_or_two_teams_nothing_small_is_worked_out(one: Cell, other: Cell):
    assert set(worked_out(told, one, other, nested=False)) == set()


@given(of_two_laptops())
@example((Cell(4, 6), Cell(5, 6)))
@example((Cell(5, 6), Cell(6, 6)))
@example((Cell(9, 10), Cell(10, 10)))
def test_of_one_month_by_two_laptops_nothing_small_is_worked_out(both: tuple[Cell, Cell]):
    assert set(worked_out(told, *both, nested=True)) == set()


def exactly(people: int, _: int) -> int | None:
    """Small counts kept back, the others as they are."""
    return people if people >= 5 else None


def with_the_rest(people: int, heard: int) -> int | None:
    """The same, where the rest is not small either."""
    return people if people >= 5 and heard - people >= 5 else None


def in_steps_of_all(people: int, _: int) -> int | None:
    """Steps of five, also where one is all who were heard."""
    return people // 5 * 5 or None


CONTROLS: list[tuple[Rule, Cell, Cell, bool, str]] = [
    (exactly, Cell(5, 6), Cell(5, 6), False, "the rest of those heard is 1"),
    (exactly, Cell(6, 20), Cell(8, 20), True, "a difference is 2"),
    (with_the_rest, Cell(6, 20), Cell(8, 20), True, "a difference is 2"),
    (in_steps_of_all, Cell(5, 5), Cell(0, 9), False, "all who were heard said it"),
    (in_steps_of_all, Cell(10, 10), Cell(0, 9), False, "all who were heard said it"),
]


@pytest.mark.parametrize(("rule", "one", "other", "nested", "found"), CONTROLS)
def test_the_reader_finds_out_other_rules(rule: Rule, one: Cell, other: Cell, nested: bool, found: str):
    """The controls: each of these rules lets something be worked out, and the reader does."""
    assert found in set(worked_out(rule, one, other, nested=nested))
    assert found not in set(worked_out(told, one, other, nested=nested))
