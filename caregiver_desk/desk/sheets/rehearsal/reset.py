"""Whether everything shall be as it was told: asked, since nothing brings back what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import RESET, called
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.words import body, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.page import Hands
    from caregiver_desk.desk.rehearsing import Rehearsing

WIDE, HIGH = 460, 230
TOLD = later(
    "Everything will be as it was told, and the day too. Whatever was typed since then goes, also what is not saved "
    "yet, and nothing brings it back."
)


def ask_reset(over: QWidget, hands: Hands) -> None:
    """Whatever stands open: the question comes over it."""
    if hands.rehearsing:
        hands.dialogs.show(ResetSheet(over, hands.rehearsing))


class ResetSheet(QDialog):
    """A yes, or everything stays."""

    def __init__(self, over: QWidget, rehearsing: Rehearsing) -> None:
        super().__init__(over)
        self.setObjectName("reset")
        self.setWindowTitle(say("Reset"))
        head = title(say("Bring everything back?"))
        head.setWordWrap(True)
        yes = pressed(Primary(say("Reset"), icon="undo", hint=called(RESET.keys)), self.accept)
        ways = flow(yes, pressed(Quiet(say("Not now")), self.reject))
        read = Scroll(holding(column(body(say(TOLD), wrap=True), 1)), beside=theme.GAP)
        stand_over(self, column(head, read, holding(ways), gap=theme.GAP), WIDE, HIGH)
        self.accepted.connect(rehearsing.reset)
        self.finished.connect(self.deleteLater)
        yes.setFocus()
