"""A minute has gone by: said to what is seen on the screen, and to nothing else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock

MINUTE = 60


class Minutes(QObject):
    """One timer until the next full minute, while its widget is seen; none while it is hidden."""

    passed = Signal()

    def __init__(self, seen: QWidget) -> None:
        super().__init__(seen)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._pass)
        seen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show:
            self._wait()
        elif event.type() == QEvent.Type.Hide:
            self.timer.stop()
        return super().eventFilter(watched, event)

    def _wait(self) -> None:
        self.timer.start(round((MINUTE - clock.machine() % MINUTE) * 1000) + 1)

    def _pass(self) -> None:
        self.passed.emit()
        self._wait()
