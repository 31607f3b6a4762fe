"""A new version from a stick: chosen, believed for its seal alone, copied here, and then put in place of this one.

Nothing is copied before it was said what it is. Reading a stick may take long, so it has a lane of its own.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import __version__
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Hairline, Scroll, column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import NoReleaseKey, Problem
from caregiver_desk.sync import releases, replacing
from caregiver_desk.sync.releases import Release
from caregiver_desk.wording import later, say

WIDE, HIGH = 620, 430
SURE = (
    ("lock", later("Only what the makers of this program sealed is believed, wherever the stick was.")),
    ("bundle", later("Nothing comes from a network: list (.sums), seal and program lie on one stick.")),
    ("undo", later("Only a newer version is taken: an older one might not understand your book.")),
    ("check", later("Your books stay where they are.")),
)


def show_new_version(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(NewVersion(parent, hands))


class NewVersion(QDialog):
    """One step after another; what is refused is said, and the same step can be tried again."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._desk, self._hands, self._wire = parent.window(), hands, Lane()
        self._believed: tuple[Release, Path] | None = None
        self._program = Path()
        self.setObjectName("new-version")
        self._found, self._next, self._trouble = body(weight=theme.MEDIUM, wrap=True), body(wrap=True), Trouble()
        self._next.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._told = Card(self._found, self._next, gap=theme.SMALL, edge="leaf")
        self._leave = pressed(Quiet(say("Not now")), self.reject)
        self._choose = pressed(Primary(say("Choose the list …")), self._pick)
        self._copy = pressed(Primary(say("Copy it to this laptop")), self._fetch)
        last = say("Close the desk and install") if replacing.installs_itself() else say("Show the file")
        self._last = pressed(Primary(last), self._go_on)
        self._lay()
        self.finished.connect(self.deleteLater)
        if releases.keys():
            self._stand_at(self._choose)
        else:
            self._stand_at(None)
            self._refused(NoReleaseKey())

    def _lay(self) -> None:
        words = say("A new version")
        self.setWindowTitle(words)
        about = meta(say("This is version {version}.", version=__version__), wrap=True)
        sure = [beside(meta(say(told), wrap=True), first=[Icon(icon, "ink-soft", 16)]) for icon, told in SURE]
        inside = Scroll(holding(column(self._told, *sure, 1, gap=theme.GAP)), beside=theme.GAP)
        ways = row(1, self._leave, self._choose, self._copy, self._last)
        head = column(title(words), about, gap=theme.TIGHT)
        stand_over(self, column(head, inside, Hairline(), column(self._trouble, ways), gap=theme.ROOM), WIDE, HIGH)

    def _stand_at(self, step: Primary | None) -> None:
        """Only what can be done now can be pressed."""
        for each in (self._choose, self._copy, self._last):
            each.setVisible(each is step)
        self._told.setVisible(step in (self._copy, self._last))
        self._leave.setText(say("Close") if step in (None, self._last) else say("Not now"))
        (step or self._leave).setFocus()

    def _pick(self) -> None:
        words = say("Which list of a new version?")
        self._hands.dialogs.pick_file(self, words, say("Lists of a new version (*.sums)"), self._read)

    def _read(self, listed: Path) -> None:
        self._trouble.say("")
        read, then = partial(releases.read, listed), partial(self._believe, listed.parent)
        self._wire.run(read, then=then, owner=self, refused=self._refused)

    def _believe(self, folder: Path, release: Release) -> None:
        self._believed = release, folder
        new = say("Version {version} is from the makers of this program.", version=release.version)
        now = say("It takes the place of version {version}. Nothing was changed yet.", version=__version__)
        self._found.setText(new)
        self._next.setText(now)
        self._stand_at(self._copy)

    def _fetch(self) -> None:
        if self._believed is None:
            return
        self._copy.setEnabled(False)
        self._next.setText(say("Copying it, and looking whether it is what was sealed …"))
        fetch = partial(releases.fetch, *self._believed)
        self._wire.run(fetch, then=self._copied, owner=self, refused=self._not_copied)

    def _copied(self, program: Path) -> None:
        self._program = program
        self._next.setText(replacing.next_step(program))
        self._stand_at(self._last)

    def _not_copied(self, problem: Problem) -> None:
        self._stand_at(self._choose)
        self._refused(problem)

    def _refused(self, problem: Problem) -> None:
        self._copy.setEnabled(True)
        self._trouble.say(problem)

    def _go_on(self) -> None:
        if not replacing.installs_itself():
            self._hands.dialogs.show_file(self._program)
            return
        try:
            replacing.begin(self._program)
        except Problem as problem:
            self._refused(problem)
        else:
            self._desk.close()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody waits for a stick any more."""
        if not event.spontaneous() and not self._wire.closed:
            self._wire.leave()
        super().hideEvent(event)
