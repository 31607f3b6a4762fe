"""A sheet that is only read: a title, what there is to say, and the way out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, desk_of, holding
from caregiver_desk.desk.parts.over import high_for, lay_in
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.wording import say

WIDE, HIGH = 560, 560


class Reading(QDialog):
    """As high as what is in it, and not higher than the window."""

    def __init__(self, parent: QWidget, words: str, told: str, inside: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setWindowTitle(words)
        head = title(words)
        head.setWordWrap(True)
        leave = pressed(Primary(say("Close")), self.accept)
        upper = column(head, *([meta(told, wrap=True)] if told else []), gap=theme.TIGHT)
        scrolled = Scroll(inside, beside=theme.GAP)
        lay_in(self, column(upper, column(scrolled, Foot(leave), gap=0), gap=theme.ROOM))
        below = desk_of(parent).size()
        wide = min(theme.px(WIDE), below.width() - theme.px(theme.WIDE))
        self.resize(wide, min(high_for(self, scrolled, wide), theme.px(HIGH), below.height()))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        leave.setFocus()


def in_parts(parts: Mapping[str, str]) -> QWidget:
    """What there is to say, each part under its own words."""
    laid = column(gap=theme.GAP)
    for number, (words, told) in enumerate(parts.items()):
        if number:
            laid.addWidget(Hairline())
        laid.addLayout(column(heading(words), body(told, wrap=True), gap=theme.TIGHT))
    laid.addStretch(1)
    return holding(laid)
