"""One desk for one account on this laptop: whoever starts it again hands over what was opened, and it comes forward.

Decision. The desk holds a file beside the state of this machine, and listens at a local socket: a file of its account
alone, on Windows a pipe for it alone. The system lets go of what a process held however that ended, so a socket that a
killed one left is known to be dead, and of two starts at one moment one is the desk. What travels is a path, or
nothing where only the window is wanted; what comes back is that it arrived. It counts once the other, who is still
there, leaves it to this desk: who waited too long has become a desk by itself and shows it. The path is not believed:
the file is looked at as one that was dropped on the window, once the book is open and nothing stands over it.

Consequences. Whoever names a book wants that one: nothing is handed over. Where no socket can stand (a stick, a path
that is too long) or nobody answers, each start is a desk by itself, and the lock of a book keeps two out of one. On a
Mac the system hands files to the program that runs, by an event.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from functools import partial
from itertools import dropwhile
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, BinaryIO

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent

from caregiver_desk import settings
from caregiver_desk.errors import Blocked
from caregiver_desk.store import safely
from caregiver_desk.store.lock import held

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOCK = "desk.lock"
LONGEST = 32_768  # bytes of a path
END, ARRIVED, LEFT = b"\0", b"\1", b"\2"
_MOST = LONGEST + 2
PATIENCE = 3000  # milliseconds for an answer, and for another that is only just starting
_STEP = 50
_AT_ONCE = 8  # who may speak at the same time
_LONGEST_NAME = 100  # bytes of the path of a socket: the least that any system takes


def _place() -> str:
    """Where the desk of this account listens."""
    state = settings.state_folder().absolute()
    sign = f"caregiver-desk-{hashlib.sha256(os.fsencode(state)).hexdigest()[:16]}"
    if sys.platform == "win32":
        return sign
    running = os.environ.get("XDG_RUNTIME_DIR", "")
    return str(Path(running) / sign) if _is_ours(running) else str(state / "desk.socket")


def _is_ours(folder: str) -> bool:
    """Whether nobody else comes into this folder."""
    try:
        found = Path(folder).stat()
    except OSError:
        return False
    return bool(folder) and found.st_uid == os.getuid() and not found.st_mode & 0o077


class OneDesk(QObject):
    """The desk that is asked first, or the way to it. `came` with a path, or with nothing where it was only started."""

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._place = _place()
        self._lock: BinaryIO | None = None
        self._server: QLocalServer | None = None
        if sys.platform == "darwin" and (program := QCoreApplication.instance()):
            program.installEventFilter(self)

    def takes(self, file: Path | None) -> bool:
        """Whether a desk that is there took this file over. If not, this is the desk."""
        patience = QDeadlineTimer(PATIENCE)
        while not self.claim() and not patience.hasExpired():
            if self._hand(file, patience):
                return True
            sleep(_STEP / 1000)
        return False

    def left_of(self, handed: Sequence[Path | None]) -> list[Path | None]:
        """What no desk that is there took over; after the first of it this is the desk, and none is asked again."""
        return list(dropwhile(self.takes, handed))

    def claim(self) -> bool:
        """Whether this is the desk now, or can be none that others find."""
        if self._lock is None:
            try:
                safely.folder(settings.state_folder())
                self._lock = held(settings.state_folder() / LOCK)
            except Blocked:
                return True
        return self._lock is not None

    def listen(self) -> None:
        """From now on; a socket that stands there already was left by somebody who ended."""
        if self._lock is None or len(os.fsencode(self._place)) > _LONGEST_NAME:
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._place)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_AT_ONCE)
        self._server.newConnection.connect(self._let_in)
        self._server.listen(self._place)

    def close(self) -> None:
        """The next to start is the desk."""
        if self._server:
            self._server.close()
        if self._lock:
            self._lock.close()
        self._server = self._lock = None

    def _hand(self, file: Path | None, patience: QDeadlineTimer) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        line = QLocalSocket()
        line.connectToServer(self._place)
        if not line.waitForConnected(patience.remainingTime()):
            return False
        _let_come_forward()
        line.write((os.fsencode(file.absolute()) if file else b"") + END)
        arrived = line.waitForReadyRead(patience.remainingTime()) and bytes(line.readAll().data()).startswith(ARRIVED)
        if arrived:
            line.write(LEFT)
            line.waitForBytesWritten(patience.remainingTime())
        line.disconnectFromServer()
        return arrived

    def _let_in(self) -> None:
        while self._server and self._server.hasPendingConnections():
            line = self._server.nextPendingConnection()
            line.setReadBufferSize(_MOST)
            line.readyRead.connect(partial(self._hear, line))
            line.disconnected.connect(line.deleteLater)
            QTimer.singleShot(PATIENCE, line, line.abort)
            self._hear(line)

    def _hear(self, line: QLocalSocket) -> None:
        """A path and its end, then that it is left here; whatever else is said stays unheard until the line is cut."""
        said, end, more = bytes(line.peek(_MOST).data()).partition(END)
        if not end or (said and not Path(os.fsdecode(said)).is_absolute()):
            return
        if more == LEFT:
            line.readAll()
            line.disconnectFromServer()
            self.came.emit(Path(os.fsdecode(said)) if said else None)
        elif not more:
            line.write(ARRIVED)
            line.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        if isinstance(event, QFileOpenEvent):
            self.came.emit(Path(event.file()))
            return True
        return False


def _let_come_forward() -> None:
    """On Windows only who was started by hand may say that another window comes to the front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
