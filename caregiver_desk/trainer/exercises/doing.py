"""Somebody does an exercise: what is ticked, how long it took, and a hint after a while.

Nothing of it is kept anywhere. Time and keys are for the learner's own eyes, and gone when the exercise is left.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from caregiver_desk.trainer.exercises.asking import Heights, Seat, heights, things
from caregiver_desk.trainer.exercises.question import Question
from caregiver_desk.trainer.exercises.text import Exercise, Which

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
    """A question with where it is asked, and what answered it there when the exercise began."""

    question: Question
    seats: tuple[tuple[Seat, frozenset[str], Heights], ...]  # with the heights then, where only newer answers

    def holds(self) -> bool:
        matter = self.question.matter
        return any(self.question.holds(things(matter, seat, since), before) for seat, before, since in self.seats)


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
        self._points = [self._asked(point.question, self._seats(point.which)) for point in self.exercise.done]
        both = self._seats(Which.EITHER)
        self._ways = [self._asked(astray.question, both) for astray in self.exercise.astray]

    def look(self) -> Standing:
        """Ask the book. What was ticked once stays ticked, however the learner goes on."""
        for number, (point, asked) in enumerate(zip(self.exercise.done, self._points, strict=True)):
            waits = point.then and not self.ticked.issuperset(range(number))
            if number not in self.ticked and not waits and asked.holds():
                self.ticked.add(number)
        ticks = tuple(number in self.ticked for number in range(len(self._points)))
        words = (each.words for each, asked in zip(self.exercise.astray, self._ways, strict=True) if asked.holds())
        return Standing(ticks, "" if all(ticks) else next(words, ""))

    def minutes(self) -> int:
        """Since it was begun."""
        return int((time.monotonic() - self._began) // _MINUTE)

    def _seats(self, which: Which) -> list[Seat]:
        here = self.seat
        other = Seat(here.other, here.book) if here.other else here
        return {Which.HERE: [here], Which.OTHER: [other], Which.EITHER: [here, other]}[which]

    def _asked(self, question: Question, seats: Sequence[Seat]) -> _Asked:
        since = [heights(seat) if question.new else () for seat in seats]
        before = [things(question.matter, seat) for seat in seats]
        return _Asked(question, tuple(zip(seats, before, since, strict=True)))
