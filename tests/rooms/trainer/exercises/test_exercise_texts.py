"""An exercise as it is written: what is understood, and what is said of a line that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from caregiver_desk.acts import load
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer.exercises.shelf import SHIPPED, brought, shipped
from caregiver_desk.trainer.exercises.text import Exercise, Which, read

load()

WHOLE = """The shut door
5 minutes, at the laptop of the north, in week 12

Scene
Nobody opened.

Steps
- Write it down.

Side notes
Ask why.

Done when
- It is written down: a new visit, outcome is nobody home
- then nothing waits: no conflict

Hint after 2 minutes
Press n.

A kind word when
- a new concern: That is for another day.

Care
Nothing hard.
"""


def told(words: str) -> Exercise:
    return read(Path("own.txt"), words)


def test_an_exercise_is_read_whole():
    exercise = told(WHOLE)

    assert (exercise.title, exercise.minutes, exercise.laptop, exercise.week) == ("The shut door", 5, "north", 12)
    assert (exercise.scene, exercise.steps, exercise.notes) == (("Nobody opened.",), ("Write it down.",), ("Ask why.",))
    assert [point.words for point in exercise.done] == ["It is written down", "Nothing waits"]
    assert [point.then for point in exercise.done] == [False, True]
    assert (exercise.hint, exercise.hint_after) == ("Press n.", 2)
    assert [each.words for each in exercise.astray] == ["That is for another day."]


@pytest.mark.parametrize(
    ("asked", "which"),
    [("", Which.HERE), ("on the other laptop ", Which.OTHER), ("on either laptop ", Which.EITHER)],
)
def test_of_two_laptops_a_point_says_which_is_asked(asked: str, which: Which):
    beside = WHOLE.replace("the north, in", "the north, beside that of the coordinator, in")
    exercise = told(beside.replace(": no conflict", f": {asked}no conflict"))

    assert (exercise.laptop, exercise.beside, exercise.week) == ("north", "coordinator", 12)
    assert [point.which for point in exercise.done] == [Which.HERE, which]
    assert exercise.done[1].question.none


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("5 minutes, at the laptop of the north, in week 12", "soon", 2, "below its title"),
        ("- Write it down.", "Write it down.", 8, "begins with a dash"),
        ("a new visit, outcome is nobody home", "a new vizit", 14, "no kind of record called “vizit”"),
        ("outcome is nobody home", "weather is good", 14, "has no field “weather”"),
        ("outcome is nobody home", "outcome nobody", 14, "how a field must be"),
        ("a new visit, outcome", "visits, outcome", 14, "begins with “a”"),
        ("- then nothing waits: no conflict", "- nothing waits", 15, "has a colon"),
        ("no conflict", "a done “dance”", 15, "nothing to do called “dance”"),
        ("- a new concern: That is for another day.", "- a new concern", 21, "after a question and a colon"),
    ],
)
def test_a_line_that_is_not_understood_is_named_with_a_reason(before: str, after: str, line: int, says: str):
    with pytest.raises(ExerciseNotUnderstood) as refused:
        told(WHOLE.replace(before, after))

    assert f"own.txt, line {line}: " in str(refused.value)
    assert says in str(refused.value)
    assert "The exercise is left out" in str(refused.value)


def test_without_a_done_when_it_is_no_exercise():
    with pytest.raises(ExerciseNotUnderstood, match="nothing stands under"):
        told(WHOLE.partition("Done when")[0])


def test_a_sites_own_stand_beside_those_that_are_not_understood(tmp_path: Path):
    (tmp_path / "1.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "2.txt").write_text("Hm", encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"\xff\xfe\x00bad")
    (tmp_path / "note.md").write_text("no exercise", encoding="utf-8")

    first, second, third = brought(tmp_path)

    assert isinstance(first, Exercise)
    assert isinstance(second, ExerciseNotUnderstood)
    assert isinstance(third, ExerciseNotUnderstood)


def test_every_exercise_that_is_shipped_is_understood_and_takes_no_longer_than_twelve_minutes():
    exercises = shipped()
    assert exercises
    for each in exercises:
        assert each.minutes <= 12
        assert all((each.scene, each.steps, each.notes, each.hint, each.hint_after))


@pytest.mark.parametrize("hard", ["02-one-to-one", "04-hard-event", "05-concern", "06-support-now"])
def test_a_hard_scene_says_so_first_and_whoever_leads_has_lines_of_support_at_hand(hard: str):
    (exercise,) = (each for each in shipped() if each.name == hard)
    care = " ".join(exercise.care)
    assert "For whoever leads" in care
    assert "of your district on paper" in care or "of your own district on paper" in care


def test_no_exercise_names_a_number_that_somebody_could_ring():
    assert not [each.name for each in SHIPPED.glob("*.txt") if re.search(r"\d[\d ]{5,}\d", each.read_text("utf-8"))]
