"""The cells of a course group: a row a learner, a column a task, and the result, marked by digits and the space bar.

A digit marks the cell in hand and goes down to the next learner, as one goes through a pile of workbooks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from caregiver_desk.desk.answers.growth.training import Grid, Learner, Square, square_words
from caregiver_desk.desk.parts.tables import Heading, RecordTable, Table
from caregiver_desk.records.growth.training import TaskResult, TrainingResult
from caregiver_desk.wording import say

DIGITS = "01234"
TASK_MARKS: tuple[TaskResult | str | None, ...] = (None, "handed in", TaskResult.COMPETENT, TaskResult.NOT_YET)
RESULTS: tuple[TrainingResult | None, ...] = (
    None,
    TrainingResult.ATTENDED,
    TrainingResult.COMPETENT,
    TrainingResult.NOT_YET,
    TrainingResult.WITHDREW,
)


class MarksGrid(Table):
    """`learners` is what stands there now; what is typed changes it and nothing else until somebody saves."""

    filled = Signal()

    def __init__(self, grid: Grid, today: date) -> None:
        self._today, self.grid = today, grid
        headings = [Heading(say("Who"), lambda learner: learner.name)]
        headings += [Heading(head, partial(self._says, place), wide=True) for place, head in enumerate(grid.tasks)]
        headings.append(Heading(say("Result"), _result, wide=True))
        self.rows = RecordTable(headings)
        super().__init__(self.rows, headings, say("Tasks and results"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.rows.set_rows(grid.rows)
        if grid.rows:
            self.setCurrentIndex(self.rows.index(0, 1))

    @property
    def learners(self) -> Sequence[Learner]:
        return self.rows.rows()

    def values(self) -> dict[str, str]:
        """What was marked, as it is kept while nobody has saved it: by learner and column."""
        told: dict[str, str] = {}
        columns = range(1, self.rows.columnCount())
        for was, now in zip(self.grid.rows, self.learners, strict=True):
            told |= {f"{now.person}/{c}": str(_digit(now, c)) for c in columns if _digit(was, c) != _digit(now, c)}
        return told

    def fill(self, values: Mapping[str, str]) -> None:
        """As it stood when somebody left."""
        places = {each.person: row for row, each in enumerate(self.learners)}
        for where, digit in values.items():
            person, _, column = where.rpartition("/")
            if person in places and column.isdecimal() and digit.isdecimal() and int(column) < self.rows.columnCount():
                self._mark(places[person], int(column), int(digit))

    def _says(self, place: int, learner: Learner) -> str:
        return square_words(learner.squares[place], self._today)[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        index = self.currentIndex()
        typed = event.text() if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else ""
        if not index.isValid() or not index.column() or not typed or typed not in f"{DIGITS} ":
            super().keyPressEvent(event)
        elif typed == " ":
            now = _digit(self.learners[index.row()], index.column())
            self._mark(index.row(), index.column(), (now + 1) % len(self._marks(index.column())))
        elif int(typed) < len(self._marks(index.column())):
            self._mark(index.row(), index.column(), int(typed))
            self.setCurrentIndex(self.rows.index(min(index.row() + 1, self.rows.rowCount() - 1), index.column()))

    def _marks(self, column: int) -> Sequence[object]:
        return RESULTS if column == self.rows.columnCount() - 1 else TASK_MARKS

    def _mark(self, row: int, column: int, digit: int) -> None:
        learners, index = list(self.learners), self.currentIndex()
        learners[row] = _marked(learners[row], column - 1, digit, self._today)
        self.rows.set_rows(learners)
        self.setCurrentIndex(self.rows.index(index.row(), index.column()))
        self.filled.emit()


def _result(learner: Learner) -> str:
    """How it ended; else what the tasks point to, with a question mark, for whoever decides."""
    if learner.result:
        return say(learner.result.value)
    return say("{result}?", result=say(learner.points_to.value)) if learner.points_to else ""


def _digit(learner: Learner, column: int) -> int:
    """By which digit the cell would be marked as it stands."""
    if column > len(learner.squares):
        return RESULTS.index(learner.result)
    square = learner.squares[column - 1]
    return TASK_MARKS.index(square.result or ("handed in" if square.handed_in else None))


def _marked(learner: Learner, place: int, digit: int, today: date) -> Learner:
    if place >= len(learner.squares):
        return replace(learner, result=RESULTS[digit])
    if not learner.squares[place].record:
        return learner
    squares = list(learner.squares)
    squares[place] = _square(squares[place], TASK_MARKS[digit], today)
    return replace(learner, squares=tuple(squares))


def _square(square: Square, mark: TaskResult | str | None, today: date) -> Square:
    """What is judged was handed in; what is marked with nothing was not."""
    handed_in = (square.handed_in or today) if mark else None
    return replace(square, handed_in=handed_in, result=mark if isinstance(mark, TaskResult) else None)
