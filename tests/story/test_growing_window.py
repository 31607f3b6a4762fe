"""Growth between two people at the desk, by keys: capabilities side by side, a goal looked at, an appraisal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.framework import capabilities_of
from caregiver_desk.desk.sheets.growth.framework import CapabilitySheet
from caregiver_desk.desk.sheets.opening import open_entry
from caregiver_desk.store import drafts, questions
from caregiver_desk.store.book import Book

Window = Callable[[Book], Desk]


def side_by_side(desk: Desk) -> CapabilitySheet:
    desk.open("growth").page().arrive({"shelf": "capabilities"})
    desk.open("growth").press("Side by side").fill(caregiver="Sibongile Ndaba")
    return next(each for each in desk.window.findChildren(CapabilitySheet) if each.isVisible())


def type_keys(sheet: CapabilitySheet, desk: Desk, keys: str) -> None:
    sheet.activateWindow()
    sheet.levels.take_keys()
    for each in keys:
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClicks(held, each)
    desk.rest()


def goal(programme: Programme, **more: Any) -> str:
    told = {"goal": "Say no kindly", "area": "reasoning", "day": clock.today(), **more}
    return ACTS["set_goal"](programme.book, caregiver=programme.caregiver, **told).record


def test_sys_37_a_figure_a_statement_says_both_views_theirs_first_and_words_say_how_to_speak_of_it(desk: Desk) -> None:
    sheet = side_by_side(desk)
    cells = sheet.levels.cells
    assert not any(cells[line, 1].isEnabled() for line in range(20))
    type_keys(sheet, desk, "4" * 20 + "1" + "4" * 19)

    assert "You saw it otherwise than they do in: Greets everybody" in desk.message()
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.rest()
    (caregiver,) = {str(each["caregiver"]) for each in questions.listing(desk.book, "capability_view")}
    said = capabilities_of(desk.book, caregiver)
    assert (len(said.own), len(said.seen), said.seen["respect"]) == (20, 20, "beginning")
    assert not drafts.find(desk.book)


def test_sys_36_a_goal_whose_day_has_come_is_brought_to_the_talk_and_asks_change_or_drop(
    cleared: Programme, open_window: Window
) -> None:
    record = goal(cleared, review_on=clock.today())
    desk = open_window(cleared.book).open("supervision").fill(caregiver="Sibongile Ndaba")
    assert "Look at this goal together" in desk.message()
    for _ in range(2):
        ACTS["review_goal"](cleared.book, goal=record, course="no change yet", review_on=clock.today())

    open_entry(desk.window, desk.window.hands, "learning_goal", record, "")
    desk.rest()
    assert "change it, or drop it?" in desk.message()
    desk.fill(words="Another way is better.", course="dropped").press("Save")
    assert questions.get(cleared.book, "learning_goal", record)["state"] == "dropped"
    assert "Look at this goal together" not in desk.open("supervision").message()


def test_sys_27_no_thank_you_is_kept_from_the_form_and_only_the_day_stands_in_the_list(
    cleared: Programme, open_window: Window
) -> None:
    desk = open_window(cleared.book).open("growth")
    desk.page().arrive({"shelf": "appraisals"})
    desk.open("growth").press("Record a yearly appraisal")
    desk.fill(caregiver="Sibongile Ndaba", strengths="Listens", day="today")
    desk.press("no, thank you").press("grow as practitioner, not manager").press("Save")

    (kept,) = questions.listing(cleared.book, "appraisal")
    assert (kept["interest"], kept["wish"]) == ("no, thank you", "grow as practitioner, not manager")
    assert "Listens" not in desk.message()


@pytest.mark.parametrize(("shelf", "way"), [("Development", "Seven kinds"), ("Capabilities", "Side by side")])
def test_what_is_of_one_person_asks_of_whom_under_its_own_name_and_goes_on_once_that_is_said(
    desk: Desk, shelf: str, way: str
) -> None:
    desk.open("growth").press(shelf).press(way)
    assert way in desk.message().splitlines()
    desk.press("Go on")
    assert "still needed" in desk.message()
    desk.fill(caregiver="Sibongile Ndaba")
    assert "Sibongile" in desk.message()
    assert "Go on" not in desk.buttons()
