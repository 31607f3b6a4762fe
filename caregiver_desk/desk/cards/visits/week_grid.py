"""A caregiver's week to type into: digits and one letter, and keys that move. Nobody reaches for the mouse.

A cell is *left* when its number is complete, when a key moves on, or when something else takes the keys; whoever owns
the grid then hears what was typed: digits for another home, a letter alone for what came of the visit, nothing where
the cell was emptied.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.visits.weeks import WORKING_DAYS
from caregiver_desk.desk.cards.visits.week_model import Square, WeekModel
from caregiver_desk.desk.cards.visits.week_painter import NARROW, CellPainter
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.practice.visits.weeks import LETTERS, goes_on, is_complete

HIGH, TOTALS = theme.ROW + 4, theme.ROW + 16
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class WeekGrid(QTableView):
    """The cells, and the one in hand."""

    left = Signal(int, int, str)  # day, row, what was typed
    moved = Signal()  # another cell is in hand, or more was typed into it
    turned = Signal(int)  # to another week

    def __init__(self) -> None:
        super().__init__()
        self.cells, self.length, self._seen = WeekModel(), 3, WORKING_DAYS
        self._left_at: tuple[int, int] | None = None
        self._just: tuple[int, int] | None = None  # the same, where the sheet moved on by itself
        self._painter = CellPainter()
        self._painter.setParent(self)
        self.setModel(self.cells)
        self.setItemDelegate(self._painter)
        self._dress()
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Down: partial(self._step, 0, 1),
            Qt.Key.Key_Up: partial(self._step, 0, -1),
            Qt.Key.Key_Right: partial(self._step, 1, 0),
            Qt.Key.Key_Left: partial(self._step, -1, 0),
            Qt.Key.Key_Backspace: self._rub_out,
            Qt.Key.Key_Delete: self._rub_out,
            Qt.Key.Key_PageUp: partial(self.turned.emit, -1),
            Qt.Key.Key_PageDown: partial(self.turned.emit, 1),
            Qt.Key.Key_Escape: partial(self.type, ""),
        }

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(HIGH))
        head = self.horizontalHeader()
        head.setFont(theme.font(theme.META, theme.SEMIBOLD))
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(theme.px(48))
        head.setFixedHeight(theme.px(theme.ROW))

    @property
    def typed(self) -> str:
        return self._painter.typed

    @property
    def seen(self) -> int:
        """How many days of the week are on the sheet."""
        return self._seen

    @property
    def day(self) -> int:
        return self.currentIndex().column()

    @property
    def row(self) -> int:
        return self.currentIndex().row()

    def show_week(self, days: Sequence[date], today: date, cells: Sequence[Sequence[Square]], heavy_from: int) -> None:
        """Show these cells; the one in hand stays in hand, with what is typed into it."""
        day, row = self.day, self.row
        self.cells.show(days, today, cells, heavy_from)
        self._seen = max((number for number, each in enumerate(cells, 1) if each), default=0)
        self._uncover(max(self._seen, WORKING_DAYS, day + 1))
        last = self.cells.rowCount() - 1
        for number in range(last):
            self.setRowHeight(number, theme.px(HIGH))
        self.setRowHeight(last, theme.px(TOTALS))
        self.setFixedHeight(self.horizontalHeader().height() + last * theme.px(HIGH) + theme.px(TOTALS))
        if day >= 0:
            self.go(day, row)

    def _uncover(self, days: int) -> None:
        """Saturday and Sunday are there when somebody goes there, or went."""
        self._seen, self._painter.last_day = days, days - 1
        for number in range(self.cells.columnCount()):
            self.setColumnHidden(number, number >= days)

    def let_go(self) -> None:
        """Another sheet comes: nothing is in hand."""
        self._painter.typed, self._just = "", None
        self.setCurrentIndex(QModelIndex())

    def begin(self) -> None:
        """The first free cell of the first day that has nothing yet; if all have, of the last one that has come."""
        come = [day for day in range(WORKING_DAYS) if self.cells.is_open(day)]
        self.go_free(next((day for day in come if not self.cells.squares(day)), max(come, default=0)))

    def go_free(self, day: int) -> None:
        self.go(day, len(self.cells.squares(day)))

    def go(self, day: int, row: int) -> None:
        """Take a cell in hand: one that is filled, or the free one below."""
        if day >= self._seen:
            self._uncover(day + 1)
        self.setCurrentIndex(self.cells.index(max(0, min(row, len(self.cells.squares(day)))), day))
        self.moved.emit()

    def type(self, words: str) -> None:
        """What stands in the cell in hand, not yet left."""
        self._painter.typed = words
        self.moved.emit()

    def say_meant(self, name: str) -> None:
        """The name of the home that is meant by what is typed so far."""
        self._painter.meant = name
        self.viewport().update()

    def stands_at(self, day: int, row: int) -> None:
        """Where the cell that was left last stands now: what was sorted goes to the end of its day."""
        self._left_at = (day, row)

    def leave(self) -> None:
        """Hand over what was typed."""
        if words := self.typed:
            self.type("")
            self.left.emit(self.day, self.row, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & _HELD or not self.cells.is_open(self.day):
            event.ignore()
        elif event.key() in self._keys:
            self._just = None
            self._keys[event.key()]()
        elif not self._take(event.text().casefold()):
            event.ignore()

    def _take(self, key: str) -> bool:
        """A digit or a letter goes to the cell in hand; a letter after a number that moved on goes to that number."""
        if goes_on(self.typed, key):
            self._just = None
            self.type(self.typed + key)
            if is_complete(self.typed, self.length):
                self._move_on()
            return True
        place = self._just or ((self.day, self.row) if self._stands() else None)
        if key not in LETTERS or self.typed or place is None:
            return False
        self.left.emit(*place, key)
        return True

    def _stands(self) -> bool:
        """Whether something stands in the cell in hand."""
        return self.cells.square(self.day, self.row) is not None

    def _move_on(self) -> None:
        self.leave()
        self.go(self.day, self.row + 1)
        self._just = self._left_at

    def _enter(self) -> None:
        """On: below a cell that holds something, to the next day from a free one. What waits is looked at again."""
        square = self.cells.square(self.day, self.row)
        if self.typed:
            self._step(0, 1)
        elif square:
            if square.entry.doubt:
                self.left.emit(self.day, self.row, square.entry.written)
            self.go(self.day, self.row + 1)
        else:
            self._turn_day(1)

    def _step(self, days: int, rows: int) -> None:
        self.leave()
        if self.cells.is_open(self.day + days):
            self.go(self.day + days, self.row + rows)

    def _turn_day(self, by: int) -> bool:
        """To the free cell of another day that is on the sheet."""
        day = self.day + by
        if not (self.cells.is_open(day) and day < self._seen):
            return False
        self.go_free(day)
        return True

    def _rub_out(self) -> None:
        """The last thing typed; else what stands in the cell; from a free one back to the one above."""
        if self.typed:
            self.type(self.typed[:-1])
        elif self._stands():
            self.left.emit(self.day, self.row, "")
            self.moved.emit()
        else:
            self.go(self.day, self.row - 1)

    def focusNextPrevChild(self, onward: bool) -> bool:  # noqa: N802 - Qt's name
        """Tab goes day by day, and out of the sheet at its ends."""
        self.leave()
        return self._turn_day(1 if onward else -1) or super().focusNextPrevChild(onward)

    def event(self, event: QEvent) -> bool:
        """Esc belongs to the cell while something is typed into it, and to the window otherwise."""
        asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if asked and self.typed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        if event.reason() not in _STAYS:
            self.leave()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        place = self.indexAt(event.position().toPoint())
        if self.cells.is_open(place.column()):
            self.leave()
            self._just = None
            self.go(place.column(), place.row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.setStyleSheet(_clear(self.room))

    @property
    def room(self) -> int:
        """What a title keeps to its side, as the cells below it do."""
        wide = self.viewport().width() // max(1, self._seen) >= theme.px(NARROW)
        return theme.px(theme.ROOM if wide else theme.SMALL)

    def in_hand(self) -> QRect:
        """Where the cell in hand is."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())


class WeekFrame(QFrame):
    """The sheet of paper round the cells: a soft head, a soft foot, round corners."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__()
        laid = column(grid, gap=0)
        laid.setContentsMargins(1, 1, 1, 1)
        self.setLayout(laid)
        self._head = theme.px(theme.ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), theme.hair()))
        painter.setBrush(theme.colour("rail"))
        whole, rounding = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(theme.RADIUS)
        painter.drawRoundedRect(whole, rounding, rounding)
        middle = QRectF(self.rect()).adjusted(1, 1 + self._head, -1, -1 - theme.px(TOTALS))
        painter.fillRect(middle, theme.colour("sheet"))
        painter.fillRect(QRectF(middle.left(), middle.top() - 1, middle.width(), 1), theme.colour("line"))
        painter.end()


def _clear(room: int) -> str:
    """The table lets the paper show through; titles stand over what is below them."""
    use = theme.tokens()
    return (
        "QTableView{background:transparent;border:none;outline:0}"
        "QHeaderView{background:transparent}"
        f"QHeaderView::section{{background:transparent;color:{use.ink_soft};border:none;padding-left:{room}px}}"
    )
