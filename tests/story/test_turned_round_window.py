"""The desk turned round: a caregiver reads what is written about her, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk.answers.people.her_record import her_record
from caregiver_desk.reports.refusals import paragraph
from caregiver_desk.store.book import Book

WORDS = "The baby was ill that day."


@pytest.fixture
def turned(programme: Programme, open_window: Callable[[Book], Desk]) -> list[str]:
    """What she reads, after a talk, a visit and a burden; another caregiver has a record too."""
    book, her = programme.book, {"caregiver": programme.caregiver}
    other = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    promises = [{"owner": "supervisor", "what": "ask about the stipend", "due": clock.today()}]
    ACTS["hold_check_in"](book, **her, day=clock.today(), words={"how_are_you": "tired"}, promises=promises)
    ACTS["hold_check_in"](book, caregiver=other, day=clock.today(), words={"how_are_you": "nobody may read this"})
    ACTS["record_burden"](book, **her, codes=["W1"], severity=3, since=clock.today())
    ACTS["record_visit"](book, **her, household=programme.household, day=clock.today(), outcome="done")
    desk = open_window(book).open("people").choose_person("Sibongile Ndaba").press("Show them their record")
    front = desk._front()
    assert front.objectName() == "turned-round"
    assert front.geometry().size() == desk.window.size()
    return [each.text() for each in front.findChildren(QLabel) if each.text()]


def test_she_reads_what_the_two_of_them_wrote(turned: list[str]) -> None:
    assert {"tired", "Promise · ask about the stipend", "your supervisor", "you"} <= set(turned)


def test_a_visit_together_is_seen_otherwise_beside_it_and_the_word_stands_where_it_is_opened(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    seen = {"asked": "said yes at the door", "strength": "Let her finish.", "spoken_on": clock.today()}
    ACTS["visit_together"](programme.book, caregiver=programme.caregiver, day=clock.today(), words=seen)
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba").press("Show them their record")
    assert "We both agree" not in desk.message()

    desk.press("I see it otherwise").press("Keep my words").press("More about this")
    assert paragraph("not-filled-in").next in desk.message()
    desk.press("Close").fill(sees_otherwise=WORDS).press("Keep my words")
    assert Keyboard(desk, lambda *_: None).holds() == "Change my words"
    desk.press("Turn back")

    (entry,) = [each for each in desk.timeline() if "Visit together" in each]
    assert f"They see it otherwise: {WORDS}" in entry
    desk.open_entry("Visit together")
    assert f"They see it otherwise: {WORDS}" in desk.message()


def test_nobody_else_is_on_the_screen(turned: list[str]) -> None:
    """A home by its code, so that they can say which visit they see otherwise; never by what a family is called."""
    told = "\n".join(turned)

    assert [word for word in ("Grace", "Mudau", "nobody may read this") if word in told] == []


def test_much_work_with_families_hides_nothing_that_was_written_about_her(programme: Programme) -> None:
    book, her = programme.book, {"caregiver": programme.caregiver}
    ACTS["hold_check_in"](book, **her, day=clock.today() - timedelta(40), words={"how_are_you": "tired"})
    days = [clock.today() - timedelta(number) for number in range(39)]
    homes = [ACTS["record_household"](book, code=f"AA-{n}", team=people.own_team(book)).record for n in range(6)]
    for day in days:
        ACTS["record_round"](book, **her, day=day, households=homes, outcomes={})

    written = her_record(book, programme.caregiver)

    assert [words for each in written for label, words in each.lines if label == "How are you"] == ["tired"]
    assert ("Given names", "Sibongile") in written[-1].lines


def test_a_larger_window_is_covered_as_well(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba").press("Show them their record")

    desk.window.resize(1500, 900)

    assert desk.rest()._front().size() == desk.window.size()


def test_esc_turns_nothing_back(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    desk = open_window(programme.book).open("people").press("Show them their record")
    front = desk._front()

    QTest.keyClick(front, Qt.Key.Key_Escape)
    assert desk.rest()._front() is front

    desk.press("Turn back")
    assert desk._front() is desk.window


def test_what_is_not_sure_is_said_to_her_too(programme: Programme) -> None:
    clock.doubt(clock.today())
    try:
        ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=clock.today())
    finally:
        clock.trust(timedelta(0))

    (talk,) = [each for each in her_record(programme.book, programme.caregiver) if each.title.startswith("Check-in")]
    assert talk.doubts == ("date uncertain",)
    assert [label for label, _ in talk.lines if label in {"State", "Kind of check-in"}] == []
