"""A group is asked at the desk without names: the laptop goes round, and the box is opened before all."""

from __future__ import annotations

from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from caregiver_desk.desk.sheets.fairness.sheet_of_answers import SheetOfAnswers
from caregiver_desk.desk.sheets.fairness.surveys import SurveysSheet, show_surveys
from caregiver_desk.store import boxes, questions

WORD = "seven red hens"


def press(desk: Desk, within: QWidget, words: str) -> None:
    buttons = (each for each in within.findChildren(QAbstractButton) if each.isVisible() and each.text() == words)
    QTest.keyClick(next(buttons), Qt.Key.Key_Space)
    desk.rest()


def sheet(desk: Desk) -> SurveysSheet:
    return next(each for each in desk.window.findChildren(SurveysSheet) if each.isVisible())


def begin(desk: Desk) -> None:
    show_surveys(desk.window, desk.window.hands)
    desk.rest()
    QTest.keyClicks(sheet(desk).findChild(QLineEdit, "word of the group"), WORD)
    press(desk, sheet(desk), "Set up the box")


def answer(desk: Desk, *keys: str) -> None:
    """A person takes the first answers that these digits name, puts the sheet in, and asks for the next."""
    cover = next(each for each in desk.window.findChildren(SheetOfAnswers) if each.isVisible())
    for words in keys:
        press(desk, cover, words)
    for _ in ("put in", "next"):
        QTest.keyClick(cover, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        desk.rest()


def test_the_laptop_goes_round_and_what_five_said_is_told(desk: Desk) -> None:
    begin(desk)
    press(desk, sheet(desk), "Hand the laptop round")
    for _ in range(6):
        answer(desk, "very much")
    cover = next(each for each in desk.window.findChildren(SheetOfAnswers) if each.isVisible())
    press(desk, cover, "All have answered")
    press(desk, sheet(desk), "Open the box")
    QTest.keyClicks(sheet(desk).findChild(QLineEdit, "word of the box"), WORD)
    press(desk, sheet(desk), "Count")
    told = questions.listing(desk.book, "survey")
    assert [(each["answered"], each["figures"]) for each in told] == [(6, "say upper 5")]
    assert "5 or more" in [each.text() for each in sheet(desk).findChildren(QLabel)]


def test_while_it_goes_round_nothing_else_shows_and_escape_does_not_turn_it_back(desk: Desk) -> None:
    begin(desk)
    press(desk, sheet(desk), "Hand the laptop round")
    cover = next(each for each in desk.window.findChildren(SheetOfAnswers) if each.isVisible())
    assert cover.geometry() == desk.window.geometry()
    QTest.keyClick(cover, Qt.Key.Key_Escape)
    assert cover.isVisible()
    QTest.keyClick(cover, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # an empty sheet
    desk.rest()
    assert boxes.every(desk.book)[0].sheets == ()
    assert QApplication.focusWidget() is not None
    press(desk, cover, "All have answered")
    press(desk, sheet(desk), "Burn it")
    press(desk, sheet(desk), "Burn it unread")
    assert boxes.every(desk.book) == []
