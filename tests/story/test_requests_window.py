"""What is asked of the organisation and what was promised: from a talk to the coordinator, and back to who asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

Open = Callable[[Book], Desk]
WORDS = "The stipend is five weeks late."


def on(days: int) -> str:
    return (clock.today() + timedelta(days)).isoformat()


@pytest.fixture
def hands(desk: Desk, record_property: Callable[[str, object], None]) -> Keyboard:
    return Keyboard(desk, record_property)


def only(book: Book, kind: str) -> Leaf:
    (found,) = questions.listing(book, kind)
    return found


def carried(giver: Desk, taker: Desk, stick: Path) -> None:
    giver.answers.folder, before = stick, set(stick.iterdir())
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = set(stick.iterdir()) - before
    taker.open("sharing").press("Open a bundle").press("Apply")


def test_what_the_organisation_should_fix_is_asked_in_one_step_answered_and_brought_back(
    programme: Programme, coordinator: Book, open_window: Open, tmp_path: Path
) -> None:
    hers, stick = open_window(programme.book), tmp_path / "stick"
    stick.mkdir()
    hers.open("supervision").fill(caregiver="Sibongile Ndaba", organisation=WORDS).press("Ask the organisation")
    assert hers.typed_words("words") == WORDS
    hers.fill(theme="stipend", released="Yes", named="No").press("Save")
    assert "reply by" not in " ".join(hers.open("people").timeline())
    assert any("Wish · stipend" in each for each in hers.timeline())

    his = open_window(coordinator)
    carried(hers, his, stick)
    his.open("today")
    assert "A request" in his.message()
    assert ("Stipend" in his.message(), WORDS in his.message()) == (False, False)
    his.press("Open")
    assert ("Stipend" in his.message(), WORDS in his.message()) == (True, True)
    assert "Sibongile" not in his.message()
    his.fill(state="Yes", answer="It is paid on Friday.").press("Answer")
    assert "A request" not in his.open("today").message()

    carried(his, hers, stick)
    assert "Stipend · answered yes" in hers.open("today").message()
    assert any("It is paid on Friday." in each for each in hers.open("people").timeline())
    (brought,) = agenda(hers.book, programme.caregiver).items
    assert (brought.title, brought.why) == ("Stipend · answered yes", "It is paid on Friday.")
    hers.open("today").press("Open").press("They were told")
    assert "Stipend" not in hers.message()


def test_what_is_late_stands_first_at_both_and_nobody_is_named(
    programme: Programme, coordinator: Book, open_window: Open, tmp_path: Path
) -> None:
    hers, his, stick = open_window(programme.book), open_window(coordinator), tmp_path / "stick"
    stick.mkdir()
    for theme, days in (("place", 5), ("supplies", -3)):
        told = {"caregiver": programme.caregiver, "released": True, "named": True, "reply_by": on(days)}
        ACTS["ask_organisation"](programme.book, theme=theme, words=WORDS, **told)
    carried(hers, his, stick)

    shown, today = his.open("today").message(), clock.today()
    days = [due(today + timedelta(each), today) for each in (-3, 5)]
    assert [each for each in his.tags() if each in days] == days
    chased = hers.open("today").message()
    assert "Supplies · no answer yet" in chased
    assert "Place" not in chased
    assert "Sibongile" not in shown


def test_a_burden_that_the_organisation_can_mend_leads_to_asking_it(desk: Desk, hands: Keyboard) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile Ndaba", codes="stipend", severity="2", agreed="Yes")
    desk.press("Save").press("Ask the organisation")
    desk.fill(words=WORDS).press("Save")

    wish = only(desk.book, "asking")
    assert (wish["theme"], wish["words"], wish["released"]) == ("stipend", WORDS, None)
    assert any("between you two" in each for each in desk.open("people").timeline())
    desk.open_entry("Wish · stipend")
    hands.press("Ctrl+Return")
    assert only(desk.book, "asking")["released"]
    assert questions.listing(desk.book, "request") == []


def test_a_promise_gets_a_new_day_or_is_dropped_with_a_reason_by_few_keys_and_each_can_be_undone(
    desk: Desk, programme: Programme, hands: Keyboard
) -> None:
    promises = [{"owner": "supervisor", "what": "ring the bank", "due": on(-2)}]
    ACTS["hold_check_in"](desk.book, caregiver=programme.caregiver, day=on(-9), promises=promises)
    desk.window.hands.lane.touched.emit(frozenset({"promise"}))
    desk.rest().press("Change")
    hands.type("+3").press("Ctrl+Return").counts("a promise gets another day, once it is open", 3, "J1")
    assert (only(desk.book, "promise")["state"], only(desk.book, "promise")["due"]) == ("changed", on(3))
    assert "ring the bank" in desk.message()

    desk.open("people").open_entry("ring the bank")
    desk.fill(why_dropped="The bank rang.")
    hands.press("Ctrl+Return")
    assert only(desk.book, "promise")["state"] == "dropped"
    desk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert only(desk.book, "promise")["state"] == "changed"
    desk.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (only(desk.book, "promise")["state"], only(desk.book, "promise")["due"]) == ("open", on(-2))


def test_a_coordinator_sees_what_was_promised_in_his_name_without_its_words(
    programme: Programme, coordinator: Book, open_window: Open, tmp_path: Path
) -> None:
    hers, his, stick = open_window(programme.book), open_window(coordinator), tmp_path / "stick"
    stick.mkdir()
    promises = [
        {"owner": owner, "what": f"words of {owner}", "due": on(day)}
        for owner, day in (("organisation", -1), ("coordinator", 2), ("supervisor", 0))
    ]
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=on(-9), promises=promises)
    carried(hers, his, stick)

    shown = his.open("today").message()
    assert shown.index("Promised in the organisation’s name") < shown.index("Promised in your name")
    assert "through Nomvula Shezi" in shown
    assert "words of" not in shown
    assert "Nothing is due this week." in shown
