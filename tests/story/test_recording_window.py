"""A supervisor records her week at the window."""

from __future__ import annotations

from collections.abc import Callable

from driver import Desk, Programme
from PySide6.QtCore import Qt

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

MARKUP = "<b>bold</b> <img src=x>"


def record_visit(desk: Desk, **fields: str) -> Desk:
    desk.open("visits").fill(caregiver="Sibongile", household="031", **fields)
    return desk.press("Save visit")


def timeline_of(desk: Desk, name: str = "Sibongile Ndaba") -> str:
    return "\n".join(desk.open("people").choose_person(name).timeline())


def test_a_visit_recorded_at_the_window_stands_on_the_timeline(desk: Desk) -> None:
    record_visit(desk, day="yesterday", minutes="45", purposes="crisis")

    assert "Visit · HH-031 Mudau · 45 minutes · crisis" in timeline_of(desk)
    assert "Saved: visit." in desk.status()


def test_a_visit_of_zero_minutes_is_refused_in_words_and_nothing_is_stored(desk: Desk) -> None:
    record_visit(desk, minutes="0")

    assert "A whole number from 1 to 600, please." in desk.message()
    assert questions.count(desk.book, "visit") == 0
    assert desk.typed("minutes") == "0"
    assert desk.typed("household") == "HH-031 Mudau"


def test_what_is_still_needed_is_said_beside_its_field(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Sibongile").press("Save visit")

    assert "This is still needed." in desk.message()
    assert questions.count(desk.book, "visit") == 0


def test_what_was_typed_is_kept_when_she_leaves_the_page_and_comes_back(desk: Desk) -> None:
    desk.open("people").open("visits").fill(caregiver="Sibongile", minutes="40")

    desk.keys(Qt.Key.Key_Escape)

    assert desk.page().subject == "people"
    assert desk.open("visits").typed("minutes") == "40"


def test_ctrl_enter_saves(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Sibongile", household="031")

    desk.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert questions.count(desk.book, "visit") == 1


def test_a_saved_visit_stands_in_the_table_and_undo_takes_it_out(desk: Desk) -> None:
    record_visit(desk, minutes="20")
    assert [row.household for row in desk.rows()] == ["HH-031"]

    desk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert desk.rows() == []


def test_a_stressor_and_a_follow_up_stand_on_the_timeline(desk: Desk) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile", codes="Death of", severity="3", since="-3", agreed="Yes").press(
        "Save"
    )
    desk.press("Offer support").fill(caregiver="Sibongile", code="Buddy", due="+7").press("Save")

    told = timeline_of(desk)

    assert "Death of a client or child" in told
    assert "Buddy" in told


def test_a_check_in_with_two_promises_stands_on_the_timeline(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", minutes="45", how_are_you="tired but well")
    desk.fill(what__1="ask about the stipend", due__1="+7")
    desk.fill(owner__2="Caregiver", what__2="workbook, chapter 2", due__2="+4").press("Held")

    told = "\n".join(desk.choose_person("Sibongile Ndaba").timeline())

    assert "Check-in · one-to-one · 45 min · tired but well" in told
    assert "Promise · ask about the stipend · You" in told
    assert "Promise · workbook, chapter 2 · Caregiver" in told


def test_a_promise_kept_on_today_is_due_no_more(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", what__1="ring on Sunday", due__1="today").press("Held")
    assert "ring on Sunday" in desk.open("today").message()

    desk.press("Done")

    assert "ring on Sunday" not in desk.message()


def test_whoever_is_opened_from_another_page_is_the_one_shown(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["add_caregiver"](programme.book, given_names="Anna", surname="Abel")
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = open_window(programme.book)

    desk.open("wellbeing").press("Show what for").press("Open")

    assert "Too many households" in "\n".join(desk.timeline())


def test_a_caregiver_is_added_on_a_sheet(desk: Desk) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Rofhiwa", surname="Munyai").press("Save")

    assert "Began as caregiver" in timeline_of(desk, "Rofhiwa Munyai")


def test_words_that_look_like_markup_are_shown_as_they_were_typed(desk: Desk) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names=MARKUP, surname="N").press("Save")
    desk.open("people").choose_person(f"{MARKUP} N")

    assert MARKUP in desk.message()


def test_a_sheet_that_was_left_is_there_again_as_it_was_left(desk: Desk) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Grace").press("Leave")

    desk.press("Add a caregiver")

    assert desk.typed("given_names") == "Grace"
