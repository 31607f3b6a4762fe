"""One table model for every list: columns are data, rows come as a whole, further pages as one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.layout import slim_bar
from caregiver_desk.wording import say

RECORD = Qt.ItemDataRole.UserRole
_OF_THE_ROW = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, RECORD})
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Heading:
    """One column: its title and what it says of a row. `quiet` is secondary, `wide` takes what is left."""

    title: str
    says: Callable[[Any], str]
    quiet: bool = False
    wide: bool = False
    right: bool = False


class RecordTable(QAbstractTableModel):
    """Rows of plain values, never of live records."""

    wants_more = Signal()

    def __init__(self, headings: Sequence[Heading]) -> None:
        super().__init__()
        self._headings = headings
        self._looks = [_look(heading) for heading in headings]  # asked seven times a cell and step
        self._rows: list[Any] = []
        self._more = False

    def set_rows(self, rows: Sequence[Any], *, more: bool = False) -> None:
        self.beginResetModel()
        self._rows, self._more = list(rows), more
        self.endResetModel()

    def add_rows(self, rows: Sequence[Any], *, more: bool = False) -> None:
        """The next page."""
        self._more = more
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rows(self) -> list[Any]:
        return list(self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name
        return 0 if parent.isValid() else len(self._headings)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002, N802 - Qt's name
        self._more = False
        self.wants_more.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in _OF_THE_ROW:
            return self._said(self._headings[index.column()], self._rows[index.row()], role)
        return self._looks[index.column()].get(role)

    def _said(self, heading: Heading, row: Any, role: int) -> Any:
        if role == RECORD:
            return row
        nothing = say("{heading}: nothing", heading=heading.title) if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return heading.says(row) or nothing

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        heading = self._headings[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return heading.title
        return int(_aligned(heading)) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _look(heading: Heading) -> dict[int, Any]:
    """How the cells of a column look, by role."""
    aligned: dict[int, Any] = {Qt.ItemDataRole.TextAlignmentRole: int(_aligned(heading))}
    if heading.quiet:
        return aligned | {Qt.ItemDataRole.ForegroundRole: theme.colour("ink-soft")}
    return aligned | {Qt.ItemDataRole.FontRole: QFont(theme.font())}


def _aligned(heading: Heading) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignVCenter | (
        Qt.AlignmentFlag.AlignRight if heading.right else Qt.AlignmentFlag.AlignLeft
    )


CELL = 3  # pixels that Qt keeps beside the words of a cell, whatever the text size


class Table(QTableView):
    """A table as calm as paper: no vertical lines, a soft head, one hairline between rows.

    Where its rows are few, it may show them `whole`: a row is as high as its longest words need.
    """

    def __init__(self, model: RecordTable, headings: Sequence[Heading], name: str, *, whole: bool = False) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(whole)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(theme.ROW))
        if whole:
            self.verticalHeader().setMinimumSectionSize(theme.px(theme.ROW))
            self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._dress_head(headings)
        self.setStyleSheet(_paper() + slim_bar())
        for filled in (model.modelReset, model.rowsInserted):
            filled.connect(self._take_keys)
        self._take_keys()

    def _take_keys(self) -> None:
        """In an empty one nothing would show that it has them."""
        there_are_rows = self.model().rowCount() > 0
        if not there_are_rows and self.window().focusWidget() is self:
            self.focusNextChild()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if there_are_rows else Qt.FocusPolicy.NoFocus)

    def _dress_head(self, headings: Sequence[Heading]) -> None:
        head = self.horizontalHeader()
        head.setFont(theme.font(theme.META, theme.SEMIBOLD))
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setMinimumSectionSize(theme.px(48))
        for number, heading in enumerate(headings):
            mode = QHeaderView.ResizeMode.Stretch if heading.wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(number, mode)


def _paper() -> str:
    use, room = theme.tokens(), theme.px(theme.SMALL)
    return (
        f"QTableView{{background:transparent;border:none;selection-background-color:{use.leaf_wash};"
        f"selection-color:{use.ink};outline:0}}"
        f"QTableView::item{{padding:0 {room}px;border-bottom:1px solid {use.line}}}"
        f"QTableView::item:hover{{background:{use.leaf_wash}}}"
        f"QTableView::item:selected{{background:{use.leaf_wash};color:{use.ink}}}"
        f"QTableView::item:focus{{border:2px solid {use.leaf}}}"
        f"QHeaderView{{background:transparent}}"
        f"QHeaderView::section{{background:transparent;color:{use.ink_soft};border:none;"
        f"border-bottom:1px solid {use.line};padding:{room}px {room + CELL}px}}"
    )
