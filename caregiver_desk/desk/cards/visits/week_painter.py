"""How a cell of the week sheet looks: its number, the name of the home, a word only where something was not done."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_desk.desk import theme
from caregiver_desk.desk.cards.visits.week_model import Index, Square, beside, visits_of
from caregiver_desk.desk.parts.lists import line
from caregiver_desk.desk.parts.marks import paint_tag
from caregiver_desk.desk.parts.tables import RECORD
from caregiver_desk.practice.visits.weeks import Total
from caregiver_desk.wording import say

NARROW = 140  # a cell with less than this keeps its edges close
DIGITS = re.compile(r"\d+")
HATCH, FAINT = 9, 0.45  # pixels between the lines of a closed day, and how much of their colour is seen
APART = 2  # a number from its tag, at least
LEAST = 56  # a name that is cut shorter than this says nothing


class CellPainter(QStyledItemDelegate):
    """Paints what stands in a cell, and in the one in hand what is being typed."""

    def __init__(self) -> None:
        super().__init__()
        self.typed, self.meant, self.last_day = "", "", 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found, place = index.data(RECORD), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = theme.px(theme.ROOM if place.width() >= theme.px(NARROW) else theme.SMALL)
        inside = place.adjusted(room, 0, -theme.px(theme.SMALL), 0)
        if isinstance(found, Total):
            _paint_total(painter, inside, found)
        elif index.model().is_open(index.column()):  # type: ignore[attr-defined]
            self._paint_cell(painter, place, inside, found, option)
        else:
            begins = len(index.model().squares(index.column()))  # type: ignore[attr-defined]
            _paint_closed(painter, place, inside, found, is_first=index.row() == begins)
        _paint_lines(painter, place, index, is_last=index.column() == self.last_day)
        if option.state & QStyle.StateFlag.State_HasFocus:
            _paint_ring(painter, place)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, place: QRectF, inside: QRectF, found: Square | None, option: QStyleOptionViewItem
    ) -> None:
        in_hand = option.state & QStyle.StateFlag.State_HasFocus
        if in_hand:
            painter.fillRect(place, theme.colour("leaf-wash"))
        if in_hand and (self.typed or not found):
            left = _paint_number(painter, inside, self.typed)
            _paint_caret(painter, left, inside)
            _paint_name(painter, inside, left + theme.px(theme.SMALL), self.meant)
        elif found:
            _paint_square(painter, inside, found)


def _paint_closed(painter: QPainter, place: QRectF, inside: QRectF, found: Square | None, *, is_first: bool) -> None:
    """A day that has not come: in a word, and below it hatched. What somebody wrote for it all the same is seen."""
    painter.fillRect(place, theme.colour("rail"))
    if found:
        _paint_square(painter, inside, found)
    elif is_first:
        line(painter, inside, say("to come"), size=theme.META, tint="ink-soft")
    else:
        _hatch(painter, place)


def _hatch(painter: QPainter, place: QRectF) -> None:
    """Lines that go on from cell to cell: closed is told from free where all grounds are one."""
    painter.save()
    painter.setClipRect(place)
    painter.setOpacity(FAINT)
    painter.setPen(QPen(theme.colour("edge"), theme.hair()))
    step, high = theme.px(HATCH), place.height()
    left = place.left() - high - (place.left() - high + place.bottom()) % step
    while left < place.right():
        painter.drawLine(QPointF(left, place.bottom()), QPointF(left + high, place.top()))
        left += step
    painter.restore()


def _paint_square(painter: QPainter, inside: QRectF, square: Square) -> None:
    """The number, the name beside it, and a tag at the end; where there is little room, a short one."""
    word, tone = square.tag
    number = QFontMetricsF(_number_font()).horizontalAdvance(square.entry.written) + theme.px(theme.TIGHT)
    wide = _tag_width(word)
    if word and number + wide > inside.width():
        word = square.brief
        wide = _tag_width(word)
    if word:
        _paint_tag(painter, QRectF(inside.right() - wide, inside.top(), wide, inside.height()), word, tone)
    room = inside.adjusted(0, 0, -wide - theme.px(APART) if word else 0, 0)
    left = _paint_number(painter, room, _known_by(square.entry.written, room.width()))
    name, tint = (square.mark, "amber") if square.mark else (square.name, "ink-soft")
    least = room.width() if word and not square.mark else theme.px(LEAST)
    _paint_name(painter, room, left + theme.px(theme.SMALL), name, tint, least)


def _known_by(written: str, room: float) -> str:
    """As it was written, or the digits that tell it from others: 5963 of HH-5963, 617 of 617-9."""
    whole = QFontMetricsF(_number_font()).horizontalAdvance(written) <= room
    return written if whole else max(DIGITS.findall(written), key=len, default=written)


def _tag_width(word: str) -> float:
    return QFontMetricsF(_tag_font()).horizontalAdvance(word) + theme.px(18 if len(word) > 1 else theme.GAP)


def _paint_tag(painter: QPainter, place: QRectF, word: str, tone: str) -> None:
    high = theme.px(22)
    painter.setFont(_tag_font())
    paint_tag(painter, QRectF(place.left(), place.center().y() - high / 2, place.width(), high), word, tone)


def _tag_font() -> QFont:
    return theme.font(theme.META - 0.5, theme.MEDIUM)


def _number_font() -> QFont:
    return theme.font(theme.TEXT, theme.MEDIUM)


def _paint_number(painter: QPainter, place: QRectF, words: str) -> float:
    """The number; where it ends."""
    line(painter, place, words, weight=theme.MEDIUM)
    return place.left() + painter.fontMetrics().horizontalAdvance(words)


def _paint_name(
    painter: QPainter, place: QRectF, left: float, name: str, tint: str = "ink-soft", least: float | None = None
) -> None:
    """Whole, or cut where that leaves more than the least; beside a tag a number says enough."""
    room = place.right() - left
    if (
        room >= (theme.px(LEAST) if least is None else least)
        or QFontMetricsF(theme.font(theme.META)).horizontalAdvance(name) <= room
    ):
        line(painter, place.adjusted(left - place.left(), 0, 0, 0), name, size=theme.META, tint=tint)


def _paint_caret(painter: QPainter, left: float, inside: QRectF) -> None:
    high = theme.px(theme.ROOM)
    top = inside.center().y() - high / 2
    painter.setPen(QPen(theme.colour("ink"), theme.px(1.25)))
    painter.drawLine(QPointF(left + 1.5, top), QPointF(left + 1.5, top + high))


def _paint_total(painter: QPainter, inside: QRectF, day: Total) -> None:
    """How many visits, whether that is a heavy day, and below what was not done or waits."""
    words, more, heavy = visits_of(day), beside(day), say("heavy day") if day.heavy else ""
    weight, tint = (theme.SEMIBOLD, "ink") if day.done else (theme.REGULAR, "ink-soft")
    ends = QFontMetricsF(theme.font(theme.TEXT, weight)).horizontalAdvance(words) + theme.px(theme.SMALL)
    fits = ends + _tag_width(heavy) <= inside.width()
    below = _fitting(inside, "" if fits else heavy, more)
    upper = QRectF(inside.left(), inside.top(), inside.width(), inside.height() * (0.58 if below else 1))
    line(painter, upper, words, weight=weight, tint=tint)
    if heavy and fits:
        _paint_tag(painter, QRectF(upper.left() + ends, upper.top(), _tag_width(heavy), upper.height()), heavy, "amber")
    lower = QRectF(inside.left(), upper.bottom() - theme.px(2), inside.width(), inside.bottom() - upper.bottom())
    if below:
        line(painter, lower, below, size=theme.META - 0.5, tint="ink-soft" if below == more else "amber")


def _fitting(inside: QRectF, heavy: str, more: str) -> str:
    """Both where there is room for both; that a day is heavy in any case. The rest is told in the card of the week."""
    both = say(" · ").join(part for part in (heavy, more) if part)
    return both if QFontMetricsF(theme.font(theme.META - 0.5)).horizontalAdvance(both) <= inside.width() else heavy


def _paint_lines(painter: QPainter, place: QRectF, index: Index, *, is_last: bool) -> None:
    """A hairline below, but for the totals, and one to the next day."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(theme.colour("line"), theme.hair()))
    right, bottom = place.right() - 1, place.bottom() - 1
    if index.row() == index.model().rowCount() - 1:
        return
    painter.drawLine(QPointF(place.left(), bottom), QPointF(right if not is_last else right + 1, bottom))
    if not is_last:
        painter.drawLine(QPointF(right, place.top()), QPointF(right, bottom))


def _paint_ring(painter: QPainter, place: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("leaf"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(1, 1, -2, -2))
