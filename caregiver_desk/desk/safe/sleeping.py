"""The laptop goes to sleep: told by the system as it begins to, where the system says so.

Context. Without it a short sleep would be no idle time, and whoever opens the lid would find the desk as it was.

Decision. On Linux logind says it on the bus of the system, and is asked to wait meanwhile: what it gives is held until
the process that had the book open has become another one, for then it is closed by itself. Logind waits five seconds at
most. Where there is no such bus, and elsewhere, what has passed on the clock is noticed after waking (see `locking`).
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher

SERVICE, PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SAYS = "org.freedesktop.login1.Manager", "PrepareForSleep"
WAIT = ("sleep", "Caregiver Desk", "Locks the record book", "delay")  # read by whoever asks the system who waits


class Sleep(QObject):
    """`begins` when the laptop is about to sleep; it waits for what is done then."""

    begins = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waits: QDBusPendingCallWatcher | None = None  # logind waits as long as its answer is kept
        if sys.platform == "linux":
            with suppress(ImportError, TypeError, ValueError):  # no desk stays closed because a bus is another one
                from PySide6.QtDBus import QDBusConnection

                bus = QDBusConnection.systemBus()
                if bus.isConnected():
                    bus.connect(SERVICE, PLACE, MANAGER, SAYS, self, SLOT("hear(bool)"))  # type: ignore[call-overload]
                    self._ask_to_wait(bus)

    def _ask_to_wait(self, bus: QDBusConnection) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        asked = QDBusMessage.createMethodCall(SERVICE, PLACE, MANAGER, "Inhibit")
        asked.setArguments(list(WAIT))
        self._waits = QDBusPendingCallWatcher(bus.asyncCall(asked))

    def let_go(self) -> None:
        """Nothing is left to be done before the laptop sleeps."""
        self._waits = None

    @Slot(bool)
    def hear(self, going: bool) -> None:
        """It is said once more after waking."""
        if going:
            self.begins.emit()
