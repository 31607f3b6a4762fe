"""A square of dots on white, every dot as large as the next, so that a phone can read it from the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme

ROUND = 6


class Dots(QWidget):
    """White until it is told what to show; as large at every size of text, for no eye has to read it."""

    def __init__(self, side: int, name: str) -> None:
        super().__init__()
        self._image = QImage()
        self.setFixedSize(side, side)
        self.setAccessibleName(name)

    def show_dots(self, picture: bytes) -> None:
        self._image = QImage.fromData(picture)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.setPen(theme.colour("line"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), ROUND, ROUND)
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self._place(), self._image)

    def _place(self) -> QRect:
        inside = self.size() - QSize(ROUND, ROUND)
        return QRect(QPoint(ROUND // 2, ROUND // 2), inside)
