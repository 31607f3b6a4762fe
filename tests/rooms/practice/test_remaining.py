"""What stays of removed records: exact sums, and nothing from which anybody could be told."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.practice import remaining
from caregiver_desk.practice.remaining import Cell, Trace, cells

DAYS = st.sampled_from(["2023-01-09", "2023-01-30", "2023-02-01", "2024-02-01", ""])
TRACES = st.lists(
    st.builds(
        Trace,
        what=st.sampled_from(["visit", "check_in"]),
        team=st.sampled_from(["north", "south", ""]),
        day=DAYS,
        person=st.sampled_from([f"person {number}" for number in range(8)]),
        home=st.sampled_from(["", *(f"home {number}" for number in range(8))]),
    ),
    max_size=120,
)


def visits(*people: str, day: str = "2023-01-09", homes: int = 9) -> list[Trace]:
    return [Trace("visit", "north", day, each, f"home {number % homes}") for number, each in enumerate(people)]


@given(TRACES)
def test_the_sum_of_what_stays_is_the_number_of_what_went(gone: list[Trace]):
    wanted, kept = defaultdict[tuple[str, str], int](int), defaultdict[tuple[str, str], int](int)
    for each in gone:
        wanted[each.what, each.team] += 1
    for cell in cells(gone):
        kept[cell.what, cell.team] += cell.number

    assert kept == wanted


def too_few(gone: list[Trace]) -> list[Cell]:
    """Cells with a time to which fewer than five people or homes can have had a share."""
    found = []
    for cell in cells(gone):
        meant = [each for each in gone if (each.what, each.team, each.day[: len(cell.period)]) == cell[:3]]
        people, homes = {each.person for each in meant}, {each.home for each in meant if each.home}
        if cell.period and (len(people) < 5 or len(homes) in range(1, 5)):
            found.append(cell)
    return found


@given(TRACES)
def test_no_month_and_no_year_is_told_that_is_of_fewer_than_five_people_or_homes(gone: list[Trace]):
    assert too_few(gone) == []


def test_the_look_for_small_cells_finds_them_where_the_protection_is_taken_away(monkeypatch: pytest.MonkeyPatch):
    """The control: one person's month stands there as soon as one person is enough."""
    monkeypatch.setattr(remaining, "PEOPLE", 1)

    assert too_few(visits("Thandeka", "Thandeka")) == [Cell("visit", "north", "2023-01", 2)]


def test_a_month_in_which_five_had_a_share_is_told_and_one_persons_month_is_not():
    many, one = visits(*"abcdef"), visits(*"aaaaaaaaaaaa", day="2023-03-01")

    assert cells([*many, *one]) == [Cell("visit", "north", "", 12), Cell("visit", "north", "2023-01", 6)]


def test_months_of_few_become_a_year_of_many():
    gone = [*visits("a", "b", "c"), *visits("d", "e", "f", day="2023-02-01")]
    gone = [each._replace(home=f"home {number}") for number, each in enumerate(gone)]

    assert cells(gone) == [Cell("visit", "north", "2023", 6)]


def test_five_people_in_one_home_tell_of_that_home_so_they_are_not_told():
    assert cells(visits(*"abcdef", homes=1)) == [Cell("visit", "north", "", 6)]
