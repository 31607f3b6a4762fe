"""Carriers bring files. A folder or a stick: written under another name, read back, then given its own."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.store import safely
from caregiver_desk.sync.bundle import SUFFIX


def drop(folder: Path, bundle: str, sealed: bytes) -> Path:
    """Put a sealed bundle into a folder. The name says nothing about anyone."""
    path = folder / f"{bundle}{SUFFIX}"
    safely.write(path, sealed)
    return path
