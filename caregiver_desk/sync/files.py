"""Files that come from elsewhere, before anything of them is read."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.errors import NoSuchFile, NotAFile


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
