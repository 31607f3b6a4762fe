"""A sitting at the fictional programme: which laptop, which exercise, and how far somebody is.

Decision. Whatever the learner does, the book is asked afterwards, as soon as nothing else is under way: so an exercise
ticks by itself, however somebody got there. Time and keys are counted while an exercise is under way only, shown to the
learner alone, and kept nowhere. Only what has the keys is listened to: a filter on the whole program is called for
each event of each widget, which makes every page slower.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.trainer import languages
from caregiver_desk.trainer.exercises import doing as exercising
from caregiver_desk.trainer.exercises.asking import Laptops
from caregiver_desk.trainer.exercises.doing import Doing, Standing
from caregiver_desk.trainer.exercises.form import ENGLISH, Form
from caregiver_desk.trainer.exercises.shelf import brought, forms, shipped
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.trainer.rehearsal import Rehearsal

MINUTE = 60_000  # milliseconds


class Rehearsing(QObject):
    """What a desk may ask of the sitting it belongs to."""

    told = Signal()  # what is under way, or how far
    reseats = Signal(bool)  # another laptop is to stand here; with True, everything as it was told
    opens_week = Signal(int)
    renames = Signal()  # everybody, and the exercises with them

    def __init__(self, rehearsal: Rehearsal, exercises: Sequence[Exercise], laptop: str = "north") -> None:
        super().__init__()
        self.rehearsal, self.exercises, self.laptop = rehearsal, list(exercises), laptop
        self.own: list[Exercise | ExerciseNotUnderstood] = []  # of the site
        self._folder: Path | None = None  # where they stand
        self.beside = ""  # the second laptop on the screen, if there is one
        self.doing: Doing | None = None
        self.standing = Standing(())
        self.done: set[str] = set()  # exercises of this sitting
        self.hinted = False
        self._lanes: tuple[Lane, ...] = ()
        self._meant: Exercise | None = None  # what is begun as soon as the right laptop stands here
        self._week = rehearsal.week  # that somebody opened, and an exercise of another week does not change
        self._sat = (laptop, "")  # before somebody was sent elsewhere for it
        self._seen = -1  # how much had been asked of the lanes when the book was last asked
        self._hint = QTimer(self, singleShot=True)
        self._hint.timeout.connect(self._give_hint)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._listen)

    def sit(self, *lanes: Lane) -> None:
        """A laptop stands on the screen, or two, and this is the way to each book; two share one thread."""
        self._lanes = lanes
        for lane in lanes:
            lane.rested.connect(self._look)
        if self._meant:
            meant, self._meant = self._meant, None
            self._begin(meant)

    def bring(self, folder: Path, own: Iterable[Exercise | ExerciseNotUnderstood]) -> None:
        """A site's own exercises from a folder, in place of those that were brought before."""
        self._folder, self.own = folder, list(own)
        self.told.emit()

    def forms(self) -> dict[str, Form]:
        """The languages in which something can be read here, by their tags; English first."""
        return forms(*filter(None, [self._folder]))

    def form(self) -> Form:
        """That of the language which is heard here."""
        return self.forms().get(languages.heard(), ENGLISH)

    def hear(self, language: str) -> None:
        """Read the exercises in another language. What was under way is left, and what was done in it stays."""
        self.leave()
        languages.hear(language)
        self.read_again()
        self.told.emit()

    def read_again(self) -> None:
        """Everybody in the exercises may be called otherwise now, or all of it stands in another language."""
        self.exercises = shipped()
        if self._folder:
            self.own = list(brought(self._folder))

    def give_up(self) -> None:
        """What somebody was sent elsewhere for is not begun: they sit where they sat."""
        self._week = self.rehearsal.week
        if self._meant:
            self._meant = None
            self.laptop, self.beside = self._sat

    def begin(self, exercise: Exercise) -> None:
        """Sit down where it is done, and begin."""
        self.leave()
        week = exercise.week or self._week
        if (exercise.laptop, exercise.beside, week) == (self.laptop, self.beside, self.rehearsal.week):
            self._begin(exercise)
            return
        self._sat = self.laptop, self.beside
        self.laptop, self.beside, self._meant = exercise.laptop, exercise.beside, exercise
        if week == self.rehearsal.week:
            self.reseats.emit(False)
        else:
            self.opens_week.emit(week)

    def open_week(self, week: int) -> None:
        """Somebody wants to sit in this week of the story."""
        self._week = week
        self.opens_week.emit(week)

    def leave(self) -> None:
        """Whatever was done stays in the book; what was counted is gone."""
        self.doing, self.standing, self.hinted = None, Standing(()), False
        self._hint.stop()
        self._listen(QApplication.focusWidget(), None)
        self.told.emit()

    def sit_at(self, laptop: str, beside: str = "") -> None:
        """At one laptop, or at two that stand beside each other."""
        self.leave()
        self.laptop, self.beside = laptop, beside
        self.reseats.emit(False)

    def reset(self) -> None:
        """Everything is as it was told. An exercise that was under way begins anew."""
        again = self.doing.exercise if self.doing else None
        self.leave()
        self._meant = again
        self.reseats.emit(True)

    def step(self, days: int) -> None:
        """Let days go by, and have every page look again."""
        self.rehearsal.step(days)
        for lane in self._lanes:
            lane.touched.emit(frozenset(KINDS))
        self.told.emit()

    def _begin(self, exercise: Exercise) -> None:
        if self._lanes:
            here, *others = self._lanes
            other = others[0].book if others else None
            here.ask(lambda book: exercising.begin(exercise, Laptops(book, other)), then=self._begun, owner=self)

    def _begun(self, doing: Doing) -> None:
        self.doing, self._seen = doing, -1
        self.standing = Standing((False,) * len(doing.exercise.done))
        self._listen(None, QApplication.focusWidget())
        self._hint.start(doing.exercise.hint_after * MINUTE)
        self.told.emit()

    def _look(self) -> None:
        """Ask how far it is, unless nothing was asked of the lanes since but how far it is."""
        doing = self.doing
        if doing and self._lanes and self._seen != self._asked():
            self._lanes[0].ask(lambda _: (doing, doing.look()), then=self._looked, owner=self)
            self._seen = self._asked()

    def _asked(self) -> int:
        return sum(lane.errands for lane in self._lanes)

    def _looked(self, found: tuple[Doing, Standing]) -> None:
        doing, standing = found
        if doing is not self.doing or standing == self.standing:
            return
        if sum(standing.ticks) > sum(self.standing.ticks):
            self.hinted = False
            self._hint.start()
        self.standing = standing
        if standing.done:
            self.done.add(doing.exercise.name)
            self._hint.stop()
            self._listen(QApplication.focusWidget(), None)
        self.told.emit()

    def _give_hint(self) -> None:
        self.hinted = True
        self.told.emit()

    def _listen(self, before: QWidget | None, now: QWidget | None) -> None:
        """To the keys where they are now, while they are counted."""
        if before:
            before.removeEventFilter(self)
        if now and self.doing and not self.standing.done:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Every key is asked for once where the keys are, whether a field or a shortcut takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and self.doing:
            self.doing.keys += 1
        return False
