"""What was just done, for a few seconds, with the way to take it back.

It stands over the foot of the page, where nothing is typed, and never takes the keys. The status line says the same for
as long as nothing else is said; Ctrl+Z takes back the same when this is gone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import say

SECONDS = 8
WIDEST = 560


class Toast(QWidget):
    """One sentence at a time. It waits while the mouse is over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._take_back: Callable[[], object] = lambda: None
        self._words = PlainLabel(wrap=True)
        self._undo = pressed(Small(say("Undo"), icon="undo", hint="Ctrl Z"), self._press)
        self._line = beside(self._words, self._undo, first=[Icon("check", "leaf")], gap=theme.GAP)
        laid = column(self._line)
        room = theme.px(theme.SMALL)
        laid.setContentsMargins(2 * room, room, room, room)
        self.setLayout(laid)
        self._at = (0, 0)
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.timeout.connect(self._go)
        self.hide()

    def offer(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, and how to take it back. Whoever does not see it hears it of the status line."""
        self._take_back = take_back
        self._words.setText(words)
        self._undo.setAccessibleName(say("Undo: {what}", what=words))
        self.place(*self._at)
        self.show()
        self.raise_()
        self._wait()

    def place(self, left: int, bottom: int) -> None:
        """At the foot of the page, whose left edge and foot these are."""
        self._at = (left, bottom)
        room = self._over.width() - left - theme.px(theme.WIDE)
        self.setFixedWidth(max(1, min(theme.px(WIDEST), room)))
        self._line.updateGeometry()  # words that came while this was hidden are measured now
        high = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(left, bottom - high - theme.px(theme.GAP), self.width(), high)

    def _wait(self) -> None:
        """Some seconds from now, unless somebody has the mouse on it."""
        if not self.underMouse():
            self._going.start(SECONDS * 1000)

    def _go(self) -> None:
        """Not while the keys are on its button: whoever came there by Tab is about to press it."""
        if self._undo.hasFocus():
            self._wait()
        else:
            self.hide()

    def _press(self) -> None:
        self.hide()
        self._take_back()

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._going.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        self._going.start(SECONDS * 1000)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("leaf"), theme.hair()))
        painter.setBrush(theme.colour("sheet"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(theme.RADIUS), theme.px(theme.RADIUS))
        painter.end()
