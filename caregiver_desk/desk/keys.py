"""Every key of the desk, from the one register that the frame listens to and the settings show.

Keys of acts come from the register of acts, those of pages from their order in the rail; only what belongs to the frame
itself is named here. A key that is not in one of the three does nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QKeySequence

from caregiver_desk.acts.act import ACTS
from caregiver_desk.wording import later, say

WHY = "F1"


class Key(NamedTuple):
    """What a key does, by the name the frame knows it by."""

    name: str
    keys: str
    label: str


FILTER, OPEN_STICK = "Ctrl+F", "Ctrl+O"
FRAME = (
    Key("find", "Ctrl+K", later("Find a person, a household, or something to do")),
    Key("filter", FILTER, later("Narrow this list")),
    Key("save", "Ctrl+Return", later("Save, or the next obvious thing")),
    Key("stick", OPEN_STICK, later("Open all that is on a stick")),
    Key("part", "F6", later("Go on to the next part of the page")),
    Key("part_before", "Shift+F6", later("Go back to the part before")),
    Key("leave", "Esc", later("Go back; what is begun is kept")),
    Key("why", WHY, later("Why we ask this, and who reads it; elsewhere, help")),
)
RESET = Key("reset", "F8", later("Everything as it was told"))
REHEARSAL = Key("rehearsal", "Alt+R", later("The exercises"))
OTHER = Key("other", "F7", later("The other of two laptops"))
STICK = Key("stick between", "F9", later("The stick between them"))
LOCK = Key("lock", "Ctrl+L", later("Lock at once"))


_ROW = "1234567890-="  # of a keyboard, from the left
_PAGES = (*(f"Alt+{each}" for each in _ROW), "Ctrl+,")  # the last is where people look for settings


def page_key(number: int) -> str:
    """The key of a page by its place in the rail, from 1; empty beyond the thirteenth."""
    return _PAGES[number - 1] if number <= len(_PAGES) else ""


def every_key(pages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What each key is called on this machine, and what it does; `pages` are the labels of the rail."""
    for key in (*FRAME, LOCK):
        yield called(key.keys), say(key.label)
    for act in ACTS.values():
        if act.shortcut:
            yield called(act.shortcut), say(act.label)
    for number, label in enumerate(pages, 1):
        if keys := page_key(number):
            yield called(keys), label


def keys_of_a_rehearsal() -> Iterator[tuple[str, str]]:
    """What a rehearsal has beside them."""
    for key in (REHEARSAL, RESET, OTHER, STICK):
        yield called(key.keys), say(key.label)


def called(keys: str) -> str:
    """As it stands on the keyboard."""
    words = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return words.replace("+", " ").replace(say("Return"), "↵") if words else keys
