"""The outline of what can be typed into, and the one line that most fields are."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts import icons


class Line(QLineEdit):
    """One line to type into, in our outline. A bare one shows it only while it has the keys."""

    def __init__(self, *, hint: str = "", icon: str = "", bare: bool = False) -> None:
        super().__init__()
        self.icon, self._bare = icon, bare
        self.setFrame(False)
        self.setPlaceholderText(hint)
        self.setMinimumHeight(theme.px(theme.FIELD))
        left = theme.px(theme.GAP) + (theme.px(theme.ICON + theme.SMALL) if icon else 0)
        self.setTextMargins(left, 0, theme.px(theme.GAP), 0)
        clear_ground(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        if self.hasFocus() or not self._bare:
            paint_box(painter, QRectF(self.rect()), focused=self.hasFocus())
        if self.icon:
            size = theme.px(theme.ICON - 2)
            icons.paint(
                painter, self.icon, QRectF(theme.px(theme.GAP), (self.height() - size) / 2, size, size), "ink-soft"
            )
        painter.end()
        super().paintEvent(event)


def clear_ground(widget: QWidget) -> None:
    """Let our own box show behind the letters."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(palette)


def paint_box(painter: QPainter, place: QRectF, *, focused: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = theme.ring() if focused else theme.hair()
    painter.setPen(QPen(theme.colour("leaf" if focused else "edge"), wide))
    painter.setBrush(theme.colour("sheet"))
    inset = wide / 2
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), theme.px(theme.ROUND), theme.px(theme.ROUND))
