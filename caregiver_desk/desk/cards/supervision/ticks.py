"""Who came: a name a tick, by its digit, by the space bar, or all of them at once.

Up to ten have a digit each. Where there are more, each has two, as on a list of names on paper: 01, 02 … 20.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.wording import count, say

DIGITS = "1234567890"
MOST = 99  # that have two digits; the others are reached by the arrow keys
EVERYBODY = Qt.Key.Key_A


class Ticks(QWidget):
    """`values` are the ids of whoever is ticked."""

    filled = Signal()

    def __init__(self, words: str, people: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._people = [person for person, _ in people]
        self._first = ""  # of two digits, while the second is not there
        self.chips = [Chip(_with_digit(place, name, len(people))) for place, (_, name) in enumerate(people)]
        for chip, (_, name) in zip(self.chips, people, strict=True):
            chip.setAccessibleName(say("{what}: {name}", what=words, name=name))
            chip.toggled.connect(self._ticked)
        self._number = meta(wrap=True)
        head = PlainLabel(words, size=theme.META, weight=theme.MEDIUM, tint="ink-soft")
        self.setLayout(column(head, flow(*self.chips, gap=6), self._number, gap=6))
        if self.chips:
            self.setFocusProxy(self.chips[0])
        self._ticked()

    def values(self) -> list[str]:
        return [person for person, chip in zip(self._people, self.chips, strict=True) if chip.isChecked()]

    def fill(self, people: Collection[str]) -> None:
        for person, chip in zip(self._people, self.chips, strict=True):
            chip.setChecked(person in people)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.text() and event.text() in DIGITS:
            self._type(event.text())
        elif event.key() == EVERYBODY and not event.modifiers():
            self.fill(() if all(chip.isChecked() for chip in self.chips) else self._people)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chips:
            self.chips[-1].setFocus()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """One digit ticks one of ten; of more the second one does."""
        if len(self.chips) <= len(DIGITS):
            self._tick(DIGITS.index(digit))
        elif self._first:
            number, self._first = int(self._first + digit), ""
            self._tick(number - 1)
        else:
            self._first = digit

    def _tick(self, place: int) -> None:
        if 0 <= place < len(self.chips):
            self.chips[place].toggle()

    def _ticked(self) -> None:
        number = len(self.values())
        ticked = count("{number} ticked.", "{number} ticked.", number)
        few = say("{ticked} A digit or the space bar ticks one, A all of them; Enter goes on.", ticked=ticked)
        many = say("{ticked} Two digits or the space bar tick one, A all of them; Enter goes on.", ticked=ticked)
        self._number.setText(few if len(self.chips) <= len(DIGITS) else many)
        self.filled.emit()


def _with_digit(place: int, name: str, many: int) -> str:
    if many <= len(DIGITS):
        return say("{digit}  {name}", digit=DIGITS[place], name=name)
    return say("{digit}  {name}", digit=f"{place + 1:02}", name=name) if place < MOST else name
