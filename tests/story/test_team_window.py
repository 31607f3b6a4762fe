"""Groups at the desk by keys: who came by digits, decisions that come back, a set that only its members read."""

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
from caregiver_desk.acts.people import people
from caregiver_desk.desk.sheets.supervision.members import MembersSheet
from caregiver_desk.desk.sheets.supervision.session import SessionSheet
from caregiver_desk.store import access, drafts, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

MOST_KEYS = 25  # besides words, of a team meeting with a decision


def typed(desk: Desk, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Whatever has the keys gets them; how many they were, words as one."""
    for each in keys:
        held = QApplication.focusWidget()
        assert held is not None
        if isinstance(each, str):
            QTest.keyClicks(held, each)
        else:
            QTest.keyClick(held, each, modifier)
    desk.rest()
    return len(keys)


def sheet(desk: Desk, sort: type[SessionSheet | MembersSheet] = SessionSheet) -> SessionSheet | MembersSheet:
    found = next(each for each in desk.window.findChildren(sort) if each.isVisible())
    found.activateWindow()
    return found


def group(programme: Programme, sort: str = "team meeting", **fields: object) -> str:
    team = people.own_team(programme.book)
    return ACTS["record_circle"](programme.book, team=team, sort=sort, name="Monday", **fields).record


@pytest.fixture
def team(programme: Programme) -> Programme:
    """Three caregivers, who stand on the sheet as Grace, Sibongile and Thandeka."""
    for name in ("Thandeka", "Grace"):
        ACTS["add_caregiver"](programme.book, given_names=name)
    return programme


def test_an_empty_page_says_what_it_is_for_and_starts_the_first_group(desk: Desk) -> None:
    desk.open("team")
    assert "Team meetings and peer groups are kept here." in desk.message()

    desk.press("Start a group").fill(name="North on Monday").press("Save")

    (kept,) = questions.listing(desk.book, "circle")
    assert (kept["sort"], kept["since"]) == ("team meeting", clock.today().isoformat())
    assert "North on Monday" in desk.message()
    assert "today" in desk.tags()


def test_a_team_meeting_with_a_decision_is_recorded_in_a_few_keys(
    team: Programme, open_window: Callable[[Book], Desk]
) -> None:
    group(team)
    desk = open_window(team.book).do_from_palette("Record a meeting")
    keys = 3  # the palette, its words, Enter
    sheet(desk)

    keys += typed(desk, "a", "2", Qt.Key.Key_Return)  # all but Sibongile
    keys += typed(desk, Qt.Key.Key_Tab, "bring the register", Qt.Key.Key_Tab, "+14")
    keys += typed(desk, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    (session,) = questions.listing(desk.book, "circle_session")
    assert (session["day"], session["number"]) == (clock.today().isoformat(), 2)
    assert team.caregiver not in {each["person"] for each in questions.listing(desk.book, "attendance")}
    (decided,) = questions.listing(desk.book, "circle_decision")
    assert (decided["what"], decided["owner"], decided["state"]) == ("bring the register", None, "open")
    assert keys <= MOST_KEYS
    assert "bring the register" in desk.message()


def test_what_was_decided_comes_back_until_somebody_says_what_became_of_it(
    team: Programme, open_window: Callable[[Book], Desk]
) -> None:
    made = [{"what": "bring the register"}, {"what": "nobody walks alone", "owner": team.caregiver}]
    ACTS["hold_session"](team.book, circle=group(team), day=clock.today(), decisions=made)
    desk = open_window(team.book).open("team").press("Record")
    assert "bring the register" in desk.message()

    desk.fill(settled__2="dropped").press("Save")
    assert "Why it was dropped" in desk.message()
    desk.fill(why__2="We go in twos anyway.").press("Save")

    states = {each["what"]: each["state"] for each in questions.listing(desk.book, "circle_decision")}
    assert states == {"bring the register": "open", "nobody walks alone": "dropped"}
    assert "nobody walks alone" not in desk.open("team").message()


@pytest.mark.parametrize(("sort", "own"), [("wellbeing group", False), ("peer group", True)])
def test_where_only_heads_are_counted_the_sheet_has_no_name_on_it(
    sort: str, own: bool, team: Programme, open_window: Callable[[Book], Desk]
) -> None:
    group(team, sort, by_caregivers=own)
    desk = open_window(team.book).open("team").press("Record")

    assert sheet(desk).ticks.isHidden() or not sheet(desk).ticks.isVisible()
    assert not {"facilitator", "came"} & sheet(desk).forms["words"].rows.keys()  # type: ignore[union-attr]
    desk.fill(number="5").press("Save")

    assert questions.listing(desk.book, "circle_session")[0]["number"] == 5
    assert questions.count(desk.book, "attendance") == 0


def test_a_set_opens_with_what_its_last_presenter_took_away_and_that_is_a_look_at_them(
    team: Programme, open_window: Callable[[Book], Desk]
) -> None:
    circle = group(team, "action learning set")
    desk = open_window(team.book).open("team").press("Who belongs")
    sheet(desk, MembersSheet).ticks.setFocus()
    typed(desk, "23")  # you and Sibongile
    desk.press("Leave").press("Who belongs")  # as after a lock: what was ticked is there again
    desk.press("Save").press("Record")
    assert "Action learning set · " in desk.message()

    desk.fill(presenter="Sibongile", question="When do I say no?", action="say no once").press("Save")
    assert "When do I say no?" not in desk.message()
    assert "say no once" not in desk.message()
    before = max(each.number for each in access.entries(desk.book))
    desk.press("Record")

    assert "say no once" in desk.message()
    looks = [(each.what, each.about) for each in access.entries(desk.book) if each.number > before]
    assert looks == [(What.LISTED, team.caregiver)]
    desk.fill(settled__1="done").press("Save")
    assert questions.listing(desk.book, "learning_turn", {"circle": circle})[0]["state"] == "done"


def test_a_set_among_two_laptops_is_begun_by_keys_and_each_reads_what_the_other_brought(
    make_book: Callable[..., Book], introduced: Any, send: Any, open_window: Callable[[Book], Desk]
) -> None:
    nomvula, mpho = make_book("Nomvula Dlamini"), make_book("Mpho Lekalakala")
    introduced(nomvula, mpho)
    desk = open_window(nomvula).open("team").press("Start a shared set").fill(name="Thursday set").press("Save")
    desk.press("Who belongs").press("Let in")
    assert "belongs to it" in desk.tags()
    desk.press("Leave").press("Record")
    desk.fill(presenter="Nomvula", question="When do I say no?", action="say no once").press("Save")
    send(nomvula, mpho)

    there = open_window(mpho).open("team").press("Record")
    assert "Nomvula Dlamini: say no once" in there.message()
    there.fill(presenter="Mpho", question="Whom do I ask?", action="ask the clinic").press("Save")
    send(mpho, nomvula)

    assert "Mpho Lekalakala: ask the clinic" in desk.open("team").press("Record").message()
    assert {each["action"] for each in questions.listing(nomvula, "learning_turn")} == {"say no once", "ask the clinic"}


def test_what_is_expected_is_written_anew_from_what_holds_and_the_one_before_stays(
    team: Programme, open_window: Callable[[Book], Desk]
) -> None:
    said = {"team": people.own_team(team.book), "relate": "We greet first.", "complete": "The sheet by Friday."}
    ACTS["record_expectations"](team.book, **said, day="2026-03-02")
    desk = open_window(team.book).open("team").press("Write a new version")
    assert desk.typed_words("relate") == "We greet first."

    desk.fill(relate="We listen to the end.").press("Save")

    told = desk.message()
    assert "We listen to the end." in told
    assert "We greet first." not in told
    assert "We greet first." in desk.press("Show another version").message()


def test_a_meeting_that_was_begun_and_left_is_there_again(team: Programme, open_window: Callable[[Book], Desk]) -> None:
    group(team)
    desk = open_window(team.book).open("team").press("Record")
    typed(desk, "1")
    desk.fill(what__1="sweep the hall").press("Leave")
    assert drafts.find(desk.book)

    desk.press("Record")

    assert desk.typed("what-1") == "sweep the hall"
    assert sheet(desk).ticks.values() != []
