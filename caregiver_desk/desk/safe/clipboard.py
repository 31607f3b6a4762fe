"""What was copied from a book leaves the clipboard: after a minute, at the lock, and when the desk is closed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 60_000  # milliseconds: time to paste it elsewhere


class Copied(QObject):
    """Only what is still ours goes; what somebody copied elsewhere since is theirs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)
        self._timer = QTimer(self, interval=STAYS, singleShot=True)
        self._timer.timeout.connect(self.clear)

    def clear(self) -> None:
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()
        if self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _changed(self) -> None:
        if self._clipboard.ownsClipboard() and self._clipboard.text():
            self._timer.start()
