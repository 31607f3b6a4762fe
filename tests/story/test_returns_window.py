"""A coordinator hears what weighs as counts: offered before a bundle is made, never sent unasked, read in its place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Desk

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.sharing.returns import month_before
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on
from caregiver_desk.wording import month_and_year


@pytest.fixture
def last_month(desk: Desk) -> str:
    """Six were heard last month, and five of them told of late stipends. What the month is called."""
    first = month_before(clock.today())
    with standing_on(first + timedelta(14)):
        for number in range(6):
            who = ACTS["add_caregiver"](desk.book, given_names=f"Name{number}", since=first).record
            ACTS["hold_check_in"](desk.book, caregiver=who, day=first + timedelta(14))
            if number:
                ACTS["record_burden"](desk.book, caregiver=who, codes=["O1"], severity=2)
    return month_and_year(first)


def test_a_missing_return_is_offered_before_a_bundle_and_goes_with_one_press(
    desk: Desk, coordinator: Book, open_window: Callable[[Book], Desk], tmp_path: Path, last_month: str
) -> None:
    office, stick = open_window(coordinator), tmp_path / "stick"
    stick.mkdir()
    desk.answers.folder = stick

    told = desk.open("sharing").press("Make a bundle").message()
    assert f"Not in it yet: the return of {last_month}, North" in told
    assert "Counts only, no names: What weighs: Organisation 5 or more; all other groups fewer than 5" in told
    assert questions.count(desk.book, "monthly_return") == 0

    told = desk.press("Put it in").message()
    assert "Not in it yet" not in told
    assert f"1 monthly return ({last_month}): counts of what weighs, no names" in told
    desk.press("Choose the stick")
    (office.answers.file,) = stick.iterdir()
    office.open("sharing").press("Open a bundle").press("Apply")

    told = office.open("sharing").press("Look at them").message()
    assert "What weighs: Organisation 5 or more; all other groups fewer than 5" in told
    assert "Name1" not in told
    assert "No return" in told
    assert "It cannot tell who spoke" in told


def test_a_bundle_goes_without_the_return_that_was_not_put_in(
    desk: Desk, coordinator: Book, tmp_path: Path, last_month: str
) -> None:
    desk.answers.folder = tmp_path

    desk.open("sharing").press("Make a bundle").press("Choose the stick")

    assert coordinator.role == "coordinator"
    assert last_month
    assert questions.count(desk.book, "monthly_return") == 0


def test_a_supervisor_makes_last_months_return_where_she_reads_what_went_up(desk: Desk, last_month: str) -> None:
    told = desk.open("sharing").press("Look at them").message()
    assert f"The return of {last_month} is not made yet" in told

    told = desk.press("Make it").message()

    assert "is not made yet" not in told
    assert "Organisation 5 or more" in told
    assert "of 6 who were heard" in told


def test_a_book_of_a_team_without_caregivers_says_what_returns_are_for(
    coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    told = open_window(coordinator).open("sharing").press("Look at them").message()

    assert "No team here has caregivers" in told


def test_the_return_of_any_month_that_is_over_is_found_by_its_name(desk: Desk, last_month: str) -> None:
    desk.open("today").do_from_palette("Make a monthly return")

    desk.fill(month=month_before(clock.today()).isoformat()).press("Save")

    (made,) = questions.listing(desk.book, "monthly_return")
    assert made["weighs_organisation"] == 5
    assert last_month in desk.status()
