"""Bringing in sheets of visits: one line a visit, or the tally of a day or a week."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk import clock
from caregiver_desk.acts import intake
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.intake.knocks import LETTERS, knocks
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.store import agreement, questions
from caregiver_desk.store.book import Book

SAMPLE = Path(__file__).parents[3] / "samples" / "north-visits.xlsx"
MONDAY = "2026-03-02"
Sheet = Callable[..., Path]


def bring(book: Book, path: Path, **given: object) -> Outcome:
    return ACTS["bring_in_visits"](book, path=path, **given)


def reasons(outcome: Outcome) -> dict[int, str]:
    return {each["line"]: each["why"] for each in outcome.facts["to_mend"]}


def visits(book: Book) -> list[tuple[str, str, str]]:
    """(day, code, outcome) of every visit, in order."""
    code = {leaf.id: leaf["code"] for leaf in questions.listing(book, "household")}
    found = questions.listing(book, "visit")
    return sorted((leaf["day"], code[leaf["household"]], leaf["outcome"]) for leaf in found)


def test_a_workbook_saved_by_another_program_comes_in_with_its_merged_titles_formulas_and_lengths(north: Book):
    outcome = bring(north, SAMPLE)

    assert (outcome.facts["sheet"], outcome.facts["other_sheets"]) == ("March", ["How to fill in"])
    assert outcome.facts["left_out"] == ["Caregiver Clinic"]
    assert visits(north) == [(MONDAY, "HH-001", "done"), ("2026-03-03", "HH-002", "nobody home")]
    assert {leaf["minutes"] for leaf in questions.listing(north, "visit")} == {45, 20}
    assert reasons(outcome).keys() == {7, 8}
    assert outcome.facts["lines_left_out"] == [{"line": 9, "why": "a line of totals"}]


@pytest.mark.parametrize("written", ["HH-001", "hh 1", "1", "01", list_number(1), "Green Gate"])
def test_a_household_is_known_by_code_number_or_nickname(north: Book, sheet: Sheet, written: str):
    bring(north, sheet("Date;CCG;Household", f"{MONDAY};Sibo;{written}"))

    assert visits(north) == [(MONDAY, "HH-001", "done")]


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("HH-002-1", "HH-002-1"),
        ("hh 2 1", "HH-002-1"),
        ("HH-021", "HH-021-0"),
        ("HH-021-0", "HH-021-0"),
        ("HH-2", "HH-002-1"),
        ("HH0021", ""),  # 2 with its digit, or 21
        ("HH-021-5", ""),  # a slip of the pen
        ("HH-999", ""),
        ("HH-0219", ""),
    ],
)
def test_a_code_without_its_check_digit_is_no_other_home_whose_digits_are_alike(
    book: Book, sheet: Sheet, written: str, means: str
):
    """`HH-021` written for `HH-021-0` was once filed at `HH-002-1`: another family."""
    ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba")
    for code in ("HH-002-1", "HH-021-0", "HH-099-9"):
        ACTS["record_household"](book, team=own_team(book), code=code)

    bring(book, sheet("Date;CCG;Household", f"{MONDAY};Sibongile Ndaba;{written}"))

    assert [code for _, code, _ in visits(book)] == ([means] if means else [])


def test_a_number_means_the_home_that_it_meant_on_that_day(north: Book, sheet: Sheet):
    old = questions.listing(north, "assignment", {"short_number": 2})[0]
    ACTS["change_assignment"](north, id=old.id, fields={"until": "2026-03-02"})

    told = reasons(bring(north, sheet("Date;CCG;Household", "2026-03-01;Sibo;2", f"{MONDAY};Sibo;2")))

    assert visits(north) == [("2026-03-01", "HH-002", "done")]
    assert told == {3: "Household: the list had no number 2 on that day"}


def test_what_could_be_a_number_or_a_code_is_asked(north: Book, sheet: Sheet):
    ACTS["bring_in_households"](north, path=sheet("Code;CCG", "2;Rofhiwa", name="more.csv"))

    told = reasons(bring(north, sheet("Date;CCG;Household", f"{MONDAY};Sibo;2")))
    assert told == {2: "Household: this could be 2 or HH-002; write its whole code"}


def test_who_and_what_the_book_does_not_know_waits_and_the_rest_comes_in(north: Book, sheet: Sheet):
    lines = (
        f"{MONDAY};Sibo;1",
        f"{MONDAY};Nandi;1",
        f"{MONDAY};Sibo;HH-099",
        f"{MONDAY};;1",
        ";Sibo;1",
        f"{MONDAY};Sibo;",
    )
    outcome = bring(north, sheet("Date;CCG;Household;", *lines))

    assert outcome.facts["new"] == 1
    assert reasons(outcome) == {
        3: "Caregiver: this book does not know that name",
        4: "Household: this book does not know it",
        5: "Caregiver is missing",
        6: "Day is missing",
        7: "Household is missing",
    }


@pytest.mark.parametrize(
    ("letter", "meant"),
    [
        ("", "done"), ("n", "nobody home"), ("l", "asked to come another day"), ("R", "refused"),
        ("u", "not safe to enter"), ("x", "cancelled by us"), ("p", "phone only"), ("Not home", "nobody home"),
    ],
)  # fmt: skip
def test_an_outcome_is_told_in_words_or_by_the_letters_of_the_week_sheet(
    north: Book, sheet: Sheet, letter: str, meant: str
):
    bring(north, sheet("Date;CCG;Household;Outcome", f"{MONDAY};Sibo;1;{letter}"))

    assert visits(north) == [(MONDAY, "HH-001", meant)]


def test_length_purposes_and_note_come_in_and_the_visit_says_how_it_is_known(north: Book, sheet: Sheet):
    bring(north, sheet("Date;CCG;HH;Duration;Purpose;Note", f"{MONDAY};Sibo;1;1h15;crisis, follow up;bring forms"))

    (visit,) = questions.listing(north, "visit")
    assert (visit["minutes"], visit["note"], visit["source"]) == (75, "bring forms", "imported")
    assert visit["purposes"] == frozenset({"crisis", "follow-up"})


def test_a_day_that_has_not_come_yet_waits(north: Book, sheet: Sheet):
    tomorrow = clock.today() + timedelta(days=1)

    assert "not come yet" in reasons(bring(north, sheet("Date;CCG;HH", f"{tomorrow};Sibo;1")))[2]


def test_a_visit_that_is_here_already_adds_nothing_and_is_left_as_it_is(north: Book, sheet: Sheet):
    bring(north, sheet("Date;CCG;HH;Outcome", f"{MONDAY};Sibo;1;n"))
    before = list(agreement.state(north))

    plan = intake.preview(north, "visit", sheet("Date;CCG;HH;Outcome", f"{MONDAY};Ndaba, Sibongile;HH-001;r"))

    (planned,) = plan.rows
    assert planned.why == (
        "it is in this book with another: What came of it (here refused, there nobody home);"
        " change it there, or take this line out"
    )
    assert intake.bring_in(north, plan).undo == 0
    assert list(agreement.state(north)) == before


def test_one_visit_told_two_ways_in_one_sheet_is_asked(north: Book, sheet: Sheet):
    lines = (f"{MONDAY};Sibo;1;n", f"{MONDAY};Sibo;HH-001;n", f"{MONDAY};Sibo;1;r")
    outcome = bring(north, sheet("Date;CCG;HH;Outcome", *lines))

    assert (outcome.facts["new"], outcome.facts["here"]) == (1, 1)
    assert reasons(outcome) == {4: "line 2 says the same but for: What came of it (here refused, there nobody home)"}


def test_a_sheet_with_two_ways_of_one_visit_asks_the_same_however_often_it_is_brought(
    north: Book, sheet: Sheet, tmp_path: Path
):
    lines = (f"{MONDAY};Sibo;1;done;30", f"{MONDAY};Sibo;1;refused;99")
    path, copy = sheet("Date;CCG;HH;Outcome;Min", *lines), tmp_path / "to mend.csv"
    first = bring(north, path, mending_copy=copy)
    before = list(agreement.state(north))

    assert (first.facts["new"], list(reasons(first))) == (1, [3])
    for again in (bring(north, path), bring(north, copy), bring(north, sheet("Date;CCG;HH;Outcome;Min", lines[1]))):
        (why,) = reasons(again).values()
        assert "What came of it (here refused, there done), Length (here 99, there 30)" in why
    assert list(agreement.state(north)) == before


@pytest.mark.parametrize("titles", ["Date;CCG;HH;Outcome", "Date;CCG;HH"])
def test_a_visit_without_an_outcome_was_done_and_a_book_that_says_otherwise_is_shown(
    north: Book, sheet: Sheet, titles: str
):
    bring(north, sheet("Date;CCG;HH;Outcome", f"{MONDAY};Sibo;1;r"))

    assert "(here done, there refused)" in reasons(bring(north, sheet(titles, f"{MONDAY};Sibo;1;")))[2]


def test_a_difference_in_words_is_named_and_the_words_of_the_book_stay_in_it(north: Book, sheet: Sheet):
    bring(north, sheet("Date;CCG;HH;Note", f"{MONDAY};Sibo;1;bring forms"))
    why = reasons(bring(north, sheet("Date;CCG;HH;Note", f"{MONDAY};Sibo;1;nobody there")))[2]

    assert "another: Note;" in why
    assert "forms" not in why


def test_of_a_household_that_refused_only_the_minimum_comes_in(north: Book, sheet: Sheet):
    home = questions.find(north, "HH-001")[0].id
    ACTS["record_consent"](north, household=home, day="2026-03-01", answer="refused")
    outcome = bring(north, sheet("Date;CCG;HH;Min;Note", f"{MONDAY};Sibo;1;45;at home", f"{MONDAY};Sibo;2;30;"))

    first = questions.listing(north, "visit", {"household": home})[0]
    assert (first["minutes"], first["note"], first["outcome"]) == (None, None, "done")
    assert "did not agree to more, so this was left out: Length, Note" in outcome.facts["heed"][0]["why"]
    assert questions.count(north, "visit", {"minutes": 30}) == 1


def test_the_tally_of_a_week_is_a_visit_for_each_number_with_its_letter(north: Book, sheet: Sheet):
    path = sheet("CCG;Week starting;Mon;Tue;Wed", "Sibo;2 March 2026;1 n, 2;;2r", "Rofhiwa;2 March 2026;;1;")

    assert bring(north, path).facts["new"] == 4
    assert visits(north) == [
        (MONDAY, "HH-001", "nobody home"),
        (MONDAY, "HH-002", "done"),
        ("2026-03-03", "HH-003", "done"),
        ("2026-03-04", "HH-002", "refused"),
    ]


def test_a_week_is_told_by_any_of_its_days_and_the_tally_of_a_day_by_its_own(north: Book, sheet: Sheet):
    bring(north, sheet("CCG;Week ending;Mon;Sun", "Sibo;8/3/2026;1;2", "Sibo;22/2/2026;;", name="week.csv"))
    bring(north, sheet("CCG;Date;Households visited", "Sibo;2026-03-05;1 2", name="day.csv"))

    assert [day for day, _, _ in visits(north)] == [MONDAY, "2026-03-05", "2026-03-05", "2026-03-08"]


def test_a_row_of_a_tally_waits_whole_and_may_come_again_when_it_is_mended(north: Book, sheet: Sheet, tmp_path: Path):
    copy = tmp_path / "to mend.csv"
    bring(north, sheet("CCG;Week;Mon;Tue", f"Sibo;{MONDAY};1, 99;2 n"), mending_copy=copy)
    assert copy.read_text(encoding="utf-8").splitlines()[1].startswith(f"Sibo;{MONDAY};1, 99;2 n;99 – ")

    copy.write_text(copy.read_text(encoding="utf-8").replace("1, 99", "1, 2"), encoding="utf-8")
    outcome = bring(north, copy)

    assert (outcome.facts["new"], outcome.facts["here"], outcome.facts["refused"]) == (1, 2, 0)


def test_what_is_said_once_for_several_visits_is_not_said_of_each(north: Book, sheet: Sheet):
    outcome = bring(north, sheet("CCG;Date;Households;Note", f"Sibo;{MONDAY};1 2;hot day"))

    assert [leaf["note"] for leaf in questions.listing(north, "visit")] == [None, None]
    assert "several visits, so this was left out: Note" in outcome.facts["heed"][0]["why"]


def test_visits_of_somebody_who_has_left_come_in(north: Book, sheet: Sheet):
    work = questions.listing(north, "engagement", {"person": questions.find(north, "Rofhiwa")[0].id})[0]
    ACTS["change_engagement"](north, id=work.id, fields={"state": "left"})

    assert bring(north, sheet("Date;CCG;HH", f"{MONDAY};Rofhiwa;1")).facts["new"] == 1


@given(st.lists(st.tuples(st.integers(1, 9999), st.sampled_from(["", *LETTERS])), min_size=1), st.data())
def test_every_way_of_writing_a_days_numbers_gives_the_same_visits(told: list[tuple[int, str]], data: st.DataObject):
    parts = [
        f"{number}{data.draw(st.sampled_from(['', ' ']))}{letter}" if letter else str(number) for number, letter in told
    ]
    cell = parts[0] + "".join(
        data.draw(st.sampled_from([", ", ",", "; ", " ", "\n", " / ", " & "])) + each for each in parts[1:]
    )

    assert [(knock.household, knock.letter) for knock in knocks({"households": cell})] == [
        (str(number), letter) for number, letter in told
    ]
