"""How far something long has come."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.heard import heard_as


class Bar(QWidget):
    """How far something long has come."""

    def __init__(self, of: str) -> None:
        """`of` is what is under way; how far it is stands in words beside it."""
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(theme.px(theme.SMALL))
        heard_as(self, QAccessible.Role.ProgressBar).setAccessibleName(of)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        for token, wide in (("line", box.width()), ("leaf", box.width() * self._share)):
            painter.setBrush(theme.colour(token))
            painter.drawRoundedRect(QRectF(0, 0, wide, box.height()), box.height() / 2, box.height() / 2)
        painter.end()
