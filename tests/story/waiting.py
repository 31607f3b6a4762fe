"""The small window in which a story is told: what it says, and what can be pressed there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from caregiver_desk.desk.door.telling import Telling


def telling() -> Telling:
    """The one that stands there."""
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Telling) and each.isVisible())
    return found


def said() -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in telling().findChildren(QLabel) if each.isVisible())


def press(words: str) -> None:
    QApplication.processEvents()
    (button,) = (each for each in telling().findChildren(QAbstractButton) if each.text() == words and each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
