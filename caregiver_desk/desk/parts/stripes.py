"""The frame of a book whose people are made up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import say

STRIPE = 6


def paint_stripes(painter: QPainter, place: QRectF) -> None:
    """The frame of a book whose people are made up. Only the frame: a pattern takes long where a page is large."""
    inset = theme.px(STRIPE)
    inside = place.adjusted(inset, inset, -inset, -inset)
    painter.fillRect(inside, theme.colour("paper"))
    down, across = place.height() - inset, place.width() - inset
    for edge in (
        place.adjusted(0, 0, 0, -down),
        place.adjusted(0, down, 0, 0),
        place.adjusted(0, inset, -across, -inset),
        place.adjusted(across, inset, 0, -inset),
    ):
        painter.fillRect(edge, theme.colour("stripe"))
        painter.fillRect(edge, Qt.BrushStyle.BDiagPattern)


def fictional() -> PlainLabel:
    """The word that stands in such a frame."""
    return PlainLabel(say("FICTIONAL"), size=theme.META, weight=theme.BOLD, tint="amber")


class Edge(QObject):
    """Round a sheet that knows nothing of it: the stripes, and the word in the room that is left below."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__(sheet)
        self._sheet, self._word = sheet, fictional()
        self._word.setParent(sheet)
        self._word.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        sheet.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        inset, size = theme.px(STRIPE), self._word.sizeHint()
        self._word.resize(size)
        right, below = self._sheet.width() - inset - theme.px(theme.SMALL), self._sheet.height() - inset
        self._word.move(right - size.width(), below - size.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Paint:
            painter = QPainter(self._sheet)
            paint_stripes(painter, QRectF(self._sheet.rect()))
            painter.end()
        return super().eventFilter(watched, event)
