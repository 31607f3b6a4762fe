"""A supervisor's laptop is stolen: the coordinator sees what was on it, locks it out, and prints what he must tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.parts import heard
from caregiver_desk.store.book import Book


@pytest.fixture
def stolen(programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """The coordinator at her window, with what came from the supervisor's laptop before it was stolen."""
    stick = tmp_path / "stick"
    stick.mkdir()
    there = {"household": programme.household, "day": clock.today()}
    ACTS["record_visit"](programme.book, caregiver=programme.caregiver, **there)
    ACTS["record_consent"](programme.book, answer="agreed", **there)
    giver, taker = open_window(programme.book), open_window(coordinator)
    giver.answers.folder = stick
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = stick.iterdir()
    taker.open("sharing").press("Open a bundle").press("Apply").press("Not now")
    taker.answers.folder = tmp_path
    return taker


def holder(desk: Desk) -> str:
    """What has the keys, as it is read aloud."""
    return Keyboard(desk, lambda *_: None).holds()


def test_what_was_on_it_is_counted_and_locking_it_out_is_one_press(
    stolen: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(heard, "_utter", lambda event: said.append(event.message()))
    stolen.press("Lost or stolen?")
    assert "The laptop of Nomvula Shezi is lost" in stolen.message()
    assert "Codes, dates and counts\nEngagements\n2\nHouseholds\n2" in stolen.message()
    assert "It is not locked out yet." in stolen.message()

    assert "Visits" not in stolen.message().splitlines()
    assert stolen.press("Show all 7").said_after("Visits") == "1"
    assert (said[-1], holder(stolen)) == ("Codes, dates and counts: 7 in all", "Codes, dates and counts: show fewer")
    assert "Visits" not in stolen.press("Show fewer").message().splitlines()
    assert holder(stolen) == "Codes, dates and counts: show all 7"

    stolen.press("Lock it out")

    assert "It is locked out: what it writes counts nowhere." in stolen.message()
    assert "Lock it out" not in stolen.buttons()


def test_a_stray_enter_locks_nobody_out(stolen: Desk) -> None:
    stolen.press("Lost or stolen?")
    QTest.keyClick(stolen._front(), Qt.Key.Key_Return)

    assert "Locked out" not in stolen.rest().status()


def test_j15_the_paper_has_room_for_what_only_somebody_who_was_there_can_say(
    stolen: Desk, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(stolen.open("today"), record_property).press("Alt+=")
    hands.to("The laptop of").press("Space").to("Save as PDF").press("Space")

    hands.counts("From a laptop that is lost to what to tell of it, on paper", 20, "J15", allowed=600)
    (paper,) = tmp_path.glob("lost laptop*.pdf")
    assert paper.read_bytes().count(b"/Type /Page\n") in {1, 2}
