"""The figures of a set: what was done and what came of it apart, in the order of the set, each a line that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.figures import Row
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.lists import line
from caregiver_desk.desk.parts.words import heading
from caregiver_desk.practice.insight.indicators import Sort
from caregiver_desk.wording import later, say

HIGH = 48
HEADS = {Sort.PROCESS: later("What was done"), Sort.OUTCOME: later("What came of it")}


class FigureLine(QAbstractButton):
    """One figure: its title, and below it what is told of it. The open one is washed."""

    def __init__(self, row: Row, *, opened: bool) -> None:
        super().__init__()
        self.setCheckable(True)
        self.show_row(row, opened=opened)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_row(self, row: Row, *, opened: bool) -> None:
        self.row = row
        self.setText(row.title)
        self.setAccessibleName(f"{row.title}: {row.words}")
        self.setChecked(opened)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(theme.px(220), theme.px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("leaf"), theme.ring()) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("leaf-wash") if self.isChecked() or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(theme.ROUND), theme.px(theme.ROUND))
        words = box.adjusted(theme.px(10), theme.px(4), -theme.px(10), -theme.px(4))
        upper, lower = QRectF(words), QRectF(words)
        upper.setHeight(words.height() / 2)
        lower.setTop(upper.bottom())
        line(painter, upper, self.row.title, weight=theme.MEDIUM, tint="leaf" if self.isChecked() else "ink")
        told = f"{self.row.words} · {self.row.days}" if self.row.days else self.row.words
        line(painter, lower, told, size=theme.META, tint="ink-soft")
        painter.end()


class FiguresCard(Card):
    """`opened` with the code of a figure."""

    opened = Signal(str)

    def __init__(self, choosers: QWidget) -> None:
        self._laid = column(gap=theme.TIGHT)
        super().__init__(choosers, holding(self._laid), gap=theme.GAP)
        self.lines: dict[str, FigureLine] = {}

    def show_rows(self, rows: Sequence[Row], code: str) -> None:
        """Where the same figures stand, their lines stay: whoever has the keys in this list has them still."""
        if list(self.lines) == [each.code for each in rows]:
            for each in rows:
                self.lines[each.code].show_row(each, opened=each.code == code)
            return
        clear(self._laid)
        self.lines = {}
        for sort in Sort:
            of_sort = [each for each in rows if each.sort is sort]
            if of_sort:
                self._laid.addWidget(heading(say(HEADS[sort])))
            for each in of_sort:
                self._add(each, opened=each.code == code)
        self.lines = {each.code: self.lines[each.code] for each in rows}
        self._laid.addStretch(1)

    def _add(self, row: Row, *, opened: bool) -> None:
        shown = FigureLine(row, opened=opened)
        shown.clicked.connect(lambda _=False, code=row.code: self.opened.emit(code))
        self.lines[row.code] = shown
        self._laid.addWidget(shown)
