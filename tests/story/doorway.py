"""The window before the desk as a person uses it: fields by their names, buttons by their words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import waiting
from driver import PATIENCE, Answers, Desk, rested
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caregiver_desk import settings
from caregiver_desk.desk.door.door import Door
from caregiver_desk.desk.frame.window import Window

PASSPHRASE = "four unrelated quiet words"


class OwnDesk(Desk):
    """The desk behind the door."""

    def __init__(self, qtbot: QtBot, window: Window, answers: Answers) -> None:
        book = window.hands.lane.book
        assert book is not None
        self._qtbot, self.book, self.window, self.answers = qtbot, book, window, answers
        window.hands.dialogs = answers
        self.rest()


class Doorway:
    """Somebody before her desk is open."""

    def __init__(
        self,
        qtbot: QtBot,
        books: Sequence[settings.Shelved] | None = None,
        chosen: Path | None = None,
        handed: Sequence[Path] = (),
    ) -> None:
        self._qtbot, self._left = qtbot, False
        self.answers = Answers()
        self.door = Door(settings.books() if books is None else books, chosen, handed)
        self.door.dialogs = self.answers
        with qtbot.waitExposed(self.door):
            self.door.show()
        self.rest()

    def rest(self) -> Doorway:
        QApplication.processEvents()
        rested(self._qtbot, lambda: self.door.lane, 3 * PATIENCE)
        QApplication.processEvents()
        return self

    def fill(self, **fields: str) -> Doorway:
        for name, words in fields.items():
            field = self.field(name.replace("_", "-"))
            field.setFocus()
            field.selectAll()
            if isinstance(field, QPlainTextEdit):  # keys make no line breaks there
                field.insertPlainText(words)
                continue
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, words)
        return self.rest()

    def press(self, words: str) -> Doorway:
        button = next(each for each in self._shown(QAbstractButton) if each.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return self.rest()

    def buttons(self) -> list[str]:
        return [each.text() for each in self._shown(QAbstractButton)]

    def message(self) -> str:
        return "\n".join(each.text() for each in self._shown(QLabel))

    def typed(self, name: str) -> str:
        field = self.field(name)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        return next(each for each in self._shown(QLineEdit | QPlainTextEdit) if each.objectName() == name)

    def desk(self) -> Desk:
        """The desk that opened, with the same answers in its dialogs."""
        assert self.door.desk is not None, self.message()
        return OwnDesk(self._qtbot, self.door.desk, self.answers)

    def rehearse(self, way: str = "Rehearse on a fictional team") -> Desk:
        """Ask for the fictional team, hear what is hard in its story, and wait until it is told."""
        self.press(way)
        waiting.press("Tell it")
        self._qtbot.waitUntil(lambda: self.door.desk is not None, timeout=6 * PATIENCE)
        return self.desk()

    def close(self) -> None:
        """Leave the desk, or the door; twice is once."""
        if self._left:
            return
        self._left = True
        if self.door.desk and self.door.desk.isVisible():
            self.door.desk.close()
        self.door.close()
        self.door.deleteLater()

    def _shown(self, kind: Any) -> list[Any]:
        return [each for each in self.door.findChildren(QWidget) if isinstance(each, kind) and each.isVisible()]
