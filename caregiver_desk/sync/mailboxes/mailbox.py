"""What every mailbox does, whatever it is made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from caregiver_desk import clock
from caregiver_desk.sync.bundle import SUFFIX

Heard = Callable[[int], None]  # how many bytes more have passed; may raise Stopped
_NAME = re.compile(rf"[\w~-]{{1,64}}{re.escape(SUFFIX)}", re.ASCII)
PART = ".part"
PATIENCE = 20  # seconds in which a server has to say something


class Letter(NamedTuple):
    """A bundle that waits in a box: its name, which says nothing, and its size in bytes."""

    name: str
    size: int


class Mailbox(Protocol):
    """A place with boxes. Everything raises MailboxAway where it does not answer, MailboxRefused where it may not."""

    def letters(self, box: str) -> list[Letter]:
        """What waits in a box, by name; nothing where there is no such box."""

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        """Bring a letter into a file, which may hold its first bytes from before."""

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        """Put a letter there, whole or not at all; false where one of this name stands there."""

    def remove(self, box: str, name: str) -> None:
        """Take a letter away that its reader has; nothing happens where it is gone."""

    def close(self) -> None:
        """Let go of it."""


def box_of(reader: str) -> str:
    """The box of whoever reads what is sealed for this recipient."""
    return clock.mark("post", reader)


def going(sender: str, box: str) -> str:
    """What a letter of this sender is called while it goes up: alike in each box, and blind."""
    return f".{clock.mark('going', sender, box)}.going"


def is_letter(name: str) -> bool:
    """Whether this may be a letter's name: nothing else in a box is looked at."""
    return _NAME.fullmatch(name) is not None
