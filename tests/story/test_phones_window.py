"""A supervisor brings in what her caregivers filled in on their phones."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

PHONES = Path(__file__).parents[1] / "samples" / "phones"
CORRECTED = PHONES / "collect" / "Round_2026-03-03_17-02-40" / "Round_2026-03-03_17-02-40.xml"


@pytest.fixture
def desk(books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """A supervisor with two caregivers and their three homes."""
    book = books("Nomvula Shezi", Role.SUPERVISOR)
    for act, lines in (
        ("bring_in_people", ("Name", "Sibongile (Sibo) Ndaba", "Rofhiwa Munyai")),
        ("bring_in_households", ("Code;CCG", "HH-001;Sibo", "HH-002;Sibo", "HH-003;Rofhiwa")),
    ):
        (tmp_path / "sheet.csv").write_text("\n".join(lines), encoding="utf-8")
        ACTS[act](book, path=tmp_path / "sheet.csv")
    return open_window(book)


def lengths(desk: Desk) -> list[int]:
    return sorted(leaf["minutes"] for leaf in questions.listing(desk.book, "visit") if leaf["minutes"])


def test_a_folder_of_a_phone_dropped_on_the_window_is_looked_at_and_brought_in(desk: Desk):
    told = desk.open("today").drop(PHONES / "collect").message()

    assert "Bring in 3" in desk.buttons()
    assert "This form is encrypted" in told
    assert "Round_2026-03-04_08-00-00/submission.xml" in told
    desk.press("Bring in 3").press("Done")
    assert lengths(desk) == [30, 45]


def test_a_folder_of_a_phone_is_known_as_one_where_a_stick_is_opened_and_a_stick_stays_a_stick(
    desk: Desk, tmp_path: Path
):
    desk.answers.folder = PHONES / "collect"
    desk.open("sharing").keys(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert "Bring in 3" in desk.buttons()

    desk.press("Not now")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "letters.xml").write_text("<letters/>", encoding="utf-8")
    (stick / "prices.csv").write_text("what;price\n", encoding="utf-8")
    desk.answers.folder = stick
    desk.keys(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert not any(button.startswith("Bring in") for button in desk.buttons())


def test_a_form_for_phones_is_saved_after_it_is_said_what_stands_in_it(desk: Desk, tmp_path: Path):
    desk.answers.folder = tmp_path
    desk.open("today").do_from_palette("A form for phones")
    assert "No name and no home stands in it" in desk.message()

    told = desk.press("The names of caregivers").press("The codes of homes").message()

    assert "The names of 2 caregivers stand in the form" in told
    assert "The codes of 3 homes stand in the form" in told
    told = desk.press("A check-in that was held").message()
    assert "The codes of" not in told, "this form asks for no home"
    desk.press("Household visits of a day").press("Choose where it goes")
    book = load_workbook(tmp_path / "Household visits of a day.xlsx")
    assert {"HH-001", "Rofhiwa Munyai"} <= {row[2].value for row in book["choices"].iter_rows()}
    assert {entry.what for entry in access.entries(desk.book)} >= {What.EXPORTED}
    assert desk.status().startswith("Saved as Household visits of a day.xlsx")


def test_an_export_of_a_server_is_picked_like_any_spreadsheet_and_its_columns_can_be_told_otherwise(
    desk: Desk, tmp_path: Path
):
    desk.answers.file = zipped(tmp_path / "round.zip")

    told = desk.open("people").do_from_palette("Bring in visits").message()

    assert "time_spent\n45 · 30 · 20" in told
    assert "The row that it belongs to is not in this file" in told
    assert "Bring in 3" in desk.buttons()


def zipped(made: Path) -> Path:
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted((PHONES / "central").iterdir()):
            archive.write(path, path.name)
    return made


def test_a_correction_is_counted_as_one_and_says_what_it_changes(desk: Desk, tmp_path: Path):
    told = "9b1de2f4-0a3c-4f8e-8a77-52f3d5c1e902", "5d44a9c0-7b7e-4e39-b1b5-0c9d3f2e8a10"
    words = CORRECTED.read_text(encoding="utf-8")
    first = words.replace(f"<orx:deprecatedID>uuid:{told[1]}</orx:deprecatedID>", "").replace(*told)
    (tmp_path / "first.xml").write_text(first.replace(">30<", ">25<"), encoding="utf-8")
    desk.open("today").drop(tmp_path / "first.xml").press("Bring in 1")
    assert lengths(desk) == [25]

    said = desk.drop(CORRECTED).message()

    assert "1\ncorrected" in said
    assert "Length (here 30, there 25)" in said
    desk.press("Bring in 1")
    assert lengths(desk) == [30]
    desk.drop(CORRECTED)
    assert "Bring in 1" not in desk.buttons()
