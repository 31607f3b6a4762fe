"""Hands on the keys, and nothing else: every key goes where the keys are, and is counted."""

from __future__ import annotations

from collections.abc import Callable

from driver import Desk
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reckoned import CODE, LETTER, MIND, ROW, Taken


class Keyboard:
    """`keys` counts what was pressed beside words, `seconds` reckons how long all of it takes."""

    def __init__(self, desk: Desk, note: Callable[[str, object], None]) -> None:
        """`note` writes down what the table of keys is made of."""
        self._desk, self._note, self.keys, self.seconds = desk, note, 0, 0.0

    def press(self, *names: str) -> Keyboard:
        """Keys by their names, such as Ctrl+N, Tab or s."""
        self.seconds += MIND
        for name in names:
            self.seconds += CODE * len(name.split("+"))
            meant = QKeySequence(name)[0]
            self.keys += 1
            QTest.keyClick(self._place(), meant.key(), meant.keyboardModifiers())
            self._desk.rest()
        return self

    def write(self, words: str) -> Keyboard:
        """Words that say something: they are not counted."""
        return self._strike(words, LETTER)

    def type(self, letters: str) -> Keyboard:
        """Letters and digits that only choose something: each is a key."""
        self.keys += len(letters)
        return self._strike(letters, CODE)

    def _strike(self, letters: str, each: float) -> Keyboard:
        self.seconds += MIND + each * len(letters)
        QTest.keyClicks(self._place(), letters)
        self._desk.rest()
        return self

    def to(self, begins: str, most: int = 40, *, by: str = "Tab") -> Keyboard:
        """By Tab, or back, to what is called so: each is a key, and one makes up one's mind once."""
        self.seconds += MIND
        for _ in range(most):
            if self.holds().startswith(begins):
                return self
            self.press(by)
            self.seconds -= MIND
        message = f"{by} never came to {begins}; at the end it was at {self.holds()}"
        raise AssertionError(message)

    def holds(self) -> str:
        """What has the keys, as it is read aloud."""
        return self._place().accessibleName()

    def _place(self) -> QWidget:
        over = QApplication.activeModalWidget()
        front = over if over and over.parentWidget().window() is self._desk.window else self._desk.window
        front.activateWindow()
        QApplication.processEvents()
        return QApplication.activePopupWidget() or front.focusWidget() or front

    def counts(self, what: str, most: int, journey: str = "", *, allowed: float = 0) -> None:
        """Note for the table at the end what was done of which journey. Fails where it is too much.

        `allowed` are the seconds that the practice gives it.
        """
        taken = Taken(journey, what, self.keys, most, self.seconds, allowed)
        self._note(ROW, tuple(taken))  # xdist carries no other kind
        assert taken.holds, f"{what} took {self.keys} keys, reckoned {self.seconds:.0f} s"
