"""A supervisor brings the sheets she has kept for years into her book."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk
from PySide6.QtCore import Qt

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

SAMPLES = Path(__file__).parents[1] / "samples"
COPY = "north-caregivers to mend.csv"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Her sheet of caregivers, where files may be written beside it."""
    return Path(shutil.copy(SAMPLES / "north-caregivers.csv", tmp_path))


@pytest.fixture
def desk(books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]) -> Desk:
    """A supervisor with nobody in her book yet."""
    return open_window(books("Nomvula Shezi", Role.SUPERVISOR))


def look_at(desk: Desk, sheet: Path) -> Desk:
    desk.answers.file = sheet
    return desk.open("people").press("Bring in a spreadsheet")


def test_a_sheet_is_shown_before_it_counts_and_nothing_is_changed(desk: Desk, sheet: Path) -> None:
    told = look_at(desk, sheet).message()

    assert "Bring in 5" in desk.buttons()
    assert "Surname, Name\nSurname and name" in told
    assert "Left out\nRemarks" in told
    assert "Line 8\nOnly one cell is filled" in told
    assert questions.count(desk.book, "engagement", {"role": "caregiver"}) == 0


def test_what_is_brought_in_is_told_in_a_sentence_and_stands_on_the_page(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5")

    assert desk.status() == f"5 lines brought in. 1 was here already. 2 are to be mended. They are in “{COPY}”."
    assert desk.choose_person("Sibo Ndaba").buttons()
    assert "only one cell is filled" in (sheet.parent / COPY).read_text(encoding="cp1252")


def test_one_undo_takes_a_whole_sheet_back(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5")

    desk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert questions.count(desk.book, "engagement", {"role": "caregiver"}) == 0
    assert desk.status() == "Undone."


def test_not_now_leaves_the_book_and_the_folder_as_they_were(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Not now")

    assert questions.count(desk.book, "engagement", {"role": "caregiver"}) == 0
    assert not (sheet.parent / COPY).exists()


def test_the_lines_to_mend_go_where_she_says_and_write_over_nothing(desk: Desk, sheet: Path, tmp_path: Path) -> None:
    desk.answers.folder = tmp_path / "desktop"
    desk.answers.folder.mkdir()
    (desk.answers.folder / COPY).write_text("an earlier one", encoding="utf-8")

    look_at(desk, sheet).press("Another folder").press("Bring in 5")

    assert "north-caregivers to mend 2.csv" in desk.status()
    assert (desk.answers.folder / COPY).read_text(encoding="utf-8") == "an earlier one"


def test_when_the_lines_to_mend_cannot_be_written_nothing_comes_in_and_the_sheet_stays(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet)
    (sheet.parent / COPY).write_text("somebody was quicker", encoding="utf-8")

    desk.press("Bring in 5")

    assert "a file of that name is there already" in desk.message()
    assert "Bring in 5" in desk.buttons()
    assert questions.count(desk.book, "engagement", {"role": "caregiver"}) == 0


def test_a_sheet_that_is_here_already_brings_nothing_and_says_so(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5")

    look_at(desk, sheet)

    assert "Write the lines to mend" in desk.buttons()
    assert "6\nalready here" in desk.message()


def test_a_dropped_sheet_is_taken_for_what_its_columns_speak_of(desk: Desk, tmp_path: Path) -> None:
    desk.drop(Path(shutil.copy(SAMPLES / "north-households.xlsx", tmp_path)))

    assert "Bring in households from a spreadsheet" in desk.message()


@pytest.mark.parametrize("act", ["bring_in_people", "bring_in_households"])
def test_the_act_is_found_among_everything_that_can_be_done(desk: Desk, sheet: Path, act: str) -> None:
    desk.answers.file = sheet if act == "bring_in_people" else SAMPLES / "north-households.csv"

    desk.do_from_palette(ACTS[act].label)

    assert ACTS[act].label in desk.message()
    assert "Not now" in desk.buttons()


def test_a_file_that_is_no_table_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("Dear Nomvula,\nhow are you?\n", encoding="utf-8")

    look_at(desk, letter)

    assert "No column of this sheet could be matched" in desk.status()


def test_words_in_a_sheet_that_look_like_markup_are_shown_as_they_were_typed(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("Name;Phone;<b>Notes</b>\nGrace Mokoena;0825550101;x\n", encoding="utf-8")

    assert "Left out\n<b>Notes</b>" in look_at(desk, path).message()
