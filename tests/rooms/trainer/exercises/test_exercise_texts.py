"""An exercise as it is written: what is understood, and what is said of a line that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_desk.acts import load
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.trainer.exercises.shelf import brought, shipped
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


def assert_refused(words: str, line: int, says: str) -> None:
    with pytest.raises(ExerciseNotUnderstood) as refused:
        told(words)

    assert f"own.txt, line {line}: " in str(refused.value)
    assert says in str(refused.value)
    assert "The exercise is left out" in str(refused.value)


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
    assert_refused(WHOLE.replace(before, after), line, says)


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("in week 12", "in week 99", 2, "the weeks 1 to 26"),
        ("in week 12", "in week 0", 2, "the weeks 1 to 26"),
        ("in week 12", "beside that of the north", 2, "beside itself"),
        ("5 minutes, at", "0 minutes, at", 2, "a minute at least"),
        ("Hint after 2", "Hint after 0", 17, "after 1 to 5 minutes"),
        ("Hint after 2", "Hint after 6", 17, "after 1 to 5 minutes"),
        ("no conflict", "no conflict, code is HH-031", 15, "nothing can stand after its comma"),
        ("no conflict", "a done “Undo”, day is today", 15, "nothing can stand after its comma"),
        ("no conflict", "a visit, or bundle made, day is today", 15, "nothing can stand after its comma"),
        ("no conflict", "a visit, outcome is “”", 15, "nothing stands after “is”"),
        ("no conflict", "at least 0 new visits", 15, "always so"),
        ("no conflict", "a visit, outcome is done, outcome is refused", 15, "never two things at once"),
        ("no conflict", "a visit, day is today, outcome is done, day is monday", 15, "never two things at once"),
        ("no conflict", "a new different visit", 15, "one laptop only"),
        ("no conflict", "no visit, or different household", 15, "one laptop only"),
        ("no conflict", "on the other laptop no conflict", 15, "one laptop only"),
        ("no conflict", "on either laptop no conflict", 15, "one laptop only"),
        ("a new concern: ", "a new different concern: ", 21, "one laptop only"),
        ("- then nothing waits: ", "- then : ", 15, "a sentence for the learner"),
    ],
)
def test_what_can_never_hold_or_would_be_left_unheard_is_refused(before: str, after: str, line: int, says: str):
    assert_refused(WHOLE.replace(before, after), line, says)


@pytest.mark.parametrize(
    ("before", "after", "line", "says"),
    [
        ("Scene\n", "Sceen\n", 4, "“Sceen” looks like a heading"),
        ("Scene\n", "", 4, "no heading stands above"),
        ("Steps\n", "Steps:\n", 7, "looks like a heading"),
        ("Steps\n", "What to do\n", 7, "looks like a heading"),
        ("Steps\n", "", 7, "under one of these headings only: Steps, Done when, A kind word when"),
        ("Side notes\n", "Sidenotes\n", 10, "looks like a heading"),
        ("Done when\n", "Done, when\n", 13, "looks like a heading"),
        ("Done when\n", "- Done when\n", 13, "looks like a heading"),
        ("Hint after 2 minutes\n", "Hint after two minutes\n", 17, "looks like a heading"),
        ("A kind word when\n", "Kind words\n", 20, "looks like a heading"),
        ("Care\n", "# Care\n", 23, "looks like a heading"),
        ("Care\n", "Scene\n", 23, "stands in line 4 already"),
        ("Nobody opened.\n", "Nobody opened\n", 5, "A sentence ends with a full stop"),
    ],
)
def test_a_heading_that_is_misspelt_is_not_swallowed_into_the_part_above(before: str, after: str, line: int, says: str):
    assert_refused(WHOLE.replace(before, after), line, says)


@pytest.mark.parametrize(
    ("without", "line", "says"),
    [
        ("Nobody opened.\n", 4, "nothing stands under “Scene”"),
        ("Press n.\n", 17, "nothing stands under “Hint after 3 minutes”"),
        ("Hint after 2 minutes\nPress n.\n", 22, "there is no “Hint after 3 minutes”"),
    ],
)
def test_a_part_that_is_needed_is_there_and_no_part_is_empty(without: str, line: int, says: str):
    assert_refused(WHOLE.replace(without, ""), line, says)


def test_without_a_done_when_or_with_nothing_in_it_it_is_no_exercise():
    before, _, after = WHOLE.partition("Done when\n")
    rest = after[after.index("Hint") :]

    assert_refused(before + rest, 20, "there is no “Done when”")
    assert_refused(f"{before}Done when\n\n{rest}", 13, "nothing stands under “Done when”")


def test_a_heading_may_be_written_in_capitals_and_a_file_may_come_from_any_editor(tmp_path: Path):
    (tmp_path / "own.txt").write_text("\ufeff" + WHOLE.upper().replace("\n", "\r\n"), encoding="utf-8")

    assert read(tmp_path / "own.txt").title == "THE SHUT DOOR"


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
