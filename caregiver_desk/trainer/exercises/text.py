"""An exercise as it is written: a text file in plain words, ours or a site's own.

    Friday capture
    10 minutes, at the laptop of the north

    Scene
    It is Friday afternoon …

    Steps
    - Open the week sheet.

    Side notes
    What the facilitator looks for, and what to ask afterwards.

    Done when
    - Thandeka's Friday is on the sheet: at least 4 new visits, caregiver is Thandeka Mabuza

    Hint after 4 minutes
    …

    A kind word when
    - a new concern, about is something: That is for another exercise. Esc keeps what was begun.

    Care
    What somebody should know before the scene is read aloud.

Decision. Headings are whole lines, a point of a list begins with a dash. What a person reads stands before the colon
under *Done when* and after it under *A kind word when*; the other half is a question (see `question`). “then” before a
sentence under *Done when* waits until the points above it are ticked; “on the other laptop” asks the other one, “on
either laptop” both of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer import names
from caregiver_desk.trainer.exercises.question import Question, UnclearError, understood
from caregiver_desk.trainer.story import LAPTOPS
from caregiver_desk.wording import say

_LAPTOP = "|".join(LAPTOPS)
_ABOUT = re.compile(
    rf"(?P<minutes>\d+) minutes, at the laptop of the (?P<laptop>{_LAPTOP})"
    rf"(?:, beside that of the (?P<beside>{_LAPTOP}))?(?:, in week (?P<week>\d+))?",
    re.IGNORECASE,
)
_HINT = re.compile(r"hint after (\d+) minutes?", re.IGNORECASE)
_HEADINGS = ("scene", "steps", "side notes", "done when", "a kind word when", "care")


class Which(Enum):
    """Which of two laptops is asked."""

    HERE = auto()
    OTHER = auto()
    EITHER = auto()


_THEN = "then "
_ASKS = {"on the other laptop ": Which.OTHER, "on either laptop ": Which.EITHER}


class Point(NamedTuple):
    """One thing that is done when the question holds. `then`: only once those before it are."""

    words: str
    question: Question
    then: bool = False
    which: Which = Which.HERE


class Astray(NamedTuple):
    """A way that leads elsewhere, and a kind word for whoever took it."""

    question: Question
    words: str


@dataclass(frozen=True)
class Exercise:
    """`laptop` is where the learner sits, `beside` the second one on the screen, if any; `week` 0 for any."""

    name: str
    title: str
    minutes: int
    laptop: str
    scene: tuple[str, ...]
    steps: tuple[str, ...]
    notes: tuple[str, ...]
    done: tuple[Point, ...]
    hint: str
    hint_after: int  # minutes
    astray: tuple[Astray, ...] = ()
    care: tuple[str, ...] = ()
    beside: str = ""
    week: int = 0


class _Line(NamedTuple):
    number: int
    words: str


def read(path: Path, text: str | None = None) -> Exercise:
    """The exercise that stands in a file. Raises ExerciseNotUnderstood, which names the line."""
    told = names.in_other_names(path.read_text(encoding="utf-8") if text is None else text, names.worn())
    lines = [_Line(number, line.strip()) for number, line in enumerate(told.splitlines(), 1)]
    return _Reading(path, [line for line in lines if line.words]).exercise()


class _Reading:
    """What stands under each heading of one file."""

    def __init__(self, path: Path, lines: list[_Line]) -> None:
        self._path, self._lines = path, lines
        self._parts: dict[str, list[_Line]] = {}
        self._hint_after = 0
        part: list[_Line] = []
        for line in lines[2:]:
            if heading := self._heading(line.words):
                part = self._parts.setdefault(heading, [])
            else:
                part.append(line)

    def exercise(self) -> Exercise:
        title, about = [*self._lines, _Line(1, ""), _Line(2, "")][:2]
        told = _ABOUT.fullmatch(about.words)
        if not told:
            raise self._unclear(about.number, say("below its title say “10 minutes, at the laptop of the north”"))
        return Exercise(
            name=self._path.stem,
            title=title.words,
            minutes=int(told["minutes"]),
            laptop=told["laptop"].casefold(),
            scene=self._paragraphs("scene"),
            steps=self._points("steps"),
            notes=self._paragraphs("side notes"),
            done=tuple(self._done()),
            hint=" ".join(self._paragraphs("hint")),
            hint_after=self._hint_after,
            astray=tuple(self._astray()),
            care=self._paragraphs("care"),
            beside=(told["beside"] or "").casefold(),
            week=int(told["week"] or 0),
        )

    def _heading(self, words: str) -> str:
        if hint := _HINT.fullmatch(words):
            self._hint_after = int(hint[1])
            return "hint"
        return words.casefold() if words.casefold() in _HEADINGS else ""

    def _paragraphs(self, heading: str) -> tuple[str, ...]:
        return tuple(line.words for line in self._parts.get(heading, ()))

    def _points(self, heading: str) -> tuple[str, ...]:
        return tuple(line.words for line in self._dashed(heading))

    def _dashed(self, heading: str) -> Iterator[_Line]:
        for line in self._parts.get(heading, ()):
            if not line.words.startswith("- "):
                raise self._unclear(line.number, say("a point begins with a dash"))
            yield _Line(line.number, line.words.removeprefix("- ").strip())

    def _done(self) -> Iterable[Point]:
        points = [self._point(line) for line in self._dashed("done when")]
        if not points:
            raise self._unclear(self._lines[-1].number, say("nothing stands under “Done when”"))
        return points

    def _point(self, line: _Line) -> Point:
        words, colon, asked = line.words.rpartition(": ")
        if not colon:
            raise self._unclear(line.number, say("a point under “Done when” has a colon, and a question after it"))
        then, words = words.startswith(_THEN), words.removeprefix(_THEN)
        said = next((each for each in _ASKS if asked.startswith(each)), "")
        question = self._question(line.number, asked.removeprefix(said))
        return Point(words[:1].upper() + words[1:], question, then, _ASKS.get(said, Which.HERE))

    def _astray(self) -> Iterator[Astray]:
        for line in self._dashed("a kind word when"):
            asked, colon, words = line.words.partition(": ")
            if not colon:
                raise self._unclear(line.number, say("a kind word stands after a question and a colon"))
            yield Astray(self._question(line.number, asked), words)

    def _question(self, number: int, words: str) -> Question:
        try:
            return understood(words)
        except UnclearError as unclear:
            raise self._unclear(number, str(unclear)) from None

    def _unclear(self, number: int, reason: str) -> ExerciseNotUnderstood:
        return ExerciseNotUnderstood(file=self._path.name, line=number, reason=reason)
