"""The editor of several lines of words, and the outline round it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.box import clear_ground, paint_box
from caregiver_desk.desk.parts.layout import column, slim_bar
from caregiver_desk.wording import say


class LongWords(QPlainTextEdit):
    """Several lines of words; as high as they need, within reason. Tab goes on to the next field."""

    changed = Signal()
    LINES = 2
    MOST = 8

    def __init__(self, longest: int | None = None) -> None:
        super().__init__()
        self._longest, self._least = longest, self.LINES
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(slim_bar())
        self.document().setDocumentMargin(0)
        room, above = theme.px(theme.GAP), theme.px(theme.SMALL)
        self.setViewportMargins(room, above, theme.px(theme.SMALL), above)
        clear_ground(self)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()
        self.textChanged.connect(self.changed)

    def ask_in_a_line(self, prompt: str) -> None:
        """One line until more is written; the prompt stands there until something is."""
        self.setPlaceholderText(prompt)
        self._least = 1
        self._grow()

    def _grow(self) -> None:
        needed = max(self._least, round(self.document().size().height()))
        lines, policy = min(needed, self.MOST), Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if needed > lines else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines + 2 * theme.px(theme.SMALL)))

    def value(self) -> str | None:
        return self.toPlainText().strip() or None

    def put(self, value: Any) -> None:
        self.setPlainText(str(value or ""))

    def fault(self) -> str:
        over = len(self.toPlainText().strip()) - (self._longest or len(self.toPlainText()))
        return say("{number} letters too many. Keep to what the next visit needs.", number=over) if over > 0 else ""


class Boxed(QFrame):
    """The outline round an editor that brings none. A bare one shows only while it has the keys."""

    def __init__(self, editor: QPlainTextEdit, *, bare: bool = False) -> None:
        super().__init__()
        self._editor, self._bare = editor, bare
        self.setLayout(column(editor, gap=0))
        self.setFocusProxy(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QFocusEvent):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        if self._bare and not self._editor.hasFocus():
            return
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), focused=self._editor.hasFocus())
        painter.end()
