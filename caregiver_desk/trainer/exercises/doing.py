"""Somebody does an exercise: what is ticked, how long it took, and a hint after a while.

Nothing of it is kept anywhere. Time and keys are for the learner's own eyes, and gone when the exercise is left.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from caregiver_desk.trainer.exercises.asking import Seat, height, things
from caregiver_desk.trainer.exercises.question import Question
from caregiver_desk.trainer.exercises.text import Exercise, Point

_MINUTE = 60


@dataclass(frozen=True)
class Standing:
    """How far somebody is: a tick for each point, and a kind word where they went astray."""

    ticks: tuple[bool, ...]
    word: str = ""

    @property
    def done(self) -> bool:
        return all(self.ticks)


@dataclass(frozen=True)
class _Asked:
    """A question with where it is asked, and what answered it when the exercise began."""

    question: Question
    seat: Seat
    before: frozenset[str]
    since: int  # the height of the journal then, where only what came after it can answer

    def holds(self) -> bool:
        return self.question.holds(things(self.question.matter, self.seat, self.since), self.before)


@dataclass
class Doing:
    """One learner at one exercise, begun at `seat`; what was there before does not count as new."""

    exercise: Exercise
    seat: Seat
    ticked: set[int] = field(default_factory=set)
    keys: int = 0
    _began: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.seat.book.looks.clear()  # a record is noted as opened once a day; whoever begins again opens it again
        self._points = [self._asked(point.question, self._where(point)) for point in self.exercise.done]
        self._ways = [self._asked(astray.question, self.seat) for astray in self.exercise.astray]

    def look(self) -> Standing:
        """Ask the book. What was ticked once stays ticked, however the learner goes on."""
        for number, (point, asked) in enumerate(zip(self.exercise.done, self._points, strict=True)):
            waits = point.then and len(self.ticked) < number
            if number not in self.ticked and not waits and asked.holds():
                self.ticked.add(number)
        ticks = tuple(number in self.ticked for number in range(len(self._points)))
        words = (each.words for each, asked in zip(self.exercise.astray, self._ways, strict=True) if asked.holds())
        return Standing(ticks, "" if all(ticks) else next(words, ""))

    def minutes(self) -> int:
        """Since it was begun."""
        return int((time.monotonic() - self._began) // _MINUTE)

    def _where(self, point: Point) -> Seat:
        if point.other and self.seat.other:
            return Seat(self.seat.other, self.seat.book)
        return self.seat

    def _asked(self, question: Question, seat: Seat) -> _Asked:
        return _Asked(question, seat, things(question.matter, seat), height(seat) if question.new else 0)
