"""Small outline drawings, coloured by the token they are asked in."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from caregiver_desk.desk import theme
from caregiver_desk.wording import RESOURCES

SHARPEST = 3  # pixels a point on the finest screens


@cache
def _drawing(name: str, colour: str) -> QSvgRenderer:
    text = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))


def paint(painter: QPainter, name: str, place: QRectF, tint: str) -> None:
    """Draw an icon into a place."""
    _drawing(name, theme.colour(tint).name()).render(painter, place)


def icon(name: str, tint: str = "ink-soft") -> QIcon:
    """An icon for widgets of Qt's own."""
    size = theme.px(theme.ICON)
    pixmap = QPixmap(size * SHARPEST, size * SHARPEST)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter, name, QRectF(0, 0, size * SHARPEST, size * SHARPEST), tint)
    painter.end()
    pixmap.setDevicePixelRatio(SHARPEST)
    return QIcon(pixmap)
