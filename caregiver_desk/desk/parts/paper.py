"""Paper: pages of A4 painted in black, onto a printer or into a PDF that stands in memory until it is whole."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from caregiver_desk.desk import theme
from caregiver_desk.settings import NAME

BLACK, GREY = QColor(Qt.GlobalColor.black), QColor(90, 90, 90)  # a grey that a poor printer can print
POINTS = 72  # in an inch
A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Portrait,
    QMarginsF(20, 20, 20, 20),
    QPageLayout.Unit.Millimeter,
)
A4_ACROSS = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Landscape,
    QMarginsF(15, 14, 15, 12),
    QPageLayout.Unit.Millimeter,
)


def as_pdf(title: str, paint: Callable[[QPagedPaintDevice], object]) -> bytes:
    """What is painted, as a PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(NAME)
    paint(writer)
    return bytes(buffer.data().data())


class Paper:
    """A hand that writes down a page in black, line below line. Lengths are in points."""

    def __init__(self, device: QPagedPaintDevice, layout: QPageLayout = A4) -> None:
        device.setPageLayout(layout)
        self._device, self.painter, self.y = device, QPainter(device), 0.0
        scale = device.logicalDpiX() / POINTS
        self.painter.scale(scale, scale)
        view = self.painter.viewport()
        self.width, self.height = view.width() / scale, view.height() / scale
        self.painter.setPen(BLACK)

    def write(self, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        self.painter.setFont(printed(size, weight))
        room = QRectF(0, self.y, self.width, 400)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        taken = self.painter.boundingRect(room, flags, words)
        self.painter.drawText(room, flags, words)
        self.y += taken.height() + 8

    def put(self, box: QRectF, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        """One line in a box; it is never cut short, for it may be a key."""
        self.painter.setFont(printed(size, weight))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)

    def put_right(self, box: QRectF, words: str, size: int) -> None:
        """One line at the right edge of a box."""
        self.painter.setFont(printed(size))
        self.painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def put_cut(self, box: QRectF, words: str, size: int) -> None:
        """One line in a box, cut short where there is no room."""
        self.painter.setFont(printed(size))
        shown = self.painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        self.put(box, shown, size)

    def turn(self) -> None:
        """To a new page."""
        self._device.newPage()
        self.y = 0.0

    def end(self) -> None:
        self.painter.end()


def printed(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(theme.FAMILY)
    font.setPixelSize(size)
    font.setWeight(weight)
    font.setFeature(QFont.Tag("calt"), 0)  # signs of another shape beside capitals are lost where text is copied out
    return font
