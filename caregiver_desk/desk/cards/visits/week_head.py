"""The days of a week sheet, which stay in sight while the sheet is scrolled below them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.cards.visits.week_grid import WeekGrid
from caregiver_desk.desk.parts.lists import line


class StayingDays(QWidget):
    """Lies over the cells, where the sheet's own head is scrolled out of sight; pressed through to what is below."""

    def __init__(self, grid: WeekGrid) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stay_at(self, top: int) -> None:
        """At the upper edge of what is seen of the sheet, as long as some of it is seen below."""
        head = self._grid.horizontalHeader().height()
        self.setVisible(0 < top < self._grid.height() - head)
        if not self.isHidden():
            self.setGeometry(0, top, self._grid.width(), head)
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, self.height() - theme.hair(), self.width(), theme.hair(), theme.colour("line"))
        for day in range(self._grid.seen):
            left, wide = self._grid.columnViewportPosition(day), self._grid.columnWidth(day)
            place = QRectF(left + self._grid.room, 0, wide - self._grid.room, self.height())
            words = self._grid.cells.headerData(day, Qt.Orientation.Horizontal)
            line(painter, place, words, size=theme.META, weight=theme.SEMIBOLD, tint="ink-soft")
        painter.end()


def keep_in_sight(grid: WeekGrid, page: QWidget, within: QScrollArea) -> None:
    """The cell in hand whole below the days, and the next one: on the page as it begins, else by whole rows."""
    bar, place = within.verticalScrollBar(), grid.in_hand()
    top, high = grid.mapTo(page, place.topLeft()).y(), place.height()
    most = top - grid.horizontalHeader().height()  # below this the days would lie over it
    first, least = most - grid.row * high, top + 2 * high - within.viewport().height()
    wanted = min(most, max(bar.value(), least))
    rows = ceil(max(0, wanted - first) / high)
    bar.setValue(0 if wanted < first and least <= 0 else min(most, first + rows * high))
