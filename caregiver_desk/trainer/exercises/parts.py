"""What stands under each heading of an exercise.

Decision. Whatever a person wrote is either understood or refused with its line; nothing is swallowed. A short line that
ends as no sentence does was meant as a heading, and is refused where it is none: else what stands below it would go
into the part above, unseen. Only a list has points, so a dash elsewhere means that a heading is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer.exercises.form import HINT, Form
from caregiver_desk.wording import fold, say

LISTS = frozenset({"steps", "done when", "a kind word when"})
NEEDED = ("done when", HINT)
_DASH = "- "
_FEW = 6  # words of a line that may be a heading
_ENDS = tuple(".?!…:;,”\"'’)")
_AROUND = "-–—#*_=.:; "  # what is written around a heading elsewhere
_LIKE = 0.75  # of its letters, in their order

Unclear = Callable[[int, str], ExerciseNotUnderstood]


class Line(NamedTuple):
    """Words with the number of their line, counted from one."""

    number: int
    words: str


class Part(NamedTuple):
    """The lines below a heading, which stands in line `number`; of a hint, after how many minutes it comes."""

    number: int
    lines: list[Line]
    minutes: int = 0


def parted(lines: Iterable[Line], form: Form, unclear: Unclear) -> Mapping[str, Part]:
    """The parts by their heading. Raises what `unclear` makes of a line that belongs to none."""
    parts: dict[str, Part] = {}
    under = ""
    for line in lines:
        if found := form.heading(line.words):
            under = found.heading
            if under in parts:
                raise unclear(line.number, say("this heading stands in line {line} already", line=parts[under].number))
            parts[under] = Part(line.number, [], found.minutes)
        elif wrong := _misplaced(line.words, under, form):
            raise unclear(line.number, wrong)
        else:
            parts[under].lines.append(line)
    return parts


def empty(parts: Mapping[str, Part], form: Form) -> Iterator[Line]:
    """Headings with nothing below them, each with what is said of it; and what there must be and is not, in line 0."""
    for heading, part in parts.items():
        if not part.lines:
            yield Line(part.number, say("nothing stands under “{heading}”", heading=form.called(heading)))
    for heading in NEEDED:
        if heading not in parts:
            yield Line(0, say("there is no “{heading}”", heading=form.called(heading)))


def points(part: Part | None) -> Iterator[Line]:
    """Of a list, without their dashes."""
    for line in part.lines if part else ():
        yield Line(line.number, line.words.removeprefix(_DASH).strip())


def _misplaced(words: str, under: str, form: Form) -> str:
    """Why a line cannot stand there; empty where it can."""
    if _looks_like_a_heading(words, form):
        known = ", ".join(map(form.called, form.headings))
        return say("“{words}” looks like a heading and is none. Known: {known}. A sentence ends with a full stop",
                   words=words, known=known)  # fmt: skip
    if not under:
        return say("no heading stands above this line")
    if under in LISTS:
        return "" if words.startswith(_DASH) else say("a point begins with a dash")
    if words.startswith(_DASH):
        lists = ", ".join(form.called(each) for each in form.headings if each in LISTS)
        return say("a point stands under one of these headings only: {lists}", lists=lists)
    return ""


def _looks_like_a_heading(words: str, form: Form) -> bool:
    if len(words.split()) > _FEW:
        return False
    known = [fold(each) for each in map(form.called, form.headings)]
    like = get_close_matches(fold(words.strip(_AROUND)), known, 1, _LIKE)
    return bool(like) or (not words.startswith(_DASH) and not words.endswith(_ENDS))
