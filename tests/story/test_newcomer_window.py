"""Somebody who has only begun is told what comes next, where she stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def do(desk: Desk, act: str, **given: object) -> Desk:
    desk.window.hands.lane.do(lambda book: ACTS[act](book, **given), owner=desk.window)
    return desk.rest()


def test_each_step_leads_to_the_next_until_the_first_bundle_is_made(
    books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], stick: Path
) -> None:
    desk = open_window(books("Nomvula Shezi", Role.SUPERVISOR))
    book, today = desk.book, clock.today()
    do(desk, "add_caregiver", given_names="Sibongile", surname="Ndaba", since=today - timedelta(9))
    (her,) = questions.listing(book, "person", {"given_names": "Sibongile"})
    assert "Bring in the homes" in desk.buttons()

    do(desk, "record_household", code="HH-001", team=people.own_team(book))
    (home,) = questions.listing(book, "household")
    desk.press("Record vetting").fill(person="Sib", submitted="+0")
    desk.press("child protection register, asked by us").press("cleared").press("Save")
    assert "Give homes to caregivers" in desk.buttons()
    do(desk, "assign_household", caregiver=her.id, household=home.id, since=today - timedelta(9))
    assert desk.press("Type a week from paper").page().subject == "week"

    do(desk.open("today"), "record_visit", caregiver=her.id, household=home.id, day=today)
    assert "Hold a check-in" in desk.buttons()

    do(desk, "hold_check_in", caregiver=her.id, day=today)
    assert "Meet a partner" in desk.buttons()
    introduce(book, books("Fhatuwani Mudau", Role.COORDINATOR), "Fhatuwani Mudau")

    desk.answers.folder = stick
    assert "Make the first bundle" in do(desk, "record_visit", caregiver=her.id, household=home.id, day=today).buttons()
    desk.press("Make the first bundle").press("Make a bundle").press("Choose the stick")
    assert "Next" not in desk.open("today").message().splitlines()


def test_while_nobody_is_paired_the_status_line_and_the_page_say_so(desk: Desk) -> None:
    assert "Nobody to share with yet" in desk.message()

    desk.open("sharing")

    assert "2  Open the card that comes back." in desk.message()


def test_a_pairing_of_one_side_says_what_is_lacking_on_the_other(
    programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk], stick: Path
) -> None:
    lacking = "Until Fhatuwani Mudau has opened your card, your bundles are refused there."
    desk, his = open_window(programme.book).open("sharing"), open_window(coordinator)
    assert lacking in desk.message()

    his.answers.folder = stick
    his.open("sharing").press("Make a bundle").press("Choose the stick")
    (desk.answers.file,) = stick.iterdir()
    desk.press("Open a bundle").press("Apply")

    assert lacking not in desk.message()


def test_the_check_in_leads_to_an_offer_for_her(desk: Desk, programme: Programme) -> None:
    desk.open("supervision").fill(caregiver="Sibongile").press("Offer support")

    assert desk.page().subject == "wellbeing"
    assert desk.page().form().values()["caregiver"] == programme.caregiver  # type: ignore[attr-defined]
