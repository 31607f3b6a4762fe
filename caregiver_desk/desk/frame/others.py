"""Whoever else has the same book open: what they change comes round here as an edit of one's own does.

Only in a hub does anybody else write. The connection that listens becomes readable when somebody saved something; then
it is asked which kinds. Where the hub went away it is tried again, and since nobody kept what was said meanwhile,
everything is asked for anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from caregiver_desk.errors import Problem
from caregiver_desk.records.kinds import KINDS

if TYPE_CHECKING:
    from caregiver_desk.desk.work import Lane
    from caregiver_desk.store.ground import Ear

AGAIN = 15_000  # milliseconds until a hub that went away is tried again


class Others(QObject):
    """Hears others write, on the thread of the window, and lets everyone know what they touched."""

    def __init__(self, parent: QObject, lane: Lane) -> None:
        super().__init__(parent)
        self._lane = lane
        self._ear: Ear | None = None
        self._hears: QSocketNotifier | None = None
        self._again = QTimer(self, interval=AGAIN, singleShot=True)
        self._again.timeout.connect(self._listen_again)

    def begin(self) -> None:
        """Listen, where there is anybody to listen to."""
        if self._lane.book is None or not self._lane.book.shared:
            return
        try:
            self._ear = self._lane.book.vault.ground.ear()
        except Problem:
            self._again.start()
            return
        if self._ear:
            self._hears = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
            self._hears.activated.connect(self._hear)

    def stop(self) -> None:
        self._again.stop()
        if self._hears:
            self._hears.setEnabled(False)
            self._hears.deleteLater()
        if self._ear:
            self._ear.close()
        self._ear = self._hears = None

    def _hear(self) -> None:
        if self._ear is None:
            return
        try:
            heard = self._ear.heard()
        except Problem:
            self.stop()
            self._again.start()
            return
        if heard:
            self._lane.touched.emit(heard)

    def _listen_again(self) -> None:
        self.begin()
        if self._ear:
            self._lane.touched.emit(frozenset(KINDS))
