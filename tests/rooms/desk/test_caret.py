"""The caret: it stands when nobody types, and blinks again with the next letter."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.parts.caret import Caret

USUAL = 1000


@pytest.fixture
def blinking(qapp: QApplication) -> Iterator[int]:
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(USUAL)
    yield USUAL
    qapp.setCursorFlashTime(before)


def test_it_stands_after_a_while_and_blinks_with_the_next_letter(
    qtbot: QtBot, qapp: QApplication, blinking: int
) -> None:
    caret, line = Caret(qapp, after=1), QLineEdit()
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(lambda: qapp.cursorFlashTime() == 0)

    caret._rests.setInterval(60_000)
    QTest.keyClicks(line, "a")

    assert qapp.cursorFlashTime() == blinking
    caret.deleteLater()
