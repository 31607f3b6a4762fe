"""What was kept long enough stands in the settings; it is chosen, asked twice, and only then removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme
from kept import confirm
from PySide6.QtWidgets import QLineEdit

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.retention import rules
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def three_years_on(programme: Programme) -> Book:
    """The caregiver left three years ago; one visit of hers is still there."""
    book = programme.book
    ACTS["record_visit"](book, caregiver=programme.caregiver, household=programme.household, day=clock.today())
    (engagement,) = questions.listing(book, "engagement", {"person": programme.caregiver})
    ACTS["change_engagement"](book, id=engagement.id, fields={"state": "left", "until": clock.today().isoformat()})
    clock.shift(timedelta(days=1200))
    return book


@pytest.fixture
def long_ago(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    """As it stands there, with times that the organisation confirmed."""
    book = three_years_on(programme)
    confirm(book)
    return open_window(book)


def test_nothing_is_due_in_a_young_book_and_that_is_said(desk: Desk) -> None:
    desk.open("settings")

    assert "Nothing was kept longer than it should be." in desk.message()
    assert "Look at what is due" not in desk.buttons()
    assert "In the last 30 days: opened 1 time, 0 wrong passphrases" in desk.message()


def test_one_press_removes_nothing_and_a_second_one_does(long_ago: Desk) -> None:
    long_ago.open("settings").press("Look at what is due")
    assert {"1 visit · Sibongile Ndaba"} <= set(long_ago.message().splitlines())
    assert "not yet confirmed" not in long_ago.message()

    long_ago.press("choose").press("Remove for good")
    assert questions.count(long_ago.book, "visit") == 1

    long_ago.press("Yes, erase 1 record for good")
    assert questions.count(long_ago.book, "visit") == 0
    assert "Nothing was kept longer than it should be." in long_ago.message()


def test_without_a_choice_nothing_can_be_removed(long_ago: Desk) -> None:
    long_ago.open("settings").press("Look at what is due").press("Remove for good")

    assert "Yes, erase 1 record for good" not in long_ago.buttons()


def test_another_choice_is_asked_again(long_ago: Desk) -> None:
    long_ago.open("settings").press("Look at what is due").press("choose").press("Remove for good")
    long_ago.press("choose").press("choose")

    assert "Remove for good" in long_ago.buttons()


def test_what_is_only_suggested_is_shown_and_cannot_be_chosen(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(three_years_on(programme)).open("settings").press("Look at what is due")

    assert "1 visit · Sibongile Ndaba" in desk.message()
    assert "suggested, not yet confirmed by your organisation" in desk.message()
    assert "choose" not in desk.buttons()
    desk.press("Look at the times")
    assert "A coordinator confirms what holds in your organisation." in desk.message()
    assert "Confirm these times" not in desk.buttons()


def test_a_coordinator_changes_one_time_with_its_reason_and_confirms_all(
    make_book: Callable[..., Book], open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(make_book("Fhatuwani Netsianda", "coordinator")).open("settings")
    assert f"{len(rules())} rules on how long to keep records are only suggested." in desk.message()
    desk.press("How long records are kept")
    months = desk.window.findChildren(QLineEdit)
    visits = next(each for each in months if each.accessibleName() == "Visits: months")
    reason = next(each for each in months if each.accessibleName() == "Why, where it is not as suggested")
    assert visits.text() == "36"

    visits.setText("60")
    desk.press("Confirm these times")
    assert "Why so long" in desk.message()
    reason.setText("The funder asks for it.")
    desk.press("Confirm these times").press("How long records are kept")

    assert "60 months after somebody left; only their number is kept" in desk.message()
    assert "by Fhatuwani Netsianda: The funder asks for it." in desk.message()
    assert "suggested, not yet" not in desk.message()
    told = {leaf["what"]: leaf["months"] for leaf in questions.listing(desk.book, "keeping_time")}
    assert (len(told), told["visit"], told["check_in"]) == (len(rules()), 60, 36)


def test_a_number_that_is_none_is_asked_again_and_nothing_is_confirmed(
    make_book: Callable[..., Book], open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(make_book("Fhatuwani Netsianda", "coordinator")).open("settings")
    desk.press("How long records are kept")
    visits = next(e for e in desk.window.findChildren(QLineEdit) if e.accessibleName() == "Visits: months")
    visits.setText("long")
    desk.press("Confirm these times")

    assert "A whole number from 1 to 1200, please." in desk.message()
    assert questions.count(desk.book, "keeping_time") == 0
