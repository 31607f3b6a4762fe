"""One exercise: the scene, what to do, what is ticked by itself, and side notes for whoever leads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.trainer.exercises.doing import Doing, Standing
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.wording import count, later, say

LAPTOPS = {
    "north": later("at Nomvula’s laptop, the North"),
    "south": later("at Mpho’s laptop, the South"),
    "coordinator": later("at the coordinator’s laptop"),
}
BESIDE = {
    "north": later("with Nomvula’s beside it"),
    "south": later("with Mpho’s beside it"),
    "coordinator": later("with the coordinator’s beside it"),
}


class ExerciseCard(Card):
    """`begins` and `leaves` say that somebody wants to."""

    begins = Signal(object)
    leaves = Signal()

    def __init__(self) -> None:
        self._told, self._foot = column(gap=theme.GAP), column(gap=0)
        self._leads = False  # whether side notes are shown
        self._shown: tuple[Exercise, Doing | None, Standing] | None = None
        super().__init__(Scroll(holding(self._told), beside=theme.GAP), holding(self._foot), gap=theme.GAP)

    def show_exercise(self, exercise: Exercise, doing: Doing | None, standing: Standing) -> None:
        """`doing` is given where it is under way; laid anew only where something differs."""
        if self._shown != (exercise, doing, standing):
            self._shown = exercise, doing, standing
            self._lay()

    def _lay(self) -> None:
        if not self._shown:
            return
        exercise, doing, standing = self._shown
        clear(self._told)
        clear(self._foot)
        for part in self._parts(exercise, standing if doing else Standing((False,) * len(exercise.done))):
            self._told.addWidget(part)
        self._told.addStretch(1)
        self._foot.addWidget(self._ways(exercise, doing, standing))

    def _notes(self) -> Chip:
        """For whoever leads; read by a learner it harms nothing."""
        chip = Chip(say("Side notes"))
        chip.setChecked(self._leads)
        chip.clicked.connect(self._turn_notes)
        return chip

    def _turn_notes(self) -> None:
        self._leads = not self._leads
        self._lay()
        for chip in self.findChildren(Chip):
            chip.setFocus()

    def _parts(self, exercise: Exercise, standing: Standing) -> list[QWidget]:
        about = count("{number} minute", "{number} minutes", exercise.minutes)
        where = ", ".join(say(each) for each in _places(exercise))
        head = column(card_title(exercise.title), meta(f"{about} · {where}", wrap=True), gap=2)
        parts = [beside(head, self._notes())]
        parts += [_boxed("amber", say("Before it is read aloud"), exercise.care)] if exercise.care else []
        parts += [_paragraphs(exercise.scene), _numbered(exercise.steps), _points(exercise, standing)]
        if self._leads:
            parts.append(_boxed("sky", say("For whoever leads"), exercise.notes))
        return parts

    def _ways(self, exercise: Exercise, doing: Doing | None, standing: Standing) -> QWidget:
        if doing is None:
            return holding(flow(pressed(Primary(say("Begin")), lambda: self.begins.emit(exercise))))
        leave = pressed(Quiet(say("Leave it")), self.leaves.emit)
        if not standing.done:
            return holding(flow(leave))
        minutes = count("{number} minute", "{number} minutes", max(1, doing.minutes()))
        keys = count("{number} key", "{number} keys", doing.keys)
        told = say(
            "Done, in {minutes} and {keys}. Only you see this, and it is kept nowhere.", minutes=minutes, keys=keys
        )
        again = pressed(Quiet(say("Once more")), lambda: self.begins.emit(exercise))
        return holding(column(body(told, wrap=True), flow(again, leave), gap=theme.SMALL))


def _places(exercise: Exercise) -> list[str]:
    return [LAPTOPS[exercise.laptop], *([BESIDE[exercise.beside]] if exercise.beside else [])]


def _paragraphs(words: Sequence[str]) -> QWidget:
    return holding(column(*(body(each, wrap=True) for each in words), gap=theme.SMALL))


def _numbered(steps: Sequence[str]) -> QWidget:
    rows = [_row(meta(str(number)), each) for number, each in enumerate(steps, 1)]
    return holding(column(heading(say("What to do")), *rows, gap=theme.SMALL))


def _points(exercise: Exercise, standing: Standing) -> QWidget:
    rows = []
    for point, ticked in zip(exercise.done, standing.ticks, strict=True):
        mark = Tag(say("done"), "leaf") if ticked else Tag(say("not yet"))
        rows.append(beside(body(point.words, wrap=True), mark))
    return holding(column(heading(say("Done when")), *rows, gap=theme.SMALL))


def _boxed(tone: str, title: str, words: Sequence[str]) -> QWidget:
    return Card(heading(title), *(body(each, wrap=True) for each in words), gap=theme.TIGHT, edge=tone)


def _row(first: QWidget, words: str) -> QWidget:
    first.setFixedWidth(theme.px(20))
    return beside(body(words, wrap=True), first=[first])
