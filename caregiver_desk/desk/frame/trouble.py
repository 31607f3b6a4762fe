"""What went wrong, in whole sentences, until somebody has read it. The status line has room for the beginning only."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.banner import lay_as_banner
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import More, Told
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.errors import Broken
from caregiver_desk.wording import say


class TroubleTold(QWidget):
    """Stands below the head; gone when it is closed, or when something went well.

    Of a fault of ours there is a report; `asks` when somebody wants to read it.
    """

    asks = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        leave = pressed(Small(say("Close")), self.hide)
        self.more = More()
        self._report = pressed(Small(say("Problem report")), self.asks.emit)
        line = beside(self._words, self.more, self._report, leave, first=[Icon("alert", "brick")], gap=theme.GAP)
        lay_as_banner(self, Card(line, edge="brick"))
        self._told: Told = ""
        self.hide()

    @property
    def told(self) -> Told:
        """What is being told; nothing once it was closed."""
        return "" if self.isHidden() else self._told

    def tell(self, told: Told) -> None:
        self._told = told
        self._words.setText(str(told))
        self.more.heed(told)
        self._report.setVisible(isinstance(told, Broken))
        self.show()
        tell(self, self._words.text())
