"""The caret blinks while somebody types, and then stands: blinking alone woke an idle laptop twice a second."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

AWHILE = 10_000  # milliseconds


class Caret(QObject):
    """Of the whole program. Where the laptop's owner wants none that blinks, it never does."""

    def __init__(self, app: QApplication, after: int = AWHILE) -> None:
        super().__init__(app)
        self._app, self._blinks = app, app.cursorFlashTime()
        self._rests = QTimer(self, interval=after, singleShot=True)
        self._rests.timeout.connect(lambda: app.setCursorFlashTime(0))
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self._moved)
        app.focusChanged.connect(self._moved)

    def _moved(self) -> None:
        if self._blinks and not self._rests.isActive():
            self._app.setCursorFlashTime(self._blinks)
        self._rests.start()
