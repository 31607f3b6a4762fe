"""A long text that somebody wrote elsewhere, as it stands: it scrolls by itself, and can be marked and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.box import clear_ground
from caregiver_desk.desk.parts.layout import slim_bar


class PlainText(QPlainTextEdit):
    """Read only."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setFont(theme.font(theme.META))
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setStyleSheet(slim_bar())
        room = theme.px(theme.GAP)
        self.setViewportMargins(room, theme.px(theme.SMALL), theme.px(theme.SMALL), theme.px(theme.SMALL))
        clear_ground(self)
        self.viewport().setAutoFillBackground(False)

    def show_text(self, text: str, words: str = "") -> None:
        """From its beginning, or where these words stand in it."""
        self.setPlainText(text)
        if words and self.find(words):
            self.centerCursor()
        else:
            self.moveCursor(QTextCursor.MoveOperation.Start)
