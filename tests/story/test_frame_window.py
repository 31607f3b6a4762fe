"""The frame round every page: names for everyone, letters for every language, and no word of it in the wrong place."""

from __future__ import annotations

import pytest
from driver import Desk
from PySide6.QtGui import QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

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
