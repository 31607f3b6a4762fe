"""What a typed cell means, when a number is complete, and what a day comes to."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.acts.intake.forms import vocabulary
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.practice.visits.weeks import (
    LETTERS,
    Doubt,
    Entry,
    Meaning,
    Total,
    beginning,
    goes_on,
    is_complete,
    laid,
    length_on,
    meaning,
    total,
    week_of,
    written,
)
from caregiver_desk.records.visits.visits import Outcome

HOMES = {1: ["one"], 4: ["four"], 13: ["thirteen"], 14: ["fourteen"], 20: ["a", "b"]}
TYPED = list_number(14).replace("-", "")  # as it is typed, check digit and all


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        (TYPED, Meaning(Outcome.DONE, "fourteen")),
        ("14", Meaning(Outcome.DONE, "fourteen")),  # by hand, ended by a key
        ("14n", Meaning(Outcome.NOBODY_HOME, "fourteen")),
        (f"{TYPED}u", Meaning(Outcome.UNSAFE, "fourteen")),
        ("013", Meaning(Outcome.DONE, "one")),
        ("4", Meaning(Outcome.DONE, "four")),
        ("45", Meaning(Outcome.DONE, "four")),  # 4-5
        ("130", Meaning(Outcome.DONE, "thirteen")),
        ("13", Meaning(Outcome.DONE, doubt=Doubt.TWO)),  # 1-3, or 13 by hand
        ("20", Meaning(Outcome.DONE, doubt=Doubt.TWO)),  # given twice, on two laptops
        ("77", Meaning(Outcome.DONE, doubt=Doubt.UNKNOWN)),
        ("07", Meaning(Outcome.DONE, doubt=Doubt.UNKNOWN)),
        (list_number(77).replace("-", ""), Meaning(Outcome.DONE, doubt=Doubt.UNKNOWN)),
    ],
)
def test_what_a_typed_cell_means(typed: str, means: Meaning):
    assert meaning(typed, HOMES, 3) == means


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("digit", "0123456789")
def test_no_single_wrong_digit_of_a_complete_number_names_another_home(place: int, digit: str):
    everyone = {number: [str(number)] for number in range(1, 100)}
    slipped = TYPED[:place] + digit + TYPED[place + 1 :]

    assert meaning(slipped, everyone, 3).household == ("14" if slipped == TYPED else "")
    assert meaning(slipped, everyone, 3).doubt == (None if slipped == TYPED else Doubt.SLIP)


def test_a_home_that_stands_on_its_day_already_is_not_counted_twice():
    assert meaning(TYPED, HOMES, 3, ["fourteen"]) == Meaning(Outcome.DONE, doubt=Doubt.TWICE)


@pytest.mark.parametrize(("numbers", "length"), [([], 3), ([9], 3), ([1, 99], 3), ([100], 4), ([9999], 5)])
def test_a_complete_number_has_the_length_of_the_longest_on_the_list(numbers: list[int], length: int):
    assert length_on(numbers) == length


@pytest.mark.parametrize(
    ("typed", "key", "more"),
    [("", "1", True), ("1", "4", True), ("", "n", False), ("14", "n", True), ("14n", "4", False), ("14n", "l", False),
     ("14", "q", False), ("", "", False), ("12345", "6", False)],
)  # fmt: skip
def test_digits_and_then_one_letter_belong_to_a_cell(typed: str, key: str, more: bool):
    assert goes_on(typed, key) is more


@pytest.mark.parametrize(("typed", "moves_on"), [("", False), ("14", False), ("147", True), ("14n", True)])
def test_the_sheet_moves_on_after_a_complete_number_or_a_letter(typed: str, moves_on: bool):
    assert is_complete(typed, 3) is moves_on


@pytest.mark.parametrize(
    ("typed", "numbers"), [("1", [1, 13, 14]), ("14", [14]), ("01", [1]), ("0", [1, 4]), ("014", []), ("9", [])]
)
def test_while_one_types_the_homes_are_found_that_may_be_meant(typed: str, numbers: list[int]):
    assert beginning(typed, HOMES, 3) == numbers


def test_numbers_are_shown_in_one_length():
    assert [written(number, 3) for number in (1, 13)] == ["01-3", "13-0"]


@pytest.mark.parametrize(
    ("done", "not_done", "heavy"), [(0, 0, False), (3, 0, False), (6, 3, False), (7, 0, True), (9, 1, True)]
)
def test_a_day_is_heavy_from_seven_visits_and_never_light(done: int, not_done: int, heavy: bool):
    day = [Entry("", household="h")] * done + [Entry("", Outcome.REFUSED, "h")] * not_done
    waiting = [Entry("771", doubt=Doubt.UNKNOWN)]

    assert total([*day, *waiting], 7) == Total(done, not_done, 1, heavy)


def test_what_waits_stands_where_it_was_typed():
    one, two, odd, late = Entry("01-3"), Entry("02-1"), Entry("771"), Entry("8")

    assert laid([one, two], [(1, odd), (9, late)]) == [one, odd, two, late]


@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-05", "2026-03-08"])
def test_a_week_begins_on_monday(day: str):
    week = week_of(date.fromisoformat(day))

    assert (week[0], week[-1]) == (date(2026, 3, 2), date(2026, 3, 8))


def test_every_outcome_has_one_letter_and_spreadsheets_know_the_same():
    assert sorted(LETTERS.values()) == sorted(Outcome)
    assert {letter: vocabulary("visit")["outcome"][letter] for letter in LETTERS} == dict(LETTERS)
