"""One timeline of everything, newest first: a day, a dot on a line, what it was, and a word or two about it."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import told_day
from caregiver_desk.desk.answers.telling import Told, joined
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.lists import Index, PaintedList, line, paint_ground
from caregiver_desk.desk.parts.marks import paint_tag
from caregiver_desk.desk.parts.tables import RECORD, Heading
from caregiver_desk.wording import say

DAYS, DOT, TITLE_LINE = 74, 10, 24
TEXT_LINES = 3
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class Timeline(PaintedList):
    """Entries that are opened by a click, or by Enter on the one with the keys."""

    opened = Signal(object)

    def __init__(self) -> None:
        says = Heading(say("Timeline"), _aloud)
        super().__init__(says, _EntryPainter(), say("Timeline, newest first"))
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self.opened.emit(index.data(RECORD)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.current():
            self.opened.emit(self.current())
        else:
            super().keyPressEvent(event)


def _aloud(told: Told) -> str:
    return joined(_day_words(told), told.title, told.detail, *(words for words, _ in told.tags))


def _day_words(told: Told) -> str:
    return told_day(told.day, clock.today()) if told.day else say("no date")


class _EntryPainter(QStyledItemDelegate):
    """Paints one entry, as high as its words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        told: Told = index.data(RECORD)
        wide = cast("QAbstractItemView", option.widget).viewport().width()
        high = theme.px(TITLE_LINE) + _detail_height(told, wide - _text_left() - theme.px(theme.SMALL))
        return QSize(theme.px(200), round(high + theme.px(theme.ROOM)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told: Told = index.data(RECORD)
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        self._paint_day(painter, place, told, last=index.row() == index.model().rowCount() - 1)
        self._paint_words(painter, place, told)
        painter.restore()

    def _paint_day(self, painter: QPainter, place: QRectF, told: Told, *, last: bool) -> None:
        middle = place.top() + theme.px(TITLE_LINE) / 2 + theme.px(theme.TIGHT)
        painter.setFont(theme.font(theme.META))
        painter.setPen(theme.colour("ink-soft"))
        days = QRectF(place.left(), place.top() + theme.px(theme.TIGHT), theme.px(DAYS), theme.px(TITLE_LINE))
        painter.drawText(turned(days, place), RIGHT, _day_words(told))
        size, left = theme.px(DOT), place.left() + theme.px(DAYS + theme.ROOM)
        dot = turned(QRectF(left - size / 2, middle - size / 2, size, size), place)
        centre = dot.center().x()
        if not last:
            painter.setPen(QPen(theme.colour("line"), theme.hair()))
            painter.drawLine(round(centre), round(middle + theme.px(DOT)), round(centre), round(place.bottom()))
        painter.setPen(QPen(theme.colour("edge" if told.tone == "line" else told.tone), 1.5))
        painter.setBrush(theme.colour("sheet" if told.tone == "line" else told.tone))
        painter.drawEllipse(dot)

    def _paint_words(self, painter: QPainter, place: QRectF, told: Told) -> None:
        left = place.left() + _text_left()
        top = place.top() + theme.px(theme.TIGHT)
        right = place.right() - theme.px(theme.SMALL)
        for words, tone in reversed(told.tags):
            tag = _tag_box(painter, right, top + theme.px(TITLE_LINE) / 2, words)
            paint_tag(painter, turned(tag, place), words, tone)
            right = tag.left() - theme.px(6)
        title = QRectF(left, top, right - left, theme.px(TITLE_LINE))
        line(painter, turned(title, place), told.title, weight=theme.MEDIUM)
        if told.detail:
            wide = place.right() - left - theme.px(theme.SMALL)
            high = _detail_height(told, wide)
            painter.setFont(theme.font(theme.META + 0.5))
            painter.setPen(theme.colour("ink-soft"))
            below = QRectF(left, top + theme.px(TITLE_LINE), wide, high)
            painter.drawText(turned(below, place), WRAPPED, told.detail)


def _tag_box(painter: QPainter, right: float, middle: float, words: str) -> QRectF:
    """The place of a tag that ends at `right`; the painter has its letters."""
    painter.setFont(theme.font(theme.META - 0.5, theme.MEDIUM))
    wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(20)
    high = theme.px(22)
    return QRectF(right - wide, middle - high / 2, wide, high)


def _text_left() -> int:
    return theme.px(DAYS + 2 * theme.ROOM)


def _detail_height(told: Told, wide: float) -> float:
    if not told.detail:
        return 0
    metrics = QFontMetricsF(theme.font(theme.META + 0.5))
    needed = metrics.boundingRect(QRectF(0, 0, max(wide, 40), 10_000), WRAPPED, told.detail).height()
    return min(needed, metrics.lineSpacing() * TEXT_LINES)
