"""The poster of the keys on paper: large letters, grey that a poor printer can print, A4."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPen

from caregiver_desk.desk.parts.paper import A4, BLACK, Paper, printed
from caregiver_desk.wording import say

LARGE, TEXT, SMALL = 24, 12, 8
ROW, CAP = 26.0, 128.0  # points: of a key on the poster, and the room for its cap


def paint_poster(device: QPagedPaintDevice, keys: Sequence[tuple[str, str]], fictional: bool) -> None:
    """Every key with what it does, large enough for a wall; as many pages as there are keys for."""
    on = Paper(device, A4)
    _poster_head(on, fictional=fictional)
    for cap, does in keys:
        if on.y + ROW > on.height:
            on.turn()
            _poster_head(on, fictional=fictional)
        _key(on, cap, does)
        on.y += ROW
    on.end()


def _poster_head(on: Paper, *, fictional: bool) -> None:
    on.write(say("The keys of the desk"), LARGE, QFont.Weight.DemiBold)
    if fictional:
        on.put_right(QRectF(on.width - 120, 4, 120, 20), say("FICTIONAL"), SMALL)
    on.y += 6


def _key(on: Paper, cap: str, does: str) -> None:
    on.painter.setFont(printed(TEXT, QFont.Weight.DemiBold))
    wide = min(CAP, max(30.0, on.painter.fontMetrics().horizontalAdvance(cap) + 18.0))
    box = QRectF(0, on.y + 2, wide, ROW - 6)
    on.painter.setPen(QPen(BLACK, 1.0))
    on.painter.drawRoundedRect(box, 4, 4)
    on.painter.drawText(box, Qt.AlignmentFlag.AlignCenter, cap)
    on.put(QRectF(CAP + 12, on.y, on.width - CAP - 12, ROW), does, TEXT)
