"""Carriers bring files. A folder or a stick: written under another name, read back, then given its own."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.errors import CannotWrite, StickGone
from caregiver_desk.store import safely
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.files import is_folder


def drop(folder: Path, bundle: str, sealed: bytes) -> Path:
    """Put a sealed bundle into a folder. The name says nothing about anyone.

    Raises StickGone, CannotWrite or DiskFull.
    """
    path = folder / f"{bundle}{SUFFIX}"
    try:
        safely.write(path, sealed)
    except CannotWrite:
        if is_folder(folder):
            raise
        raise StickGone from None
    return path
