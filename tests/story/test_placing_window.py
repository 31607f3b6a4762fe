"""Whatever was open when a caregiver went is found in one place, and each line has one way on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def left(cleared: Programme) -> Programme:
    """She left with a home, a promise that is owed to her, a talk, a visit, a task of a meeting, a wish."""
    book, her = cleared.book, cleared.caregiver
    ACTS["assign_household"](book, household=cleared.household, caregiver=her)
    promise = {"owner": "supervisor", "what": "Ask about the stipend", "due": clock.today()}
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today(), promises=[promise])
    ACTS["plan_check_in"](book, caregiver=her, day=clock.today() + timedelta(4))
    ACTS["plan_visit_together"](book, caregiver=her, day=clock.today() + timedelta(5))
    circle = ACTS["record_circle"](book, team=own_team(book), name="Ours").record
    decided = [{"what": "Bring the first-aid box", "owner": her}]
    ACTS["hold_session"](book, circle=circle, day=clock.today(), came=[her], decisions=decided)
    ACTS["ask_organisation"](book, caregiver=her, words="Gloves, please.", theme="supplies")
    ACTS["caregiver_leaves"](book, caregiver=her)
    return cleared


def test_today_tells_that_things_wait_and_names_nobody_and_each_is_settled_from_one_list(
    left: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(left.book)
    told = desk.open("today").message()
    assert "1 home needs somebody · 5 more things wait" in told
    assert "Sibongile" not in told

    desk.press("Open")
    assert "Ask about the stipend" in desk.message()
    assert "check-in planned" in desk.message()
    desk.press("Take over").press("Take off").press("Take off")
    desk.press("Open").fill(why_dropped="It was paid.").press("Save")
    assert [each["owner"] for each in questions.listing(desk.book, "circle_decision")] == [left.book.person]
    assert not questions.listing(desk.book, "observation")
    assert not questions.listing(desk.book, "check_in", {"state": "planned"})
    assert "Bring the first-aid box" not in desk.message()
    desk.press("Open").press("Take out")
    assert not questions.listing(desk.book, "asking")

    desk.press("Give to somebody")
    assert "Give the ticked homes to" in desk.message()
    desk.press("To be placed")
    assert "1 home needs somebody" in desk.message()
    desk.press("Leave").press("Leave")
    assert "Ask about the stipend" not in desk.open("today").message()


def test_what_waits_to_be_placed_is_opened_from_anywhere_by_its_name(
    left: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(left.book).open("week").do_from_palette("to be placed")

    assert "Ask about the stipend" in desk.message()
    desk.press("Give to somebody")
    assert "Give the ticked homes to" in desk.message()


def test_marked_by_mistake_is_not_offered_after_thirty_days_and_it_says_why(
    left: Programme, open_window: Callable[[Book], Desk]
) -> None:
    clock.shift(timedelta(31))
    desk = open_window(left.book)

    desk.open("people").press("Who left (1)").choose_person("Sibongile Ndaba").press("Moves or leaves")

    assert "nobody marked them as gone on this laptop in the last 30 days" in desk.message()
    assert "Save" not in desk.buttons()
