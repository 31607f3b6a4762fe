"""What a trainer lays on the tables says what the desk says, and to each what is for them."""

from __future__ import annotations

from caregiver_desk.practice.growth.courses import not_ours
from caregiver_desk.reports.document import as_text
from caregiver_desk.trainer import handouts, names
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.story import owner


def flat(words: str) -> str:
    return " ".join(words.split())


def test_the_guide_holds_every_exercise_with_its_side_notes_its_care_and_its_hint():
    told = flat(as_text(handouts.guide(shipped(), owner)))

    for each in shipped():
        assert flat(each.title) in told
        for words in (*each.scene, *each.steps, *each.notes, *each.care, each.hint):
            assert flat(words) in told


def test_the_guide_names_real_lines_of_support_and_says_whose_it_is_not():
    told = flat(as_text(handouts.guide(shipped(), owner)))
    assert "Childline South Africa" in told
    assert flat(not_ours()) in told


def test_a_learners_sheet_holds_no_side_note_and_no_hint():
    for exercise, sheet in zip(shipped(), handouts.sheets(shipped(), owner), strict=True):
        told = flat(as_text(sheet))
        assert all(flat(step) in told for step in exercise.steps)
        assert all(flat(point.words) in told for point in exercise.done)
        assert not any(flat(words) in told for words in (*exercise.notes, exercise.hint))


def test_the_papers_bear_the_names_that_everybody_bears_now():
    with names.wearing(1):
        told = as_text(handouts.guide(shipped(), owner))
    assert "Thandeka" not in told
    assert names.in_other_names("Thandeka", 1) in told
