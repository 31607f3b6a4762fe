"""What people type for a day, and what is meant."""

from datetime import date

import pytest

from caregiver_desk.desk.parts.days import Looks, days_meant
from caregiver_desk.wording import in_words

TUESDAY = date(2026, 3, 10)
BACK, AHEAD = Looks.BACK, Looks.AHEAD


@pytest.mark.parametrize(
    ("typed", "looks", "meant"),
    [
        ("today", BACK, date(2026, 3, 10)),
        ("yesterday", BACK, date(2026, 3, 9)),
        ("+14", AHEAD, date(2026, 3, 24)),
        ("-3", BACK, date(2026, 3, 7)),
        ("3/3", BACK, date(2026, 3, 3)),
        ("fri", BACK, date(2026, 3, 6)),
        ("fri", AHEAD, date(2026, 3, 13)),
        ("Tuesday", BACK, date(2026, 3, 10)),
        ("tue", AHEAD, date(2026, 3, 17)),
        ("28 feb", BACK, date(2026, 2, 28)),
        ("1 Apr 2026", AHEAD, date(2026, 4, 1)),
        ("2026-02-27", BACK, date(2026, 2, 27)),
        ("27/2/26", BACK, date(2026, 2, 27)),
        ("28/12", BACK, date(2025, 12, 28)),
    ],
)
def test_a_day_is_understood_as_one_says_it(typed: str, looks: Looks, meant: date) -> None:
    assert days_meant(typed, TUESDAY, looks) == [meant]


def test_what_could_be_two_days_is_offered_as_two() -> None:
    assert days_meant("5/4", TUESDAY, AHEAD) == [date(2026, 4, 5), date(2026, 5, 4)]


def test_of_two_days_only_the_near_one_that_lies_the_right_way_counts() -> None:
    assert days_meant("5/3", TUESDAY, BACK) == [date(2026, 3, 5)]


@pytest.mark.parametrize("typed", ["", "soon", "31/2", "99/99", "2026-13-01"])
def test_what_is_no_day_means_none(typed: str) -> None:
    assert days_meant(typed, TUESDAY, BACK) == []


@pytest.mark.parametrize("typed", ["fri", "friday", "vry", "Vrydag"])
def test_a_day_of_the_week_is_typed_in_the_language_of_the_desk_or_in_english(typed: str):
    with in_words({"Fri": "Vry", "Sun": "Son"}):
        assert days_meant(typed, TUESDAY, BACK) == days_meant("fri", TUESDAY, BACK)


def test_so_is_a_month():
    with in_words({"Mar": "Mas"}):
        assert days_meant("3 Mashi", TUESDAY, BACK) == days_meant("3 mar", TUESDAY, BACK) != []
