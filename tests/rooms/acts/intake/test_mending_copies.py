"""What waits goes back in a copy to be mended, and comes in when it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought import CAREGIVERS, HOUSEHOLDS, SAMPLES, Sheet, found, households, people, state

from caregiver_desk.acts.intake import returned, workbook
from caregiver_desk.errors import CannotWrite
from caregiver_desk.store.book import Book


def test_the_mending_copy_as_it_is_brings_in_nothing(book: Book, tmp_path: Path):
    people(book, CAREGIVERS)
    copy = tmp_path / "to mend.csv"
    households(book, HOUSEHOLDS, mending_copy=copy)
    before = state(book)

    assert households(book, copy).facts["new"] == 0
    assert state(book) == before


def test_a_mended_copy_brings_in_what_was_mended_and_doubles_nothing(book: Book, tmp_path: Path):
    people(book, CAREGIVERS, mending_copy=(copy := tmp_path / "to mend.csv"))
    mended = copy.read_bytes().replace(b"8,25550106E+08", b"0825550106")
    copy.write_bytes(mended)

    assert mended.decode("cp1252").splitlines()[0] == (
        "Surname, Name;Cell no.;Date of Birth;Home language;Start date;Status;Remarks;What to mend"
    )
    assert people(book, copy).facts["new"] == 1
    assert people(book, copy).facts["new"] == 0
    assert found(book, "person", "surname", "Phasha")["phone"] == "0825550106"


def test_a_narrow_mending_copy_full_of_commas_is_still_read_as_it_was_written(book: Book, sheet: Sheet, tmp_path: Path):
    copy = tmp_path / "to mend.csv"
    households(book, sheet("Code;Status", *(f"HH-{number};hm" for number in range(20))), mending_copy=copy)
    copy.write_text(copy.read_text(encoding="utf-8").replace(";hm;", ";paused;"), encoding="utf-8")

    assert households(book, copy).facts["new"] == 20


def test_a_mending_copy_never_overwrites_a_file_and_then_nothing_comes_in(book: Book, tmp_path: Path):
    (tmp_path / "kept.csv").write_text("mine")
    before = state(book)

    with pytest.raises(CannotWrite):
        people(book, CAREGIVERS, mending_copy=tmp_path / "kept.csv")
    assert (tmp_path / "kept.csv").read_text() == "mine"
    assert state(book) == before


def test_formula_cells_are_text_and_go_out_guarded_again(book: Book, sheet: Sheet, tmp_path: Path):
    path = sheet("Code,Landmark,How often", 'HH-1,"\'=HYPERLINK(""x"")",weekly', "HH-2,'@home,sometimes")
    copy = tmp_path / "to mend.csv"

    households(book, path, mending_copy=copy)

    assert found(book, "household", "code", "HH-1")["nickname"] == '=HYPERLINK("x")'
    assert copy.read_text(encoding="utf-8").splitlines()[1].startswith("HH-2,'@home,sometimes,")


def test_a_workbook_goes_back_as_a_workbook_and_comes_in_again_when_mended(book: Book, tmp_path: Path):
    people(book, CAREGIVERS)
    households(book, SAMPLES / "north-households.xlsx", mending_copy=(copy := tmp_path / "to mend.xlsx"))
    with workbook.opened(copy.read_bytes()) as found:
        titles, row = (cells for _, cells in found.rows("To mend"))
    row[titles.index("Date enrolled")] = "2024-05-06"
    copy.write_bytes(returned.workbook([titles, row]))

    assert titles[-1] == "What to mend"
    assert households(book, copy).facts["new"] == 1
