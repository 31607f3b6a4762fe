"""A quiet chart: one figure month by month, as a line of dots with words at its ends.

Decision. Painted here with the theme's colours, for a plotting library would weigh more than the desk. Labels stand at
the dots and not in a legend; a month without a number is a gap that says so and never a zero; nothing is compared but
the figure with itself. The same hand paints on paper, in lines and letters and not in dots of a picture. To a screen
reader it is a sentence; as a table it stands beside it on asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.reports.document import Point
from caregiver_desk.wording import say

HIGH, LEAST = 132, 260
DOT, LAST_DOT = 2.5, 4.5
NO_NUMBER = "–"  # where there is no room for words


class Hand(NamedTuple):
    """What a chart is painted with: the ink of words, of the line and of what is quiet, a font and its size."""

    ink: QColor
    line: QColor
    quiet: QColor
    font: QFont
    unit: float  # of what is a pixel at 100 per cent


def paint_points(painter: QPainter, box: QRectF, points: Sequence[Point], hand: Hand) -> None:
    """The whole chart within a box; nothing where there are no points."""
    if not points:
        return
    painter.setFont(hand.font)
    metrics = QFontMetricsF(hand.font)
    high = metrics.height()
    plot = box.adjusted(hand.unit * 14, high + hand.unit * 8, -hand.unit * 14, -high - hand.unit * 8)
    places = _places(plot, points)
    painter.setPen(QPen(hand.quiet, hand.unit))
    painter.drawLine(plot.bottomLeft() + QPointF(0, hand.unit * 4), plot.bottomRight() + QPointF(0, hand.unit * 4))
    if points[0].whole:
        _paint_whole(painter, plot, hand)
    _paint_line(painter, places, hand)
    _paint_gaps(painter, plot, places, hand)
    _paint_dots(painter, plot, points, places, hand)
    _paint_labels(painter, plot, points, metrics, hand)


def _places(plot: QRectF, points: Sequence[Point]) -> list[QPointF | None]:
    """Where each dot stands: from nothing at the bottom to the whole, or else the highest, at the top."""
    highest = max((each.height for each in points if each.height is not None), default=0) or 1
    most = points[0].whole or highest
    step = plot.width() / max(1, len(points) - 1)
    return [
        None
        if each.height is None
        else QPointF(plot.left() + step * place, plot.bottom() - plot.height() * each.height / most)
        for place, each in enumerate(points)
    ]


def _paint_whole(painter: QPainter, plot: QRectF, hand: Hand) -> None:
    """Where all of them would be."""
    painter.setPen(QPen(hand.quiet, hand.unit * 0.75, Qt.PenStyle.DotLine))
    painter.drawLine(plot.topLeft(), plot.topRight())


def _paint_line(painter: QPainter, places: Sequence[QPointF | None], hand: Hand) -> None:
    """Only between neighbours that both have a number."""
    painter.setPen(QPen(hand.line, hand.unit * 1.75))
    for one, other in pairwise(places):
        if one is not None and other is not None:
            painter.drawLine(one, other)


def _paint_gaps(painter: QPainter, plot: QRectF, places: Sequence[QPointF | None], hand: Hand) -> None:
    """A word in the middle of days without a number that stand side by side."""
    words, metrics = say("no data"), QFontMetricsF(hand.font)
    step, edge = plot.width() / max(1, len(places) - 1), hand.unit * 14
    painter.setPen(hand.quiet)
    for missing, run in groupby(range(len(places)), key=lambda place: places[place] is None):
        if missing:
            gap = list(run)
            left = max(plot.left() - edge, plot.left() + step * (gap[0] - 0.5))
            right = min(plot.right() + edge, plot.left() + step * (gap[-1] + 0.5))
            box = QRectF(left, plot.center().y(), right - left, metrics.height())
            fits = metrics.horizontalAdvance(words) < box.width()
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words if fits else NO_NUMBER)


def _paint_dots(
    painter: QPainter, plot: QRectF, points: Sequence[Point], places: Sequence[QPointF | None], hand: Hand
) -> None:
    last = max((place for place, each in enumerate(places) if each is not None), default=-1)
    for place, where in enumerate(places):
        if where is None:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hand.line)
        size = hand.unit * (LAST_DOT if place == last else DOT)
        painter.drawEllipse(where, size, size)
    if last >= 0:
        _paint_words(painter, plot, points[last].words, places[last], hand)


def _paint_words(painter: QPainter, plot: QRectF, words: str, at: QPointF | None, hand: Hand) -> None:
    """What the last number says, above its dot and within the chart."""
    if at is None:
        return
    metrics = QFontMetricsF(hand.font)
    wide = metrics.horizontalAdvance(words) + hand.unit * 2
    left = min(max(plot.left() - hand.unit * 14, at.x() - wide / 2), plot.right() + hand.unit * 14 - wide)
    top = at.y() - metrics.height() - hand.unit * 6
    painter.setPen(hand.ink)
    painter.drawText(QRectF(left, top, wide, metrics.height()), Qt.AlignmentFlag.AlignCenter, words)


def _paint_labels(painter: QPainter, plot: QRectF, points: Sequence[Point], metrics: QFontMetricsF, hand: Hand) -> None:
    """As many names below the line as have room, the last one always."""
    painter.setPen(hand.quiet)
    step = plot.width() / max(1, len(points) - 1)
    widest = max(metrics.horizontalAdvance(each.label) for each in points) + hand.unit * 6
    every = max(1, -(-int(widest) // max(1, int(step))))
    for place, each in enumerate(points):
        if (len(points) - 1 - place) % every == 0:
            room = QRectF(0, plot.bottom() + hand.unit * 8, widest, metrics.height())
            edge = hand.unit * 14
            beside = min(plot.left() + step * place - widest / 2, plot.right() + edge - widest)
            room.moveLeft(max(plot.left() - edge, beside))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, each.label)


class Chart(QWidget):
    """One figure over time, on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_points(self, points: tuple[Point, ...], sentence: str) -> None:
        self._points = points
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(LEAST), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hand = Hand(
            theme.colour("ink"), theme.colour("leaf"), theme.colour("ink-soft"), theme.font(theme.META), theme.px(1)
        )
        paint_points(painter, QRectF(self.rect()), self._points, hand)
        painter.end()
