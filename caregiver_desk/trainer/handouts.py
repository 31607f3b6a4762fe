"""What a trainer lays on the tables: a guide for whoever leads, a sheet for each exercise, and lines of support.

Decision. They are made from the texts of the exercises themselves, so what is printed, what the desk shows and what it
asks the book are one. The learner's sheet has no side notes and no hint. Every paper says that its people are made up,
and that no course of anybody else stands behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from caregiver_desk.practice.growth.courses import not_ours
from caregiver_desk.practice.visits.services import national
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.wording import count, later, say

Owner = Callable[[str], str]  # the given name of who works on a laptop
BOX = "[   ]"

BEFORE = (
    later("Is anybody here called as somebody of the story is? Then press “Rename everyone” and print anew."),
    later("Say aloud that all of it is made up, and that nobody’s own story need be told."),
    later("Some weeks are hard: a child dies, a girl tells of harm, a colleague dies. Say so before they come."),
    later("Let whoever wishes sit one out. Nobody needs a reason."),
    later("Two at a laptop learn more than one. Whoever types does not speak, and they change places."),
)
ASKED = later(
    "If a scene touches somebody: go out with them, and ask what helps, not for the story. These numbers are real."
)
AFTER = (
    later("Ask first how it was, then what was seen, and last what was right."),
    later("Whoever is quick has learned the keys. Whoever asked the better question has learned the work."),
    later("Press F8 twice before the next group sits down: what was typed is gone."),
)


def guide(exercises: Sequence[Exercise], owner: Owner) -> Document:
    """For whoever leads: everything, in the order of the day."""
    minutes = sum(each.minutes for each in exercises)
    under = (
        count("One exercise", "{number} exercises", len(exercises)),
        count("{number} minute in all, beside the talk", "{number} minutes in all, beside the talk", minutes),
        *_unread(exercises),
    )
    before = Section(say("Before you begin"), tuple(Line("", say(each)) for each in BEFORE))
    after = Section(say("Afterwards"), tuple(Line("", say(each)) for each in AFTER))
    told = [_led(number, each, owner) for number, each in enumerate(exercises, 1)]
    return Document(say("Facilitator’s guide"), under, (before, *told, after, _support(), _whose()))


def sheets(exercises: Iterable[Exercise], owner: Owner) -> list[Document]:
    """For learners: one page an exercise."""
    return [_sheet(number, each, owner) for number, each in enumerate(exercises, 1)]


def _sheet(number: int, exercise: Exercise, owner: Owner) -> Document:
    scene = Section(say("Scene"), tuple(Line("", each) for each in exercise.scene))
    ticks = Section(say("Done when"), tuple(Line(BOX, point.words) for point in exercise.done))
    kept = Section(say("What I want to remember"), tuple(Line("", ROOM) for _ in range(4)))
    title = say("{number}. {title}", number=number, title=exercise.title)
    return Document(title, (about(exercise, owner), *_unread([exercise])), (scene, _steps(exercise), ticks, kept))


def _led(number: int, exercise: Exercise, owner: Owner) -> Section:
    lines = [Line("", about(exercise, owner))]
    lines += [Line(say("Care"), each) for each in exercise.care]
    lines += [Line(say("Scene"), each) for each in exercise.scene]
    lines += _steps(exercise).lines
    lines += [Line(say("Done when"), point.words) for point in exercise.done]
    lines += [Line(say("Side notes"), each) for each in exercise.notes]
    after = count("Hint after {number} minute", "Hint after {number} minutes", exercise.hint_after)
    lines += [Line(after, exercise.hint)]
    lines += [Line(say("A kind word"), astray.words) for astray in exercise.astray]
    return Section(say("{number}. {title}", number=number, title=exercise.title), tuple(lines))


def _unread(exercises: Iterable[Exercise]) -> list[str]:
    """That no speaker of the language has read it, where that is so."""
    read = all(each.form.reviewed_by for each in exercises)
    return [] if read else [say("not yet reviewed by a speaker").capitalize()]


def about(exercise: Exercise, owner: Owner) -> str:
    """How long, and at whose laptop, or between which two."""
    minutes = count("{number} minute", "{number} minutes", exercise.minutes)
    if exercise.beside:
        one, other = owner(exercise.laptop), owner(exercise.beside)
        return say("{minutes} · at the laptops of {one} and {other}", minutes=minutes, one=one, other=other)
    return say("{minutes} · at {name}’s laptop", minutes=minutes, name=owner(exercise.laptop))


def _steps(exercise: Exercise) -> Section:
    steps = tuple(Line(say("Step {number}", number=number), each) for number, each in enumerate(exercise.steps, 1))
    return Section(say("What to do"), steps)


def _support() -> Section:
    """Real lines, for whoever in the room needs one."""
    return Section(say("Lines of support"), (Line("", say(ASKED)), *_numbers()))


def _numbers() -> Iterator[Line]:
    for each in national():
        if each["phone"]:
            yield Line(each["phone"], each["name"])


def _whose() -> Section:
    made_up = say("Every person, place and number of the story is made up. Nobody real is meant.")
    return Section(say("Whose this is"), (Line("", made_up), Line("", not_ours())))
