"""Where the titles of a sheet stand, and which field each goes into; what was chosen is remembered in the book."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from caregiver_desk.acts import intake
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import AS_FOUND, Matching, Wishes, read_wishes, rematched
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.headings import Sheet as Headed
from caregiver_desk.errors import ColumnMissing, NoColumns, NotUnderstood, OtherSheet
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Sheet = Callable[..., Path]


def matched(book: Book, path: Path, kind: str = "household", wishes: Wishes = AS_FOUND) -> tuple[Headed, Matching]:
    return intake.matched(book, kind, path, wishes=wishes)


def fields(book: Book, path: Path, kind: str = "household") -> dict[str, str]:
    found, matching = matched(book, path, kind)
    return dict(zip(found.columns, matching.fields, strict=True))


@pytest.mark.parametrize(
    "above",
    [(), ("Lesedi Ridge – households",), ("Lesedi Ridge;;", ";;", "as at 3 March;;"), ("Code word;none;",)],
)
def test_whatever_stands_above_the_titles_is_passed_over(book: Book, sheet: Sheet, above: tuple[str, ...]):
    found, _ = matched(book, sheet(*above, "Code;Ward;Landmark", "HH-1;7;gate"))

    assert found.columns == ("Code", "Ward", "Landmark")
    assert [row.cells for row in found.rows] == [("HH-1", "7", "gate")]


def test_titles_merged_over_two_rows_are_put_together(book: Book, sheet: Sheet):
    path = sheet("Household;;;Caregiver;", "Code;Village;Dogs;Name;Cell", "HH-1;Mudzunga;two;Sibo;0825550103")

    assert fields(book, path) == {
        "Household Code": "code",
        "Village": "village",
        "Dogs": "safety",
        "Caregiver Name": "caregiver",
        "Cell": "phone",
    }


def test_an_upper_row_that_only_names_the_sheet_is_not_put_before_every_title(book: Book, sheet: Sheet):
    found, _ = matched(book, sheet("Households North;;", "Code;Ward;Extras", "HH-1;7;x"))

    assert found.columns == ("Code", "Ward", "Extras")


def test_a_first_row_with_an_empty_cell_is_not_taken_for_a_second_row_of_titles(book: Book, sheet: Sheet):
    found, _ = matched(book, sheet("Code;Ward;;Landmark", "HH-1;;note;gate", "HH-2;7;;tap"))

    assert found.columns == ("Code", "Ward", "Column C", "Landmark")
    assert len(found.rows) == 2


def test_titles_that_come_again_on_every_page_are_no_households(book: Book, sheet: Sheet):
    found, _ = matched(book, sheet("Code;Ward", "HH-1;7", "Code;Ward", "HH-2;7"))

    assert [row.cells[0] for row in found.rows] == ["HH-1", "HH-2"]


def test_columns_of_one_title_are_told_apart_and_the_first_counts(book: Book, sheet: Sheet):
    assert fields(book, sheet("Code;Phone;Phone", "HH-1;1;2")) == {"Code": "code", "Phone": "phone", "Phone #2": ""}


@pytest.mark.parametrize("title", ["Household Numbr", "Houshold no", "HOUSEHOLD NUMEBR (new)", "Hosehold code"])
def test_a_slip_in_a_long_word_of_a_title_does_not_matter(book: Book, sheet: Sheet, title: str):
    assert fields(book, sheet(f"{title};Ward", "HH-1;7"))[title] == "code"


@pytest.mark.parametrize("title", ["HIV status", "Status of ART", "Diagnosis", "Word", "No of children", "Codes used"])
def test_a_title_that_says_more_or_something_else_is_never_guessed(book: Book, sheet: Sheet, title: str):
    assert fields(book, sheet(f"Code;{title}", "HH-1;x"))[title] == ""


def test_what_was_chosen_is_remembered_for_the_next_sheet_with_such_titles_in_any_order(book: Book, sheet: Sheet):
    first = Wishes({"Stand": "code", "Area": ""})
    intake.bring_in(book, intake.preview(book, "household", sheet("Stand;Area;Ward", "12B;x;7"), wishes=first))

    assert fields(book, sheet("Ward;STAND;Area", "8;13B;y")) == {"Ward": "ward", "STAND": "code", "Area": ""}


def test_titles_of_which_none_is_known_are_remembered_too(book: Book, sheet: Sheet):
    found, matching = matched(book, sheet("Igama;Inombolo", "Grace Mokoena;0825550101"), "person")
    intake.bring_in(book, intake.planned(book, found, rematched(matching, found, "Igama", "name")))

    dropped, again = intake.likeliest(book, sheet("Inombolo;Igama", "0825550102;Dineo Sithole"))
    assert (again.form.kind.name, dict(zip(dropped.columns, again.fields, strict=True))["Igama"]) == ("person", "name")


def test_how_days_were_written_is_remembered_unless_the_next_sheet_shows_otherwise(book: Book, sheet: Sheet):
    first = sheet("Code;Date enrolled", "HH-1;03/04/2024")
    intake.bring_in(book, intake.preview(book, "household", first, wishes=Wishes(order=Order.MONTH)))

    again = intake.preview(book, "household", sheet("Code;Date enrolled", "HH-2;05/06/2024"))
    shown = intake.preview(book, "household", sheet("Code;Date enrolled", "HH-3;05/06/2024", "HH-4;31/05/2024"))

    assert [str(each.told["enrolled"]) for each in again.rows] == ["2024-05-06"]
    assert [str(each.told["enrolled"]) for each in shown.rows] == ["2024-06-05", "2024-05-31"]


def test_a_column_that_was_left_out_stays_left_out_in_a_mended_copy(book: Book, sheet: Sheet, tmp_path: Path):
    wishes = Wishes({"Landmark": ""})
    plan = intake.preview(book, "household", sheet("Code;Landmark;Need", "HH-1;gate;soon"), wishes=wishes)
    intake.save_to_mend(book, plan, tmp_path / "mend.csv")

    assert fields(book, tmp_path / "mend.csv")["Landmark"] == ""


def test_a_preview_remembers_nothing(book: Book, sheet: Sheet):
    path = sheet("Code;Landmark", "HH-1;gate")
    intake.preview(book, "household", path, wishes=Wishes({"Landmark": ""}))

    assert fields(book, path)["Landmark"] == "nickname"


def test_what_is_remembered_stands_in_the_sealed_book_and_nowhere_else(book: Book, sheet: Sheet, tmp_path: Path):
    path = sheet("Code;Amathambo", "HH-1;gate")
    intake.bring_in(book, intake.preview(book, "household", path, wishes=Wishes({"Amathambo": "nickname"})))

    kept = [each for each in tmp_path.rglob("*") if each.is_file() and each != path]
    assert not any(b"amathambo" in each.read_bytes().lower() for each in kept)
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(book.vault.folder / "book.db").execute("SELECT * FROM about")


def test_a_column_may_be_moved_to_a_field_and_the_field_has_no_other(book: Book, sheet: Sheet):
    found, matching = matched(book, sheet("Code;Stand;Ward", "HH-1;12B;7"))

    moved = rematched(matching, found, "Stand", "code")

    assert moved.fields == ("", "code", "ward")
    assert [each.told["code"] for each in intake.planned(book, found, moved).rows] == ["12B"]


def test_titles_in_a_language_that_is_not_known_can_be_matched_by_hand(book: Book, sheet: Sheet):
    found, matching = matched(book, sheet("Igama;Inombolo", "Grace Mokoena;0825550101"), "person")
    assert (found.columns, matching.lacks()) == (("Igama", "Inombolo"), ["name"])
    with pytest.raises(NoColumns):
        intake.planned(book, found, matching)

    (planned,) = intake.planned(book, found, rematched(matching, found, "Igama", "name")).rows
    assert (planned.verdict, planned.told["surname"]) == (Verdict.NEW, "Mokoena")


def test_a_sheet_is_taken_for_what_most_of_its_columns_speak_of(book: Book, sheet: Sheet):
    kinds = {
        "person": "Name;Date of birth;Home language",
        "household": "HH Code;Ward;CCG;Landmark",
        "visit": "Date;HH Code;CCG;Outcome",
    }
    for kind, titles in kinds.items():
        assert intake.likeliest(book, sheet(titles, "x;y;z"))[1].form.kind.name == kind


def test_a_sheet_that_lacks_one_column_is_still_taken_for_what_the_others_speak_of(book: Book, sheet: Sheet):
    found, matching = intake.likeliest(book, sheet("Igama;HH no;Visit date;Outcome", "Grace;1;2026-03-02;n"))

    assert (matching.form.kind.name, matching.lacks()) == ("visit", ["caregiver"])
    with pytest.raises(ColumnMissing, match="one column has to say this: Caregiver"):
        intake.planned(book, found, matching)


def test_a_sheet_of_visits_that_lacks_one_column_is_not_taken_for_households(book: Book, sheet: Sheet):
    with pytest.raises(OtherSheet, match="are those of visits, not of households"):
        intake.preview(book, "household", sheet("Igama;HH no;Visit date;Outcome", "Grace;1;2026-03-02;n"))


@pytest.mark.parametrize("who", ["Carer name", "Worker", "Community worker"])
def test_a_paper_sheet_of_visits_is_understood_by_the_words_people_write_over_it(book: Book, sheet: Sheet, who: str):
    path = sheet(f"{who};HH no;When;Time (min)", "Grace Mokoena;1;2026-03-02;30")

    assert intake.likeliest(book, path)[1].fields == ("caregiver", "household", "day", "minutes")


def test_a_time_of_day_is_no_length(book: Book, sheet: Sheet):
    assert fields(book, sheet("Worker;HH no;When;Time", "Grace;1;2026-03-02;09:30"), "visit")["Time"] == ""


def test_wishes_for_dates_that_are_no_order_are_refused(tmp_path: Path):
    (tmp_path / "wishes.toml").write_text('dates = "backwards"\n')

    with pytest.raises(NotUnderstood, match="day first"):
        read_wishes(tmp_path / "wishes.toml")


def test_an_answer_for_one_column_says_nothing_of_another(book: Book, sheet: Sheet):
    path = sheet("Code;Enrolled on;Assigned on;CCG", "HH-1;03/04/2024;05/06/2024;")
    found, matching = matched(book, path)
    asked = replace(matching, wishes=Wishes(orders={"Enrolled on": Order.DAY}))

    (planned,) = intake.planned(book, found, asked).rows
    assert planned.why.startswith("From: this could be")


def test_the_same_codes_are_counted_once_in_the_book(book: Book, sheet: Sheet):
    for _ in range(2):
        intake.bring_in(book, intake.preview(book, "household", sheet("Code;Ward", "HH-1;7")))

    assert questions.count(book, "household") == 1
