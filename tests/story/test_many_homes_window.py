"""A list of very many homes: a page at a time, found by a few letters, and the one that is wanted is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme
from PySide6.QtCore import QModelIndex

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import access, questions
from caregiver_desk.store.book import Book

HOMES = 450


@pytest.fixture
def desk(cleared: Programme, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """450 homes beside the two of the programme."""
    sheet = tmp_path / "homes.csv"
    sheet.write_text("Code;Ward\n" + "".join(f"AA-{number:03};7\n" for number in range(HOMES)))
    ACTS["bring_in_households"](cleared.book, path=sheet)
    given = {"household": cleared.household, "caregiver": cleared.caregiver}
    ACTS["assign_household"](cleared.book, **given, since=clock.today())
    ACTS["record_consent"](cleared.book, household=cleared.household, answer="agreed", day=clock.today(), how="signed")
    ACTS["record_member"](cleared.book, household=cleared.household, first_name="Zinhle")
    return open_window(cleared.book).open("households")


def shown(desk: Desk) -> list[str]:
    return [home.name for home in desk.page().found.list.rows.rows()]  # type: ignore[attr-defined]


def look_for(desk: Desk, words: str) -> list[str]:
    desk.page().found.look_for(words)  # type: ignore[attr-defined]
    return shown(desk.rest())


def in_hand(desk: Desk) -> str:
    held = desk.window.focusWidget()
    return held.accessibleName() if held else ""


def test_a_page_is_there_at_once_and_the_next_when_it_is_scrolled_to(desk: Desk) -> None:
    rows = desk.page().found.list.rows  # type: ignore[attr-defined]
    assert (len(shown(desk)), "452 households" in desk.message()) == (200, True)

    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
        desk.rest()

    names = shown(desk)
    assert (len(names), names == sorted(names)) == (HOMES + 2, True)


def test_a_home_is_found_by_its_code_by_who_lives_there_and_by_whose_list_it_is_on(desk: Desk) -> None:
    assert look_for(desk, "AA-449") == ["AA-449"]
    assert look_for(desk, "zinh") == ["HH-031 Mudau"]
    assert look_for(desk, "ndaba") == ["HH-031 Mudau"]
    assert look_for(desk, "nobody") == []
    assert len(look_for(desk, "")) == 200


def test_what_is_typed_opens_no_home_before_enter_and_then_the_first_of_what_is_typed_now(desk: Desk) -> None:
    (wanted,) = (each.id for each in questions.find(desk.book, "Mudau") if each.kind == "household")

    assert look_for(desk, "zinh") == ["HH-031 Mudau"]
    assert ([*access.entries(desk.book, wanted)], "Record an answer" in desk.buttons()) == ([], False)
    assert "Enter opens the first." in desk.message()

    desk.page().filter_list()
    desk.type_keys("\r").rest()

    assert [each.what for each in access.entries(desk.book, wanted)] == ["opened"]
    assert "Record an answer" in desk.buttons()
    assert look_for(desk, "AA-44")[0] == "AA-440"
    assert "Record an answer" not in desk.buttons()

    desk.page().filter_list()
    desk.type_keys("nobody\r").rest()
    assert (shown(desk), in_hand(desk)) == ([], "Filter households"), "in an empty list nothing would show the keys"

    before = look_for(desk, "AA-4")[0]
    desk.type_keys("41\r").rest()  # on while the rows of what was typed before stand there
    assert (shown(desk), in_hand(desk)) == (["AA-441"], "Households")
    opened = {code: questions.listing(desk.book, "household", {"code": code})[0].id for code in (before, "AA-441")}
    assert [bool([*access.entries(desk.book, each)]) for each in opened.values()] == [False, True]
    look_for(desk, "")
    assert "Record an answer" in desk.buttons()


def test_the_home_one_comes_for_is_shown_though_its_page_is_far_down(desk: Desk) -> None:
    (wanted,) = (each.id for each in questions.find(desk.book, "Mudau") if each.kind == "household")

    desk.window.go("today")
    desk.window.go("households", {"household": wanted})

    assert "Zinhle" in desk.rest().press("Show who").message()
