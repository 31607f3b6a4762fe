"""Load: every list by name, and homes shared out anew by the keys alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from acquainted import clear
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.desk.sheets.visits.load import LoadSheet
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

OTHER = "Thandeka Mabuza"


@pytest.fixture
def shared(cleared: Programme) -> Programme:
    """She visits twelve homes; somebody beside her has none yet."""
    book, since = cleared.book, clock.today() - timedelta(60)
    other = ACTS["add_caregiver"](book, given_names="Thandeka", surname="Mabuza").record
    clear(book, other)
    homes = [each.id for each in questions.listing(book, "household")]
    codes = (f"HH-{number}" for number in range(201, 211))
    homes += [ACTS["record_household"](book, code=each, team=own_team(book), level=3).record for each in codes]
    for each in homes:
        ACTS["assign_household"](book, household=each, caregiver=cleared.caregiver, since=since)
    return cleared


@pytest.fixture
def desk(shared: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    return open_window(shared.book)


def sheet(desk: Desk) -> LoadSheet:
    (found,) = (each for each in desk.window.findChildren(LoadSheet) if each.isVisible())
    return found


def on_list(book: Book, name: str) -> int:
    (person,) = (each for each in questions.find(book, name, kinds=["person"]))
    return len(standing(book, person.id, clock.today()))


def looks_at_her(shared: Programme) -> set[What]:
    return {each.what for each in access.entries(shared.book, shared.caregiver)}


def test_ten_homes_are_shared_out_by_the_keys_and_their_lists_printed(
    shared: Programme, desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(desk, record_property)

    hands.press("Ctrl+K").type("load").press("Return")
    hands.press("Tab", *["Space"] * 10)
    hands.press("Tab").type("tha").press("Tab")
    assert "Sibongile Ndaba: 12 homes now. Then 2 homes" in desk.message()
    assert "Thandeka Mabuza: 0 homes now. Then 10 homes" in desk.message()
    assert on_list(desk.book, OTHER) == 0  # only tried

    hands.type("+7").press("Tab").write("Ring first.").press("Ctrl+Return")

    hands.counts("Ten homes shared out anew", 40, "J8", allowed=240)
    assert "10 homes are Thandeka Mabuza’s now." in desk.message()
    hers = [each for each in questions.listing(desk.book, "assignment") if each["until"] is None and each["handover"]]
    assert {each["handover"] for each in hers} == {"Ring first."}
    assert {each["joint_visit"] for each in hers} == {(clock.today() + timedelta(7)).isoformat()}
    assert (on_list(desk.book, OTHER), on_list(desk.book, "Sibongile Ndaba")) == (10, 2)

    desk.answers.file = shared.book.vault.folder / "lists.pdf"
    desk.press("Print their lists")
    assert desk.answers.file.read_bytes().startswith(b"%PDF")


def test_homes_of_whoever_died_wait_and_are_placed_and_a_wrong_person_is_put_right(
    shared: Programme, desk: Desk
) -> None:
    ACTS["caregiver_leaves"](shared.book, caregiver=shared.caregiver, state="deceased")

    desk.open("people").press("Workload")
    assert [each.name for each in sheet(desk).lists.rows.rows()] == ["To be placed", OTHER]
    assert "12 homes" in desk.message()
    for each in sheet(desk).homes.rows.rows()[:2]:
        sheet(desk)._tick(each.id)
    desk.fill(to="Thandeka").press("Share them out")
    assert on_list(desk.book, OTHER) == 2
    desk.press("Leave")

    desk.press("Undo")  # the share-out
    ACTS["undo"](desk.book)  # the death that was another's
    assert on_list(desk.book, "Sibongile Ndaba") == 12
    (work,) = questions.listing(desk.book, "engagement", {"person": shared.caregiver})
    assert work["state"] == "active"


def test_homes_are_drawn_onto_another_list_by_the_mouse_and_taken_back_by_a_tick(desk: Desk) -> None:
    desk.open("households").press("Workload")
    load = sheet(desk)
    rows = load.homes.rows.rows()
    load._tick(rows[1].id)
    drawn = load.homes.rows.mimeData([load.homes.rows.index(0, 0)])
    onto = load.lists.visualRect(load.lists.rows.index(1, 0)).center()
    move, button, none = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    load.lists.dropEvent(QDropEvent(QPointF(onto), move, drawn, button, none))

    assert [each.to for each in load.homes.rows.rows()[:3]] == [OTHER, OTHER, ""]
    load._tick(rows[0].id)
    assert "Thandeka Mabuza: 0 homes now. Then 1 home" in desk.rest().message()


def test_what_was_tried_is_there_again_and_nothing_was_saved(desk: Desk) -> None:
    desk.open("people").press("Workload")
    load = sheet(desk)
    load._tick(load.homes.rows.rows()[0].id)
    desk.fill(to="Thandeka", handover="Ring first.").press("Leave")

    desk.press("Workload")

    assert [each.to for each in sheet(desk).homes.rows.rows()[:2]] == [OTHER, ""]
    assert desk.typed_words("handover") == "Ring first."
    assert on_list(desk.book, OTHER) == 0


def test_a_home_that_somebody_may_not_be_given_is_refused_and_the_plan_stays(desk: Desk) -> None:
    ACTS["add_caregiver"](desk.book, given_names="Grace", surname="Mokoena")
    desk.open("people").press("Workload")
    sheet(desk).lists.choose(1)  # by name, Grace comes first
    sheet(desk)._tick(sheet(desk).homes.rows.rows()[0].id)

    desk.fill(to="Grace").press("Share them out")

    assert "vetting" in desk.message()
    assert sheet(desk).homes.rows.rows()[0].to == "Grace Mokoena"
    assert on_list(desk.book, "Sibongile Ndaba") == 12


def test_what_happened_around_a_list_is_veiled_until_it_is_asked_for_and_the_look_is_noted(
    shared: Programme, desk: Desk
) -> None:
    ACTS["hard_event"](shared.book, caregiver=shared.caregiver, event="robbery")
    desk.open("households").press("Workload")
    assert "violence" not in desk.message()
    assert What.OPENED not in looks_at_her(shared)

    desk.press("Show what happened around it")
    assert "They met violence or a threat at work in the last 90 days." in desk.message()
    assert What.OPENED in looks_at_her(shared)
    desk.press("Hide what happened around it").press("Show what happened around it")
    sheet(desk).lists.choose(1)
    sheet(desk).lists.choose(0)
    assert "violence" not in desk.rest().message()


def test_what_is_too_long_for_a_line_goes_on_below_it_and_no_other_row_grows(shared: Programme, desk: Desk) -> None:
    long = "Ntombizodwa-Nomakhosazana Mthembu-Ngubane kaMadlokovu"
    ACTS["add_caregiver"](shared.book, given_names=long, surname="Nkosi")
    gate = "the blue gate behind the mission school and the old bridge, two paths beyond the shop of the Mudaus"
    (home, *_) = questions.listing(shared.book, "assignment", {"caregiver": shared.caregiver})
    ACTS["change_household"](shared.book, id=home["household"], fields={"nickname": gate})

    desk.open("people").press("Workload")
    load = sheet(desk)
    load.lists.choose(1)
    desk.rest()

    for rows, is_long in (
        (load.lists, lambda each: each.name.startswith(long)),
        (load.homes, lambda each: gate in each.home.name),
    ):
        heights = {
            is_long(each): rows.visualRect(rows.rows.index(n, 0)).height() for n, each in enumerate(rows.rows.rows())
        }
        assert heights[True] > heights[False]
    load._scroll_as_a_page(folded=True)
    desk.rest()
    assert load._inside.verticalScrollBar().value() == 0
    assert [each.verticalScrollBar().maximum() for each in (load.lists, load.homes)] == [0, 0]


def test_a_book_without_lists_says_so(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    (work,) = questions.listing(programme.book, "engagement", {"person": programme.caregiver})
    ACTS["withdraw_engagement"](programme.book, id=work.id)
    for each in questions.listing(programme.book, "household"):
        ACTS["withdraw_household"](programme.book, id=each.id)
    desk = open_window(programme.book)

    desk.do_from_palette("load")

    assert isinstance(sheet(desk), QDialog)
    assert "There is no list yet." in desk.message()
