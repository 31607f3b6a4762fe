"""Files that come from elsewhere, before anything of them is read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.errors import NoSuchFile, NotAFile


def is_folder(path: Path) -> bool:
    """Whether a folder stands there; what cannot be asked is none."""
    return _holds(path.is_dir)


def is_file(path: Path) -> bool:
    """Whether a file stands there; what cannot be asked is none."""
    return _holds(path.is_file)


def _holds(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except (OSError, ValueError):  # a worn stick, or a name that nothing can have
        return False


def read_at_most(path: Path | str, most: int) -> bytes:
    """What stands in a file; of one that holds more than it may, a byte more than that. Raises OSError."""
    with open(path, "rb") as file:  # noqa: PTH123 - names that are no text come from the worker's pipe as they are
        return file.read(most + 1)


def regular(path: Path) -> Path:
    """The same path, if a file stands there: a pipe would be waited for, and a device may have no end.

    Raises NoSuchFile or NotAFile.
    """
    if not _holds(path.exists):
        raise NoSuchFile(file=path.name or str(path))
    if not is_file(path):
        raise NotAFile(file=path.name or str(path))
    return path
