"""Locking the desk: hide at once, keep what is half typed, let go of the book, and become another process.

Context. A measured test text stood a thousand times in the memory of a process that had closed its book; Python cannot
wipe it. A laptop that sleeps stops its timers, and would wake with the book open.

Decision. A cover is painted before anything else happens, and no window of ours stays above it. Drafts are handed to
the lane, which finishes what it owes; the window says `locked`, and whoever holds the book closes it. Then this process
is *replaced* by the unlock window: same place, fresh memory. It locks as the laptop goes to sleep where the system says
so; and hours of sleep count as idle: what has passed on the wall is looked at as well as what has passed in the
program. A fictional book is never locked: nobody could open it again.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caregiver_desk import clock, settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import LOCK
from caregiver_desk.desk.parts.layout import column, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.safe.clipboard import Copied
from caregiver_desk.desk.safe.sleeping import Sleep
from caregiver_desk.store import choices
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

COMMAND = (sys.executable, "-P", "-m", "caregiver_desk")
LOOK = 60.0  # seconds between two looks at the clock, for a laptop that slept unheard; a key or the mouse looks at once
_SECONDS = 60
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.ApplicationActivate,  # on waking, some systems say no more than that
}


def start_again(folder: Path, *handed: Path) -> None:
    """Become the unlock window of this book, where files still wait. What this process remembered ends with it."""
    command = [*COMMAND, "--book", str(folder.absolute()), *(["desk", *map(str, handed)] if handed else [])]
    if sys.platform == "win32":  # there a process cannot become another one
        subprocess.Popen(command)  # noqa: S603 - our own program and a folder we had open
        QApplication.exit()
    else:
        os.execv(command[0], command)  # noqa: S606 - our own program, and no shell


class Watch(QObject):
    """Notices that nobody is at the desk, that the laptop goes to sleep, and Ctrl+L whatever window has the keys."""

    locks = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limit = settings.IDLE_MINUTES * _SECONDS
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._somebody()
        self._look()
        self._program = cast("QApplication", QApplication.instance())
        self._program.installEventFilter(self)
        self.sleep = Sleep(self)
        self.sleep.begins.connect(self.locks)

    def wait(self, minutes: float) -> None:
        """From now on lock after so many idle minutes."""
        self._limit = minutes * _SECONDS
        self._look()

    def stop(self) -> None:
        self._timer.stop()
        self.sleep.blockSignals(True)
        self._program.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        if event.type() not in _INPUT:
            return False
        if self._idle() >= self._limit or _is_lock_key(event):
            self.locks.emit()
            return True
        self._somebody()
        return False

    def _somebody(self) -> None:
        self._since.start()
        self._seen = clock.machine()

    def _idle(self) -> float:
        return max(self._since.elapsed() / 1000, clock.machine() - self._seen)

    def _look(self) -> None:
        left = self._limit - self._idle()
        if left <= 0:
            self.locks.emit()
        else:
            self._timer.start(max(1, round(min(left, LOOK) * 1000)))


def _is_lock_key(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and QKeySequence(event.keyCombination()) == QKeySequence(LOCK.keys)


class Cover(QWidget):
    """Paper over everything."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        told = meta(say("Locked. What you had begun is kept."))
        self.setLayout(column(1, row(1, Icon("lock", "leaf", 40), 1), row(1, told, 1), 1))
        self.hide()

    def fall(self) -> None:
        """Hide the window, now and not when there is time."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.end()


class Locking(QObject):
    """Locks one window, when asked or when nobody is there."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self.under_way = window, False
        self.cover, self.copied = Cover(window), Copied(self)
        self.watch = Watch(self)
        self.watch.locks.connect(self.lock)
        window.hands.lane.touched.connect(self._heed)
        self._ask_how_soon()

    def _heed(self, touched: frozenset[str]) -> None:
        if choices.LOCK in touched:
            self._ask_how_soon()

    def _ask_how_soon(self) -> None:
        """After how many idle minutes: as she chose."""
        self._window.hands.lane.ask(choices.idle_minutes, then=self.watch.wait, owner=self.watch)

    def cover_anew(self) -> None:
        """The window wears other colours and letters."""
        self.cover.deleteLater()
        self.cover = Cover(self._window)

    def stop(self) -> None:
        """The desk is closed: nothing is left that would be locked."""
        self.watch.stop()
        self.watch.sleep.let_go()
        self.copied.clear()

    def lock(self) -> None:
        if self.under_way:
            return
        self.under_way = True
        self.watch.stop()
        self._hide()
        self._window.care.stop()
        self._window.minutes.stop()
        self._window.keep_drafts()
        QTimer.singleShot(0, self._window, self._window.locked.emit)

    def _hide(self) -> None:
        """What stands over the window goes, and the cover falls on what is in it."""
        for over in (QApplication.activePopupWidget(), *self._window.findChildren(QDialog)):
            if over:
                over.hide()
        self.cover.fall()
        self.copied.clear()
