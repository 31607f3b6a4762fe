"""A course at the desk: who came by two digits each, a pile of workbooks by a digit each, and a paper to take along."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from doorway import PASSPHRASE
from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.acts.growth.tasks import tasks_of
from caregiver_desk.acts.growth.training import learners
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

TWENTY = 20


def does(book: Book, act: str, **given: Any) -> str:
    return ACTS[act](book, **given).record


@pytest.fixture
def cohort(programme: Programme) -> str:
    """Twenty people do a course together, with two workbooks."""
    return begin_course(programme.book)


def begin_course(book: Book) -> str:
    does(book, "take_up_courses")
    people = [does(book, "add_caregiver", given_names=f"Learner {number:02}") for number in range(1, TWENTY + 1)]
    course = courses_of(book)["caregiver-pss"].id
    made = does(book, "record_cohort", course=course, name="Staying well", since=clock.today(), people=people)
    for what in ("Workbook 1", "Workbook 2"):
        does(book, "set_task", cohort=made, what=what)
    return made


@pytest.mark.usefixtures("cohort")
def test_who_came_of_twenty_is_saved_within_a_key_and_a_half_for_each(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    desk.open("growth").press("Course groups").press("Who came")

    keys = Keyboard(desk, record_property).press("A").type("030720").press("Ctrl+Return")
    keys.counts("Who came of twenty", TWENTY + TWENTY // 2, "J17", allowed=90)
    came = questions.listing(desk.window.hands.lane.book, "attendance", limit=50)
    assert len(came) == TWENTY - 3


def test_a_pile_of_workbooks_is_marked_by_a_digit_each_and_saved_by_one_key(
    desk: Desk, cohort: str, record_property: Callable[[str, object], None]
) -> None:
    book = desk.window.hands.lane.book
    desk.open("growth").press("Course groups").press("Tasks and results")

    keys = Keyboard(desk, record_property).type("2" * (TWENTY - 1) + "3").press("Escape")
    assert {each["result"] for each in tasks_of(book, cohort)} == {None}
    desk.press("Tasks and results")  # what was marked waited
    keys.press("Ctrl+Return")
    keys.counts("A pile of twenty workbooks", TWENTY + 4, "J17")
    first = [each["result"] for each in tasks_of(book, cohort) if each["what"] == "Workbook 1"]
    assert sorted(map(str, first)) == ["competent"] * (TWENTY - 1) + ["not yet competent"]
    assert {each["result"] for each in learners(book, cohort)} == {None}


def test_the_learning_record_is_read_turned_round_and_printed_and_who_lacks_a_course_is_one_press(
    desk: Desk, programme: Programme, tmp_path: Path
) -> None:
    book, desk.answers.file = programme.book, tmp_path / "paper.pdf"
    does(book, "take_up_courses")
    title = "First aid at home"
    does(book, "record_training", person=programme.caregiver, title=title, since=clock.today(), result="attended")
    desk.window.go("growth", {"shelf": "training", "caregiver": programme.caregiver})
    desk.rest().press("Learning record")
    assert title in desk.message()
    desk.press("Show them their record")
    assert "Turn back" in desk.buttons()
    desk.press("Print").press("Turn back")
    assert desk.answers.file.read_bytes().startswith(b"%PDF")
    desk.press("Who has not done it")
    assert "not begun" in desk.message()


@pytest.mark.parametrize(("shelf", "way"), [("Course groups", "Who came"), ("Practical tasks", "Tasks and results")])
def test_without_a_group_it_is_said_why_one_is_begun(desk: Desk, shelf: str, way: str) -> None:
    desk.open("growth").press(shelf).press(way)

    assert "Begin a course group" in desk.message()
    assert "There is no course group yet. Who came, tasks and results are kept with one" in desk.message()


def test_which_course_a_role_asks_for_is_said_with_the_role(desk: Desk) -> None:
    book = desk.window.hands.lane.book
    does(book, "take_up_courses")
    desk.open("growth").press("Courses").press("Say which course a role asks for")
    desk.press("supervisor").fill(course="Supportive supervision for supervisors").press("Save")

    (told,) = questions.listing(book, "role_course")
    assert (told["role"], told["code"]) == ("supervisor", "supportive-supervision")
    assert "Asked of a supervisor from now on" in desk.message()
    shown = [each.name for each in desk.window.pages["growth"].entries.list.rows.rows()]
    assert "Supervisor: supportive-supervision" in shown


def pages_of(pdf: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return [" ".join(each.split()) for each in done.stdout.split("\f") if each.strip()]


def come(book: Book, cohort: str, many: int) -> None:
    """The first so many of them are ticked on the first day."""
    circle = questions.get(book, "cohort", cohort)["circle"]
    came = [each["person"] for each in learners(book, cohort)][:many]
    does(book, "hold_session", circle=circle, day=clock.today(), came=came)


def test_certificates_of_attendance_are_printed_for_those_who_came_and_for_nobody_else(
    desk: Desk, cohort: str, tmp_path: Path
) -> None:
    desk.answers.file = tmp_path / "certificates.pdf"
    desk.open("growth").press("Course groups").press("Certificates of attendance")
    assert "Nobody yet" in desk.message()
    assert "Print" not in desk.buttons()

    desk.press("Leave")
    come(desk.book, cohort, 2)
    desk.press("Tasks and results").press("Certificates of attendance")
    assert "2 people came" in desk.message()
    desk.press("Print")

    one, other = pages_of(desk.answers.file)
    assert "Learner 01" in one
    assert "Learner 02" in other
    assert "Attendance only" in one
    assert "nothing to do with" in one
    assert "FICTIONAL" in one  # for so is this book
    assert "FICTIONAL" in other
    printed = {each["person"]: access.entries(desk.book, each["person"]) for each in learners(desk.book, cohort)}
    assert [any(each.what == What.PRINTED for each in told) for told in printed.values()] == [True] * 2 + [False] * 18


@pytest.mark.usefixtures("quick")
def test_certificates_of_a_real_book_bear_no_mark_of_a_rehearsal(
    open_window: Callable[[Book], Desk], tmp_path: Path
) -> None:
    told = {"name": "Nomvula Shezi", "role": Role.SUPERVISOR, "site": "Lesedi", "team": "North", "sign": "river"}
    book, _ = opening.new_book(tmp_path / "real", PASSPHRASE, **told)  # type: ignore[arg-type]
    with closing(book):
        come(book, begin_course(book), 1)
        desk = open_window(book)
        desk.answers.folder = tmp_path
        desk.open("growth").press("Course groups").press("Certificates of attendance").press("Save as PDF")
        desk.close()

    (saved,) = tmp_path.glob("certificates *.pdf")
    (page,) = pages_of(saved)
    assert "Learner 01" in page
    assert "fictional" not in page.casefold()


def test_without_a_course_group_it_is_said_that_there_is_none(desk: Desk) -> None:
    desk.open("growth").press("Course groups").press("Certificates of attendance")

    assert "There is no course group yet" in desk.status()
