"""What was recorded is opened again from the timeline and changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.parts.timeline import Timeline
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book


@pytest.fixture
def visit(programme: Programme) -> str:
    """A visit of 45 minutes with a note."""
    told = {"day": "2026-03-02", "minutes": 45, "purposes": ["crisis"], "note": "bring soap"}
    return ACTS["record_visit"](
        programme.book, caregiver=programme.caregiver, household=programme.household, **told
    ).record


@pytest.fixture
def opened(visit: str, programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:  # noqa: ARG001 - it is there
    """The supervisor, with that visit open before her."""
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba")
    return desk.open_entry("Visit")


def test_an_entry_opens_with_what_it_holds(opened: Desk) -> None:
    assert opened.typed("minutes") == "45"
    assert opened.typed("household") == "HH-031 Mudau"
    assert opened.typed("day") == "2 Mar 2026"


def test_a_changed_entry_stands_on_the_timeline_and_undo_brings_the_former_back(opened: Desk) -> None:
    opened.fill(minutes="30").press("Save")
    assert "30 minutes" in "\n".join(opened.timeline())
    assert opened.offered().startswith("Changed: visit · Sibongile Ndaba.")

    opened.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "45 minutes" in "\n".join(opened.timeline())


def test_an_entry_opens_with_enter_as_well(opened: Desk) -> None:
    timeline = opened.press("Leave").page().findChild(Timeline)
    assert timeline is not None

    QTest.keyClick(timeline, Qt.Key.Key_Return)

    assert opened.rest().typed("minutes") == "45"


def test_only_what_was_changed_is_written(opened: Desk, visit: str) -> None:
    opened.fill(minutes="30").press("Save")

    written = [set(line.fields) for line in histories.history(opened.book, "visit", visit)]

    assert written[-1] == {"minutes"}


def test_a_field_that_was_emptied_is_empty(opened: Desk, visit: str) -> None:
    opened.fill(minutes="", purposes="crisis").press("Save")

    changed = questions.get(opened.book, "visit", visit)

    assert changed["minutes"] is None
    assert not changed["purposes"]
    assert changed["note"] == "bring soap"


def test_a_change_that_is_not_understood_is_refused_beside_its_field(opened: Desk, visit: str) -> None:
    opened.fill(minutes="0").press("Save")

    assert "A whole number from 1 to 600, please." in opened.message()
    assert questions.get(opened.book, "visit", visit)["minutes"] == 45


def test_a_change_that_was_left_is_forgotten(opened: Desk) -> None:
    opened.fill(minutes="30").press("Leave")

    assert opened.open_entry("Visit").typed("minutes") == "45"


def test_a_visit_in_the_table_opens_with_enter(visit: str, desk: Desk) -> None:  # noqa: ARG001 - it is there
    table = desk.open("visits").page().findChild(QTableView)
    assert table is not None
    table.selectRow(0)

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert desk.rest().typed("minutes") == "45"


def test_every_sort_of_entry_opens_in_a_form_made_from_its_declaration(
    visit: str,  # noqa: ARG001 - it is there
    programme: Programme,
    open_window: Callable[[Book], Desk],
) -> None:
    hers = {"caregiver": programme.caregiver}
    promise = {"owner": "supervisor", "what": "ring her", "due": "2026-03-05"}
    ACTS["hold_check_in"](programme.book, day="2026-03-03", promises=[promise], **hers)
    ACTS["record_burden"](programme.book, codes=["W1"], severity=2, **hers)
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba")

    for entry in desk.timeline():
        assert desk.open_entry(entry).buttons()[-1] == "Save"
        desk.press("Leave")

    assert len(desk.timeline()) == 6
