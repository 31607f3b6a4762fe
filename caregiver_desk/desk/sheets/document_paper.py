"""A document on paper: labels on the left, words on the right, page by page, in black.

Words are broken into lines here, so that a text longer than a page goes on on the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPagedPaintDevice, QPen

from caregiver_desk.desk.parts import paper
from caregiver_desk.desk.parts.chart import Hand, paint_points
from caregiver_desk.desk.parts.paper import SMALL, Foot, Paper, lay, printed
from caregiver_desk.reports.document import BOX, DOT, ROOM, Document, Line, Point, Section
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.wording import say

TITLE, HEADING, TEXT = 20, 13, 10
LINE, LABEL, BESIDE, GAP = 14.0, 150.0, 12.0, 10.0  # points: of a line, of the labels, beside them, and above a part
KEPT = 6  # lines of one thing that are not torn apart by the end of a page
TOGETHER = 70.0  # points that a heading needs below it
WRITTEN, BETWEEN = 24.0, 3.0  # points: of a line for a hand, and between two long ones
DRAWN = 88.0  # points that a figure over time is high
LEADING = 4 / 3  # of a line to its letters, in a box
SMALLER = (0.94, 0.88, 0.82, 0.76)  # of the usual size, until it is one leaf
INDENT, SIDE = 16.0, 8.0  # points: after a sign, and of a box
BLACK, GREY = QColor(Qt.GlobalColor.black), QColor("#555555")


def as_pdf(document: Document, imprint: Imprint) -> bytes:
    return paper.as_pdf(document.title, lambda device: paint(device, document, imprint))


def paint(device: QPagedPaintDevice, document: Document, imprint: Imprint) -> None:
    paint_all(device, (document,), imprint)


def paint_all(device: QPagedPaintDevice, documents: Sequence[Document], imprint: Imprint) -> None:
    """Each begins on a page of its own."""
    sizes = SMALLER if all(each.leaf for each in documents) else ()
    lay(device, lambda on: _write_all(on, documents), Foot(documents[0].title, imprint), sizes=sizes)


def _write_all(on: Paper, documents: Sequence[Document]) -> None:
    for place, document in enumerate(documents):
        if place:
            on.turn()
        for words in broken(document.title, on.width, TITLE, QFont.Weight.DemiBold):
            on.write(words, TITLE, QFont.Weight.DemiBold)
        for words in document.under:
            on.write(words, TEXT)
        for section in document.sections:
            _section(on, section)


def _section(on: Paper, section: Section) -> None:
    on.y += GAP
    _need(on, DRAWN + TOGETHER if section.points else TOGETHER)
    on.write(section.title, HEADING, QFont.Weight.DemiBold)
    if section.points:
        _points(on, section.points)
    for line in section.lines:
        _line(on, line)


def _points(on: Paper, points: Sequence[Point]) -> None:
    """As lines and letters, and below them every number of it."""
    paint_points(on.painter, QRectF(0, on.y, on.width, DRAWN), points, Hand(BLACK, BLACK, GREY, printed(SMALL), 1.0))
    on.painter.setPen(BLACK)
    on.painter.setBrush(Qt.BrushStyle.NoBrush)
    on.y += DRAWN + BETWEEN
    told = say(" · ").join(say("{month} {words}", month=each.label, words=each.words) for each in points)
    for words in broken(told, on.width, SMALL):
        _need(on, LINE)
        on.put(QRectF(0, on.y, on.width, LINE), words, SMALL)
        on.y += LINE


def _line(on: Paper, line: Line) -> None:
    sign, _, words = line.words.partition(" ")
    if not line.words:
        on.y += LINE / 3
        _need(on, 3 * LINE)
        on.write(line.label, TEXT, QFont.Weight.DemiBold)
    elif line.words == ROOM:
        _to_write(on, line.label)
    elif not line.label and sign in (BOX, DOT):
        _signed(on, sign, words)
    else:
        _said(on, line)


def _said(on: Paper, line: Line) -> None:
    """The label on the left and the words on the right; between two that are long a little room."""
    left = LABEL + BESIDE if line.label else 0.0
    labels = [*broken(line.label, LABEL, TEXT)] if line.label else []
    told = [*broken(line.words, on.width - left, TEXT)]
    _need(on, LINE * min(KEPT, max(len(labels), len(told))))
    for label, words in zip_longest(labels, told, fillvalue=""):
        _need(on, LINE)
        on.put(QRectF(0, on.y, LABEL, LINE), label, TEXT)
        on.put(QRectF(left, on.y, on.width - left, LINE), words, TEXT)
        on.y += LINE
    on.y += BETWEEN if line.label and max(len(labels), len(told)) > 1 else 0


def _signed(on: Paper, sign: str, words: str) -> None:
    """After a dot, or after a box that is ticked by hand."""
    for place, line in enumerate(broken(words, on.width - INDENT, TEXT)):
        _need(on, LINE)
        if not place and sign == BOX:
            on.painter.drawRect(QRectF(0.5, on.y + (LINE - SIDE) / 2, SIDE, SIDE))
        elif not place:
            on.put(QRectF(0, on.y, INDENT, LINE), sign, TEXT)
        on.put(QRectF(INDENT, on.y, on.width - INDENT, LINE), line, TEXT)
        on.y += LINE
    on.y += BETWEEN if sign == BOX else 0


def _to_write(on: Paper, label: str) -> None:
    """A line as high as a hand needs; to the end of the page, where nothing stands before it."""
    labels = [*broken(label, LABEL, TEXT)]
    high = max(WRITTEN, len(labels) * LINE + BETWEEN)
    _need(on, high)
    left = LABEL + BESIDE if label else 0.0
    foot = on.y + high - BETWEEN
    for place, line in enumerate(labels):
        on.put(QRectF(0, foot - (len(labels) - place) * LINE + BETWEEN, LABEL, LINE), line, TEXT)
    on.painter.setPen(QPen(GREY, 0.6))
    on.painter.drawLine(QPointF(left, foot), QPointF(on.width, foot))
    on.painter.setPen(BLACK)
    on.y += high


def _need(on: Paper, high: float) -> None:
    """A new page, where so much does not fit on this one."""
    if on.y + high > on.height:
        on.turn()


def write_in(
    on: Paper, box: QRectF, y: float, words: str, size: int, weight: QFont.Weight = QFont.Weight.Normal
) -> float:
    """As many lines as the width of a box needs; says where the next begins."""
    high = size * LEADING
    for line in broken(words, box.width(), size, weight):
        on.put(QRectF(box.left(), y, box.width(), high), line, size, weight)
        y += high
    return y


def broken(words: str, wide: float, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> Iterator[str]:
    """The lines that fit this width; a word longer than that is broken anywhere."""
    metrics = QFontMetricsF(printed(size, weight))
    for paragraph in words.splitlines() or [""]:
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if metrics.horizontalAdvance(longer) <= wide:
                line = longer
                continue
            if line:
                yield line
            *whole, line = _pieces(word, metrics, wide)
            yield from whole
        yield line


def _pieces(word: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and metrics.horizontalAdvance(pieces[-1] + letter) > wide:
            pieces.append("")
        pieces[-1] += letter
    return pieces
