"""Hands on the keys, and nothing else: every key goes where the keys are, and is counted."""

from __future__ import annotations

from collections.abc import Callable

from driver import Desk
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

KEYS = "keys"


class Keyboard:
    """`keys` counts what was pressed beside words."""

    def __init__(self, desk: Desk, note: Callable[[str, object], None]) -> None:
        """`note` writes down what the table of keys is made of."""
        self._desk, self._note, self.keys = desk, note, 0

    def press(self, *names: str) -> Keyboard:
        """Keys by their names, such as Ctrl+N, Tab or s."""
        for name in names:
            meant = QKeySequence(name)[0]
            self.keys += 1
            QTest.keyClick(self._place(), meant.key(), meant.keyboardModifiers())
            self._desk.rest()
        return self

    def write(self, words: str) -> Keyboard:
        """Words that say something: they are not counted."""
        QTest.keyClicks(self._place(), words)
        self._desk.rest()
        return self

    def type(self, letters: str) -> Keyboard:
        """Letters and digits that only choose something: each is a key."""
        self.keys += len(letters)
        return self.write(letters)

    def holds(self) -> str:
        """What has the keys, as it is read aloud."""
        return self._place().accessibleName()

    def _place(self) -> QWidget:
        over = QApplication.activeModalWidget()
        front = over if over and over.parentWidget().window() is self._desk.window else self._desk.window
        front.activateWindow()
        QApplication.processEvents()
        return QApplication.activePopupWidget() or front.focusWidget() or front

    def counts(self, what: str, most: int) -> None:
        """Note what was done in so many keys, for the table at the end. Fails where they are too many."""
        self._note(KEYS, (what, self.keys, most))
        assert self.keys <= most, f"{what} took {self.keys} keys"
