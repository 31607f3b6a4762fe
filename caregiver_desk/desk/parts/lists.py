"""A list that paints its rows: people by face and name, a timeline by day. The rows are values; the keys move in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.layout import slim_bar
from caregiver_desk.desk.parts.marks import paint_avatar
from caregiver_desk.desk.parts.tables import RECORD, Heading, RecordTable

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TWO_LINES = theme.ROW + theme.ROOM  # how high a name and one quiet line are
UNBOUND = 10_000  # pixels, higher than any row


class PaintedList(QListView):
    """A list view over a table model's first column."""

    chosen = Signal(object)

    def __init__(
        self, says: Heading, painter: QStyledItemDelegate, name: str, *, rows: type[RecordTable] = RecordTable
    ) -> None:
        super().__init__()
        self.rows, self._row = rows([says]), 0  # pixels of a row, where rows are kept whole
        self._least, self._all = 0, False
        self.setModel(self.rows)
        self.setItemDelegate(painter)
        painter.setParent(self)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setStyleSheet(slim_bar())
        self.selectionModel().currentChanged.connect(self._moved)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._stand()
        spare = self.height() % self._row if self._row and not self._all else 0
        if spare != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, spare)
        self.scheduleDelayedItemsLayout()

    def show_whole_rows(self, least: int) -> None:
        """No row is cut before anybody scrolls, and so many are seen, also where the list is pressed together."""
        self._row = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self._least = least
        self._stand()
        self.rows.modelReset.connect(self._stand)

    def show_all_rows(self, *, shown: bool) -> None:
        """Be as high as all rows together, where the page itself scrolls; or as high as there is room."""
        self._all = shown
        self._stand()

    def _stand(self) -> None:
        if self._row:
            least = self._least * self._row
            rows = sum(map(self.sizeHintForRow, range(self.rows.rowCount()))) if self._all else 0
            self.setMinimumHeight(max(least, rows))

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self.rows.index(row, 0))

    def current(self) -> Any:
        return self.currentIndex().data(RECORD)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(RECORD))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """The wash of the chosen row and of the one under the pointer, and the ring of the one with the keys."""
    state = option.state
    box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
    rounding = theme.px(theme.ROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.colour("leaf-wash"))
        painter.drawRoundedRect(box, rounding, rounding)
    focused = state & QStyle.StateFlag.State_HasFocus
    if focused or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("leaf" if focused else "line"), theme.ring() if focused else theme.hair()))
        painter.drawRoundedRect(box, rounding, rounding)


class FacePainter(QStyledItemDelegate):
    """A person: initials, name, and one quiet line."""

    HIGH = 52

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002, N802 - Qt's name
        return QSize(theme.px(160), theme.px(self.HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        place, size, room = QRectF(option.rect), theme.px(theme.AVATAR), theme.px(theme.SMALL)
        face = QRectF(place.left() + room, place.center().y() - size / 2, size, size)
        paint_avatar(painter, turned(face, place), person.name)
        words = place.adjusted(room + size + theme.px(10), 0, -room, 0)
        two_lines(painter, turned(words, place), person.name, person.heard, person.tone)
        painter.restore()


class LinesPainter(QStyledItemDelegate):
    """A name and one quiet line; `says` tells of a record these two, and the tone of the second.

    With `whole` a row is as high as both need where they are long, so that no word of them is cut.
    """

    def __init__(self, says: Callable[[Any], tuple[str, str, str]], *, whole: bool = False) -> None:
        super().__init__()
        self._says, self._whole = says, whole

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        if not (self._whole and index.isValid()):
            return QSize(theme.px(160), theme.px(TWO_LINES))
        name, quiet, _ = self._says(index.data(RECORD))
        return whole_row(option, 2 * theme.px(theme.GAP), name, quiet)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        room = theme.px(theme.GAP)
        two_lines(painter, QRectF(option.rect).adjusted(room, 0, -room, 0), *self._says(index.data(RECORD)))
        painter.restore()


def whole_row(option: QStyleOptionViewItem, aside: int, name: str, quiet: str) -> QSize:
    """A row in which a name and its quiet line are read whole; `aside` are the pixels beside them."""
    view = cast("QAbstractItemView", option.widget)
    width = view.viewport().width() - aside
    fonts = {name: theme.font(weight=theme.MEDIUM), quiet: theme.font(theme.META)}
    more = sum(_beyond_a_line(words, width, font) for words, font in fonts.items())
    return QSize(theme.px(160), theme.px(TWO_LINES) + more)


def _beyond_a_line(words: str, width: int, font: QFont) -> int:
    return max(0, _high(words, width, font) - QFontMetrics(font).height())


def _high(words: str, width: int, font: QFont) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, UNBOUND), Qt.TextFlag.TextWordWrap, words).height()


def two_lines(painter: QPainter, place: QRectF, name: str, quiet: str, tone: str) -> None:
    """A name, and one quiet line below it; where the row was made high for them, both with all their words."""
    if place.height() > theme.px(TWO_LINES):
        _two_whole(painter, place, name, quiet, tone)
        return
    half, edge = place.height() / 2, theme.px(6)
    line(painter, QRectF(place.left(), place.top() + edge, place.width(), half - edge), name, weight=theme.MEDIUM)
    below = QRectF(place.left(), place.top() + half, place.width(), half - edge)
    line(painter, below, quiet, size=theme.META, tint=tone)


def _two_whole(painter: QPainter, place: QRectF, name: str, quiet: str, tone: str) -> None:
    font = theme.font(weight=theme.MEDIUM)
    words = place.adjusted(0, theme.px(theme.SMALL), 0, 0)
    above = _high(name, int(place.width()), font) + theme.px(theme.TIGHT)
    _wrapped(painter, words, name, font, "ink")
    _wrapped(painter, words.adjusted(0, above, 0, 0), quiet, theme.font(theme.META), tone)


def _wrapped(painter: QPainter, place: QRectF, words: str, font: QFont, tint: str) -> None:
    painter.setFont(font)
    painter.setPen(theme.colour(tint))
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, words)


def line(
    painter: QPainter,
    place: QRectF,
    words: str,
    *,
    size: float = theme.TEXT,
    weight: QFont.Weight = theme.REGULAR,
    tint: str = "ink",
) -> None:
    """One line of plain words, cut short with an ellipsis where there is no room."""
    painter.setFont(theme.font(size, weight))
    painter.setPen(theme.colour(tint))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
    painter.drawText(place, LEFT, shown)
