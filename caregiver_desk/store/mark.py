"""A small seal outside the book that notices when the book was copied or went back in time.

Context. Two books that number their lines under one laptop's name fork: of 1,000 simulated worlds with a copied or
restored book, 618 never agreed again. And what a restored book had received, and told others that it had, would never
be sent to that name again. A copy cannot know by itself that it is one.

Decision. This machine remembers, outside every book, the last height it saw (all that the journal had taken in, written
or received) and which machine it is (hashed with the book, so that the mark tells nothing of either). On another
machine, without a mark, or below the remembered height, the book has *moved*, and goes on under a new laptop id. A new
id where none was needed costs no right, since rights are a key's, so doubt counts as moved; a fresh book has no lines
that could fork.

The mark follows each save, for a book whose program was killed keeps its last saves in a log beside it; a log that is
lost or damaged says nothing of itself, and SQLite opens the book without it. Whoever opens a book that is lower than
its mark is told how much is missing.

Consequences. Copies on one machine are noticed as soon as one of them has taken in something and was closed. What the
mark cannot see (a mark restored together with its book) shows as a fork when books meet, and loses nothing there.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import msgspec

from caregiver_desk import settings
from caregiver_desk.store import safely

_PLACES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What was last seen of a book: on which machine, and how much it had taken in."""

    machine: str
    height: int


def write(book: str, height: int, *, sure: bool = True) -> None:
    """Remember how far this book has come on this machine. What is known is not written again: a disk may be full.

    Where it need not be `sure`, it outlives this program, and a power cut may take it back.
    """
    place, seen = _place(book), Mark(_here(book), height)
    if _read(book) != seen:
        safely.folder(place.parent)
        safely.write(place, msgspec.json.encode(seen), sure=sure)


def forget(book: str) -> None:
    """This book is gone from this machine, and nothing is remembered of it."""
    with safely.writing():
        _place(book).unlink(missing_ok=True)


def moved(book: str, height: int) -> bool:
    """Whether this book, as high as it is now, cannot be the one that was last closed on this machine."""
    return differs(_read(book), machine=_here(book), height=height)


def lost(book: str, height: int) -> int:
    """How many lines were in this book on this machine and are not any more."""
    seen = _read(book)
    return max(0, seen.height - height) if seen and seen.machine == _here(book) else 0


def differs(mark: Mark | None, *, machine: str, height: int) -> bool:
    """Whether a book of this height on this machine cannot be the one that left the mark."""
    if mark is None:
        return height > 0
    return mark.machine != machine or height < mark.height


def _read(book: str) -> Mark | None:
    try:
        return msgspec.json.decode(_place(book).read_bytes(), type=Mark)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _place(book: str) -> Path:
    return settings.state_folder() / "marks" / _blind("place", book)


def _here(book: str) -> str:
    return _blind(_machine(), book)


def _blind(*parts: str) -> str:
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:32]


if sys.platform == "win32":
    import winreg

    def _machine() -> str:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
            return str(winreg.QueryValueEx(key, "MachineGuid")[0])

elif sys.platform == "darwin":
    import subprocess

    def _machine() -> str:
        told = subprocess.run(
            ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"], capture_output=True, text=True, check=False
        ).stdout
        return told.partition('"IOPlatformUUID" = "')[2].partition('"')[0]

else:

    def _machine() -> str:
        """The machine's own id, or nothing where it has none: then heights alone must tell."""
        with safely.reading():
            return next((place.read_text().strip() for place in _PLACES if place.exists()), "")
