"""An empty page says what it is for and offers the first act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import MOST, column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import Even, card_title


class Empty(QWidget):
    def __init__(self, icon: str, title: str, words: str, first: QWidget | None = None) -> None:
        super().__init__()
        said = Even(words)
        named = card_title(title)
        named.setWordWrap(True)
        named.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        lines = [holding(row(1, Icon(icon, "leaf", 40), 1)), named, said]
        if first:
            lines.append(holding(flow(first, middle=True)) if isinstance(first, QAbstractButton) else first)
        middle = holding(column(*lines, gap=theme.GAP))
        middle.setMaximumWidth(theme.px(420))
        beside = row(1, middle, 1)
        beside.setStretch(1, MOST)
        self.setLayout(column(1, beside, 2))
