"""The care of the book behind the first page: the backup of the day, and a look at whether the book is whole.

Decision. It goes on the lane in small parts, each asked for when the one before is done. Whatever she asks meanwhile is
answered between two of them, so she never waits longer than for one. When the desk closes, the rest is left; a check
that was not finished begins anew at the next opening.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from caregiver_desk import clock, faults, settings
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.opening import told_first
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem
from caregiver_desk.reports.concerns.ringing import for_the_door
from caregiver_desk.store import checking, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.checking import Part
from caregiver_desk.wording import say

BACKUPS = "(backups)"
SERVICES = "service"
_TOUCHED = frozenset({BACKUPS})
_TOLD_OTHERWISE = ("backup", "sheet")  # by when the last one was, and when the book opens


def back_up(book: Book) -> Outcome:
    """What she asks for herself, at any time."""
    upkeep.back_up(book, clock.today())
    return Outcome(say("The backup is written and checked."), _TOUCHED)


def back_up_to(book: Book, place: Path) -> Outcome:
    """The same, with a copy where a lost laptop does not take it along."""
    copied = upkeep.back_up(book, clock.today(), to=place)
    told = say("The backup is written and checked, and a copy is in {folder}.", folder=copied.name)
    full = say("The next one has no room there. Make some space, or choose another place for it.")
    return Outcome(f"{told} {full}" if upkeep.lacking_there(book, place) else told, _TOUCHED)


def _owed(book: Book) -> tuple[bool, bool]:
    return upkeep.owes_backup(book, clock.today()), upkeep.owes_check(book, clock.today())


class Care(QObject):
    """What the book needs today, done while she works."""

    failed = Signal(str)  # no backup, and why

    def __init__(self, owner: QObject, lane: Lane) -> None:
        super().__init__(owner)
        self._lane, self._stopped = lane, False
        self._parts: deque[Part] = deque()
        self._found: list[str] = []

    def begin(self) -> None:
        self._lane.touched.connect(self._keep_numbers)
        self._keep_numbers(frozenset({SERVICES}))
        self._ask(told_first, self._tell)
        self._ask(_owed, self._plan)

    def _keep_numbers(self, touched: frozenset[str]) -> None:
        """The lock screen shows whom to ring; of a fictional book it learns nothing."""
        if SERVICES in touched and self._lane.book and not self._lane.book.fictional:
            self._ask(for_the_door, settings.note_numbers)

    def stop(self) -> None:
        """The desk locks or closes: begin nothing more."""
        self._stopped = True

    def _ask(self, question: Callable[[Book], object], then: Callable[..., object]) -> None:
        if not self._stopped:
            self._lane.ask(question, then=then, owner=self)

    def _tell(self, words: str) -> None:
        if words:
            self._lane.troubled.emit(words)

    def _plan(self, owed: tuple[bool, bool]) -> None:
        backup, check = owed
        if check:
            self._ask(checking.parts, self._check)
        if backup and not self._stopped:
            self._lane.ask(back_up, then=self._backed_up, owner=self, refused=self._refused)

    def _backed_up(self, outcome: Outcome) -> None:
        """Nothing to say: the status line tells when the last backup was."""
        self._lane.touched.emit(outcome.touched)

    def _refused(self, problem: Problem) -> None:
        self.failed.emit(say("No backup today. {why}", why=problem))

    def _check(self, parts: Sequence[Part]) -> None:
        self._parts.extend(parts)
        self._go_on([])

    def _go_on(self, found: list[str]) -> None:
        self._found += found
        if self._parts:
            self._ask(self._parts.popleft(), self._go_on)
        else:
            self._checked()

    def _checked(self) -> None:
        today = clock.today()
        self._lane.note(lambda book: upkeep.note_check(book, today))
        wrong = [code for code in self._found if code not in _TOLD_OTHERWISE]
        faults.codes.update(wrong)
        if wrong:
            words = "This book’s own check found a fault ({what}). Keep every backup, and ask for help."
            self._lane.troubled.emit(say(words, what=", ".join(dict.fromkeys(wrong))))
