"""What a shelf says is there: its kinds, its acts and its roads; and how an entry of any kind stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.growth import standing
from caregiver_desk.practice.growth.roads import ABOUT
from caregiver_desk.practice.growth.shelves import Shelf, every_shelf, shelves
from caregiver_desk.records.course import goes_on
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import ANYTHING

acts.load()
TODAY = date(2026, 3, 2)


@pytest.mark.parametrize("shelf", every_shelf(), ids=lambda each: each.name)
def test_whatever_a_shelf_names_is_there(shelf: Shelf):
    assert [name for name in shelf.kinds if name not in KINDS] == []
    assert [name for name in shelf.begins if name not in ACTS] == []
    assert shelf.says.endswith(".")


def test_no_two_shelves_have_one_name_and_each_road_says_what_it_is():
    names = [each.name for each in every_shelf()]

    assert len(names) == len(set(names))
    assert ABOUT.keys() == set(Road)


def test_a_shelf_with_a_road_stands_where_the_site_opened_it_and_nowhere_else():
    of_roads = {each.name for each in every_shelf() if each.road}

    assert of_roads.isdisjoint(each.name for each in shelves(()))
    assert of_roads <= {each.name for each in shelves(tuple(Road))}


def test_what_says_that_an_entry_is_over_is_declared_with_values_that_it_may_have():
    for kind in KINDS.values():
        for field, meant in kind.over.items():
            choices = kind.fields[field].choices
            assert set(meant) <= {str(each) for each in choices or ()}, kind.name


@pytest.mark.parametrize(
    ("until", "under_way", "comes"),
    [
        (None, True, ""),
        ("2026-03-01", False, ""),
        ("2026-03-02", False, ""),
        ("2026-04-01", True, "2026-04-01"),
    ],
)
def test_what_has_an_end_is_under_way_until_that_day(until: str | None, under_way: bool, comes: str):
    kind, values = KINDS["partnership_item"], {"since": "2026-01-01", "until": until}

    assert standing.is_under_way(kind, values, TODAY) == under_way
    assert standing.next_day(kind, values, TODAY) == comes


def test_nothing_of_thanks_is_ever_under_way():
    assert not goes_on(KINDS["thanks"])
    assert not standing.is_under_way(KINDS["thanks"], {"day": "2026-03-02"}, TODAY)


def test_a_state_says_that_it_is_over_also_where_the_record_was_left_as_it_began():
    promise = replace(KINDS["promise"], over={"state": ("done", "dropped")})
    plan = replace(KINDS["support_plan"], over={"ended": ANYTHING})

    assert standing.next_day(promise, {"due": "2026-02-01"}, TODAY) == "2026-02-01"
    assert standing.next_day(promise, {"due": "2026-02-01", "state": "done"}, TODAY) == ""
    assert standing.is_under_way(plan, {}, TODAY)
    assert not standing.is_under_way(plan, {"ended": "2026-02-01"}, TODAY)
