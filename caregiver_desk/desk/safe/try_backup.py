"""Trying a backup from the open desk: what came of it is read where it was asked for.

It is proved in a lane of its own, and the book is at work meanwhile: no save, no lock and no closing waits for a slow
stick.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent

from caregiver_desk.acts import trial
from caregiver_desk.desk.care import BACKUPS
from caregiver_desk.desk.parts.asked import Secret
from caregiver_desk.desk.parts.buttons import Primary, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body
from caregiver_desk.desk.safe.own import Own
from caregiver_desk.desk.safe.which_backup import Days, WhichBackup, backups_of
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import Problem, WrongPassphrase
from caregiver_desk.store.book import Book
from caregiver_desk.store.trial import Counted, Tried
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


def show_try_backup(window: Window) -> None:
    """Once it is known which backups there are."""

    def ask(book: Book) -> tuple[Path, Days]:
        return book.vault.folder, backups_of(book.vault.folder)

    window.hands.lane.ask(ask, then=lambda found: window.hands.dialogs.show(TryBackup(window, *found)), owner=window)


class TryBackup(Own):
    """Which one, and the passphrase that opens it."""

    def __init__(self, window: Window, folder: Path, days: Days) -> None:
        told = say("It is opened beside your book and let go of again. Your book is not touched.")
        super().__init__(window, say("Try a backup"), told)
        self._folder, self._wire = folder, Lane()
        self._which = WhichBackup(lambda: self._hands.dialogs)
        self._secret = Secret(say("Passphrase"), "passphrase")
        self._secret.line.returnPressed.connect(self.save)
        self._came = body(wrap=True)
        self._good = Card(beside(self._came, first=[Icon("check", "leaf")]), edge="leaf")
        self._good.hide()
        self._try = pressed(Primary(say("Try it"), hint="Ctrl ↵"), self.save)
        self._which.ready.connect(self._show_way)
        on_ctrl_enter(self, self.save)
        self._which.show_days(days)
        self._lay(self._which, self._secret, self._good, last=self._try)
        self._which.begin_at(self._secret.line)

    def _show_way(self, there_is_one: bool) -> None:
        self._secret.setVisible(there_is_one)
        self._try.setEnabled(there_is_one)
        if there_is_one:
            self._secret.line.setFocus()

    def save(self) -> None:
        passphrase, place = self._secret.line.text(), self._which.chosen()
        if not self._try.isEnabled():
            return
        if place is None:
            self._foot.complain(say("Choose a backup first."))
            return
        if not passphrase:
            self._secret.complain(say("Type your passphrase first."))
            return
        self._foot.complain("")
        self._try.setEnabled(False)
        proves = partial(trial.prove, self._folder, place, trial.with_passphrase(passphrase))
        self._wire.run(proves, then=self._compare, owner=self, refused=self._refused)

    def _compare(self, found: Counted) -> None:
        asks = partial(trial.compare, found=found)
        self._hands.lane.ask(asks, then=self._done, owner=self, refused=self._refused)

    def _done(self, found: Tried) -> None:
        """What came of it stands alone, until it was read."""
        self._hands.lane.note(trial.note)
        self._secret.line.clear()
        for over in (self._told, self._which, self._secret, self._try):
            over.hide()
        self._came.setText(trial.told(found))
        self._good.show()
        self._leave.setText(say("Close"))
        self._leave.setFocus()
        self._shrink()
        self._hands.lane.said.emit(say("A backup was tried, and is good."))
        self._hands.lane.touched.emit(frozenset({BACKUPS}))

    def _refused(self, problem: Problem) -> None:
        self._try.setEnabled(True)
        if isinstance(problem, WrongPassphrase):
            self._secret.complain(problem)
        else:
            super()._refused(problem)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody waits for a stick any more."""
        if not event.spontaneous() and not self._wire.closed:
            self._wire.leave()
        super().hideEvent(event)
