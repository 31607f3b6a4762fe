"""One obvious next thing, always in sight; and nothing private before somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.parts.buttons import Primary
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def supported(programme: Programme) -> Programme:
    """Something weighs on her, and what was offered is late."""
    late = clock.today() - timedelta(3)
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["P4"], severity=2)
    ACTS["offer_support"](programme.book, caregiver=programme.caregiver, code="F6", due=late)
    return programme


@pytest.fixture
def desk(supported: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    return open_window(supported.book)


def test_how_much_waits_is_known_before_anybody_looks_there(desk: Desk) -> None:
    assert desk.window.frame.rail.places["wellbeing"].accessibleName() == "Support, 1 waiting"


def test_what_support_is_for_shows_on_asking_and_is_veiled_again(desk: Desk) -> None:
    told = desk.open("wellbeing").message()
    assert "Sibongile Ndaba" in told
    assert [words for words in ("Practical help", "Something weighs on") if words in told] == []

    told = desk.press("Show what for").message()
    assert [words for words in ("Practical help", "Something weighs on") if words in told] == [
        "Practical help",
        "Something weighs on",
    ]

    assert "Practical help" not in desk.open("today").open("wellbeing").message()


def test_of_many_steps_the_first_are_told_and_the_others_when_they_are_asked_for(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    offer, today = ACTS["offer_support"], clock.today()
    for days in range(12):
        offer(programme.book, caregiver=programme.caregiver, code="F3", due=today + timedelta(days - 1))

    desk = open_window(programme.book).open("wellbeing")

    assert (desk.buttons().count("Open"), len(desk.page()._told.steps)) == (8, 8)  # type: ignore[attr-defined]
    assert "12 steps under way" in desk.message()
    assert desk.window.frame.rail.places["wellbeing"].accessibleName() == "Support, 2 waiting"
    assert desk.press("Show all 12").buttons().count("Open") == 12
    held = [each.hasFocus() for each in desk.page().findChildren(QAbstractButton) if each.text() == "Open"]
    assert held.index(True) == 8, "whoever asked for the rest goes on in it"
    assert desk.press("Show what for").buttons().count("Done") == 12


def test_why_a_member_needs_help_stands_only_where_it_is_opened(
    supported: Programme, open_window: Callable[[Book], Desk]
) -> None:
    told = {"household": supported.household, "first_name": "Thabo", "birth_year": 2017, "vulnerable": ["orphan"]}
    ACTS["record_consent"](supported.book, household=supported.household, answer="agreed", day=clock.today())
    ACTS["record_member"](supported.book, **told)

    desk = open_window(supported.book).open("households")
    desk.page().arrive({"household": supported.household})
    desk.page().seen()
    desk.rest().press("Show who")

    assert "born 2017" in desk.message()
    assert "orphan" not in desk.message()


def test_nobody_agrees_by_leaving_a_question_alone(desk: Desk) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile", codes="Guilt", severity="1").press("Save")
    assert "This is still needed." in desk.message()
    assert questions.count(desk.book, "stressor") == 1

    desk.fill(agreed="No").press("Save")

    assert questions.count(desk.book, "stressor") == 1
    assert sorted(each["code"] for each in questions.listing(desk.book, "follow_up")) == ["F2", "F6"]


@pytest.mark.parametrize(
    ("subject", "saves"), [("visits", "Save visit"), ("supervision", "Held"), ("wellbeing", "Save")]
)
def test_what_saves_is_in_sight_on_a_small_screen_and_in_its_card_on_a_larger(
    desk: Desk, subject: str, saves: str
) -> None:
    def in_page() -> list[bool]:
        """Whether each button that saves scrolls with the page."""
        page = desk.page()
        (area,) = [each for each in desk.window.findChildren(QScrollArea) if each.widget() is page]
        buttons = [each for each in desk.window.findChildren(QAbstractButton) if each.text() == saves]
        return [area.isAncestorOf(each) for each in buttons if each.isVisible()]

    desk.open(subject)
    desk.window.resize(700, 600)
    desk.until(lambda: in_page() == [False])
    assert in_page() == [False]

    desk.window.resize(1366, 768)
    desk.until(lambda: in_page() == [True])
    assert in_page() == [True]


def test_who_is_at_the_button_that_saves_is_there_still_when_it_moves(desk: Desk) -> None:
    desk.open("supervision").window.activateWindow()
    (held,) = [each for each in desk.window.findChildren(Primary) if each.text() == "Held"]
    area = next(each for each in desk.window.findChildren(QScrollArea) if each.widget() is desk.page())

    for width, inside in ((1366, True), (700, False), (1366, True)):
        held.setFocus()
        desk.window.resize(width, 700)
        desk.until(lambda inside=inside: area.isAncestorOf(held) is inside)
        assert (area.isAncestorOf(held), QApplication.focusWidget()) == (inside, held)


def test_no_page_has_two_obvious_next_things(desk: Desk) -> None:
    shown = {subject: desk.open(subject).greens() for subject in desk.window.pages if subject != "settings"}

    assert {subject: words for subject, words in shown.items() if len(words) > 1} == {}
    assert (shown["team"], shown["sharing"]) == (["Start a group"], ["My card"])


def test_for_who_has_only_begun_the_next_step_comes_before_whom_to_hear(desk: Desk) -> None:
    assert desk.greens() == ["Record vetting"]


def test_what_was_done_of_hidden_support_is_looked_at_first(desk: Desk) -> None:
    assert "Done" not in desk.open("wellbeing").buttons()

    assert "Done" in desk.press("Show what for").buttons()
