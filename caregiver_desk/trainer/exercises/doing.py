"""Somebody does an exercise: what is ticked, how long it took, and a hint after a while.

Nothing of it is kept anywhere. Time and keys are for the learner's own eyes, and gone when the exercise is left.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from caregiver_desk.trainer.exercises.asking import Heights, Laptops, heights, things
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
    places: tuple[tuple[Laptops, frozenset[str], Heights], ...]  # with the heights then, where only newer answers

    def holds(self) -> bool:
        matter = self.question.matter
        return any(self.question.holds(things(matter, place, since), before) for place, before, since in self.places)


@dataclass
class Doing:
    """One learner at one exercise; what was there when it was begun does not count as new."""

    exercise: Exercise
    points: Sequence[_Asked]
    ways: Sequence[_Asked]  # that lead astray
    ticked: set[int] = field(default_factory=set)
    keys: int = 0
    _began: float = field(default_factory=time.monotonic)

    def look(self) -> Standing:
        """Ask the book. What was ticked once stays ticked, however the learner goes on."""
        for number, (point, asked) in enumerate(zip(self.exercise.done, self.points, strict=True)):
            waits = point.then and not self.ticked.issuperset(range(number))
            if number not in self.ticked and not waits and asked.holds():
                self.ticked.add(number)
        ticks = tuple(number in self.ticked for number in range(len(self.points)))
        words = (each.words for each, asked in zip(self.exercise.astray, self.ways, strict=True) if asked.holds())
        return Standing(ticks, "" if all(ticks) else next(words, ""))

    def minutes(self) -> int:
        """Since it was begun."""
        return int((time.monotonic() - self._began) // _MINUTE)


def begin(exercise: Exercise, laptops: Laptops) -> Doing:
    """At these laptops, from what their books hold now."""
    _look_anew(laptops)
    points = [_asked(point.question, _at(laptops, point.which)) for point in exercise.done]
    return Doing(exercise, points, [_asked(astray.question, _at(laptops, Which.EITHER)) for astray in exercise.astray])


def _look_anew(laptops: Laptops) -> None:
    """A record is noted as opened once a day; whoever begins again opens it again."""
    laptops.book.looks.clear()


def _at(laptops: Laptops, which: Which) -> list[Laptops]:
    other = Laptops(laptops.other, laptops.book) if laptops.other else laptops
    return {Which.HERE: [laptops], Which.OTHER: [other], Which.EITHER: [laptops, other]}[which]


def _asked(question: Question, places: Sequence[Laptops]) -> _Asked:
    since = [heights(place) if question.new else () for place in places]
    before = [things(question.matter, place) for place in places]
    return _Asked(question, tuple(zip(places, before, since, strict=True)))
