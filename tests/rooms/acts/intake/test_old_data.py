"""The lists of an older system come in: several sheets, titles under a merged line, codes, days as people write."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from homes import household
from xlsxwriter import Workbook

from caregiver_desk.acts import intake
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import Wishes
from caregiver_desk.acts.intake.duplicates import duplicates, in_the_sheet
from caregiver_desk.acts.intake.planning import Plan
from caregiver_desk.errors import CannotWrite, MembersNotAgreedTo
from caregiver_desk.store import agreement, questions
from caregiver_desk.store.book import Book

Rows = Sequence[Sequence[str | int]]
CAREGIVERS: Rows = [
    ["Khanya Community Care – list of CCWs", "", "", ""],
    ["Surname and Name", "Cell No", "D.O.B", "Date joined"],
    ["Ndaba Sibongile", "0825550103", "14/03/1978", "05/01/2024"],
    ["Mudau Rofhiwa", "0835550104", "23/11/1990", "17/02/2025"],
    ["Ndaba  Sibongile", "0825550103", "14/03/1978", "05/01/2024"],
]
HOUSEHOLDS: Rows = [
    ["Register of households", "", "", "", ""],
    ["", "Where", "", "Service", ""],
    ["HH ID", "Village", "Ward No", "Date of Registration", "Name of CYCW"],
    ["HH-001", "Tshiḓimbini", 7, "28/02/2025", "Sibongile Ndaba"],
    ["HH-002", "Emakhaya", 7, "01/03/2025", "Rofhiwa Mudau"],
    ["HH-2", "Emakhaya", 7, "01/03/2025", "Rofhiwa Mudau"],
]
CHILDREN: Rows = [
    ["Children in programme (confidential)", "", "", "", "", ""],
    ["HH ID", "Name and Surname", "Gender", "D.O.B.", "Relationship to HoH", "HIV status"],
    ["HH-001", "Thabo Ndlovu", "M", "23/05/2014", "GC", "known"],
    ["HH-001", "Ṱhoḓea Ndlovu", "F", "02/11/2017", "Daughter", ""],
    ["HH-002", "Thabo Ndlovu", "M", "23/05/2014", "Nephew", ""],
    ["HH-001", "Thabo Ndlovu", "M", "23/05/2014", "GC", ""],
    ["HH-009", "Lerato Sithole", "F", "01/01/2015", "Child", ""],
]
SHEETS = {"CCW": CAREGIVERS, "Households": HOUSEHOLDS, "OVC": CHILDREN}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """The three lists in one workbook, the first line of each merged over its columns."""
    path = tmp_path / "old.xlsx"
    with Workbook(str(path)) as made:
        for name, rows in SHEETS.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            sheet.merge_range(0, 0, 0, len(rows[0]) - 1, rows[0][0])
    return path


@pytest.fixture
def plan(book: Book, workbook: Path) -> Callable[[str], Plan]:
    return lambda kind: intake.preview(book, kind, workbook, wishes=Wishes())


def state(book: Book) -> list[str]:
    return list(agreement.state(book))


def agreed(book: Book, *homes: str) -> None:
    for each in homes:
        (home,) = questions.listing(book, "household", {"code": each})
        ACTS["record_consent"](book, household=home.id, day="2026-01-05", answer="agreed", purposes=["who lives there"])


def test_each_list_is_found_in_its_own_sheet_under_its_merged_title(plan: Callable[[str], Plan]):
    assert plan("person").sheet.name == "CCW"
    assert plan("household").sheet.name == "Households"
    assert plan("member").sheet.name == "OVC"
    assert set(plan("member").sheet.others) == {"CCW", "Households"}


def test_caregivers_come_in_once_with_their_days_and_phones(book: Book, plan: Callable[[str], Plan]):
    intake.bring_in(book, plan("person"))

    (her,) = questions.listing(book, "person", {"surname": "Ndaba"})
    assert (her["given_names"], her["phone"], her["birth_year"]) == ("Sibongile", "0825550103", 1978)
    (work,) = questions.listing(book, "engagement", {"person": her.id})
    assert work["since"] == "2024-01-05"


def test_who_stands_twice_is_reported_before_anything_is_brought_in(book: Book, plan: Callable[[str], Plan]):
    before = state(book)

    (twice,) = duplicates(plan("person"))
    assert twice.words() == "Line 5 and line 3: line 3 says the same"
    assert (twice.known_as, twice.verdict) == ("Sibongile Ndaba", Verdict.HERE)
    intake.bring_in(book, plan("person"))
    (like,) = duplicates(plan("household"))
    assert like.words() == "Line 6 and line 5: the same code but for noughts"
    again = duplicates(plan("person"))
    assert [each.line for each in again] == [3, 4, 5]
    assert in_the_sheet(again) == []
    assert again[0].words() == "Line 3 and Sibongile Ndaba in this book: it is in this book"
    assert before != state(book)


def test_children_come_in_by_their_first_names_and_no_diagnosis_with_them(book: Book, plan: Callable[[str], Plan]):
    for kind in ("person", "household"):
        intake.bring_in(book, plan(kind))
    agreed(book, "HH-001", "HH-002")

    found = plan("member")
    assert found.matching.left_out(found.sheet) == ["HIV status"]
    assert [each.verdict for each in found.rows] == [
        Verdict.NEW, Verdict.NEW, Verdict.PERHAPS, Verdict.HERE, Verdict.REFUSED,
    ]  # fmt: skip
    intake.bring_in(book, found)

    told = {each["first_name"]: each for each in questions.listing(book, "member")}
    assert {*told} == {"Thabo", "Ṱhoḓea"}
    thabo = told["Thabo"]
    assert (thabo["sex"], thabo["birth_year"], thabo["relation"]) == ("male", 2014, "grandchild")
    assert (told["Ṱhoḓea"]["sex"], told["Ṱhoḓea"]["relation"]) == ("female", "child")
    assert "Ndlovu" not in "".join(state(book))


def test_a_child_in_two_homes_is_asked_about_and_in_none_that_is_known_is_to_be_mended(
    book: Book, plan: Callable[[str], Plan]
):
    for kind in ("person", "household"):
        intake.bring_in(book, plan(kind))
    agreed(book, "HH-001", "HH-002")
    found = plan("member")

    assert [each.words() for each in duplicates(found)] == [
        "Line 5 and line 3: the same name and year of birth in another home",
        "Line 6 and line 3: line 3 says the same",
    ]
    (asked,) = found.of(Verdict.PERHAPS)
    assert asked.beside is not None
    assert ("Household", "HH-002", "HH-001") in asked.beside.fields
    (lost,) = found.of(Verdict.REFUSED)
    assert lost.why == "Household: this book does not know it; bring in the households first"
    intake.bring_in(book, found.decided(asked, Verdict.NEW))
    assert questions.count(book, "member") == 3


def test_a_home_that_did_not_agree_keeps_its_children_out_whatever_a_sheet_says(
    book: Book, plan: Callable[[str], Plan]
):
    for kind in ("person", "household"):
        intake.bring_in(book, plan(kind))
    for home in questions.listing(book, "household"):
        ACTS["record_consent"](book, household=home.id, day="2026-01-05", answer="refused")
    before = state(book)
    found = plan("member")

    assert found.of(Verdict.NEW) == []
    assert str(MembersNotAgreedTo()) == found.to_mend[0].why
    intake.bring_in(book, found)
    assert state(book) == before


def test_the_same_list_brought_in_again_adds_nobody(book: Book, plan: Callable[[str], Plan]):
    for kind in ("person", "household"):
        intake.bring_in(book, plan(kind))
    agreed(book, "HH-001", "HH-002")
    intake.bring_in(book, plan("member"))
    before = state(book)

    intake.bring_in(book, plan("member"))

    assert state(book) == before


def test_the_report_is_a_table_that_nothing_is_written_over(book: Book, plan: Callable[[str], Plan], tmp_path: Path):
    intake.bring_in(book, plan("person"))
    household(book, "HH-002")
    found, path = plan("household"), tmp_path / "twice.csv"
    intake.save_duplicates(found, path)

    titles, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";")
    assert titles == ["Line", "Who", "Also on line", "Known as", "Why", "What becomes of it"]
    assert [row[0] for row in rows] == ["5", "6"]
    assert rows[1][2:] == ["", "HH-002", "the same code but for noughts", "to be decided"]
    with pytest.raises(CannotWrite, match="there already"):
        intake.save_duplicates(found, path)
