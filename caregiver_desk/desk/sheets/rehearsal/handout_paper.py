"""Certificates and the poster of the keys, on paper: large letters, grey that a poor printer can print, A4."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPen

from caregiver_desk.desk.parts.paper import A4, A4_ACROSS, Paper, printed
from caregiver_desk.practice.growth.courses import not_ours
from caregiver_desk.wording import full_day, say

EDGE, GREY = 28.0, QColor(90, 90, 90)
HUGE, LARGE, MIDDLE, TEXT, SMALL, LEAST = 38, 24, 15, 12, 8, 5
SIGNED = 190.0  # points, of a line to sign on
ROW, CAP = 26.0, 128.0  # points: of a key on the poster, and the room for its cap


@dataclass(frozen=True)
class Certificates:
    """Who attended what, and when; `led_by` may be empty, to be written in."""

    names: tuple[str, ...]
    course: str
    day: date
    led_by: str


def paint_certificates(device: QPagedPaintDevice, told: Certificates) -> None:
    """One a page. They say that somebody was there, and nothing of how well."""
    on = Paper(device, A4_ACROSS, fictional=False)  # who was there is real
    for place, name in enumerate(told.names):
        if place:
            on.turn()
        _certificate(on, told, name)
    on.end()


def _certificate(on: Paper, told: Certificates, name: str) -> None:
    frame = QRectF(0, 0, on.width, on.height)
    for inset, wide in ((0.0, 2.2), (6.0, 0.6)):
        on.painter.setPen(QPen(QColor(Qt.GlobalColor.black), wide))
        on.painter.drawRect(frame.adjusted(inset, inset, -inset, -inset))
    middle = on.height / 2
    _amid(on, middle - 150, say("Certificate of attendance"), LARGE, QFont.Weight.DemiBold)
    _amid(on, middle - 92, say("This says that"), TEXT, tint=GREY)
    _amid(on, middle - 52, name, HUGE, QFont.Weight.DemiBold)
    _amid(on, middle + 6, say("was there and took part in"), TEXT, tint=GREY)
    _amid(on, middle + 40, told.course, LARGE)
    _amid(on, middle + 78, full_day(told.day), MIDDLE)
    foot = on.height - EDGE - 62
    _signed(on, on.width / 2 - SIGNED - 30, foot, told.led_by or say("led by"))
    _signed(on, on.width / 2 + 30, foot, say("for the organisation"))
    rehearsed = say("Rehearsed on a fictional programme. Attendance only: nobody was marked.")
    below = QRectF(2 * EDGE, foot + 20, on.width - 4 * EDGE, on.height - foot - 30)
    on.painter.setFont(printed(SMALL - 1))
    on.painter.setPen(GREY)
    middle_of = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    on.painter.drawText(below, middle_of, f"{rehearsed} {not_ours()}")


def _signed(on: Paper, left: float, y: float, who: str) -> None:
    on.painter.setPen(QPen(QColor(Qt.GlobalColor.black), 0.8))
    on.painter.drawLine(round(left), round(y), round(left + SIGNED), round(y))
    _words(on, QRectF(left, y + 3, SIGNED, 16), who, SMALL + 1, tint=GREY)


def paint_poster(device: QPagedPaintDevice, keys: Sequence[tuple[str, str]], fictional: bool) -> None:
    """Every key with what it does, large enough for a wall; as many pages as there are keys for."""
    on = Paper(device, A4, fictional=fictional)
    _poster_head(on)
    for cap, does in keys:
        if on.y + ROW > on.height:
            on.turn()
            _poster_head(on)
        _key(on, cap, does)
        on.y += ROW
    on.end()


def _poster_head(on: Paper) -> None:
    on.write(say("The keys of the desk"), LARGE, QFont.Weight.DemiBold)
    on.y += 6


def _key(on: Paper, cap: str, does: str) -> None:
    on.painter.setFont(printed(TEXT, QFont.Weight.DemiBold))
    wide = min(CAP, max(30.0, on.painter.fontMetrics().horizontalAdvance(cap) + 18.0))
    box = QRectF(0, on.y + 2, wide, ROW - 6)
    on.painter.setPen(QPen(QColor(Qt.GlobalColor.black), 1.0))
    on.painter.drawRoundedRect(box, 4, 4)
    on.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
    _words(on, QRectF(CAP + 12, on.y, on.width - CAP - 12, ROW), does, TEXT)


def _amid(
    on: Paper, y: float, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal, tint: QColor | None = None
) -> None:
    """In the middle, as small as it must be to stand on one line."""
    font = printed(size, weight)
    on.painter.setFont(font)
    while on.painter.fontMetrics().horizontalAdvance(words) > on.width - 2 * EDGE and font.pixelSize() > LEAST:
        font.setPixelSize(font.pixelSize() - 1)
        on.painter.setFont(font)
    on.painter.setPen(tint or QColor(Qt.GlobalColor.black))
    on.painter.drawText(QRectF(0, y - size, on.width, 2 * size), Qt.AlignmentFlag.AlignCenter, words)


def _words(on: Paper, box: QRectF, words: str, size: int, *, tint: QColor | None = None) -> None:
    on.painter.setPen(tint or QColor(Qt.GlobalColor.black))
    on.painter.setFont(printed(size))
    on.painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
