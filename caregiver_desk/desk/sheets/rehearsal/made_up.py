"""The dialogs of a book whose people are made up.

Context. Whatever stands over a desk hides its frame, and keeps the keys of a rehearsal from it.

Decision. All dialogs are opened in one place, so there each is given the striped edge, the word FICTIONAL, and the keys
that must never do nothing: F8 asks whether to reset, and the key of the exercises shows the one that is under way, over
whatever stands open. Sheets know nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.cards.rehearsal.exercise import what_to_do
from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.keys import REHEARSAL, RESET
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.stripes import Edge
from caregiver_desk.desk.parts.words import body
from caregiver_desk.desk.sheets.reading import Reading
from caregiver_desk.desk.sheets.rehearsal.reset import ResetSheet
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.rehearsing import Rehearsing

NOTHING = later("No exercise is under way. All of them stand on the page “Rehearsal”, below what is open now.")


class MadeUpDialogs(Dialogs):
    """With the keys of a sitting, where this is one."""

    def __init__(self, rehearsing: Rehearsing | None = None) -> None:
        self._rehearsing = rehearsing

    def show(self, dialog: QDialog) -> None:
        Edge(dialog)
        if self._rehearsing:
            _hear(dialog, RESET.keys, partial(self._reset, dialog, self._rehearsing))
            _hear(dialog, REHEARSAL.keys, partial(self._read, dialog, self._rehearsing))
        self._stand(dialog)

    def _stand(self, dialog: QDialog) -> None:
        super().show(dialog)

    def _reset(self, over: QDialog, rehearsing: Rehearsing) -> None:
        """The same key says yes."""
        if isinstance(over, ResetSheet):
            over.accept()
        else:
            self.show(ResetSheet(over, rehearsing))

    def _read(self, over: QDialog, rehearsing: Rehearsing) -> None:
        if over.objectName() != READ:
            sheet = _exercise(over, rehearsing)
            sheet.setObjectName(READ)
            self.show(sheet)


READ = "exercise read again"


def _exercise(over: QDialog, rehearsing: Rehearsing) -> Reading:
    """What is under way, to be read beside what it asks for."""
    doing = rehearsing.doing
    if not doing:
        return Reading(over, say("Rehearsal"), "", holding(column(body(say(NOTHING), wrap=True))))
    parts = what_to_do(doing.exercise, rehearsing.standing)
    return Reading(over, doing.exercise.title, "", holding(column(*parts, gap=theme.GAP)))


def _hear(dialog: QWidget, keys: str, does: Callable[[], object]) -> None:
    QShortcut(QKeySequence(keys), dialog).activated.connect(does)
