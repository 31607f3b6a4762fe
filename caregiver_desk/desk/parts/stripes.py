"""The frame of a book whose people are made up."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from caregiver_desk.desk import theme

STRIPE = 6


def paint_stripes(painter: QPainter, place: QRectF) -> None:
    """The frame of a book whose people are made up."""
    painter.fillRect(place, theme.colour("stripe"))
    painter.fillRect(place, Qt.BrushStyle.BDiagPattern)
    inset = theme.px(STRIPE)
    painter.fillRect(place.adjusted(inset, inset, -inset, -inset), theme.colour("paper"))
