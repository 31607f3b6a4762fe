"""What went wrong, in whole sentences, until somebody has read it. The status line has room for the beginning only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import say


class TroubleTold(QWidget):
    """Stands below the head; gone when it is closed, or when something went well."""

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        leave = pressed(Small(say("Close")), self.hide)
        line = beside(self._words, leave, first=[Icon("alert", "brick")], gap=theme.GAP)
        laid = row(Card(line, edge="brick"))
        side = theme.px(theme.WIDE + 2)
        laid.setContentsMargins(side, 0, side, theme.px(theme.GAP))
        self.setLayout(laid)
        self.hide()

    @property
    def told(self) -> str:
        """What is being told; nothing once it was closed."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, words: str) -> None:
        self._words.setText(words)
        self.show()
        tell(self, words)
