"""A supervisor's laptop is stolen: the coordinator sees what was on it, locks it out, and prints what he must tell."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_desk.store.book import Book


@pytest.fixture
def stolen(programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """The coordinator at her window, with what came from the supervisor's laptop before it was stolen."""
    stick = tmp_path / "stick"
    stick.mkdir()
    giver, taker = open_window(programme.book), open_window(coordinator)
    giver.answers.folder = stick
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = stick.iterdir()
    taker.open("sharing").press("Open a bundle").press("Apply").press("Not now")
    taker.answers.folder = tmp_path
    return taker


def test_what_was_on_it_is_counted_and_locking_it_out_is_one_press(stolen: Desk) -> None:
    stolen.press("Lost or stolen?")
    assert {"The laptop of Nomvula Shezi is lost", "Households"} <= set(stolen.message().splitlines())
    assert "It is not locked out yet." in stolen.message()

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
