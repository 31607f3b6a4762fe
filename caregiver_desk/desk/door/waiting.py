"""What was opened before a book is: it waits, and whatever is done at the door meanwhile, that is said."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import count


class Waiting(QWidget):
    """A line above every step, and nothing where nothing waits."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(wrap=True)
        laid = row(Card(beside(self._words, first=[Icon("bundle", "sky")], gap=theme.GAP), edge="sky"))
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, 0)
        self.setLayout(laid)
        self.hide()

    def say(self, number: int) -> None:
        told = count(
            "The file is shown once your book is open.", "{number} files are shown once your book is open.", number
        )
        self._words.setText(told)
        self.setVisible(bool(number))
        tell(self, told if number else "")
