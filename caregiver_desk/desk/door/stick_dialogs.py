"""What a laptop of a rehearsal is asked for: the stick, if it is in this laptop; if not, where it is.

A sheet of one laptop stands over that laptop alone, and keeps nobody from the other, or from the stick.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Pressable, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Scroll, clear, column, holding
from caregiver_desk.desk.parts.words import body, title
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.rehearsal.made_up import MadeUpDialogs
from caregiver_desk.trainer.stick import Stick, Where
from caregiver_desk.wording import count, later, say

WIDE, HIGH, SHOWN = 480, 320, 8
TABLE = later("There is no stick in this laptop: it lies on the table. Put it in, above, and go on here.")
OTHER = later("The stick is in the other laptop. Put it into this one, above, and go on here.")
LOST = later(
    "The stick is lost. Find it, or take another one, above. What it carried is still in the book that made it."
)
ABSENT = {Where.TABLE: TABLE, Where.LEFT: OTHER, Where.RIGHT: OTHER, Where.LOST: LOST}

Then = Callable[[Path], object]
Offered = Sequence[tuple[Pressable, Path]]


class PlaceAsked(NamedTuple):
    """What is asked, what the stick has to offer, and what happens with the answer."""

    words: str
    offers: Callable[[Stick], Offered]
    then: Then
    another: str  # what it is called to look elsewhere than on the stick
    elsewhere: Callable[[], object]


class StickSeen(QObject):
    """The stick of two laptops, for whoever shows it; `moved` wherever it goes, on the window's own thread."""

    moved = Signal()

    def __init__(self, stick: Stick) -> None:
        super().__init__()
        self.stick = stick
        stick.moved = lambda _: self.moved.emit()


class Holds(Protocol):
    """The side of the screen on which a laptop stands."""

    @property
    def where(self) -> Where: ...

    def hold(self, dialog: QDialog) -> None: ...


class StickDialogs(MadeUpDialogs):
    """The dialogs of one of two laptops."""

    def __init__(self, side: Holds, seen: StickSeen, rehearsing: Rehearsing) -> None:
        super().__init__(rehearsing)
        self._side, self._seen = side, seen

    def pick_folder(self, parent: QWidget, words: str, then: Then) -> None:
        elsewhere = partial(super().pick_folder, parent, words, then)
        self._ask(parent, PlaceAsked(words, _itself, then, say("Another folder"), elsewhere))

    def pick_file(self, parent: QWidget, words: str, pattern: str, then: Then) -> None:
        elsewhere = partial(super().pick_file, parent, words, pattern, then)
        self._ask(parent, PlaceAsked(words, _its_files, then, say("Another file"), elsewhere))

    def _stand(self, dialog: QDialog) -> None:
        """Over this laptop, or over a sheet of it, and over nothing else."""
        self._side.hold(dialog)

    def _ask(self, parent: QWidget, asked: PlaceAsked) -> None:
        self.show(PickSheet(parent, asked, self._seen, self._side.where))


def _itself(stick: Stick) -> Offered:
    return [(Primary(say("The stick"), icon="bundle"), stick.folder)]


def _its_files(stick: Stick) -> Offered:
    return [(Quiet(each.name, icon="bundle"), each) for each in stick.files()[:SHOWN]]


class PickSheet(QDialog):
    """Which one: what the stick offers while it is in this laptop, and the way to something else."""

    def __init__(self, parent: QWidget, asked: PlaceAsked, seen: StickSeen, where: Where) -> None:
        super().__init__(parent)
        self.setObjectName("pick")
        self.setWindowTitle(asked.words)
        self._asked, self._stick, self._where = asked, seen.stick, where
        head = title(asked.words)
        head.setWordWrap(True)
        self._says, self._choices = body(wrap=True), column(gap=theme.SMALL)
        other, self._leave = Quiet(asked.another), pressed(Quiet(say("Not now")), self.reject)
        pressed(other, self._go_elsewhere)
        listed = Scroll(holding(column(self._says, holding(self._choices), 1, gap=theme.GAP)))
        stand_over(self, column(head, listed, holding(flow(other, self._leave)), gap=theme.GAP), WIDE, HIGH)
        seen.moved.connect(self._show)
        self.finished.connect(self.deleteLater)
        self._show()

    def _show(self) -> None:
        """Also when the stick goes in or out meanwhile."""
        clear(self._choices)
        here = self._stick.where == self._where
        offered = self._asked.offers(self._stick) if here else []
        for button, place in offered:
            self._choices.addWidget(pressed(button, partial(self._take, place)))
        self._says.setText(self._words(here=here))
        (offered[0][0] if offered else self._leave).setFocus()

    def _words(self, *, here: bool) -> str:
        if not here:
            return say(ABSENT[self._stick.where])
        lying = count("{number} bundle lies on it.", "{number} bundles lie on it.", len(self._stick.bundles()))
        return say("The stick is in this laptop. {lying}", lying=lying)

    def _take(self, place: Path) -> None:
        self.accept()
        self._asked.then(place)

    def _go_elsewhere(self) -> None:
        self.accept()
        self._asked.elsewhere()
