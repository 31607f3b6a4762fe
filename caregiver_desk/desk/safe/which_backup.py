"""Which backup: one of those beside a book, by their days, or one that lies elsewhere. It stands at the door too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.parts.asked import Asked
from caregiver_desk.desk.parts.buttons import SmallPrimary, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, column, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.wording import full_day, say

if TYPE_CHECKING:
    from caregiver_desk.desk.dialogs import Dialogs

Days = list[tuple[Path, str]]


def backups_of(folder: Path) -> Days:
    """The backups beside a book by their days, the newest first."""
    from caregiver_desk.store import backups

    return [(place, full_day(backups.day_of(place))) for place in backups.backups(folder)]


class WhichBackup(Card):
    """`ready` once it is known whether there is one to take, and whenever one elsewhere was picked."""

    ready = Signal(bool)

    def __init__(self, dialogs: Callable[[], Dialogs]) -> None:
        self._dialogs = dialogs
        self._elsewhere: Path | None = None
        self._days, self._where = column(), meta(wrap=True)
        self._which: Choice | None = None
        self._other = SmallPrimary(say("A backup on a stick"))
        super().__init__(heading(say("Which backup")), self._days, self._where, row(self._other, 1))
        pressed(self._other, self._pick)

    def show_days(self, found: Days) -> None:
        self._where.setText("" if found else say("There is no backup beside this book."))
        self._where.setVisible(not found)
        if found:
            self._which = Choice(found, required=True)
            self._which.put(found[0][0])
            self._which.changed.connect(self._chose)
            self._days.addWidget(Asked(say("Day"), self._which))
        self._tell_ready(there_is_one=bool(found))

    def begin_at(self, secret: QWidget) -> None:
        """The keys go to what comes next, or else to where one on a stick is chosen."""
        (secret if self.chosen() else self._other).setFocus()

    def chosen(self) -> Path | None:
        return self._elsewhere or (self._which.value() if self._which else None)

    def _tell_ready(self, *, there_is_one: bool) -> None:
        """One obvious next thing: where there is no backup here, to look for one elsewhere."""
        self._other.step_back(back=there_is_one)
        if not there_is_one:
            self._other.setFocus()
        self.ready.emit(there_is_one)

    def _chose(self) -> None:
        if self._which and self._which.value():
            self._elsewhere = None
            self._where.hide()

    def _pick(self) -> None:
        self._dialogs().pick_folder(self, say("The folder of the backup"), self._picked)

    def _picked(self, folder: Path) -> None:
        self._elsewhere = folder
        if self._which:
            self._which.put(None)
        self._where.setText(say("From the folder {name}.", name=folder.name))
        self._where.show()
        self._tell_ready(there_is_one=True)
