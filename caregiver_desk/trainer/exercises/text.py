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
under *Done when* and after it under *A kind word when*; the other half is a question (see `question`), in English in
every language. “then” before a sentence under *Done when* waits until the points above it are ticked; “on the other
laptop” asks the other one, “on either laptop” both of them, where one stands beside the first. What can never hold, or
would be left unheard, is refused with its line: a learner who is never told so would think that the fault is theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer import names
from caregiver_desk.trainer.calendar import LAST
from caregiver_desk.trainer.exercises.form import ENGLISH, HINT, About, Form
from caregiver_desk.trainer.exercises.parts import Line, Part, empty, parted, points
from caregiver_desk.trainer.exercises.question import Question, UnclearError, understood
from caregiver_desk.wording import capital, say


class Which(Enum):
    """Which of two laptops is asked."""

    HERE = auto()
    OTHER = auto()
    EITHER = auto()


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
    form: Form = field(default=ENGLISH, compare=False, repr=False)  # its language


def read(path: Path, text: str | None = None, form: Form = ENGLISH) -> Exercise:
    """The exercise that stands in a file, written in the words of this form.

    Raises ExerciseNotUnderstood, which names the line.
    """
    told = names.in_other_names(path.read_text(encoding="utf-8-sig") if text is None else text, names.worn())
    lines = [Line(number, line.strip()) for number, line in enumerate(told.splitlines(), 1)]
    return _Reading(path, [line for line in lines if line.words], form).exercise()


class _Reading:
    """One file, line by line."""

    def __init__(self, path: Path, lines: list[Line], form: Form) -> None:
        self._path, self._lines, self._form = path, lines, form

    def exercise(self) -> Exercise:
        title, told = [*self._lines, Line(1, ""), Line(2, "")][:2]
        about = self._about(told)
        parts = self._parted()
        hint = parts[HINT]
        return Exercise(
            name=self._path.stem,
            title=title.words,
            minutes=about.minutes,
            laptop=about.laptop,
            scene=_paragraphs(parts, "scene"),
            steps=tuple(each.words for each in points(parts.get("steps"))),
            notes=_paragraphs(parts, "side notes"),
            done=tuple(self._point(each, about) for each in points(parts["done when"])),
            hint=" ".join(_paragraphs(parts, HINT)),
            hint_after=self._sooner(hint.number, hint.minutes, about),
            astray=tuple(self._astray(each, about) for each in points(parts.get("a kind word when"))),
            care=_paragraphs(parts, "care"),
            beside=about.beside,
            week=about.week or 0,
            form=self._form,
        )

    def _about(self, line: Line) -> About:
        about = self._form.about(line.words)
        if about is None:
            raise self._unclear(line.number, say("below its title say “{example}”", example=self._form.example()))
        if not about.minutes:
            raise self._unclear(line.number, say("an exercise takes a minute at least"))
        if about.laptop == about.beside:
            raise self._unclear(line.number, say("one laptop cannot stand beside itself"))
        if about.week is not None and not 1 <= about.week <= LAST:
            raise self._unclear(line.number, say("the story has the weeks 1 to {last}", last=LAST))
        return about

    def _parted(self) -> Mapping[str, Part]:
        parts = parted(self._lines[2:], self._form, self._unclear)
        for wrong in empty(parts, self._form):
            raise self._unclear(wrong.number or self._lines[-1].number, wrong.words)
        return parts

    def _sooner(self, number: int, minutes: int, about: About) -> int:
        """A hint comes after a while, and while the exercise lasts."""
        if not 1 <= minutes <= about.minutes:
            raise self._unclear(
                number, say("a hint comes after 1 to {minutes} minutes, as long as it lasts", minutes=about.minutes)
            )
        return minutes

    def _point(self, line: Line, about: About) -> Point:
        words, colon, asked = line.words.rpartition(": ")
        if not colon:
            raise self._unclear(line.number, say("a point under “Done when” has a colon, and a question after it"))
        then, words = words.startswith(self._form.then), words.removeprefix(self._form.then).strip()
        if not words:
            raise self._unclear(line.number, say("a sentence for the learner stands before the question"))
        said = next((each for each in _ASKS if asked.startswith(each)), "")
        if said and not about.beside:
            raise self._alone(line)
        question = self._question(line, asked.removeprefix(said), about)
        return Point(capital(words), question, then, _ASKS.get(said, Which.HERE))

    def _astray(self, line: Line, about: About) -> Astray:
        asked, colon, words = line.words.partition(": ")
        if not colon:
            raise self._unclear(line.number, say("a kind word stands after a question and a colon"))
        return Astray(self._question(line, asked, about), words)

    def _question(self, line: Line, words: str, about: About) -> Question:
        try:
            question = understood(words)
        except UnclearError as unclear:
            raise self._unclear(line.number, str(unclear)) from None
        if question.differs and not about.beside:
            raise self._alone(line)
        return question

    def _alone(self, line: Line) -> ExerciseNotUnderstood:
        alone = say("there is one laptop only; below the title say which one it stands beside")
        return self._unclear(line.number, alone)

    def _unclear(self, number: int, reason: str) -> ExerciseNotUnderstood:
        return ExerciseNotUnderstood(file=self._path.name, line=number, reason=reason)


def _paragraphs(parts: Mapping[str, Part], heading: str) -> tuple[str, ...]:
    return tuple(line.words for line in parts[heading].lines) if heading in parts else ()
