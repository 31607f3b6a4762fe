"""What came near a list: between two people, so that it is veiled until somebody asks, and again with the next list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Plain, pressed
from caregiver_desk.desk.parts.layout import clear, column, put, row
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.wording import say


class CameNear(QWidget):
    """Not seen where nothing is known; `looks` hears that the words were opened."""

    def __init__(self, looks: Callable[[], object]) -> None:
        super().__init__()
        self._looks, self._whose, self._veiled = looks, "", True
        self._told: Sequence[str] = ()
        self._words = column(gap=theme.TIGHT)
        self._turn = pressed(Plain("", icon="eye"), self._turn_veil)
        self.setLayout(column(row(self._turn, 1), self._words, gap=theme.TIGHT))
        self.hide()

    def show_told(self, whose: str, told: Sequence[str]) -> None:
        """Of another list it is veiled again; of the same one it is as it was."""
        self._veiled = self._veiled or whose != self._whose
        self._whose, self._told = whose, told
        self.setVisible(bool(told))
        self._draw()

    def _turn_veil(self) -> None:
        self._veiled = not self._veiled
        self._draw()
        if not self._veiled:
            self._looks()

    def _draw(self) -> None:
        words = say("Show what happened around it") if self._veiled else say("Hide what happened around it")
        self._turn.setText(words)
        self._turn.setAccessibleName(words)
        clear(self._words)
        for each in () if self._veiled else self._told:
            put(self._words, body(each, wrap=True))
        if not self._veiled:
            put(self._words, meta(say("It stays between the two of you, and is no part of the load."), wrap=True))
