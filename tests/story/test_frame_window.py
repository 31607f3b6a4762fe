"""The frame round every page: names for everyone, letters for every language, and no word of it in the wrong place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QAbstractButton, QApplication

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

SUBJECTS = ("today", "people", "week", "households", "visits", "supervision", "wellbeing", "sharing")
LETTERS = "ṱḓḽṋṅšêôṰḒ→✓↵≥"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_whatever_takes_the_keys_has_a_name(desk: Desk, subject: str) -> None:
    desk.open(subject)

    assert [type(each).__name__ for each in desk.focusable() if not each.accessibleName()] == []


def test_every_letter_of_our_languages_can_be_drawn(desk: Desk) -> None:
    font = QRawFont.fromFont(QApplication.font())

    assert QFontInfo(desk.window.font()).family() == "Inter"
    assert [letter for letter in LETTERS if not font.supportsCharacter(ord(letter))] == []


def test_a_book_of_made_up_people_says_so(desk: Desk) -> None:
    assert "FICTIONAL" in desk.message()


@pytest.mark.parametrize("subject", ["people", "week", "visits", "supervision", "wellbeing"])
def test_a_page_of_a_book_without_people_offers_the_first_act_and_has_it_in_hand(
    books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], subject: str
) -> None:
    desk = open_window(books("Nomvula Shezi", Role.SUPERVISOR)).open(subject)
    desk.window.activateWindow()
    desk.rest()

    in_hand = QApplication.focusWidget()

    assert isinstance(in_hand, QAbstractButton)
    assert in_hand.text() == "Add a caregiver"
    desk.press("Add a caregiver").fill(given_names="Grace").press("Save")
    assert [each["given_names"] for each in questions.find(desk.book, "Grace")] == ["Grace"]


def test_today_counts_the_promises_that_it_does_not_show(desk: Desk) -> None:
    (somebody,) = questions.find(desk.book, "Ndaba")
    told = [{"owner": "supervisor", "what": f"promise {number}", "due": "2026-03-10"} for number in range(10)]
    ACTS["hold_check_in"](desk.book, caregiver=somebody.id, day="2026-03-03", promises=told)
    desk.window.pages["today"].ask()

    assert "10 promises" in desk.rest().message()
    assert "and 2 more" in desk.message()


def test_a_persons_vetting_is_said_in_one_word(desk: Desk) -> None:
    (somebody,) = questions.find(desk.book, "Ndaba")
    vetting = desk.open("people").page()._vetting  # type: ignore[attr-defined]
    assert vetting.text == "unknown"

    told = {"sort": "police clearance", "submitted": "2026-03-03", "result": "cleared"}
    ACTS["record_vetting"](desk.book, person=somebody.id, **told, next_due="2099-01-01")
    desk.window.pages["people"].ask()

    assert desk.rest().page()._vetting.text == "current"  # type: ignore[attr-defined]
