"""The laptop goes to sleep: told by the system as it begins to, where the system says so.

Without it a short sleep would be no idle time, and whoever opens the lid would find the desk as it was. On Linux logind
says it on the bus of the system, and is not asked to wait: where it is faster, the lock is done upon waking. Elsewhere,
and where there is no such bus, what has passed on the clock is noticed after waking (see `locking`).
"""

from __future__ import annotations

import sys
from contextlib import suppress

from PySide6.QtCore import SLOT, QObject, Signal, Slot

SERVICE, PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SAYS = "org.freedesktop.login1.Manager", "PrepareForSleep"


class Sleep(QObject):
    """`begins` when the laptop is about to sleep."""

    begins = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if sys.platform == "linux":
            with suppress(ImportError, TypeError, ValueError):  # no desk stays closed because a bus is another one
                from PySide6.QtDBus import QDBusConnection

                bus = QDBusConnection.systemBus()
                if bus.isConnected():
                    bus.connect(SERVICE, PLACE, MANAGER, SAYS, self, SLOT("hear(bool)"))  # type: ignore[call-overload]

    @Slot(bool)
    def hear(self, going: bool) -> None:
        """It is said once more after waking."""
        if going:
            self.begins.emit()
