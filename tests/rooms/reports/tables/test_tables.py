"""Tables: their columns, codes and words, periods, and what is said before a file is written."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from homes import household, visited

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import (
    FileInTheWay,
    NeedsAsking,
    NoSuchKind,
    NoSuchTable,
    NothingLeaves,
    OneTable,
    TooMuchForASheet,
)
from caregiver_desk.practice.spans import Span
from caregiver_desk.records import leaving
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.tables import hxl, workbook
from caregiver_desk.reports.tables.asked import Asked, Words, kinds_asked
from caregiver_desk.reports.tables.columns import columns
from caregiver_desk.reports.tables.taking_out import take_out
from caregiver_desk.reports.tables.telling import telling
from caregiver_desk.reports.tables.texts import Text
from caregiver_desk.store import access
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

TEAM, ASKED = frozenset({Audience.TEAM}), frozenset(leaving.BY_ASKING)
MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba", since="2026-01-05").record


@pytest.fixture
def visits(book: Book, caregiver: str) -> Book:
    """Two visits of March, one of which says what it was for, and one of February."""
    house = household(book)
    ACTS["record_consent"](book, household=house, day="2026-01-05", answer="agreed", purposes=["records of visits"])
    visited(book, caregiver, house, purposes=["referral", "routine"], minutes=45, children_seen=False)
    visited(book, caregiver, house, day="2026-03-03")
    visited(book, caregiver, house, day="2026-02-27")
    return book


def rows(book: Book, out: Path, asked: Asked, how: Text = Text()) -> list[dict[str, str]]:  # noqa: B008 - frozen
    take_out(book, asked, out, how)
    return list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline=""), delimiter=how.delimiter))


def test_codes_are_one_column_and_one_more_for_each_that_says_nothing_where_nobody_answered(
    visits: Book, tmp_path: Path
):
    first, second = rows(visits, tmp_path / "v.csv", Asked(kinds_asked(["visit"]), MARCH))

    assert (first["purposes"], first["minutes"], first["children_seen"]) == ("referral, routine", "45", "false")
    assert [first[f"purposes/{code}"] for code in ("routine", "referral", "crisis")] == ["1", "1", "0"]
    assert [second[f"purposes/{code}"] for code in ("routine", "crisis")] == ["", ""]


def test_words_stand_in_the_place_of_codes_and_ids_stay(visits: Book, caregiver: str, tmp_path: Path):
    first, _ = rows(visits, tmp_path / "v.csv", Asked(kinds_asked(["visit"]), MARCH, TEAM, Words.LABELS))

    assert (first["caregiver"], first["Caregiver"], first["Household"]) == (caregiver, "Sibongile Ndaba", "HH-001")
    assert (first["Purpose"], first["Children seen"], first["Purpose/last visit"]) == ("referral, routine", "no", "0")


def test_of_a_caregiver_only_the_id_goes_where_nobody_asked_for_names(visits: Book, caregiver: str, tmp_path: Path):
    first, _ = rows(visits, tmp_path / "v.csv", Asked(kinds_asked(["visit"]), MARCH, words=Words.BOTH))

    assert first["caregiver"] == caregiver
    assert "Caregiver" not in first
    assert "Sibongile" not in (tmp_path / "v.csv").read_text()


def test_a_file_for_excel_has_its_mark_and_its_delimiter_and_lines_end_as_the_standard_says(
    visits: Book, tmp_path: Path
):
    rows(visits, tmp_path / "v.csv", Asked(kinds_asked(["visit"])), Text(";", bom=True))

    data = (tmp_path / "v.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid;caregiver;")
    assert data.count(b"\r\n") == data.count(b"\n") == 4


def test_several_kinds_are_a_folder_or_an_archive_of_one_file_each(visits: Book, tmp_path: Path):
    asked = Asked(kinds_asked(["visit", "household", "visit"]))
    take_out(visits, asked, tmp_path / "folder")
    take_out(visits, asked, tmp_path / "packed.zip")

    names = ["household.csv", "visit.csv"]
    assert sorted(each.name for each in (tmp_path / "folder").iterdir()) == names
    with zipfile.ZipFile(tmp_path / "packed.zip") as archive:
        assert sorted(archive.namelist()) == names
        assert {name: archive.read(name) for name in names} == {
            name: (tmp_path / "folder" / name).read_bytes() for name in names
        }


def test_in_a_workbook_a_day_is_a_day_a_number_a_number_and_a_phone_number_text(visits: Book, tmp_path: Path):
    ACTS["record_household"](visits, team=own_team(visits), code="007", phone="0825550101")
    take_out(visits, Asked(kinds_asked(["visit", "household"]), wanted=ASKED), tmp_path / "b.xlsx")

    with zipfile.ZipFile(tmp_path / "b.xlsx") as archive:
        visit, house = (archive.read(f"xl/worksheets/sheet{each}.xml").decode() for each in (1, 2))
    assert re.search(r'<c r="D\d" s="2"><v>46083</v>', visit), "2 March 2026, as spreadsheets count"
    assert re.search(r'<c r="E\d"><v>45</v>', visit)
    assert "<t>0825550101</t>" in house
    assert "<f>" not in visit + house


def test_what_a_workbook_cannot_hold_is_an_error_and_no_file(
    visits: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(TooMuchForASheet, match=r"more than 3 records\. A workbook cannot hold that\. Nothing was"):
        take_out(visits, Asked(kinds_asked(["visit"])), tmp_path / "b.xlsx")
    long = ACTS["record_household"](visits, team=own_team(visits), code="HH-9", safety="😀" * 19_999)
    assert long.record
    with pytest.raises(TooMuchForASheet, match="longer than a cell"):
        take_out(visits, Asked(kinds_asked(["household"]), wanted=ASKED), tmp_path / "b.xlsx")

    assert list(tmp_path.glob("*.xlsx")) == []


def test_what_goes_is_said_before_it_is_written(visits: Book):
    told = telling(visits, Asked(kinds_asked(["visit", "household"]), MARCH, TEAM))

    first, whom, undated, names, never = told.sentences()
    assert first == "2 visits, 1 household, Mar 2026."
    assert whom == "They tell of 1 person who works here and 1 household."
    assert undated == "All of these go, since they stand under no day: households."
    assert names == "In it: names of those who work here, and what their team knows of them."
    assert "not encrypted" in never


def test_the_access_log_says_that_records_went_and_about_whom(visits: Book, caregiver: str, tmp_path: Path):
    take_out(visits, Asked(kinds_asked(["visit"])), tmp_path / "v.csv")

    went = [(each.about, each.many) for each in access.entries(visits) if each.what == What.EXPORTED]
    assert went == [("", 3), (caregiver, 0)]


@pytest.mark.parametrize(
    ("names", "trouble"),
    [
        (["stressor"], NothingLeaves),
        (["person"], NeedsAsking),
        (["visit", "worker_concern"], NothingLeaves),
        (["x"], NoSuchKind),
    ],
)
def test_what_may_not_leave_is_refused_by_name(names: list[str], trouble: type[Exception]):
    with pytest.raises(trouble, match=r"nothing goes into a file|no kind of record"):
        kinds_asked(names)


def test_a_name_that_says_nothing_or_is_taken_is_refused(visits: Book, tmp_path: Path):
    asked = Asked(kinds_asked(["visit", "household"]))
    (tmp_path / "here.xlsx").write_text("old")
    for name, trouble in (("a.csv", OneTable), ("a.pdf", NoSuchTable), ("here.xlsx", FileInTheWay)):
        with pytest.raises(trouble):
            take_out(visits, asked, tmp_path / name)

    assert [each.name for each in tmp_path.iterdir() if each.suffix] == ["here.xlsx"]
    assert (tmp_path / "here.xlsx").read_text() == "old"


def test_every_title_of_a_table_is_there_once_in_whatever_words():
    for kind in leaving.leaving(ASKED).values():
        for words in Words:
            titles = [each.title for each in columns(kind, Asked((kind,), wanted=ASKED, words=words))]
            assert len(titles) == len(set(titles)), (kind.name, words)
            assert titles[0] == "id"


def test_every_tag_is_of_a_field_that_there_is_and_is_written_as_tags_are():
    for name, tags in hxl._tags().items():
        assert tags.keys() <= KINDS[name].fields.keys(), name
        assert [tag for tag in tags.values() if not re.fullmatch(r"#[a-z]+[0-9]?(\+[a-z]+)*", tag)] == []
