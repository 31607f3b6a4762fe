"""Roads at the desk: somebody walks beside whoever is new, and one look at what keeps a team well."""

from __future__ import annotations

from driver import Desk
from PySide6.QtWidgets import QDialog, QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.growth.prevention import PreventionSheet
from caregiver_desk.store import questions


def words(desk: Desk, sheet: type[QDialog]) -> list[str]:
    shown = next(each for each in desk.window.findChildren(sheet) if each.isVisible())
    return [each.text() for each in shown.findChildren(QLabel)]


def test_sys_45_a_shelf_opens_the_panel_of_a_team(desk: Desk) -> None:
    desk.window.go("growth", {"shelf": "prevention"})
    desk.rest().press("Look at a team")

    told = words(desk, PreventionSheet)
    assert {"Induction", "Check-ins", "Team meetings", "Visits together", "Learning goals"} <= set(told)


def test_sys_13_a_mentor_and_a_session_are_noted_on_their_shelf(desk: Desk) -> None:
    ACTS["open_road"](desk.book, road="mentoring and coaching")
    person = questions.listing(desk.book, "engagement", {"role": "caregiver"})[0]["person"]
    ACTS["begin_mentoring"](desk.book, caregiver=person, mentor=desk.book.person)
    noted = ACTS["note_mentor_session"](desk.book, caregiver=person, topic="saying no").record
    desk.window.go("growth", {"shelf": "mentoring"})
    desk.rest()

    assert questions.get(desk.book, "mentor_session", noted)["day"] == clock.today().isoformat()
    assert len(list(desk.window.pages["growth"].entries.list.rows.rows())) == 2


def test_sys_13_to_fill_in_the_end_on_the_entry_ends_the_link_of_the_two_as_well(desk: Desk) -> None:
    ACTS["open_road"](desk.book, road="mentoring and coaching")
    person = questions.listing(desk.book, "engagement", {"role": "caregiver"})[0]["person"]
    made = ACTS["begin_mentoring"](desk.book, caregiver=person, mentor=desk.book.person).record
    told = {"caregiver": person, "supervisor": desk.book.person}

    desk.open("people").choose_person("Sibongile Ndaba").open_entry("Mentoring or coaching")
    desk.fill(until="+0").press("Save")

    ends = {each["purpose"]: each["until"] for each in questions.listing(desk.book, "supervision", told)}
    assert ends == {"mentor": clock.today().isoformat(), "line": None}
    assert questions.get(desk.book, "mentoring", str(made))["until"] == ends["mentor"]
