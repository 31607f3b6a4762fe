"""Counting in the store: as a person would count the records one by one."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import UnknownField
from caregiver_desk.store import counting, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.counting import Asked
from caregiver_desk.store.questions import FIRST_DAY

YEAR = ("2026-01-01", "2026-12-31")
VISITS = Asked("visit", "day", YEAR)


@pytest.fixture
def who(book: Book) -> tuple[str, str]:
    """Sibongile made four visits, one of them in vain; Grace made one, in March."""
    sibongile, grace = (ACTS["add_caregiver"](book, given_names=name).record for name in ("Sibongile", "Grace"))
    home = ACTS["record_household"](book, team=own_team(book), code="HH-001").record
    for caregiver, day, more in (
        (sibongile, "2026-02-02", {"minutes": 30}), (sibongile, "2026-02-02", {"minutes": 20}),
        (sibongile, "2026-02-03", {"outcome": "nobody home"}), (sibongile, "2026-03-02", {}),
        (grace, "2026-03-02", {"minutes": 10}),
    ):  # fmt: skip
        ACTS["record_visit"](book, caregiver=caregiver, household=home, day=day, **more)
    return sibongile, grace


def numbers(book: Book, asked: Asked, *by: str, **how: object) -> dict[tuple[str, ...], int]:
    return {(each.month, *each.values): each.number for each in counting.counted(book, asked, by, **how)}  # type: ignore[arg-type]


def test_records_are_counted_by_month_and_by_what_stands_in_a_field(book: Book, who: tuple[str, str]):
    sibongile, grace = who

    assert numbers(book, VISITS) == {("2026-02",): 3, ("2026-03",): 2}
    assert numbers(book, VISITS, "caregiver") == {
        ("2026-02", sibongile): 3, ("2026-03", sibongile): 1, ("2026-03", grace): 1,
    }  # fmt: skip
    assert numbers(book, VISITS, by_month=False) == {("",): 5}


def test_what_is_left_empty_counts_as_what_its_form_would_say(book: Book, who: tuple[str, str]):
    """A visit is done unless something else is said of it."""
    assert who
    assert numbers(book, VISITS._replace(where={"outcome": ["done"]})) == {("2026-02",): 2, ("2026-03",): 2}


def test_those_that_agree_in_some_fields_count_as_one(book: Book, who: tuple[str, str]):
    """Days in the field: one for each caregiver and day."""
    assert who
    assert numbers(book, VISITS, once=["caregiver", "day"]) == {("2026-02",): 2, ("2026-03",): 2}
    assert numbers(book, VISITS, once=["caregiver"], by_month=False) == {("",): 2}


def test_numbers_are_added_up_and_what_nobody_noted_is_nothing(book: Book, who: tuple[str, str]):
    assert who
    assert numbers(book, VISITS, total="minutes") == {("2026-02",): 50, ("2026-03",): 10}


def test_only_records_that_say_something_in_a_field_count_where_that_is_asked(book: Book, who: tuple[str, str]):
    assert who
    assert numbers(book, VISITS._replace(filled=["minutes"])) == {("2026-02",): 2, ("2026-03",): 1}


def test_both_days_belong_and_what_was_withdrawn_does_not_count(book: Book, who: tuple[str, str]):
    sibongile, grace = who
    day = VISITS._replace(days=("2026-02-02", "2026-02-03"))
    assert numbers(book, day) == {("2026-02",): 3}

    ACTS["withdraw_visit"](book, id=questions.listing(book, "visit", {"caregiver": grace})[0].id)

    assert numbers(book, VISITS, "caregiver") == {("2026-02", sibongile): 3, ("2026-03", sibongile): 1}


@pytest.mark.parametrize("most", [1, 2, 5, 99])
def test_the_records_themselves_come_in_pages_each_once_the_earliest_first(book: Book, who: tuple[str, str], most: int):
    assert who
    found = [(str(each["day"]), each.id) for each in counting.pages(book, VISITS, most=most)]

    assert found == sorted(found)
    assert len(set(found)) == len(questions.listing(book, "visit")) == 5


def test_whether_there_is_anything_of_a_kind_or_a_field_and_since_when(book: Book, who: tuple[str, str]):
    assert who
    assert counting.first_day(book, "visit", "minutes") == "2026-02-02"
    assert counting.first_day(book, "visit", "with_whom") == ""
    assert counting.first_day(book, "team") == FIRST_DAY
    assert counting.first_day(book, "visit") == "2026-02-02"
    assert counting.first_day(book, "referral") == ""


def test_a_field_that_there_is_not_is_refused_wherever_it_stands(book: Book):
    for asked, by, how in (
        (VISITS, ["mood"], {}), (VISITS, [], {"once": ["mood"]}), (VISITS, [], {"total": "mood"}),
        (VISITS._replace(day="mood"), [], {}), (VISITS._replace(where={"mood": ["good"]}), [], {}),
        (VISITS._replace(filled=["mood; DROP TABLE visit"]), [], {}),
    ):  # fmt: skip
        with pytest.raises(UnknownField):
            counting.counted(book, asked, by, **how)  # type: ignore[arg-type]
