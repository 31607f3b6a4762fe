"""Wrong passphrases, counted beside the book until somebody opens it.

A book that is locked cannot be written. So each wrong passphrase leaves one byte in a file beside it: how often, and
nothing else. Whoever has the folder in her hands can delete the file; the log says what could be known.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from caregiver_desk.store import safely

NAME, MOST = "knocks", 10_000


def knocked(folder: Path) -> None:
    """A passphrase was wrong. Where nothing can be written, nothing is."""
    with suppress(OSError):
        if heard(folder) < MOST:
            with open(folder / NAME, "ab", opener=safely.private) as file:
                file.write(b".")


def heard(folder: Path) -> int:
    """How many there were since the book was last opened."""
    try:
        return (folder / NAME).stat().st_size
    except OSError:
        return 0


def forget(folder: Path) -> None:
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)
