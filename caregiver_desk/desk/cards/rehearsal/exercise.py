"""One exercise: the scene, what to do, what is ticked by itself, and side notes for whoever leads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.errors import Problem
from caregiver_desk.trainer import languages
from caregiver_desk.trainer.exercises.doing import Doing, Standing
from caregiver_desk.trainer.exercises.form import ENGLISH, Form
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.trainer.handouts import Owner, about
from caregiver_desk.wording import count, in_words, say


class ExerciseCard(Card):
    """`begins` and `leaves` say that somebody wants to."""

    begins = Signal(object)
    leaves = Signal()

    def __init__(self) -> None:
        self._told, self._foot = column(gap=theme.GAP), column(gap=0)
        self._leads = False  # whether side notes are shown
        self._shown: tuple[Exercise, Owner, Doing | None, Standing] | None = None
        super().__init__(Scroll(holding(self._told), beside=theme.GAP), holding(self._foot), gap=theme.GAP)

    def show_exercise(self, exercise: Exercise, owner: Owner, doing: Doing | None, standing: Standing) -> None:
        """`owner` says whose a laptop is; `doing` is given where it is under way."""
        if self._shown != (exercise, owner, doing, standing):
            self._shown = exercise, owner, doing, standing
            self._lay()

    def show_unclear(self, file: str, why: Problem) -> None:
        """Of a site's own that is not understood: which line, and what is wrong there."""
        self._shown = None
        clear(self._told)
        clear(self._foot)
        self._told.addWidget(holding(column(card_title(file), body(str(why), wrap=True), gap=theme.SMALL)))
        self._told.addStretch(1)

    def _lay(self) -> None:
        if not self._shown:
            return
        exercise, owner, doing, standing = self._shown
        clear(self._told)
        clear(self._foot)
        with in_words(exercise.form.sentences):
            for part in self._parts(exercise, owner, standing if doing else Standing((False,) * len(exercise.done))):
                self._told.addWidget(part)
            self._foot.addWidget(self._ways(exercise, doing, standing))
        self._told.addStretch(1)

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

    def _parts(self, exercise: Exercise, owner: Owner, standing: Standing) -> list[QWidget]:
        head = column(card_title(exercise.title), meta(about(exercise, owner), wrap=True), gap=2)
        parts = [beside(head, self._notes()), *_of_a_language(exercise.form)]
        parts += [_boxed("amber", say("Before it is read aloud"), exercise.care)] if exercise.care else []
        parts += [_of_a_week(exercise.week)] if exercise.week else []
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


def _of_a_language(form: Form) -> list[QWidget]:
    """What somebody should know of words that are not in the language of the hall, or that no speaker has read."""
    if form.code == ENGLISH.code != languages.heard():
        return [meta(say("Not written in your language yet, so it stands here in English."), wrap=True)]
    return [] if form.reviewed_by else [Tag(say("not yet reviewed by a speaker"), "amber")]


def _of_a_week(week: int) -> QWidget:
    told = say(
        "Played in week {week} of the story. Where another week stands, that one is told first, and what was "
        "written here goes.",
        week=week,
    )
    return meta(told, wrap=True)


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
    laid = row(first, body(words, wrap=True))
    laid.setAlignment(first, Qt.AlignmentFlag.AlignTop)
    laid.setStretch(1, 1)
    return holding(laid)
