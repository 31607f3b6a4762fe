"""A caregiver stands in the book under two names: somebody sees it, decides, and can take it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions


@pytest.fixture
def twice(programme: Programme) -> tuple[str, str]:
    """Two who sound alike, with a visit by the second."""
    one, other = (
        ACTS["add_caregiver"](programme.book, given_names=given, surname=surname).record
        for given, surname in (("Maria", "Baloi"), ("Marie", "Baloyi"))
    )
    ACTS["record_visit"](programme.book, household=programme.household, caregiver=other, day="2026-03-02")
    return one, other


def test_both_are_seen_beside_each_other_with_the_reason(twice: tuple[str, str], desk: Desk) -> None:
    told = desk.open("sharing").press("Look for them").message()

    assert "1 of 1. Nothing is joined unless you say so." in told
    assert "the names sound alike" in told
    assert "Maria Baloi" in told
    assert "Marie Baloyi" in told
    assert "1 visit" in told
    assert questions.get(desk.book, "person", twice[1]).id == twice[1]


def test_they_are_joined_by_one_word_and_parted_by_one_undo(twice: tuple[str, str], desk: Desk) -> None:
    one, other = twice
    desk.open("sharing").press("Look for them").fill(surname="Baloyi").press("They are the same")

    assert "Nothing to decide" in desk.message()
    both = questions.get(desk.book, "person", other)
    assert (both.id, both["given_names"], both["surname"], both.quarrels) == (one, "Maria", "Baloyi", ())
    desk.press("Close").press("Undo")
    assert questions.get(desk.book, "person", other).id == other
    assert questions.get(desk.book, "person", one)["surname"] == "Baloi"


def test_who_is_not_the_same_is_not_asked_again(twice: tuple[str, str], desk: Desk) -> None:
    desk.open("sharing").press("Look for them").press("They are not the same")
    assert "Nothing to decide" in desk.message()

    assert "Nothing to decide" in desk.press("Close").press("Look for them").message()
    assert len({questions.get(desk.book, "person", each).id for each in twice}) == 2


def test_a_book_with_nobody_twice_says_so(desk: Desk) -> None:
    assert "Nothing to decide" in desk.open("sharing").press("Look for them").message()


def test_deciding_one_pair(twice: tuple[str, str], desk: Desk, record_property: Callable[[str, object], None]) -> None:
    hands = Keyboard(desk.open("sharing").press("Look for them"), record_property)

    hands.press("Ctrl+Return")

    hands.counts("deciding on two that may be one", 4, "J12", allowed=20)
    assert questions.get(desk.book, "person", twice[1]).id == twice[0]
