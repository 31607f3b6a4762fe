"""The prompt for a visit together on paper: one A4 across, cut in the middle into two halves that fit a bag.

On the left whoever does the work says how it was, first; on the right stands what the other saw. Both are the same
page, so that the two can be laid side by side when they speak of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPen

from caregiver_desk.desk.parts.paper import A4_ACROSS, Foot, Paper, lay, printed
from caregiver_desk.desk.sheets.document_paper import write_in
from caregiver_desk.practice.supervision.observing import Worded
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.supervision.observation_prompt import DIGITS, Prompt, afterwards, of_the_family, scale
from caregiver_desk.wording import say

TITLE, HEADING, TEXT, SMALL = 15, 10, 9, 7
LINE, GAP, FOLD = 9.5, 5.0, 18.0  # points: of a small line, between items, and on each side of the cut
CIRCLE, APART = 12.0, 16.0  # points: a digit to be ringed, and from one to the next
WRITTEN = 21.0  # points of a line for a hand
GREY = QColor("#777777")


def paint(device: QPagedPaintDevice, told: Prompt, imprint: Imprint) -> None:
    foot = Foot(say("Visit together"), imprint)
    lay(device, partial(_write, told=told, below=imprint.below(foot.title)), foot, A4_ACROSS)


def _write(on: Paper, told: Prompt, below: str) -> None:
    middle = on.width / 2
    on.painter.setPen(QPen(GREY, 0.5, Qt.PenStyle.DashLine))
    on.painter.drawLine(round(middle), 0, round(middle), round(on.height))
    on.painter.setPen(Qt.GlobalColor.black)
    name = told.name or "_" * 24
    sides: tuple[tuple[str, Sequence[str]], ...] = (
        (say("{name}: your own view, first", name=name), ()),
        (say("What was seen, with {name}", name=name), of_the_family()),
    )
    for place, (words, asked) in enumerate(sides):
        box = QRectF(place * (middle + FOLD), 0, middle - FOLD, on.height)
        top = write_in(on, box, 0, words, TITLE, QFont.Weight.DemiBold)
        _half(on, box, write_in(on, box, top, below, SMALL), told.items, asked)


def _half(on: Paper, box: QRectF, y: float, items: Sequence[Worded], asked: Sequence[str]) -> None:
    """The items, and lines to write on: one's own, or what the other saw and what the family said."""
    y = write_in(on, box, y, say("{scale}. Ring one. Nothing is added up.", scale=scale()), SMALL) + GAP
    for each in items:
        y = _item(on, box, y, each)
    own = (say("What went well"), say("What was hard"), say("What next"))
    rest = afterwards() if asked else own
    room = (box.height() - y) / (len(rest) + len(asked))
    for label in (*rest, *asked):
        _to_write(on, QRectF(box.left(), y, box.width(), min(room, WRITTEN)), label)
        y += min(room, WRITTEN)


def _item(on: Paper, box: QRectF, y: float, item: Worded) -> float:
    wide = len(DIGITS) * APART
    for place, digit in enumerate(DIGITS.values()):
        ring = QRectF(box.right() - wide + place * APART, y, CIRCLE, CIRCLE)
        on.painter.setPen(QPen(GREY, 0.6))
        on.painter.drawEllipse(ring)
        on.painter.setPen(Qt.GlobalColor.black)
        left = (CIRCLE - QFontMetricsF(printed(SMALL)).horizontalAdvance(digit)) / 2
        on.put(ring.adjusted(left, 0, 0, 0), digit, SMALL)
    words = box.adjusted(0, 0, -wide - 6, 0)
    y = write_in(on, words, y, item.words, TEXT, QFont.Weight.DemiBold)
    return write_in(on, words, y, item.strongly, SMALL) + GAP


def _to_write(on: Paper, box: QRectF, label: str) -> None:
    foot = round(box.bottom() - 2)
    on.put(QRectF(box.left(), box.top(), box.width(), box.height() - 2), label, SMALL)
    on.painter.setPen(QPen(GREY, 0.5))
    left = box.left() + on.painter.fontMetrics().horizontalAdvance(label) + 6
    on.painter.drawLine(round(left), foot, round(box.right()), foot)
    on.painter.setPen(Qt.GlobalColor.black)
