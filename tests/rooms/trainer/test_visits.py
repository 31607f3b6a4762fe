"""Homes and visits: the size of the programme, and that it could have been so."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from statistics import mean

from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.calendar import LAST, Calendar
from caregiver_desk.trainer.story import Books, listed, told

KINDS = {
    "child-headed": 9, "grandmother-headed": 14, "disability": 8, "chronic illness": 12, "new baby": 5,
    "suspected neglect": 4, "routine": 8,
}  # fmt: skip
A_WEEK = {1: 0.25, 2: 0.5, 3: 1, 4: 3}  # visits that a home of this level is due


def hers(books: Books, name: str, *, kind: str = "visit") -> list[Leaf]:
    somebody = listed(books.coordinator, "person", given_names=name)[0].id
    return listed(books.north, kind, caregiver=somebody)


def between(visits: list[Leaf], calendar: Calendar, first: int, last: int) -> list[Leaf]:
    """The visits of these weeks."""
    start, end = calendar.day([first, 0]).isoformat(), calendar.day([last, 6]).isoformat()
    return [each for each in visits if start <= each["day"] <= end]


def heavy_days(visits: list[Leaf]) -> int:
    done = Counter(each["day"] for each in visits if each["outcome"] == "done")
    return sum(homes >= 7 for homes in done.values())


def test_sixty_homes_are_described_in_the_proportions_of_the_story_and_180_are_light(books: Books):
    homes = listed(books.north, "household")

    assert Counter(each["kind"] for each in told("households")["homes"].values()) == KINDS
    assert len(homes) == len({each["code"] for each in homes}) == 240
    assert sum(bool(each["nickname"]) for each in homes) == 60
    assert {each["household"] for each in listed(books.north, "member")} == {h.id for h in homes if h["nickname"]}


def test_homes_that_are_done_stay_with_their_reason(books: Books):
    states = Counter(each["state"] for each in listed(books.north, "household"))

    assert states == {"active": 234, "graduated": 2, "moved away": 3, "paused": 1}
    assert sum(bool(each["safety"]) for each in listed(books.north, "household")) == 2


def test_about_six_thousand_visits_in_26_weeks_up_to_today(books: Books, calendar: Calendar):
    visits = listed(books.coordinator, "visit")
    days = sorted(each["day"] for each in visits)

    assert 5_700 < len(visits) < 6_300
    assert calendar.day([1, 0]).isoformat() <= days[0]
    assert calendar.day([LAST, 0]).isoformat() <= days[-1] <= calendar.today.isoformat()


def test_not_every_door_opens(books: Books):
    outcomes = Counter(each["outcome"] for each in listed(books.north, "visit"))

    assert outcomes.keys() == {
        "done", "nobody home", "asked to come another day", "refused", "not safe to enter", "cancelled by us",
        "phone only",
    }  # fmt: skip
    assert 0.8 < outcomes["done"] / outcomes.total() < 0.92


def test_nobody_visits_a_home_that_is_not_hers_on_that_day(books: Books):
    """Of Marie, who helped out for a week, the list of homes was let go since: only how many there were stays."""
    (let_go,) = listed(books.north, "removed_count")
    assert (let_go["what"], let_go["number"], let_go["period"]) == ("assignment", 5, None)
    spans: dict[tuple[str, str], list[Leaf]] = {}
    for each in listed(books.north, "assignment"):
        spans.setdefault((each["caregiver"], each["household"]), []).append(each)
    marie = {each["caregiver"] for each in hers(books, "Marie")}
    for visit in listed(books.north, "visit"):
        if visit["caregiver"] in marie:
            continue
        assigned = spans[visit["caregiver"], visit["household"]]
        assert any(each["since"] <= visit["day"] <= (each["until"] or visit["day"]) for each in assigned)


def test_nobody_visits_after_she_has_gone_or_while_she_is_away(books: Books, calendar: Calendar):
    assert between(hers(books, "Elizabeth"), calendar, 22, LAST) == []
    assert between(hers(books, "Nkateko"), calendar, 22, LAST) == []
    assert between(hers(books, "Sibongile"), calendar, 10, 10) == []
    assert between(hers(books, "Marie"), calendar, 10, 10) == hers(books, "Marie") != []


def test_a_home_is_visited_once_a_day_at_most(books: Books):
    visited = Counter((each["household"], each["day"]) for each in listed(books.north, "visit"))

    assert max(visited.values()) == 1


def test_thandeka_makes_two_of_three_visits_and_each_is_long(books: Books):
    due = {each.id: A_WEEK[each["level"]] for each in listed(books.north, "household")}
    a_week = sum(due[each["household"]] for each in hers(books, "Thandeka", kind="assignment"))

    assert 0.6 < len(hers(books, "Thandeka")) / (LAST * a_week) < 0.7
    assert mean(each["minutes"] for each in hers(books, "Thandeka") if each["minutes"]) > 55


def test_johanna_makes_every_visit_in_a_quarter_of_an_hour_until_somebody_comes_along(books: Books, calendar: Calendar):
    early = between(hers(books, "Johanna"), calendar, 1, 13)

    assert {each["outcome"] for each in early} == {"done"}
    assert max(each["minutes"] for each in early) == 20


def test_rofhiwas_days_are_heavy_and_long_until_her_homes_are_shared_out(books: Books, calendar: Calendar):
    before, after = between(hers(books, "Rofhiwa"), calendar, 1, 11), between(hers(books, "Rofhiwa"), calendar, 13, 26)

    assert (heavy_days(before) > 15, heavy_days(after)) == (True, 0)
    assert mean(v["minutes"] for v in before if v["minutes"]) > mean(v["minutes"] for v in after if v["minutes"]) + 10


def test_graces_visits_fall(books: Books, calendar: Calendar):
    quarters = [len(between(hers(books, "Grace"), calendar, first, first + 5)) for first in (1, 8, 14, 20)]

    assert quarters == sorted(quarters, reverse=True)
    assert quarters[-1] < 0.65 * quarters[0]


def test_some_homes_wait_for_somebody(books: Books):
    visited = {each["household"] for each in listed(books.north, "assignment") if each["until"] is None}
    waiting = [each for each in listed(books.north, "household", state="active") if each.id not in visited]

    assert len(waiting) == 17


def test_numbers_on_a_list_are_never_given_twice(books: Books):
    held = [each for each in listed(books.north, "assignment") if each["until"] is None]
    for _, group in groupby(sorted(held, key=lambda each: each["caregiver"]), key=lambda each: each["caregiver"]):
        numbers = [each["short_number"] for each in group]
        assert len(numbers) == len(set(numbers))
