"""A supervisor brings the sheets she has kept for years into her book."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people.people import Role
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


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """A sheet with these lines."""

    def write(*lines: str, name: str = "sheet.csv") -> Path:
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return tmp_path / name

    return write


def look_at(desk: Desk, sheet: Path) -> Desk:
    desk.answers.file = sheet
    return desk.open("people").press("Bring in a spreadsheet")


def caregivers(desk: Desk) -> int:
    return questions.count(desk.book, "engagement", {"role": "caregiver"})


def choose(desk: Desk, words: str) -> Desk:
    """Take this from the list that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    return desk.rest()


def test_a_sheet_is_shown_before_it_counts_and_nothing_is_changed(desk: Desk, sheet: Path) -> None:
    told = look_at(desk, sheet).message()

    assert "Bring in 5" in desk.buttons()
    assert "Surname, Name\nMabuza, Thandeka" in told
    assert "Line 8\nOnly one cell is filled" in told
    assert caregivers(desk) == 0


def test_every_column_is_shown_with_its_field_and_what_no_field_takes_is_left_out(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet)

    fields = desk.buttons()[5:12]
    assert fields == ["Surname and name", "Phone", "Year of birth", "Home language", "Since", "State", "Left out"]


def test_what_was_brought_in_is_told_and_stands_on_the_page(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5")

    assert desk.status() == "5 lines brought in. 1 was here already. 2 are to be mended."
    assert "5\nbrought in" in desk.message()
    assert desk.press("Done").choose_person("Sibo Ndaba").buttons()


def test_the_rows_to_mend_are_saved_where_she_says_and_write_over_nothing(
    desk: Desk, sheet: Path, tmp_path: Path
) -> None:
    desk.answers.folder = tmp_path
    (tmp_path / COPY).write_text("an earlier one", encoding="utf-8")

    look_at(desk, sheet).press("Bring in 5").press("Save 2 rows to mend in a file")

    assert desk.status() == "The rows to mend are in “north-caregivers to mend 2.csv”."
    assert "only one cell is filled" in (tmp_path / "north-caregivers to mend 2.csv").read_text(encoding="cp1252")
    assert (tmp_path / COPY).read_text(encoding="utf-8") == "an earlier one"


def test_when_the_rows_to_mend_cannot_be_saved_she_is_told_and_may_try_elsewhere(desk: Desk, sheet: Path) -> None:
    desk.answers.folder = sheet / "no folder"

    look_at(desk, sheet).press("Bring in 5").press("Save 2 rows to mend in a file")

    assert any("to mend in a file" in each for each in desk.buttons())
    assert "Nothing can be written there" in desk.message()


def test_one_undo_takes_a_whole_sheet_back(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5").press("Done")

    desk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert caregivers(desk) == 0
    assert desk.status().startswith("Undone: Bring in people from a spreadsheet – ")


def test_not_now_leaves_the_book_and_the_folder_as_they_were(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Not now")

    assert caregivers(desk) == 0
    assert list(sheet.parent.glob("*.csv")) == [sheet]


def test_a_sheet_that_is_here_already_brings_nothing_and_says_so(desk: Desk, sheet: Path) -> None:
    look_at(desk, sheet).press("Bring in 5").press("Done")

    look_at(desk, sheet)

    assert not [words for words in desk.buttons() if words.startswith("Bring in")]
    assert "6\nalready here" in desk.message()


def test_a_column_may_be_matched_otherwise_and_the_next_such_sheet_is_matched_in_the_same_way(
    desk: Desk, write: Callable[..., Path]
) -> None:
    look_at(desk, write("Name;Phone;Calls herself", "Grace Mokoena;0825550101;Gogo"))
    choose(desk.press("Left out"), "Known as").press("Bring in 1")

    look_at(desk, write("Calls herself;Phone;Name", "Mama;0825550102;Dineo Sithole", name="next.csv"))
    assert desk.buttons()[5:8] == ["Known as", "Phone", "Name"]


def test_titles_in_another_language_are_asked_about_one_by_one(desk: Desk, write: Callable[..., Path]) -> None:
    path = write("Igama;Inombolo", "Grace Mokoena;0825550101")
    desk.answers.file = path
    desk.do_from_palette(ACTS["bring_in_people"].label)
    assert "Which column says this: Name?" in desk.message()

    choose(desk.press("Left out"), "Name")

    assert "Bring in 1" in desk.buttons()


def test_a_day_that_could_be_two_is_answered_once_for_its_column(desk: Desk, write: Callable[..., Path]) -> None:
    look_at(desk, write("Name;Start date", "Grace Mokoena;03/04/2024", "Dineo Sithole;05/06/2024"))
    assert "Which day is 03/04/2024?" in desk.message()

    desk.press("3 Apr 2024").press("Bring in 2")

    since = {leaf["since"] for leaf in questions.listing(desk.book, "engagement", {"role": "caregiver"})}
    assert since == {"2024-04-03", "2024-06-05"}


def test_whoever_may_be_the_same_is_shown_side_by_side_and_decided_by_her(
    desk: Desk, write: Callable[..., Path]
) -> None:
    look_at(desk, write("Name;Phone", "Maria Baloyi;0825550101", "Dineo Sithole;0825550102")).press("Bring in 2")
    look_at(desk, write("Name;Phone", "Marie Baloi;0825550103", "Dineo Sithole;0825550104", name="next.csv"))
    assert "Given names\nMarie\nMaria\nSurname\nBaloi\nBaloyi\nPhone\n0825550103\n0825550101" in desk.message()

    desk.press("Another one").press("The same").press("Bring in 1")

    assert caregivers(desk) == 3


def test_visits_of_a_sheet_come_in_by_their_short_numbers(desk: Desk, write: Callable[..., Path]) -> None:
    look_at(desk, write("Name", "Grace Mokoena")).press("Bring in 1")
    look_at(desk, write("Code;CCG", "HH-1;Grace Mokoena", "HH-2;Grace Mokoena", name="homes.csv")).press("Bring in 2")

    desk.drop(write("CCG;Week of;Mon;Tue", "Grace;2026-03-02;1 n, 2;1", name="week.csv")).press("Bring in 3")

    assert questions.count(desk.book, "visit", {"outcome": "nobody home"}) == 1
    assert desk.status() == "3 visits brought in."


def test_a_dropped_sheet_is_taken_for_what_its_columns_speak_of(desk: Desk, tmp_path: Path) -> None:
    desk.drop(Path(shutil.copy(SAMPLES / "north-households.xlsx", tmp_path)))

    assert "Bring in households from a spreadsheet" in desk.message()


def test_a_sheet_taken_for_something_else_may_be_called_what_it_is(desk: Desk, write: Callable[..., Path]) -> None:
    desk.drop(write("Name;Phone", "Grace Mokoena;0825550101")).press("Households")

    assert "Bring in households from a spreadsheet" in desk.message()
    assert "Which column says this: Code?" in desk.message()


@pytest.mark.parametrize("act", ["bring_in_people", "bring_in_households"])
def test_the_act_is_found_among_everything_that_can_be_done(desk: Desk, sheet: Path, act: str) -> None:
    desk.answers.file = sheet if act == "bring_in_people" else SAMPLES / "north-households.csv"

    desk.do_from_palette(ACTS[act].label)

    assert ACTS[act].label in desk.message()
    assert "Not now" in desk.buttons() or "Close" in desk.buttons()


def test_a_sheet_that_plainly_holds_something_else_says_so_and_brings_nothing_in(desk: Desk) -> None:
    desk.answers.file = SAMPLES / "north-households.csv"

    desk.do_from_palette(ACTS["bring_in_people"].label)
    assert "These columns are those of “Households”" in desk.message()
    assert not [button for button in desk.buttons() if button.startswith("Bring in ")]

    desk.press("Households")
    assert "are those of" not in desk.message()
    assert any("to mend in a file" in each for each in desk.buttons())


def test_a_file_that_is_no_table_is_refused_in_words(desk: Desk, write: Callable[..., Path]) -> None:
    look_at(desk, write("Dear Nomvula,", "how are you?", name="letter.csv"))

    assert "No column of this sheet could be matched" in desk.status()


def test_words_in_a_sheet_that_look_like_markup_are_shown_as_they_were_typed(
    desk: Desk, write: Callable[..., Path]
) -> None:
    look_at(desk, write("Name;Phone;<b>Notes</b>", "Grace Mokoena;0825550101;x"))

    assert "<b>Notes</b>\nx" in desk.message()


def test_who_lives_in_a_home_comes_in_and_who_stands_twice_is_said_first(
    desk: Desk, write: Callable[..., Path]
) -> None:
    team = questions.listing(desk.book, "team")[0].id
    for code in ("HH-001", "HH-002"):
        ACTS["record_household"](desk.book, team=team, code=code)
    thabo = ";Thabo Ndlovu;23/05/2014;M"
    told = look_at(
        desk,
        write("HH ID;Name of child;Date of birth;Sex", f"HH-001{thabo}", f"HH-001{thabo}", f"HH-002{thabo}"),
    ).message()

    assert "Bring in household members from a spreadsheet" in told
    assert "Twice in this sheet\nLine 3\nLine 2 says the same\nLine 4" in told
    assert "the same name and year of birth in another home" in told
    desk.press("Another one").press("Bring in 2")
    assert [each["first_name"] for each in questions.listing(desk.book, "member")] == ["Thabo", "Thabo"]
