"""Records are taken out as a spreadsheet at the desk: what goes is said first, and only what was asked for goes."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest
from driver import Desk, Programme

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.sharing import spreadsheet, writing
from caregiver_desk.errors import DiskFull
from caregiver_desk.reports.tables import rows
from caregiver_desk.store import questions


@pytest.fixture
def visited(desk: Desk, programme: Programme, tmp_path: Path) -> Desk:
    ACTS["record_visit"](desk.book, household=programme.household, caregiver=programme.caregiver, day="2026-03-02")
    desk.answers.folder = tmp_path / "out"
    desk.answers.folder.mkdir()
    return desk


def files(desk: Desk) -> list[str]:
    return sorted(each.suffix for each in desk.answers.folder.iterdir())


def test_a_workbook_is_written_after_it_was_said_what_goes(visited: Desk):
    visited.open("sharing").press("Take out")
    assert "Choose records and days." in visited.message()

    told = visited.press("visits").press("all days").message()
    assert "1 visit, all days." in told
    assert "They tell of 1 person who works here and 1 household." in told
    assert files(visited) == [], "nothing before it was seen"
    visited.press("Choose where it goes")

    (path,) = visited.answers.folder.iterdir()
    assert visited.status() == f"Saved as {path.name}. It is not encrypted."
    with zipfile.ZipFile(path) as archive:
        assert b"Sibongile" not in archive.read("xl/worksheets/sheet1.xml")


def test_names_go_only_where_they_are_asked_for(visited: Desk):
    visited.do_from_palette("take out")
    told = visited.press("people").message()
    assert "Of people nothing goes into a file unless you ask for names of those who work here" in told

    told = visited.press("Names of workers").press("CSV").message()
    assert "In it: names of those who work here" in told
    visited.press("Choose where it goes")

    (path,) = visited.answers.folder.iterdir()
    with path.open(encoding="utf-8", newline="") as file:
        assert "Sibongile" in {row["given_names"] for row in csv.DictReader(file)}


def test_several_kinds_of_csv_are_a_folder_and_days_of_ones_own_narrow_it(visited: Desk):
    visited.do_from_palette("take out")
    visited.press("visits").press("households").press("CSV for Excel (semicolons)").press("other days")
    assert "Choose records and days." in visited.message()

    visited.fill(first="2026-03-03", last="2026-03-31")
    assert "0 visits, 2 households, 3 Mar 2026 to 31 Mar 2026." in visited.rest().message()
    visited.press("Choose where it goes")

    (folder,) = visited.answers.folder.iterdir()
    assert sorted(each.name for each in folder.iterdir()) == ["household.csv", "visit.csv"]
    assert (folder / "household.csv").read_bytes().startswith(b"\xef\xbb\xbfid;team;")


def test_who_stops_it_is_told_so_and_nothing_is_there(visited: Desk, monkeypatch: pytest.MonkeyPatch):
    visited.do_from_palette("take out")
    visited.press("households")
    sheet = visited.window.findChild(spreadsheet.SpreadsheetSheet)
    assert sheet is not None
    monkeypatch.setattr(rows.pages, "AT_ONCE", 1)  # somebody is asked after every record
    heard = writing.Listening.__call__

    def stop_first(self: writing.Listening, more: int) -> None:
        sheet.reject()
        heard(self, more)

    monkeypatch.setattr(writing.Listening, "__call__", stop_first)
    visited.press("Choose where it goes")

    assert "Stopped. Nothing was written." in visited.message()
    assert files(visited) == []


def test_trouble_is_said_on_the_sheet_and_can_be_tried_again(visited: Desk, monkeypatch: pytest.MonkeyPatch):
    visited.do_from_palette("take out")
    visited.press("visits").press("all days")

    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as broken:
        broken.setattr(spreadsheet, "take_out", full)
        visited.press("Choose where it goes")
    assert str(DiskFull()) in visited.message()

    visited.press("Choose where it goes")
    assert files(visited) == [".xlsx"]


def test_an_extract_asks_what_it_is_for_and_tells_nobody(visited: Desk):
    for number in range(5):
        her = ACTS["add_caregiver"](visited.book, given_names=f"Name{number}").record
        team = questions.listing(visited.book, "team")[0].id
        home = ACTS["record_household"](visited.book, code=f"HH-10{number}", team=team).record
        ACTS["record_visit"](visited.book, household=home, caregiver=her, day="2026-03-02")
    visited.do_from_palette("take out")
    told = visited.press("visits").press("all days").press("CSV").press("An extract for a project").message()
    assert "No names and no notes; days as months" in told
    assert "Names of workers" not in visited.buttons()

    assert "Of people nothing goes" in visited.press("people").message()
    visited.press("people").press("Choose where it goes")
    assert "made only for a purpose." in visited.message()
    assert files(visited) == []
    visited.fill(purpose="How visits changed after the road was mended").press("Choose where it goes")

    (path,) = visited.answers.folder.iterdir()
    with path.open(encoding="utf-8", newline="") as file:
        assert {row["day"] for row in csv.DictReader(file)} == {"2026-03"}
    (kept,) = questions.listing(visited.book, "extract")
    assert kept["purpose"] == "How visits changed after the road was mended"
