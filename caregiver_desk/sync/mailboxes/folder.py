"""A mailbox that is a folder: on a stick, on a share of the office, or kept in step by another program (Syncthing)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from caregiver_desk.errors import MailboxAway, MailboxRefused
from caregiver_desk.store import safely
from caregiver_desk.sync.files import is_file
from caregiver_desk.sync.mailboxes.mailbox import Heard, Letter, is_letter
from caregiver_desk.wording import say

_AT_ONCE = 1 << 16  # bytes


class Folder:
    """Boxes are folders in it."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def letters(self, box: str) -> list[Letter]:
        with self._there():
            self._need_root()
            place = self._root / box
            found = (
                [each for each in place.iterdir() if is_letter(each.name) and is_file(each)] if place.is_dir() else []
            )
            return sorted(Letter(each.name, each.stat().st_size) for each in found)

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        with self._there(), (self._root / box / letter.name).open("rb") as source, into.open("ab") as part:
            source.seek(part.tell())
            while some := source.read(min(_AT_ONCE, max(0, letter.size - part.tell()))):
                part.write(some)
                heard(len(some))

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        with self._there():
            self._need_root()
            place = self._root / box
            place.mkdir(exist_ok=True)
            if os.path.lexists(place / name):
                return False
        safely.write_new(place / name, sealed)
        heard(len(sealed))
        return True

    def remove(self, box: str, name: str) -> None:
        with self._there():
            (self._root / box / name).unlink(missing_ok=True)

    def close(self) -> None:
        """A folder holds nothing open."""

    def _need_root(self) -> None:
        """A share that is not joined is away, and not empty."""
        if not self._root.is_dir():
            raise MailboxAway(reason=say("the folder is not there"))

    @contextmanager
    def _there(self) -> Iterator[None]:
        try:
            yield
        except PermissionError:
            raise MailboxRefused from None
        except OSError as error:
            raise MailboxAway(reason=error.strerror or type(error).__name__) from None
