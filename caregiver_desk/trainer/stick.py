"""The stick of a rehearsal: one real folder, which is in one laptop, in the other, in nobody's hand, or lost.

Context. Sticks are pulled out while something is copied, get lost, turn up again, and come weeks late in a pocket. Who
has seen once what the desk says then, and that nothing was lost, is not afraid of it.

Decision. A laptop sees the stick as a folder of its own. To put it in or pull it out renames that folder, whatever the
program does with it meanwhile. Where somebody says so beforehand, that happens between two chosen steps of the real
writer or reader (`store/drive.py`). So whatever is said then is what the program says of any stick.

Consequences. Where a system does not let go of a folder in which a file stands open (Windows), the stick comes out one
step later, and a hand that pulls at it meets a PermissionError. A pocket holds one stick: to keep one back for later
leaves an empty one on the table, and to bring it out keeps back the other. All of it lies in a folder that goes with
the rehearsal.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from threading import RLock

from caregiver_desk.store import drive
from caregiver_desk.store.drive import Step
from caregiver_desk.sync.bundle import SUFFIX

NAME = "stick"


class Where(StrEnum):
    """Where a stick is."""

    LEFT = "left"
    RIGHT = "right"
    TABLE = "table"  # in nobody's laptop
    LOST = "lost"


def _nobody(_where: Where) -> None:
    """Nobody wants to know."""


class Stick:
    """Begins empty, on the table. `moved` is called wherever it goes, on the thread of whoever moved it."""

    def __init__(self, room: Path) -> None:
        self._room, self._hand = room, RLock()
        self.where = Where.TABLE
        self.moved: Callable[[Where], object] = _nobody
        self.comes_out_at: Step | None = None  # the next time a file on it has come so far
        shutil.rmtree(room, ignore_errors=True)
        self._at(Where.TABLE).mkdir(parents=True)
        drive.listen(self._hear)

    @property
    def folder(self) -> Path:
        """Where it is now."""
        return self._at(self.where)

    def bundles(self) -> list[Path]:
        """The newest first; nothing where it is lost."""
        return [each for each in self.files() if each.suffix == SUFFIX]

    def files(self) -> list[Path]:
        """What lies on it, the newest first, without what was never finished."""
        with self._hand:
            if self.where == Where.LOST:
                return []
            files = [each for each in self.folder.iterdir() if not each.name.startswith(".")]
            return sorted(files, key=lambda each: each.stat().st_mtime_ns, reverse=True)

    @property
    def kept_back(self) -> bool:
        """Whether another one waits in a pocket."""
        return self._pocket.exists()

    def put_in(self, side: Where) -> None:
        """Into this laptop, wherever it was; also one that was lost, and found."""
        self._go(side)

    def pull_out(self) -> None:
        self._go(Where.TABLE)

    def lose(self) -> None:
        """Nobody can open what is on it, until it is found again."""
        self._go(Where.LOST)

    def take_another(self) -> None:
        """An empty one, for one that stays lost with all that was on it."""
        with self._hand:
            shutil.rmtree(self.folder)
            self._at(Where.TABLE).mkdir()
            self._stand(Where.TABLE)

    def keep_back(self) -> None:
        """Into a pocket, to be handed over late. On the table lies the one that was there before, or an empty one."""
        with self._hand:
            self.pull_out()
            aside = self._room / "aside"
            self.folder.rename(aside)
            if self.kept_back:
                self._pocket.rename(self.folder)
            else:
                self.folder.mkdir()
            aside.rename(self._pocket)
            self.moved(self.where)

    def put_away(self) -> None:
        """It is over: the stick and all that is on it go, and nobody hears of it any more."""
        self.moved = _nobody
        drive.stop_listening(self._hear)
        shutil.rmtree(self._room, ignore_errors=True)

    @property
    def _pocket(self) -> Path:
        return self._room / "pocket"

    def _at(self, where: Where) -> Path:
        return self._room / where / NAME

    def _go(self, where: Where) -> None:
        with self._hand:
            if where == self.where:
                return
            self._at(where).parent.mkdir(exist_ok=True)
            self.folder.rename(self._at(where))
            self._stand(where)

    def _stand(self, where: Where) -> None:
        self.where = where
        self.moved(where)

    def _hear(self, step: Step, path: Path) -> None:
        """Somebody's file has come so far: if that is the moment, the stick is pulled out."""
        with self._hand:
            due = self.comes_out_at
            if due is None or not _is_due(due, step) or path.parent != self.folder:
                return
            self.comes_out_at = None  # before anybody hears that it moved, and asks whether it still is to
            try:
                self.pull_out()
            except PermissionError:  # a file stands open in it, and this system waits: at the next step, then
                self.comes_out_at = due


WRITING, OPENING = (Step.BEGUN, Step.WRITTEN, Step.COMPARED, Step.NAMED), (Step.FOUND, Step.READ)


def _is_due(due: Step, step: Step) -> bool:
    """At this step, or at one after it of the same file."""
    return any(step in steps and due in steps and steps.index(step) >= steps.index(due) for steps in (WRITING, OPENING))
