"""Files that come from elsewhere, before anything of them is read."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.errors import NoSuchFile, NotAFile


def is_folder(path: Path) -> bool:
    """Whether a folder stands there; what cannot be asked is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_file(path: Path) -> bool:
    """Whether a file stands there; what cannot be asked is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def regular(path: Path) -> Path:
    """The same path, if a file stands there: a pipe would be waited for, and a device may have no end.

    Raises NoSuchFile or NotAFile.
    """
    try:
        there, is_file = path.exists(), path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        there = is_file = False
    if not there:
        raise NoSuchFile(file=path.name or str(path))
    if not is_file:
        raise NotAFile(file=path.name or str(path))
    return path
