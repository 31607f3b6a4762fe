"""How heavy a load is, which homes were not seen for longest, and what other lists would be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.visits import load
from caregiver_desk.practice.visits.load import Arranged, Home, Span, Why
from caregiver_desk.records.people.people import Area
from caregiver_desk.records.visits.visits import Outcome

TODAY = date(2026, 3, 2)
SHIPPED = norms({})


def ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.mark.parametrize(
    ("area", "begins"),
    [(None, 7), (Area.URBAN, 7), (Area.PERI_URBAN, 7), (Area.RURAL, 6), (Area.DEEP_RURAL, 6)],
)
def test_a_day_is_heavy_sooner_where_ways_are_long(area: Area | None, begins: int):
    assert load.heavy_from(SHIPPED, area) == begins
    assert [load.is_heavy(done, begins) for done in (0, begins - 1, begins)] == [False, False, True]


def test_a_site_may_say_another_number():
    assert load.heavy_from(norms({"heavy_day": 9, "heavy_day_rural": 5}), Area.RURAL) == 5


@pytest.mark.parametrize(
    ("days", "often", "why"),
    [
        ([7, 7, 7, *[4] * 7], 0, (Why.DAYS,)),
        ([7, 7, *[4] * 8, 7, 7, 7], 0, ()),  # only the last ten days of visits count
        ([6] * 20, 0, ()),  # a usual day of six is what is usual
        ([*[4] * 10, *[9] * 10], 0, (Why.USUAL,)),  # the middle of twenty
        ([*[4] * 10, *[9] * 9], 0, ()),  # nineteen are no usual day yet
        ([4], 4, (Why.HOMES,)),
        ([4], 3, ()),
        ([0, 1, 0, 2] * 6, 0, ()),  # little is never said
        ([], 0, ()),
        ([9] * 20, 5, (Why.DAYS, Why.USUAL, Why.HOMES)),
    ],
)
def test_a_load_is_heavy_for_reasons_and_never_light(days: list[int], often: int, why: tuple[Why, ...]):
    assert load.heavy_load(days, [4] * often + [1, None], SHIPPED, None) == why


def test_a_site_says_among_how_many_days_of_visits_it_counts():
    days = [4, 4, 4, 4, 4, 9, 9, 9, *[4] * 12]

    assert load.heavy_load(days, [], SHIPPED, None) == (Why.DAYS,)
    assert load.heavy_load(days, [], norms({"load_recent": 5}), None) == ()
    assert load.usual_day([9] * 5, SHIPPED) is None
    assert load.usual_day([9] * 5, norms({"load_usual": 5})) == 9


def test_three_days_of_six_are_a_heavy_load_where_ways_are_long():
    days = [6, 6, 6, *[3] * 7]

    assert load.heavy_load(days, [], SHIPPED, Area.DEEP_RURAL) == (Why.DAYS,)
    assert load.heavy_load(days, [], SHIPPED, Area.URBAN) == ()


def test_a_day_at_closed_doors_is_a_day_of_visits_and_one_on_the_phone_is_none():
    visits = [(ago(1), Outcome.NOBODY_HOME), (ago(1), Outcome.DONE), (ago(2), Outcome.REFUSED)]
    visits += [(ago(3), Outcome.PHONE), (ago(4), Outcome.CANCELLED)]

    assert load.days_of_visits(visits) == [1, 0]


@pytest.mark.parametrize(
    ("level", "seen", "over"),
    [(1, 31, None), (1, 32, 1), (2, 14, None), (2, 20, 6), (3, 7, None), (3, 8, 1), (4, 3, None), (4, 10, 7),
     (None, 400, None)],
)  # fmt: skip
def test_a_home_is_late_against_its_own_need(level: int | None, seen: int, over: int | None):
    found = load.late(Home("h", level, seen=ago(seen)), TODAY)

    assert found == (timedelta(over) if over else None)


def test_a_home_that_was_never_seen_waits_since_it_came_onto_the_list():
    assert load.late(Home("h", 3, since=ago(10)), TODAY) == timedelta(3)
    assert load.late(Home("h", 3), TODAY) is None
    assert load.late(Home("h", 3, since=ago(10), due=False), TODAY) is None  # paused


def test_those_not_seen_for_longest_against_their_own_need_come_first():
    monthly, weekly, often = Home("m", 1, seen=ago(45)), Home("w", 3, seen=ago(20)), Home("o", 4, seen=ago(9))
    just, fine, new = Home("j", 1, seen=ago(2)), Home("f", 1, seen=ago(20)), Home("n", 1, since=ago(5))
    homes = [just, fine, new, monthly, weekly, often]

    assert [each.id for each in load.longest_first(homes, TODAY)] == ["o", "w", "m", "f", "n", "j"]


@pytest.mark.parametrize(
    ("people", "says"), [(6, Span.FITS), (7, Span.NOTED), (10, Span.NOTED), (11, Span.WARNED), (1, Span.FITS)]
)
def test_many_people_with_one_supervisor_are_noted_and_then_warned_of(people: int, says: Span):
    assert load.span(people, SHIPPED) == says


def test_what_if_is_tried_on_the_lists_alone_and_loses_no_home():
    before = {"rofhiwa": frozenset("abc"), "johanna": frozenset("d"), "": frozenset("w")}

    after = load.what_if(before, {"a": "johanna", "b": "kgomotso", "w": "johanna", "d": "johanna"})

    assert after == {
        "rofhiwa": frozenset("c"), "johanna": frozenset("adw"), "kgomotso": frozenset("b"), "": frozenset(),
    }  # fmt: skip
    assert sorted(home for homes in after.values() for home in homes) == list("abcdw")
    assert load.changed(before, after) == {"rofhiwa", "johanna", "kgomotso", ""}
    assert load.what_if(before, {}) == before


@pytest.mark.parametrize(
    ("homes", "arranged", "beyond"), [(12, Arranged(12), False), (13, Arranged(12), True), (99, Arranged(), False)]
)
def test_a_list_that_is_longer_than_was_arranged_is_told_of(homes: int, arranged: Arranged, beyond: bool):
    assert load.beyond(homes, arranged) is beyond


def test_every_need_has_its_rhythm_in_words():
    assert [load.rhythm_words(level) for level in (1, 2, 3, 4)] == [
        "monthly", "every two weeks", "weekly", "several times a week",
    ]  # fmt: skip
    assert load.rhythm_words(None) == "no need noted"
