"""Two laptops on one screen: two people change one caregiver, exchange, settle, undo; and each has its own keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from reckoned import CLICK, LETTER, MIND, POINT, ROW, Taken
from striped import is_striped, says_so
from two_laptops import ALL, CTRL, LEFT, RIGHT, Carrying, Hall, carry, differ, language, pick

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.tabletop import LEAST, SEEN
from caregiver_desk.desk.door.two import Two
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.stripes import STRIPE
from caregiver_desk.settings import Look
from caregiver_desk.store.drive import Step
from caregiver_desk.trainer.stick import Where


def test_j18_the_exercise_is_played_whole_and_ticks_by_itself(
    hall: Hall, record_property: Callable[[str, object], None]
):
    assert hall.left.open("rehearsal").tags() == ["not yet"] * 6

    differ(hall)
    assert hall.ticks == (True, False, False, False, False, False)
    carry(hall, LEFT, RIGHT)
    assert hall.ticks == (True, True, False, False, False, False)
    hall.right.press("Keep right")
    assert hall.ticks == (True, True, True, False, False, False)
    hall.right.take_keys().keys(Qt.Key.Key_Z, CTRL)
    assert hall.ticks == (True, True, True, True, False, False)
    hall.right.open("sharing").press("Keep left")
    assert hall.ticks == (True, True, True, True, True, False)
    assert language(hall.left) != language(hall.right)
    carry(hall, RIGHT, LEFT)

    assert hall.ticks == ALL
    assert language(hall.left) == language(hall.right)
    assert "Done. Go back to the exercise" in hall.right.message()
    assert "Done, in " in hall.left.open("rehearsal").message()
    seconds = (MIND + POINT + CLICK) * hall.clicks + LETTER * hall.letters
    taken = Taken("J18", "Two differ, exchange, settle and undo, by so many clicks", hall.clicks, 50, seconds, 720)
    record_property(ROW, tuple(taken))
    assert taken.holds


def test_keys_are_for_the_laptop_that_has_them_and_two_keys_for_what_lies_between(hall: Hall):
    left, right = hall.left.open("today"), hall.right.open("today")
    right.take_keys().keys(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (left.page().subject, right.page().subject) == ("today", "people")
    for _ in range(12):
        right.keys(Qt.Key.Key_F6)
        assert right.window.isAncestorOf(QApplication.focusWidget())

    right.keys(Qt.Key.Key_F7)
    assert hall.two.table.front is hall.two.table.left
    left.keys(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert (left.page().subject, right.page().subject) == ("week", "people")
    left.keys(Qt.Key.Key_F9)
    assert QApplication.focusWidget().accessibleName() == "The stick: On the table"


def test_a_sheet_of_one_laptop_leaves_the_other_and_the_stick_free(hall: Hall):
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.choose_where()
    left, right = hall.two.table.sides
    assert (left.veil.isVisible(), right.veil.isVisible()) == (True, False)

    hall.press_in_bar("On the table")
    hall.right.open("people")
    assert (hall.right.page().subject, hall.stick.where) == ("people", Where.TABLE)
    hall.left.keys(Qt.Key.Key_F7)
    hall.left.until(QApplication.activeWindow)
    assert QApplication.activeWindow().objectName() == "pick"
    hall.left.press("Not now")
    assert not left.veil.isVisible()


def held(hall: Hall, key: Qt.Key, times: int) -> list[QWidget]:
    """Whatever has the keys, each time after this key."""
    found = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
        found.append(cast("QWidget", QApplication.focusWidget()))
    hall.left.rest()
    return found


@pytest.mark.parametrize("wide", [1366, 1024])
def test_tab_stays_in_the_laptop_that_has_the_keys_and_in_the_bar(hall: Hall, wide: int):
    hall.two.resize(wide, 768)
    left = hall.left.open("sharing").take_keys()
    stops = held(hall, Qt.Key.Key_Tab, 50)
    assert len(set(stops)) < len(stops)
    assert all(left.window.isAncestorOf(each) for each in stops)
    assert all(left.window.isAncestorOf(each) for each in held(hall, Qt.Key.Key_Backtab, 50))

    left.keys(Qt.Key.Key_F9)
    assert all(hall.two.bar.isAncestorOf(each) for each in held(hall, Qt.Key.Key_Tab, 10))
    left.keys(Qt.Key.Key_F9)
    assert left.window.isAncestorOf(QApplication.focusWidget())


def test_keys_that_come_to_what_lies_below_a_sheet_go_to_the_sheet(hall: Hall):
    Carrying(hall, (LEFT, RIGHT)).choose_where()
    hall.two.activateWindow()
    hall.left.window.pages.setFocus()
    hall.left.rest()
    hall.left.until(lambda: QApplication.activeWindow() and QApplication.activeWindow().objectName() == "pick")

    assert QApplication.activeWindow().objectName() == "pick"


def test_f7_and_f9_leave_also_a_sheet_over_a_sheet_and_f8_asks_there(hall: Hall):
    left, right = hall.two.table.sides
    hall.left.open("people").press("Add a caregiver").keys(Qt.Key.Key_F1)
    upper = [each for each in hall.left.window.findChildren(QDialog) if each.isVisible()]
    QTest.keyClick(upper[-1], Qt.Key.Key_F1)
    hall.left.rest()
    assert [each.objectName() for each in hall.left.window.findChildren(QDialog) if each.isVisible()] == [
        "sheet",
        "reading",
        "help",
    ]

    hall.left.keys(Qt.Key.Key_F7)
    assert hall.two.table.front is right
    hall.right.open("people")
    assert hall.right.page().subject == "people"
    hall.right.keys(Qt.Key.Key_F9)
    assert hall.two.bar.isAncestorOf(QApplication.focusWidget())

    hall.left.take_keys()
    QTest.keyClick(QApplication.activeWindow(), Qt.Key.Key_F8)
    assert "nothing brings it back" in hall.left.rest().message()
    assert (left.veil.isVisible(), right.veil.isVisible()) == (True, False)


def test_two_laptops_stand_in_one_frame_and_every_sheet_of_theirs_in_one_of_its_own(hall: Hall):
    assert is_striped(hall.two)
    assert "FICTIONAL" in hall.bar_says()
    assert all(says_so(window) for window in hall.two.windows)
    Carrying(hall, (LEFT, RIGHT)).choose_where()
    (sheet,) = (each for each in hall.left.window.findChildren(QDialog) if each.isVisible())
    assert is_striped(sheet)
    assert says_so(sheet)


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1024, 100), (1366, 150), (1024, 150)])
def test_the_bar_of_the_stick_takes_one_line_and_what_has_no_room_there_waits_behind_one_button(
    hall: Hall, wide: int, percent: int, qapp: Any
):
    theme.wear(qapp, Look("light", percent))
    hall.rehearsing.sit_at("north", "coordinator")
    hall.two.resize(wide, 768)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.left.until(lambda: hall.two.bar.height() < 2 * theme.px(theme.FIELD))

    assert "1 bundle on it" in hall.bar_says()
    assert hall.two.bar.height() < 2 * theme.px(theme.FIELD)
    if (wide, percent) != (1366, 100):
        for words in ("Lose it", "Find it", "Comes out while a bundle is read"):
            hall.press_in_bar("What happens")
            pick(words)
        assert (hall.stick.where, hall.stick.comes_out_at) == (Where.TABLE, Step.READ)


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1024, 100), (1366, 150), (1024, 150)])
def test_the_laptop_with_the_keys_is_never_narrower_than_a_desk_can_be(hall: Hall, wide: int, percent: int, qapp: Any):
    theme.wear(qapp, Look("light", percent))
    hall.rehearsing.sit_at("north", "coordinator")
    hall.two.resize(wide, 768)
    hall.left.take_keys()
    left, right = hall.two.table.sides

    assert left.width() >= min(theme.px(LEAST), wide - theme.px(SEEN))
    inside = wide - 2 * theme.px(STRIPE)
    assert (hall.two.width(), left.x(), right.geometry().right() + 1) == (wide, 0, inside)
    assert hall.left.window.width() == left.width()
    behind = left.geometry().intersects(right.geometry())
    assert (left.veil.isVisible(), right.veil.isVisible()) == (False, behind)
    QTest.mouseClick(right.veil if behind else right.laptop.pages, Qt.MouseButton.LeftButton)
    assert hall.two.table.front is right


def test_reset_brings_both_back_with_an_empty_stick_and_the_exercise_begins_anew(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    old, place = hall.two, hall.stick.folder
    hall.left.take_keys().keys(Qt.Key.Key_F8).press("Reset")
    hall.left.rest()

    assert hall.two is not old
    assert (language(hall.left), language(hall.right)) == ("isiZulu", "isiZulu")
    assert (hall.ticks, hall.stick.bundles(), place.exists()) == ((False,) * 6, [], False)
    assert [page.subject for page in (hall.left.page(), hall.right.page())] == ["rehearsal", "today"]


def sit_at(hall: Hall, words: str) -> None:
    """Choose from the list of laptops on the page in front."""
    window = hall.seat.window
    page = (window.windows[0] if isinstance(window, Two) else cast("Window", window)).page()
    hall.qtbot.waitUntil(lambda: bool(page.findChildren(Chooser)))
    chooser = next(each for each in page.findChildren(Chooser) if each.accessibleName().startswith("Laptop"))
    chooser.offer()
    pick(words)


def test_from_the_page_one_sits_down_at_two_and_gets_up_again(hall: Hall):
    assert hall.left.open("rehearsal").chooser("Laptop") == "Two laptops"
    hall.rehearsing.leave()

    sit_at(hall, "Fhatuwani’s laptop")
    assert isinstance(hall.seat.window, Window)
    assert hall.seat.window.page().subject == "rehearsal"
    sit_at(hall, "Two laptops")
    assert hall.left.rest().chooser("Laptop") == "Two laptops"


def test_a_look_that_one_chooses_is_worn_by_both(hall: Hall):
    before = [window.page() for window in hall.two.windows]
    hall.left.open("settings").press("dark")
    hall.right.rest()

    assert theme.tokens() is theme.DARK
    assert not {*before} & {window.page() for window in hall.two.windows}
    assert hall.two.bar.isVisible()
