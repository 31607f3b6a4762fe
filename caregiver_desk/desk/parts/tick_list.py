"""A list in which rows are ticked, and one onto which what is ticked can be dropped.

Space ticks a row and goes on to the next; a press ticks it too. What a tick or a drop means is for whoever listens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate

from caregiver_desk.desk.parts.lists import Index, PaintedList
from caregiver_desk.desk.parts.tables import RECORD, Heading, RecordTable

DRAWN = "application/x-caregiver-desk-ticked"


class Drawn(RecordTable):
    """Rows that can be drawn elsewhere by the mouse, each by its id."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [DRAWN]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        return carried(indexes[0].data(RECORD).id)


def carried(row: str) -> QMimeData:
    """What the mouse carries from one list to another."""
    told = QMimeData()
    told.setData(DRAWN, row.encode())
    return told


class TickList(PaintedList):
    """Each row is a value with an id."""

    ticked = Signal(str)

    def __init__(self, says: Heading, painter: QStyledItemDelegate, name: str) -> None:
        super().__init__(says, painter, name, rows=Drawn)
        self._pressed_at = QPoint()
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            row = self.currentIndex().row()
            self.ticked.emit(self.current().id)
            self.choose(min(row + 1, self.rows.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mousePressEvent(event)
        self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index == self.indexAt(self._pressed_at):
            self.ticked.emit(index.data(RECORD).id)


class DropList(PaintedList):
    """A list onto whose rows something that was ticked is dropped."""

    dropped = Signal(object, str)  # the row below, and by which row it was drawn here

    def __init__(self, says: Heading, painter: QStyledItemDelegate, name: str) -> None:
        super().__init__(says, painter, name)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if event.mimeData().hasFormat(DRAWN):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        if self.indexAt(event.position().toPoint()).isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.mimeData().hasFormat(DRAWN):
            self.dropped.emit(index.data(RECORD), bytes(event.mimeData().data(DRAWN).data()).decode())
            event.acceptProposedAction()
