"""What was just done, for a few seconds, with the way to take it back.

It lies over the page where it is least in the way, mostly at the foot, never over what saves nor over the field in
hand, and never takes the keys. The status line says the same for as long as nothing else is said; Ctrl+Z takes back the
same when this is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.out_of_the_way import in_the_way, out_of_the_way
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import say

SECONDS = 8
WIDEST = 560
Offer = tuple[str, Callable[[], object]]  # what was done, and what takes it back


class Toast(QWidget):
    """One sentence at a time. It waits while the mouse is over it."""

    def __init__(self, over: QWidget, ground: QWidget) -> None:
        """On the ground within the window over which it lies."""
        super().__init__(over)
        self._over, self._ground = over, ground
        self._take_back: Callable[[], object] = lambda: None
        self._words = PlainLabel(wrap=True)
        self._undo = pressed(Small(say("Undo"), icon="undo", hint="Ctrl Z"), self._press)
        self._line = beside(self._words, self._undo, first=[Icon("check", "leaf")], gap=theme.GAP)
        room = theme.px(theme.SMALL)
        self._laid = column(self._line)
        self._laid.setContentsMargins(2 * room, room, room, room)
        self.setLayout(self._laid)
        self._going = QTimer(self, singleShot=True)
        self._going.timeout.connect(self._go)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._make_way)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self.make_way)
        self.hide()

    def offer(self, words: str, take_back: Callable[[], object]) -> None:
        """Say what was done, and how to take it back. Whoever does not see it hears it of the status line."""
        self._take_back = take_back
        self._words.setText(words)
        self._undo.setAccessibleName(say("Undo: {what}", what=words))
        self._place()
        self.show()
        self.raise_()
        self._wait()

    @property
    def offered(self) -> Offer | None:
        """What is said here now."""
        return None if self.isHidden() else (self._words.text(), self._take_back)

    def make_way(self) -> None:
        """Something moved on the page, or has the keys now: what must not be covered may lie under this."""
        if self.isVisible():
            self._soon.start()

    def _make_way(self) -> None:
        """It stays where it is as long as it is in nobody's way, or under the mouse."""
        moves = self.isVisible() and not self.underMouse()
        if moves and in_the_way(self.geometry(), self._ground, self._over):
            self._place()

    def _place(self) -> None:
        self.setGeometry(out_of_the_way(self._size(), self._ground, self._over))

    def _size(self) -> QSize:
        """As wide as its words, where there is room for them."""
        self._line.updateGeometry()  # words that came while this was hidden are measured now
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 2
        beside = self._laid.sizeHint().width() - self._words.sizeHint().width()
        room = self._ground.width() - 2 * theme.px(theme.WIDE)
        wide = max(1, min(words + beside, theme.px(WIDEST), room))
        self.setFixedWidth(wide)
        return QSize(wide, self.heightForWidth(wide))

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
