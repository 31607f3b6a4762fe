"""How many keys the work of every day takes, counted key by key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

HOMES = 20
OTHERS = ("Grace Mokoena", "Johanna Titus", "Kgomotso Phasha", "Lindiwe Khambule", "Maria Baloyi", "Sibo Dlamini")
FRIDAY = date(2026, 2, 27)


@pytest.fixture(autouse=True)
def on_a_friday() -> None:
    clock.shift(FRIDAY - clock.today())


@pytest.fixture
def team(cleared: Programme) -> Programme:
    """Seven caregivers; one of them visits twenty homes."""
    book, since = cleared.book, FRIDAY - timedelta(60)
    for name in OTHERS:
        given, surname = name.split()
        ACTS["add_caregiver"](book, given_names=given, surname=surname)
    team = questions.get(book, "household", cleared.household)["team"]
    for number in range(1, HOMES + 1):
        home = ACTS["record_household"](book, code=f"HH-{100 + number}", team=team).record
        ACTS["assign_household"](book, household=home, caregiver=cleared.caregiver, since=since)
    return cleared


@pytest.fixture
def desk(team: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    return open_window(team.book)


@pytest.fixture
def hands(desk: Desk, record_property: Callable[[str, object], None]) -> Keyboard:
    return Keyboard(desk, record_property)


def typed(number: int) -> str:
    return list_number(number).replace("-", "").rjust(3, "0")


def test_a_routine_visit(team: Programme, desk: Desk, hands: Keyboard) -> None:
    desk.open("week").page().arrive({"caregiver": team.caregiver})

    hands.type(typed(3))

    assert questions.count(desk.book, "visit") == 1
    hands.counts("a routine visit on the week sheet", 3, "J2")


def test_a_week_of_24_visits_from_anywhere(desk: Desk, hands: Keyboard) -> None:
    hands.press("Ctrl+D")
    while "Sibongile" not in desk.page().grid.accessibleName():  # type: ignore[attr-defined]
        hands.press("Ctrl+Return")
    rounds = [[1 + (6 * day + place) % HOMES for place in range(5 if day < 4 else 4)] for day in range(5)]

    for number, homes in enumerate(rounds):
        *most, last = homes
        hands.type("".join(map(typed, most)))
        if number < 4:
            hands.type(str(last)).press("Tab")
        else:
            hands.type(typed(last))

    assert questions.count(desk.book, "visit") == 24
    hands.counts("a caregiver’s week of 24 visits, from anywhere", 72 + 6, "J2", allowed=180)


def test_a_check_in_with_words_a_stressor_and_a_promise(desk: Desk, hands: Keyboard) -> None:
    hands.press("Ctrl+N").type("nda").press("Tab", "Tab").type("45")
    hands.press("F6").write("Tired after the funeral; sleeps again.")
    hands.press("Tab").type("trav 3")
    hands.press("Tab").write("Three homes are far from each other.")
    hands.press("F6", "Tab").write("ask about the stipend").press("Tab").type("fri")
    hands.press("Ctrl+Return")

    (held,) = questions.listing(desk.book, "check_in")
    assert (held["state"], held["minutes"]) == ("held", 45)
    (weighs,) = questions.listing(desk.book, "stressor")
    assert (weighs["codes"], weighs["severity"]) == (frozenset({"W3"}), 3)
    assert held["how_are_you"] == "Tired after the funeral; sleeps again."
    assert [each["what"] for each in questions.listing(desk.book, "promise")] == ["ask about the stipend"]
    hands.counts("a check-in, beside its words", 25, "J3", allowed=240)


def test_a_support_conversation_with_what_helps_and_a_promise(desk: Desk, hands: Keyboard) -> None:
    hands.press("Ctrl+N").type("nda").press("Tab", "Tab", "Tab", "Tab", "Space", "Space")
    hands.press("F6").write("Safe, with her sister.")
    hands.press("Tab", "Tab").write("Wants to sit quietly.")
    hands.press("Tab", "Tab").write("Singing.")
    hands.press("F6", "Tab").write("ring her").press("Tab").type("fri")
    hands.press("Ctrl+Return")

    (held,) = questions.listing(desk.book, "check_in")
    assert (held["type"], held["safe_now"]) == ("support conversation", "Safe, with her sister.")
    assert (held["how_are_you"], held["helps"]) == ("Wants to sit quietly.", "Singing.")
    assert [each["what"] for each in questions.listing(desk.book, "promise")] == ["ring her"]
    hands.counts("a support conversation, beside its words", 25, "J3", allowed=240)


def test_a_bundle(desk: Desk, coordinator: Book, hands: Keyboard, tmp_path: Path) -> None:  # noqa: ARG001
    desk.answers.folder = tmp_path

    hands.press("Alt+=").press("Ctrl+Return").press("Ctrl+Return")

    assert len(list(tmp_path.glob("*.caredesk"))) == 1
    hands.counts("a bundle for the coordinator, beside choosing the stick", 8, "J11")


@pytest.mark.parametrize("subject", ["today", "week", "sharing", "settings"])
def test_anybody_from_anywhere(desk: Desk, hands: Keyboard, subject: str) -> None:
    desk.open(subject)

    hands.press("Ctrl+K").type("mar").press("Return")

    assert desk.page().subject == "people"
    assert "Maria Baloyi" in desk.message().splitlines()
    hands.counts("anybody’s page, from anywhere", 6)
