"""What was kept long enough stands in the settings; it is chosen, asked twice, and only then removed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def long_ago(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    """The caregiver left three years ago; one visit of hers is still there."""
    book = programme.book
    ACTS["record_visit"](book, caregiver=programme.caregiver, household=programme.household, day=clock.today())
    (engagement,) = questions.listing(book, "engagement", {"person": programme.caregiver})
    ACTS["change_engagement"](book, id=engagement.id, fields={"state": "left", "until": clock.today().isoformat()})
    clock.shift(timedelta(days=1200))
    return open_window(book)


def test_nothing_is_due_in_a_young_book_and_that_is_said(desk: Desk) -> None:
    desk.open("settings")

    assert "Nothing was kept longer than it should be." in desk.message()
    assert "Look at what is due" not in desk.buttons()
    assert "In the last 30 days: opened 1 time, 0 wrong passphrases" in desk.message()


def test_one_press_removes_nothing_and_a_second_one_does(long_ago: Desk) -> None:
    long_ago.open("settings").press("Look at what is due")
    assert {"1 visit · Sibongile Ndaba"} <= set(long_ago.message().splitlines())
    assert "These times are suggestions" in long_ago.message()

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
