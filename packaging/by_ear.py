"""Somebody at the keyboard who hears the program and does not see it.

Context. A reader of the screen knows what AT-SPI tells it: which thing has the keys, what it is called, what it is,
what stands in it, what is announced. Whoever listens finds their way by that and by the keys alone; so does this.

Decision. The Python of the system runs it, for it has the bindings of AT-SPI. The screen is one of Xvfb with a window
manager, the bus one of its own: nothing outside is spoken to. Keys are sent by xdotool, as if they were pressed.
Nothing waits for a time, only for what must be heard or seen; patience is for a program that fails.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60  # seconds, waited in full only where something fails
ROUND = 60  # things that have the keys in turn, after which one was gone past
SAID_OF_ITSELF = {"window", "frame", "dialog", "panel", "grouping", "list", "table"}  # round what has the keys
ON = {"DISPLAY": "", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
INSIDE = "BY_EAR"


def on_a_stage(size: str = "1366x768") -> int:
    """Start this very script again on a screen and a bus of its own; its exit status."""
    shows, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(shows) as told:
        env = {**os.environ, **ON, "DISPLAY": f":{told.readline().strip()}", INSIDE: "yes"}
    manager = subprocess.Popen(["matchbox-window-manager", "-use_titlebar", "no"], env=env)
    try:
        again = ["dbus-run-session", "--", sys.executable, *sys.argv]
        return subprocess.run(again, env=env, check=False).returncode
    finally:
        for each in (manager, screen):
            each.terminate()
            each.wait()


class Lost(Exception):  # noqa: N818 - it is whoever listens that is lost
    """What should be heard or seen is not; it says what was heard instead."""


class Listener:
    """`said` is all that was heard, `keys` how many were pressed beside words."""

    def __init__(self, seen: Path | None = None) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self._atspi, self._errors, self._loop = Atspi, GLib.Error, GLib.MainContext.default()
        self._seen, self._pictures = seen, 0
        self._round: list[Any] = []
        self.here: Any = None
        self.said: list[str] = []
        self.keys = 0
        self._heard_to = 0
        self._ear = Atspi.EventListener.new(self._hear)
        for event in ("state-changed:focused", "announcement", "property-change:accessible-name"):
            self._ear.register(f"object:{event}")

    # --- What is heard -------------------------------------------------------------------------------------------

    def _hear(self, event: Any) -> None:
        with contextlib.suppress(self._errors):
            if event.type.startswith("object:announcement"):
                self.said.append(str(event.any_data))
            elif event.type.startswith("object:state-changed:focused") and event.detail1:
                self._come_to(event.source)
            elif event.type.startswith("object:property-change") and event.source == self.here:
                self.said.append(self._told(event.source))

    def _come_to(self, thing: Any) -> None:
        """First what it stands in that is new, then itself."""
        stands_in, above = [], thing.get_parent()
        while above is not None:
            stands_in.append(above)
            above = above.get_parent()
        new = [each for each in reversed(stands_in) if each not in self._round]
        self._round, self.here = [*stands_in, thing], thing
        named = (f"{each.get_name()} {each.get_role_name()}" for each in new if self._is_told(each))
        self.said.append(", ".join([*named, self._told(thing)]))

    def _is_told(self, thing: Any) -> bool:
        return bool(thing.get_name()) and thing.get_role_name() in SAID_OF_ITSELF

    def _told(self, thing: Any) -> str:
        state, kind = thing.get_state_set(), self._atspi.StateType
        words = [thing.get_name(), thing.get_role_name(), self._typed(thing)]
        if state.contains(kind.CHECKABLE):
            words.append("checked" if state.contains(kind.CHECKED) else "not checked")
        if not state.contains(kind.ENABLED):
            words.append("unavailable")
        words.append(thing.get_description())
        return ", ".join(filter(None, words))

    def _typed(self, thing: Any) -> str:
        state, kind = thing.get_state_set(), self._atspi.StateType
        found = thing.get_text_iface() if state.contains(kind.EDITABLE) else None
        return self._atspi.Text.get_text(found, 0, -1) if found else ""

    def hear(self, words: str) -> str:
        """Wait until this is said, of what was said since it was last asked; the whole of what says it."""
        self._until(lambda: any(words in each for each in self.said[self._heard_to :]), f"“{words}” is not said")
        place = next(n for n, each in enumerate(self.said) if n >= self._heard_to and words in each)
        self._heard_to = place + 1
        return self.said[place]

    # --- What is on the screen -----------------------------------------------------------------------------------

    def find(self, words: str) -> list[str]:
        """The names on the screen that hold these words."""
        return [name for name in self._names() if words in name]

    def see(self, words: str) -> str:
        """Wait until this is on the screen: the first name that holds it."""
        self._until(lambda: self.find(words), f"“{words}” is not on the screen")
        return self.find(words)[0]

    def back(self) -> None:
        """Wait until what lay over the window is gone, and the window has the keys again."""
        self._until(self._is_alone, "something still lies over the window")

    def _is_alone(self) -> bool:
        kind = self._atspi.StateType
        states = [each.get_state_set() for program in self._programs() for each in _inside(program)]
        shown = [each for each in states if each.contains(kind.SHOWING)]
        return len(shown) == 1 and shown[0].contains(kind.ACTIVE)

    def _programs(self) -> Iterator[Any]:
        return _inside(self._atspi.get_desktop(0))

    def _names(self) -> Iterator[str]:
        for program in self._programs():
            yield from self._below(program)

    def _below(self, thing: Any) -> Iterator[str]:
        with contextlib.suppress(self._errors):
            for child in _inside(thing):
                if child.get_state_set().contains(self._atspi.StateType.SHOWING):
                    yield child.get_name()
                    yield from self._below(child)

    def look(self, name: str) -> None:
        """A picture for whoever wants to see it."""
        if self._seen:
            self._pictures += 1
            place = self._seen / f"{self._pictures:02}-{name}.png"
            subprocess.run(["scrot", "-o", str(place)], check=True)

    # --- Hands ---------------------------------------------------------------------------------------------------

    def press(self, *names: str) -> Listener:
        """Keys by their names, such as ctrl+n, Tab or space."""
        self.keys += len(names)
        subprocess.run(["xdotool", "key", "--delay", "0", *names], check=True)
        return self

    def write(self, words: str) -> Listener:
        """Words that say something: they are not counted. They stand there, or their dots do, before it goes on."""
        subprocess.run(["xdotool", "type", "--delay", "2", words], check=True)
        return self.stands(words)

    def stands(self, words: str) -> Listener:
        """What was typed is there. A short-cut passes by letters that a reader of the screen still looks at."""
        self._until(lambda: self._stands(words), f"“{words}” does not stand in {self._told(self.here)}")
        return self

    def stand_on(self, words: str, *, but: str = "") -> str:
        """What is named so has the keys, and not the one before: its name. A short-cut passes by a Tab as well."""
        self._until(lambda: words in (name := self.here.get_name()) and name != but, f"“{words}” has not the keys")
        return str(self.here.get_name())

    def type(self, letters: str) -> Listener:
        """Letters and digits that only choose something: each is a key."""
        self.keys += len(letters)
        subprocess.run(["xdotool", "type", "--delay", "2", letters], check=True)
        return self

    def _stands(self, words: str) -> bool:
        typed = self._typed(self.here)
        return typed.endswith(words) or typed == "●" * len(words)

    def go_to(self, words: str, key: str = "Tab") -> Listener:
        """One after the other has the keys, until one is named so."""
        gone_by: list[str] = []
        while words not in self.here.get_name():
            gone_by.append(self.here.get_name())
            if len(gone_by) > ROUND:
                raise Lost(f"“{words}” is never reached by {key}: {gone_by}")
            self._move(key)
        return self

    def _move(self, key: str) -> None:
        """Press it, and wait until something else has the keys."""
        before = self.here
        self.press(key)
        self._until(lambda: self.here != before, f"after {before.get_name()} nothing has the keys")

    def choose(self, words: str, key: str = "Tab") -> Listener:
        """Go to the button named so, and press it."""
        self.see(words)
        return self.go_to(words, key).press("space")

    # --- Patience ------------------------------------------------------------------------------------------------

    def _until(self, holds: Callable[[], object], otherwise: str) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            while self._loop.iteration(False):
                pass
            with contextlib.suppress(self._errors):
                if holds():
                    return
            if time.monotonic() > end:
                self.look("lost")
                raise Lost(f"{otherwise}. Heard last: {self.said[-8:]}. On the screen: {list(self._names())}")
            time.sleep(0.005)


def _inside(thing: Any) -> Iterator[Any]:
    found = (thing.get_child_at_index(number) for number in range(thing.get_child_count()))
    return (each for each in found if each is not None)
