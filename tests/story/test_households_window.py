"""A household as the desk knows it: who lives there, what it answered, who visits, and under which number."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.parts import heard
from caregiver_desk.desk.parts.lists import PaintedList
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.practice.visits.weeks import alone
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def assigned(cleared: Programme) -> Programme:
    """Home HH-031 stands on her list, under number 1."""
    since = clock.today() - timedelta(100)
    ACTS["assign_household"](cleared.book, household=cleared.household, caregiver=cleared.caregiver, since=since)
    return cleared


def listed(desk: Desk) -> list[str]:
    """The lines of the list, as they are read aloud."""
    (homes,) = (each for each in desk.page().findChildren(PaintedList) if each.accessibleName() == "Households")
    return [homes.rows.index(row, 0).data() for row in range(homes.rows.rowCount())]


def choose(desk: Desk, code: str) -> Desk:
    desk.window.go("households", {"household": _home(desk.book, code)})
    return desk.rest()


def _home(book: Book, code: str) -> str:
    return questions.listing(book, "household", {"code": code})[0].id


def refuse(desk: Desk, code: str) -> Desk:
    return choose(desk, code).press("Record an answer").fill(answer="refused", who="Gogo").press("Save")


def test_the_list_says_whose_each_home_is_and_under_which_number(
    assigned: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(assigned.book).open("households")

    assert listed(desk) == [
        "HH-017 blue gate · nobody visits · not asked",
        f"HH-031 Mudau · {alone(1)} · Sibongile Ndaba · not asked",
    ]


def test_an_answer_is_recorded_changed_and_taken_out_again(desk: Desk) -> None:
    refuse(desk, "HH-031")
    assert "refused" in desk.tags()
    assert "HH-031 Mudau · nobody visits · refused" in listed(desk)

    desk.press("Open").press("Take out")
    assert "not asked" in desk.tags()

    desk.press("Record an answer").press("Save")
    assert "agreed" in desk.tags()


def test_a_word_that_is_taken_back_stops_all_but_the_minimum(desk: Desk) -> None:
    choose(desk, "HH-031").press("Record an answer").fill(answer="withdrawn").press("Save")

    assert "word taken back" in desk.tags()
    assert "What must stay" in desk.status()


def test_who_lives_there_is_added_and_seen(desk: Desk) -> None:
    choose(desk, "HH-031").press("Add somebody").fill(first_name="Thabo", birth_year="2015").press("Save")

    told = desk.message()
    assert ("1 person" in told, "Thabo" in told) == (True, False)
    told = desk.press("Show who").message()
    assert "Thabo" in told
    assert "born 2015" in told
    assert "Thabo" not in desk.press("Hide who").message()
    assert "Thabo" in desk.press("Show who").message()
    assert "Thabo" not in desk.open("today").open("households").message()


def test_all_visits_that_were_asked_for_at_one_home_are_not_asked_for_at_the_next(
    assigned: Programme, open_window: Callable[[Book], Desk]
) -> None:
    book, homes = assigned.book, [assigned.household, _home(assigned.book, "HH-017")]
    for home, days in product(homes, range(12)):
        day = clock.today() - timedelta(days)
        ACTS["record_visit"](book, caregiver=assigned.caregiver, household=home, day=day)

    desk = choose(open_window(book), "HH-031").press("Show all 12")
    assert "Show fewer" in desk.buttons()
    assert "Show all 12" in choose(desk, "HH-017").buttons()


def test_what_was_written_of_a_home_is_seen_on_asking_and_what_comes_next_is_its_one_filled_button(
    assigned: Programme, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(heard, "_utter", lambda event: said.append(event.message()))
    book, home, day = assigned.book, assigned.household, clock.today()
    words = ("the dog bites", "000 555 0101", "he shouted")
    ACTS["change_household"](book, id=home, fields=dict(zip(("safety", "phone"), words, strict=False)))
    ACTS["record_visit"](book, caregiver=assigned.caregiver, household=home, day=day, note=words[2])

    desk = choose(open_window(book), "HH-031")
    assert [each for each in words if each in desk.message()] == []
    assert desk.greens() == ["Record an answer"]
    desk.page().found.want(_home(book, "HH-017"))  # type: ignore[attr-defined]  # what is known of it is on its way
    for way, shown in zip(("Safety note", "Phone", "Show notes"), words, strict=True):
        assert shown in desk.press(way).message()
        assert shown in said[-1]
    assert Keyboard(desk, lambda *_: None).holds() == "Hide notes"
    assert words[2] not in desk.press("Hide notes").message()
    assert What.OPENED in [each.what for each in access.entries(book, assigned.caregiver)]
    assert choose(desk, "HH-017").greens() == ["Assign"]

    (visit,) = (each for each in desk.open("people").timeline() if "Visit ·" in each)
    assert ("a note" in visit, words[2] in visit) == (True, False)


@pytest.mark.usefixtures("cleared")
def test_somebody_is_assigned_and_her_number_is_told(desk: Desk) -> None:
    choose(desk, "HH-031").press("Assign").fill(caregiver="Sibongile").press("Save")

    assert desk.said_after("Sibongile Ndaba").startswith(f"number {alone(1)}")


def test_ctrl_k_leads_to_a_household_and_from_there_to_its_visit(desk: Desk) -> None:
    desk.do_from_palette("Mudau")
    assert desk.page().subject == "households"
    assert "HH-031 Mudau" in desk.message()

    desk.press("Record a visit")

    assert desk.page().subject == "visits"
    assert desk.typed("household") == "HH-031 Mudau"


def test_a_service_that_ctrl_k_finds_opens_in_its_form(desk: Desk) -> None:
    ACTS["record_service"](desk.book, name="Blouvlei clinic", sort="clinic")

    desk.do_from_palette("Blouvlei")

    assert desk.typed("name") == "Blouvlei clinic"


def test_a_home_that_refused_is_marked_in_the_visit_form_and_on_the_week_sheet(
    assigned: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(assigned.book)
    refuse(desk, "HH-031").press("Record a visit")
    assert desk.typed("household") == "HH-031 Mudau · refused"
    desk.fill(caregiver="Sibongile").press("Save visit")

    desk.keys(Qt.Key.Key_D, CONTROL)

    model = desk.page().grid.model()  # type: ignore[attr-defined]
    cells = [model.index(row, column).data() for row in range(2) for column in range(model.columnCount())]
    assert [each for each in cells if each and "Mudau, refused" in each]


def test_a_list_of_numbers_is_seen_from_the_caregiver_and_printed_a_page_each(
    assigned: Programme, open_window: Callable[[Book], Desk], tmp_path: Path
) -> None:
    desk = open_window(assigned.book).open("people").press("List of numbers")
    assert [each.number.lstrip("0") for each in numbers(desk)] == [list_number(1)]

    desk.answers.folder = tmp_path
    desk.press("Save as PDF")

    (page,) = tmp_path.glob("lists of numbers*.pdf")
    assert page.read_bytes().startswith(b"%PDF")
    assert page.name in desk.status()


def numbers(desk: Desk) -> list[object]:
    sheet = next(each for each in desk.window.findChildren(type(desk._front())) if each.objectName() == "numbers")
    return sheet.rows.rows()  # type: ignore[attr-defined,no-any-return]


def test_a_home_without_a_number_gets_one_from_the_week_sheet(
    cleared: Programme, open_window: Callable[[Book], Desk]
) -> None:
    told = {"household": cleared.household, "caregiver": cleared.caregiver}
    ACTS["record_assignment"](cleared.book, **told, since=clock.today() - timedelta(100))
    desk = open_window(cleared.book).open("week")
    assert "No home of Sibongile has a number this week." in desk.message()
    assert desk.greens() == ["Give homes numbers"]

    desk.press("Give homes numbers").press("Give the others numbers").press("Close")

    (assignment,) = questions.listing(desk.book, "assignment")
    assert assignment["short_number"] == 1
    assert "has a number this week" not in desk.message()
    assert not desk.page()._next._back  # type: ignore[attr-defined]
