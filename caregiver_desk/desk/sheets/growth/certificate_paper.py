"""Certificates of attendance on paper: large letters, grey that a poor printer can print, A4 across, one a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPen

from caregiver_desk.desk.parts.paper import A4_ACROSS, BLACK, GREY, Paper, printed
from caregiver_desk.reports.growth.attendance import Certificate
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.wording import say

EDGE = 28.0
HUGE, LARGE, MIDDLE, TEXT, SMALL, LEAST = 38, 24, 15, 12, 8, 5
SIGNED = 190.0  # points, of a line to sign on


def paint_certificates(device: QPagedPaintDevice, told: Sequence[Certificate], imprint: Imprint) -> None:
    """They say that somebody was there, and nothing of how well."""
    on = Paper(device, A4_ACROSS, fictional=imprint.fictional)
    for place, each in enumerate(told):
        if place:
            on.turn()
        _certificate(on, each)
    on.end()


def _certificate(on: Paper, told: Certificate) -> None:
    frame = QRectF(0, 0, on.width, on.height)
    for inset, wide in ((0.0, 2.2), (6.0, 0.6)):
        on.painter.setPen(QPen(BLACK, wide))
        on.painter.drawRect(frame.adjusted(inset, inset, -inset, -inset))
    middle = on.height / 2
    _amid(on, middle - 150, say("Certificate of attendance"), LARGE, QFont.Weight.DemiBold)
    _amid(on, middle - 92, say("This says that"), TEXT, tint=GREY)
    _amid(on, middle - 52, told.name, HUGE, QFont.Weight.DemiBold)
    _amid(on, middle + 6, say("was there and took part in"), TEXT, tint=GREY)
    _amid(on, middle + 40, told.course, LARGE)
    _amid(on, middle + 78, told.when, MIDDLE)
    foot = on.height - EDGE - 62
    _signed(on, on.width / 2 - SIGNED - 30, foot, told.led_by or say("led by"))
    _signed(on, on.width / 2 + 30, foot, told.organisation or say("for the organisation"))
    below = QRectF(2 * EDGE, foot + 20, on.width - 4 * EDGE, on.height - foot - 30)
    on.painter.setFont(printed(SMALL))
    on.painter.setPen(GREY)
    on.painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, told.foot)


def _signed(on: Paper, left: float, y: float, who: str) -> None:
    on.painter.setPen(QPen(BLACK, 0.8))
    on.painter.drawLine(round(left), round(y), round(left + SIGNED), round(y))
    on.painter.setPen(GREY)
    on.put(QRectF(left, y + 3, SIGNED, 16), who, SMALL + 1)


def _amid(
    on: Paper, y: float, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal, tint: QColor | None = None
) -> None:
    """In the middle, as small as it must be to stand on one line."""
    font = printed(size, weight)
    on.painter.setFont(font)
    while on.painter.fontMetrics().horizontalAdvance(words) > on.width - 2 * EDGE and font.pixelSize() > LEAST:
        font.setPixelSize(font.pixelSize() - 1)
        on.painter.setFont(font)
    on.painter.setPen(tint or BLACK)
    on.painter.drawText(QRectF(0, y - size, on.width, 2 * size), Qt.AlignmentFlag.AlignCenter, words)
