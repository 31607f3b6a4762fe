"""A file that one process holds until it closes it or ends, in whatever way: the system lets go of it by itself."""

from __future__ import annotations

import sys
from contextlib import ExitStack, suppress
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
    with safely.writing(), ExitStack() as undone:
        file = undone.enter_context(open(place, "ab", opener=safely.private))
        with suppress(BlockingIOError, PermissionError):
            _hold(file)
            undone.pop_all()
            return file
    return None
