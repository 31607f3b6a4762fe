"""Who may already be in the book is shown while a name is typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk, Programme
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

OPEN = "Open this one instead"


@pytest.fixture
def adding(desk: Desk) -> Desk:
    person = desk.book
    (ndaba,) = questions.find(person, "Ndaba")
    ACTS["change_person"](person, id=ndaba.id, fields={"birth_year": 1979, "phone": "082 555 0101"})
    return desk.open("people").press("Add a caregiver")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"given_names": "sibongile", "surname": "NDABA"}, "the same name"),
        ({"given_names": "Sibongiile", "surname": "Ndaba"}, "the names sound alike"),
        ({"given_names": "Ndaba Sibongile"}, "the names sound alike"),
        ({"given_names": "S", "surname": "Ndaba", "phone": "+27825550101"}, "the same phone"),
    ],
)
def test_who_is_like_her_is_shown_with_what_tells_her_apart(adding: Desk, typed: dict[str, str], why: str) -> None:
    assert OPEN not in adding.buttons()

    adding.fill(**typed)

    assert why in adding.message()
    assert "born 1979 · 082 555 0101" in adding.message()


def test_nobody_is_shown_where_nobody_is_like_her(adding: Desk) -> None:
    adding.fill(given_names="Sibongile", surname="Ndaba").fill(surname="Khambule")

    assert OPEN not in adding.buttons()


def test_a_name_typed_quickly_is_asked_one_at_a_time_and_the_last_one_counts(adding: Desk) -> None:
    adding.fill(given_names="Sibongile")
    lane = adding.window.hands.lane
    surname = next(each for each in adding.window.findChildren(QLineEdit, "surname") if each.isVisible())

    QTest.keyClicks(surname, "Ndabandabandaba")
    for _ in range(10):
        surname.backspace()

    assert lane._under_way == 1
    assert OPEN in adding.rest().rest().buttons()


def test_she_is_opened_instead_and_what_was_typed_waits(adding: Desk) -> None:
    adding.fill(given_names="Sibongile", surname="Ndaba").press(OPEN)

    assert not [each for each in adding.window.findChildren(QDialog) if each.isVisible()]
    assert "since" in adding.message() or "caregiver" in adding.message()
    assert adding.press("Add a caregiver").typed("surname") == "Ndaba"


def test_she_can_be_recorded_all_the_same(adding: Desk) -> None:
    adding.fill(given_names="Sibongile", surname="Ndaba").press("Save")

    assert len(questions.find(adding.book, "Ndaba")) == 2


def test_a_household_is_known_by_its_code_however_it_is_written(desk: Desk) -> None:
    desk.do_from_palette("Add a household").fill(code="hh 31")

    assert "Mudau" in desk.message()
    assert "the same code but for noughts" in desk.message()
    assert "HH-031" in desk.press(OPEN).typed("code")


def test_of_a_home_only_those_who_live_there_are_shown(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    book = programme.book
    other = ACTS["record_household"](book, code="HH-099", team=people.own_team(book)).record
    ACTS["record_member"](book, household=programme.household, first_name="Thabo", birth_year=2015)
    desk = open_window(book).do_from_palette("Record household member")

    desk.fill(household="HH-099", first_name="Thabo")
    assert OPEN not in desk.buttons()
    desk.fill(household="HH-031")

    assert "born 2015" in desk.message()
    assert other != programme.household
