"""Plans of a road at the desk: begun from the page Growth, ticked by a key, ended by a decision."""

from __future__ import annotations

from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk.sheets.growth.plan import PlanSheet, show_plan
from caregiver_desk.store import questions


def plan(desk: Desk) -> str:
    person = questions.listing(desk.book, "engagement", {"role": "caregiver"})[0]["person"]
    return named("begin_plan")(desk.book, person=person, sort="induction").record


def sheet(desk: Desk) -> PlanSheet:
    return next(each for each in desk.window.findChildren(PlanSheet) if each.isVisible())


def press(desk: Desk, words: str) -> None:
    buttons = (each for each in sheet(desk).findChildren(QAbstractButton) if each.isVisible())
    QTest.keyClick(next(each for each in buttons if each.text() == words), Qt.Key.Key_Space)
    desk.rest()


def test_sys_32_the_next_step_is_ticked_by_one_key_and_the_key_goes_on_to_the_next(desk: Desk) -> None:
    record = plan(desk)
    show_plan(desk.window, desk.window.hands, record)
    desk.rest()
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
        desk.rest()
    done = [each["code"] for each in questions.listing(desk.book, "road_step", {"plan": record}) if each["done_on"]]
    assert sorted(done) == ["shown_round", "team"]


def test_sys_24_a_plan_is_ended_at_the_desk_by_a_decision(desk: Desk) -> None:
    record = plan(desk)
    show_plan(desk.window, desk.window.hands, record)
    desk.rest()
    press(desk, "Decide")
    assert "Choose how it ended." in [each.text() for each in sheet(desk).findChildren(QLabel)]
    press(desk, "completed")
    press(desk, "Decide")
    assert questions.get(desk.book, "road_plan", record)["ended_on"] == clock.today().isoformat()
