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
    """The frame of a book whose people are made up."""
    painter.fillRect(place, theme.colour("stripe"))
    painter.fillRect(place, Qt.BrushStyle.BDiagPattern)
    inset = theme.px(STRIPE)
    painter.fillRect(place.adjusted(inset, inset, -inset, -inset), theme.colour("paper"))


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
