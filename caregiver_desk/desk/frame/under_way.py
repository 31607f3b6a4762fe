"""The exercise that is under way, on every page: how far it is, a kind word, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.banner import lay_as_banner
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.layout import Card, column
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.wording import in_words, say

if TYPE_CHECKING:
    from caregiver_desk.desk.rehearsing import Rehearsing


class UnderWay(QWidget):
    """Stands below the head while somebody does an exercise."""

    asks = Signal()  # to go back to it

    def __init__(self, rehearsing: Rehearsing) -> None:
        super().__init__()
        self._rehearsing, self._aside = rehearsing, False
        self._title, self._words = PlainLabel(weight=theme.SEMIBOLD, wrap=True), meta(wrap=True)
        self._far = Tag("", "leaf")
        back = pressed(Small(say("To the exercise")), self.asks.emit)
        line = beside(column(self._title, self._words, gap=1), self._far, back, gap=theme.GAP)
        lay_as_banner(self, Card(line, edge="leaf"))
        rehearsing.told.connect(self._tell)
        self._tell()

    def stand_aside(self, *, aside: bool) -> None:
        """Where the exercise itself is on the page, nothing needs to be said of it."""
        self._aside = aside
        self._tell()

    def _tell(self) -> None:
        doing, standing = self._rehearsing.doing, self._rehearsing.standing
        self.setVisible(bool(doing) and not self._aside)
        if not doing:
            return
        ticked = sum(standing.ticks)
        self._title.setText(doing.exercise.title)
        self._far.say(say("{done} of {all}", done=ticked, all=len(standing.ticks)))
        before = self._words.text()
        with in_words(doing.exercise.form.sentences):
            self._words.setText(self._says())
        if before != self._words.text():
            tell(self, self._words.text())

    def _says(self) -> str:
        """A kind word for whoever went astray, a hint after a while, or what is still to do."""
        doing, standing = self._rehearsing.doing, self._rehearsing.standing
        if not doing:
            return ""
        if standing.done:
            return say("Done. Go back to the exercise, or take the next one.")
        if standing.word:
            return standing.word
        if self._rehearsing.hinted:
            return say("A hint: {words}", words=doing.exercise.hint)
        left = (point.words for point, ticked in zip(doing.exercise.done, standing.ticks, strict=True) if not ticked)
        return say("Next: {words}", words=next(left))
