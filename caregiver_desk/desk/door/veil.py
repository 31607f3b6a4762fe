"""What lies over a desk, or a sheet, that cannot be used now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme

VEILED = 130  # of 255


class Veil(QWidget):
    """Over a desk that cannot be used now; pressed, it says so."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        paper = theme.colour("paper")
        paper.setAlpha(VEILED)
        painter = QPainter(self)
        painter.fillRect(self.rect(), paper)
        painter.end()
