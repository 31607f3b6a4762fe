"""How far a file has come on its way to a drive, or off it, for whoever wants to hear of it.

Context. In a rehearsal somebody pulls the stick out in the middle of copying, and is to see what the program says then.
A copy that is only pretended would teach an answer that is only pretended.

Decision. The real writer and the real reader say where they are, between two steps and on their own thread. Whoever
listens may take the drive away, and can do nothing else: what follows is the operating system's own answer. Nobody
listens but a rehearsal.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path


class Step(StrEnum):
    """Of a file that is written, then of one that is opened."""

    BEGUN = "begun"  # it stands there under a name that says nothing, and holds nothing yet
    WRITTEN = "written"  # all of it was handed over; the drive may still have it in its own memory
    COMPARED = "compared"  # it was read back, and is the same
    NAMED = "named"  # it has its name; the folder does not know for certain
    FOUND = "found"  # it is there, and nothing of it was read
    READ = "read"  # it was read once, to know whether it is new


Hears = Callable[[Step, Path], object]

_listening: list[Hears] = []


def listen(hears: Hears) -> None:
    """Be told of every step from now on. It may not raise."""
    _listening.append(hears)


def stop_listening(hears: Hears) -> None:
    """Also who has stopped before may say so."""
    if hears in _listening:
        _listening.remove(hears)


def tell(step: Step, path: Path) -> None:
    """Say how far this file has come."""
    for hears in tuple(_listening):
        hears(step, path)
