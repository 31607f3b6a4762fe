"""A file that one process holds until it closes it or ends, in whatever way: the system lets go of it by itself."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from caregiver_desk.store import safely

if sys.platform == "win32":
    import msvcrt

    def _hold(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def held(place: Path) -> BinaryIO | None:
    """The file at this place, held; nothing where another process holds it. Raises CannotWrite."""
    with safely.writing():
        file = open(place, "ab", opener=safely.private)  # noqa: SIM115 - whoever asks holds it
    with suppress(BlockingIOError, PermissionError):
        _hold(file)
        return file
    file.close()
    return None
