"""Bringing in the sheets that a supervisor has: what comes in, what waits, and that nothing comes in twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from brought import CAREGIVERS, HOUSEHOLDS, SAMPLES, Sheet, found, households, people, reasons, state

from caregiver_desk import clock
from caregiver_desk.acts import intake
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import Wishes
from caregiver_desk.acts.intake.days import Order
from caregiver_desk.acts.intake.progress import Stage
from caregiver_desk.errors import NoColumns, NoSuchColumn, NoSuchKind, NotASheet, NotUnderstood, Stopped
from caregiver_desk.practice.visits.codes import household_code
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """A file with these lines."""

    def write(*lines: str, name: str = "sheet.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes("\r\n".join(lines).encode(encoding))
        return path

    return write


def test_a_supervisors_own_sheet_of_caregivers_comes_in_with_zeros_years_and_accents(book: Book):
    outcome = people(book, CAREGIVERS)

    sibongile = found(book, "person", "surname", "Ndaba")
    assert sibongile.values == {
        "given_names": "Sibongile",
        "surname": "Ndaba",
        "known_as": "Sibo",
        "birth_year": 1978,
        "phone": "0825550103",
        "language": "isiZulu",
    }
    assert (outcome.facts["encoding"], outcome.facts["new"], outcome.facts["here"]) == ("cp1252", 5, 1)


def test_each_caregiver_is_engaged_in_the_team_and_linked_with_her_supervisor(book: Book):
    people(book, CAREGIVERS)

    lindiwe = found(book, "person", "surname", "Khambule").id
    engaged = found(book, "engagement", "person", lindiwe)
    assert (engaged["role"], engaged["state"], engaged["since"]) == ("caregiver", "probation", "2025-12-01")
    assert found(book, "supervision", "caregiver", lindiwe)["supervisor"] == book.person


def test_a_sheet_of_households_comes_in_and_its_caregiver_column_assigns_them(book: Book):
    people(book, CAREGIVERS)
    households(book, HOUSEHOLDS)

    first, second = (found(book, "household", "code", code) for code in ("HH-001", "HH-002"))
    sibongile = found(book, "person", "surname", "Ndaba").id
    assert (first["ward"], first["level"], first["phone"]) == ("7", 3, "0825550201")
    assert first["nickname"] == "green gate, café opposite"
    assert (second["ward"], second["enrolled"]) == ("7", "2024-06-05")
    assigned = [found(book, "assignment", "household", each.id) for each in (first, second)]
    assert [(each["caregiver"], each["short_number"]) for each in assigned] == [(sibongile, 1), (sibongile, 2)]


def test_what_is_not_certain_is_asked_in_words_and_the_rest_comes_in(book: Book):
    people(book, CAREGIVERS)
    told = reasons(households(book, HOUSEHOLDS))

    assert told.keys() == {8, 10, 11, 13, 14}
    assert "only one cell" in told[8]
    assert told[10].startswith("Visit need:")
    assert told[11] == "Caregiver: this book does not know that name"
    assert "perhaps the same as HH-003 (line 6)" in told[13]
    assert told[14] == "Enrolled on: there is no such day"


def test_columns_that_no_field_takes_are_left_out_and_named(book: Book):
    plan = intake.preview(book, "household", HOUSEHOLDS)

    assert plan.facts()["left_out"] == ["Notes"]
    households(book, HOUSEHOLDS)
    assert "sees clinic" not in "".join(state(book))


def test_a_preview_writes_nothing(book: Book):
    before = state(book)

    assert intake.preview(book, "person", CAREGIVERS).of(Verdict.NEW)
    assert state(book) == before


def test_one_undo_takes_a_whole_sheet_back(book: Book):
    before = state(book)
    outcome = people(book, CAREGIVERS)

    ACTS["undo"](book, save=outcome.undo)

    assert state(book) == before


def test_the_same_sheet_brought_in_again_doubles_nothing(book: Book):
    people(book, CAREGIVERS)
    households(book, HOUSEHOLDS)
    before = state(book)

    assert (people(book, CAREGIVERS).undo, households(book, HOUSEHOLDS).undo) == (0, 0)
    assert state(book) == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_hand_of_a_file_makes_no_difference(book: Book, sheet: Sheet, encoding: str, delimiter: str):
    lines = (
        ("Household list",),
        ("Code", "Landmark", "Ward"),
        ("HH-1", "Zoë’s “stoep”", "Ward 7"),
        ("HH-2", "café", "9"),
    )
    households(book, sheet(*map(delimiter.join, lines), encoding=encoding))

    first = found(book, "household", "code", "HH-1")
    assert (first["nickname"], first["ward"]) == ("Zoë’s “stoep”", "7")


def test_an_excel_workbook_is_read_with_its_days_numbers_and_results(book: Book):
    people(book, CAREGIVERS)
    outcome = households(book, SAMPLES / "north-households.xlsx")

    first, second = (found(book, "household", "code", code) for code in ("HH-001", "HH-002"))
    assert (first["enrolled"], first["phone"], first["ward"]) == ("2024-02-13", "0825550201", "7")
    assert (second["enrolled"], second["level"], second["village"]) == ("2024-05-06", 1, "Mudzunga")
    assert reasons(outcome) == {8: "Enrolled on: the spreadsheet had no value for this cell"}


def test_a_day_that_could_be_two_is_asked_and_may_be_answered_for_the_whole_sheet(book: Book, sheet: Sheet):
    path = sheet("Code;Date enrolled", "HH-1;03/04/2024", "HH-2;05/05/2024")

    assert "4 Mar 2024 or 3 Apr 2024" in reasons(households(book, path))[2]
    plan = intake.preview(book, "household", path, wishes=Wishes(order=Order.DAY))
    intake.bring_in(book, plan)
    assert found(book, "household", "code", "HH-1")["enrolled"] == "2024-04-03"


def test_one_certain_day_of_a_sheet_shows_how_the_others_are_written(book: Book, sheet: Sheet):
    households(book, sheet("Code;Date enrolled", "HH-1;03/04/2024", "HH-2;31/05/2024"))

    assert found(book, "household", "code", "HH-1")["enrolled"] == "2024-04-03"


def test_days_written_both_ways_in_one_sheet_decide_nothing(book: Book, sheet: Sheet):
    told = reasons(households(book, sheet("Code;Date enrolled", "A1;03/04/2024", "A2;31/05/2024", "A3;05/31/2024")))

    assert told.keys() == {2}


def test_a_day_that_has_not_come_yet_is_refused(book: Book, sheet: Sheet):
    path = sheet("Code;Date enrolled", f"HH-1;{clock.today().year + 1}-01-31")

    assert "not come yet" in reasons(households(book, path))[2]


def test_two_of_one_name_are_one_only_when_nothing_speaks_against_it(book: Book, sheet: Sheet):
    people(book, sheet("Name;Phone", "Grace Mokoena;0825550110"))
    outcome = people(book, sheet("Name;Phone", "Grace Mokoena;0825550111", "Grace Mokoena;+27 82 555 0110"))

    assert outcome.facts["here"] == 1
    assert "perhaps the same as Grace Mokoena (this book)" in reasons(outcome)[2]


def test_somebody_of_a_like_name_comes_in_once_when_told_that_she_is_another(book: Book, sheet: Sheet):
    people(book, sheet("Name;Ward", "Maria Baloyi;"))
    asked = people(book, sheet("Name;Phone", "Marie Baloi;0825550112"))
    answered = sheet("Name;Phone;What to mend", "Marie Baloi;0825550112;New")

    assert (asked.facts["perhaps"], asked.undo) == (1, 0)
    assert people(book, answered).facts["new"] == 1
    assert people(book, answered).facts["here"] == 1


def test_a_row_that_says_otherwise_of_what_is_here_waits_and_the_book_stays_as_it_is(book: Book, sheet: Sheet):
    households(book, sheet("Code;Ward", "HH-1;7"))
    before = state(book)
    outcome = households(book, sheet("Code;Ward;Phone", "hh 1;9;0825550101", name="later.csv"))

    assert state(book) == before
    assert reasons(outcome) == {
        2: "it is in this book with another: Ward (here 9, there 7), Phone (here 0825550101, there nothing);"
        " change it there, or take this line out"
    }


def test_a_sheet_that_calls_somebody_by_the_name_she_uses_says_nothing_else(book: Book, sheet: Sheet):
    people(book, sheet("Name;Phone;Known as", "Sibongile Ndaba;0825550101;Sibo"))

    assert people(book, sheet("Name;Phone", "Sibo Ndaba;082 555 0101")).facts["here"] == 1


def test_one_code_told_two_ways_in_one_sheet_is_asked(book: Book, sheet: Sheet):
    outcome = households(book, sheet("Code;Ward", "HH-1;7", "HH-1;9"))

    assert reasons(outcome) == {3: "line 2 says the same but for: Ward (here 9, there 7)"}


def test_a_row_that_is_broader_than_the_titles_is_never_shifted_into_them(book: Book, sheet: Sheet):
    outcome = households(book, sheet("Code;Ward;Landmark", "HH-1;7;gate;by the river", "HH-2;7;tap"))

    assert "more cells than" in reasons(outcome)[2]


def test_a_household_whose_caregiver_has_left_is_asked_about(book: Book, sheet: Sheet):
    people(book, sheet("Name;Status", "Nkateko Chauke;resigned"))

    assert "does not know" in reasons(households(book, sheet("Code;CCG", "HH-1;Nkateko Chauke")))[2]


def test_a_wrong_check_digit_is_a_warning_and_stops_nothing(book: Book, sheet: Sheet):
    right = [household_code("HH", number) for number in range(1, 5)]
    outcome = households(book, sheet("Code;Ward", *(f"{code};7" for code in right), "HH-015-1;7"))

    assert outcome.facts["new"] == 5
    assert [each["line"] for each in outcome.facts["heed"]] == [6]


def test_codes_of_a_sites_own_making_are_not_warned_about(book: Book, sheet: Sheet):
    outcome = households(book, sheet("Code;Ward", "HH-001-1;7", "HH-002-2;7", "HH-003-3;7"))

    assert outcome.facts["heed"] == []


def test_a_file_of_wishes_says_which_column_is_which(book: Book, sheet: Sheet, tmp_path: Path):
    wishes = tmp_path / "wishes.toml"
    wishes.write_text('dates = "month first"\n[columns]\nStand = "code"\nArea = ""\nSeen = "enrolled"\n')
    households(book, sheet("Stand;Area;Seen", "12B;Extension 4;03/04/2024"), matching=wishes)

    assert found(book, "household", "code", "12B").values == {
        "code": "12B",
        "team": found(book, "team", "name", "North").id,
        "state": "active",
        "enrolled": "2024-03-04",
    }


@pytest.mark.parametrize(("wish", "known"), [('Stand = "code"', "Code, Ward"), ('Code = "colour"', "nickname")])
def test_a_wish_for_a_column_or_field_that_is_not_there_is_refused_and_says_what_there_is(
    book: Book, sheet: Sheet, tmp_path: Path, wish: str, known: str
):
    (tmp_path / "wishes.toml").write_text(f"[columns]\n{wish}\n")

    with pytest.raises((NoSuchColumn, NotUnderstood), match=known):
        households(book, sheet("Code;Ward", "HH-1;7"), matching=tmp_path / "wishes.toml")


def test_what_is_wished_of_a_column_counts_before_what_is_remembered(book: Book, sheet: Sheet, tmp_path: Path):
    titles = "Code;Ward;Old name;New name"
    for number, column in enumerate(("Old name", "New name"), 1):
        (tmp_path / "wishes.toml").write_text(f'[columns]\n"{column}" = "nickname"\n')
        households(book, sheet(titles, f"HH-{number};7;old;new"), matching=tmp_path / "wishes.toml")

    assert [found(book, "household", "code", code).values["nickname"] for code in ("HH-1", "HH-2")] == ["old", "new"]


def test_a_file_of_one_sheet_has_no_other_to_choose(book: Book, sheet: Sheet, tmp_path: Path):
    (tmp_path / "wishes.toml").write_text('sheet = "May"\n')

    with pytest.raises(NotASheet, match="no sheets of its own"):
        households(book, sheet("Code;Ward", "HH-1;7"), matching=tmp_path / "wishes.toml")


def test_a_sheet_without_a_title_we_know_is_refused_without_quoting_it(book: Book, sheet: Sheet):
    with pytest.raises(NoColumns) as refused:
        people(book, sheet("Sibongile Ndaba;0825550103", "Rofhiwa Munyai;0825550104"))
    assert "Ndaba" not in str(refused.value)


def test_an_empty_sheet_is_refused(book: Book, sheet: Sheet):
    with pytest.raises(NoColumns):
        people(book, sheet(""))


def test_a_kind_that_does_not_come_in_sheets_is_refused(book: Book):
    with pytest.raises(NoSuchKind):
        intake.preview(book, "promise", CAREGIVERS)


def test_a_book_of_the_program_itself_is_refused_as_a_sheet(book: Book):
    with pytest.raises(NotASheet):
        people(book, book.vault.folder / "book.db")


def test_ten_thousand_lines_come_in_as_one_save(book: Book, sheet: Sheet):
    people(book, CAREGIVERS)
    names = ("Ndaba, Sibongile", "Munyai, Rofhiwa", "Titus, Johanna", "Mabuza, Thandeka", "Khambule, Lindiwe")
    lines = (
        f"LR-{number:05};Ward {number % 12};weekly;82555{number:04};{names[number % 5]}" for number in range(10_000)
    )

    outcome = households(book, sheet("Code;Ward;Need;Phone;CCG", *lines))

    assert outcome.facts["new"] == questions.count(book, "household") == questions.count(book, "assignment") == 10_000


@pytest.mark.parametrize(
    ("known", "coming", "reason"),
    [
        ("Maria Baloyi;0825550101;", "Marie Baloi;0825550102;", "the names sound alike"),
        ("Grace Mokoena;0825550101;", "Grace Sithole;082 555 0101;", "the same phone, and one name in common"),
        ("Sibongile Ndaba;0825550101;Sibo", "Sibo Ndaba;0825550109;", "the same name"),
    ],
)
def test_whoever_is_like_somebody_known_is_shown_beside_her_with_the_reason(
    book: Book, sheet: Sheet, known: str, coming: str, reason: str
):
    people(book, sheet("Name;Phone;Known as", known))
    (planned,) = intake.preview(book, "person", sheet("Name;Phone;Known as", coming)).rows

    assert planned.verdict is Verdict.PERHAPS
    assert planned.beside is not None
    assert (planned.beside.reason, planned.beside.where) == (reason, "this book")
    assert ("Given names", coming.split(maxsplit=1)[0], known.split(maxsplit=1)[0]) in planned.beside.fields


def test_a_shared_phone_alone_makes_nobody_the_same(book: Book, sheet: Sheet):
    people(book, sheet("Name;Phone", "Grace Mokoena;0825550101"))

    assert people(book, sheet("Name;Phone", "Dineo Sithole;0825550101")).facts["new"] == 1


def test_a_decision_holds_for_its_line_and_changes_nothing_else(book: Book, sheet: Sheet):
    people(book, sheet("Name;Phone", "Maria Baloyi;0825550101"))
    plan = intake.preview(book, "person", sheet("Name;Phone", "Marie Baloi;0825550102", "Mary Baloyi;0825550103"))
    first, second = plan.rows

    decided = plan.decided(first, Verdict.NEW)

    assert [each.verdict for each in decided.rows] == [Verdict.NEW, second.verdict]
    assert intake.bring_in(book, decided).facts["new"] == 1


@pytest.mark.parametrize("stage", list(Stage))
def test_a_sheet_that_is_stopped_has_changed_nothing(book: Book, sheet: Sheet, stage: Stage):
    path = sheet("Code", *(f"HH-{number}" for number in range(200)))
    before = state(book)

    def hears(at: Stage, done: int, _of: int) -> None:
        if at is stage and done >= 100:
            raise Stopped

    with pytest.raises(Stopped):
        intake.bring_in(book, intake.preview(book, "household", path, hears=hears), hears=hears)
    assert state(book) == before
    assert households(book, path).facts["new"] == 200


def test_a_sheet_says_how_far_it_has_come(book: Book, sheet: Sheet):
    heard: list[tuple[Stage, int, int]] = []

    def hears(*told: Any) -> None:
        heard.append(told)

    plan = intake.preview(book, "household", sheet("Code", *(f"HH-{each}" for each in range(120))), hears=hears)
    intake.bring_in(book, plan, hears=hears)
    assert heard == [(stage, done, 120) for stage in Stage for done in (0, 50, 100, 120)]


def test_a_cell_that_is_far_too_long_waits_and_stops_nothing(book: Book, sheet: Sheet):
    outcome = households(book, sheet("Code;Landmark", f"HH-1;{'x' * 3000}", "HH-2;gate"))

    assert reasons(outcome) == {2: "Landmark or nickname: it is longer than 2000 letters"}
    assert outcome.facts["new"] == 1


def test_lines_of_totals_are_left_out_and_named(book: Book, sheet: Sheet):
    outcome = households(book, sheet("Code;Ward;Need", "HH-1;7;weekly", "Total;2;", "Total care;7;weekly"))

    assert outcome.facts["lines_left_out"] == [{"line": 3, "why": "a line of totals"}]
    assert (outcome.facts["new"], outcome.facts["refused"]) == (2, 0)


def test_a_number_on_her_list_that_means_another_home_waits(book: Book, sheet: Sheet):
    people(book, CAREGIVERS)
    households(book, sheet("Code;CCG;List no", "HH-1;Sibo Ndaba;7"))
    told = reasons(
        households(book, sheet("Code;CCG;List no", "HH-2;Sibo Ndaba;7", "HH-3;Sibo Ndaba;8", "HH-4;Sibo Ndaba;8"))
    )

    assert told.keys() == {2, 4}
    assert "line above" in told[4]


def test_numbers_that_are_given_by_themselves_leave_room_for_those_of_the_sheet(book: Book, sheet: Sheet):
    people(book, CAREGIVERS)
    households(book, sheet("Code;CCG;List no", "HH-1;Sibo Ndaba;", "HH-2;Sibo Ndaba;1"))

    assert {leaf["short_number"] for leaf in questions.listing(book, "assignment")} == {1, 2}


def test_a_count_of_days_that_lost_its_format_is_a_day(book: Book, sheet: Sheet):
    households(book, sheet("Code;Date enrolled", "HH-1;45385"))

    assert found(book, "household", "code", "HH-1")["enrolled"] == "2024-04-03"


def test_a_birth_date_of_which_only_the_year_is_certain_gives_the_year(book: Book, sheet: Sheet):
    people(book, sheet("Name;Date of birth", "Grace Mokoena;03/04/1978", "Dineo Sithole;05/06/84"))

    assert {leaf["birth_year"] for leaf in questions.listing(book, "person") if leaf["birth_year"]} == {1978, 1984}
