"""Needs support now? A name on Today, reasons on asking, what two people decide; and a danger, which comes first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

NAME = "Sibongile Ndaba"
LINE = "0800 567 567"
RING = "Ring one of these with them."


def weighed_down(book: Book, caregiver: str) -> None:
    """Enough of it that somebody should ask."""
    ACTS["ask_how_she_is"](book, caregiver=caregiver, day=clock.today() - timedelta(1), load=4)
    ACTS["record_burden"](book, caregiver=caregiver, codes=["G2"], severity=3)


def urgent(desk: Desk) -> bool:
    return any(each.isVisible() for each in desk.window.findChildren(QWidget, "urgent"))


def test_today_asks_with_a_name_alone_and_the_reasons_open_on_asking(
    programme: Programme, open_window: Callable[[Book], Desk], record_property: Callable[[str, object], None]
) -> None:
    weighed_down(programme.book, programme.caregiver)
    desk = open_window(programme.book).open("today")
    assert "Needs support now?" in desk.message()
    assert {"Talk", "Not now"} <= set(desk.buttons())
    assert "too much" not in desk.message()
    assert "Many deaths" not in desk.message()

    hands = Keyboard(desk, record_property)
    desk.press("Not now")
    assert "Many deaths" in desk.message()
    hands.write("it is the exams").press("Tab").write("exam stress").press("Ctrl+Return")

    (word,) = questions.listing(desk.book, "support_need")
    assert (word["state"], word["their_view"], word["dismissed"]) == ("steady", "it is the exams", "exam stress")
    assert "Needs support now?" not in desk.rest().message()
    hands.counts("Not now, said with the caregiver's view", 3, "J7")


def test_nothing_is_decided_at_the_desk_without_the_caregivers_view(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    weighed_down(programme.book, programme.caregiver)
    desk = open_window(programme.book).open("today").press("Talk").fill(state="watch").press("Save")

    assert "This is still needed." in desk.message()
    assert questions.count(desk.book, "support_need") == 0


def test_it_asks_again_once_something_new_was_said_and_while_support_is_under_way_only_in_danger(
    programme: Programme, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed_down(programme.book, programme.caregiver)
    decide = {"caregiver": programme.caregiver, "their_view": "let me be"}
    later = clock.now()

    def an_hour_later(act: str, **given: Any) -> None:
        nonlocal later
        later += 3600
        monkeypatch.setattr(clock, "now", lambda: later)
        ACTS[act](programme.book, **given)

    def asks() -> bool:
        return "Needs support now?" in open_window(programme.book).open("today").message()

    an_hour_later("decide_support", **decide, state="watch")
    assert not asks()
    an_hour_later("ask_how_she_is", caregiver=programme.caregiver, day=clock.today(), load=4)
    assert asks()
    an_hour_later("decide_support", **decide, state="in support plan")
    an_hour_later("ask_how_she_is", caregiver=programme.caregiver, day=clock.today(), load=4)
    assert not asks()
    an_hour_later("ask_how_she_is", caregiver=programme.caregiver, day=clock.today(), danger=["is not safe"])
    assert asks()


@pytest.mark.parametrize("place", ["stressor", "wellbeing_check", "check_in", "changed"])
def test_a_danger_shows_whom_to_ring_before_it_is_saved_and_holds_nothing_up(desk: Desk, place: str) -> None:
    (her,) = questions.find(desk.book, "Sibongile")
    if place == "changed":
        ACTS["record_burden"](desk.book, caregiver=her.id, codes=["P7"], severity=2)
        desk.open("people").choose_person(NAME).open_entry("Low mood or sleep")
    elif place == "check_in":
        desk.open("supervision").fill(caregiver="Sibongile")
    else:
        desk.open("wellbeing").press({"stressor": "What weighs on them", "wellbeing_check": "How they are"}[place])
        desk.fill(caregiver="Sibongile", **({"codes": "mood", "agreed": "Yes"} if place == "stressor" else {}))
    assert not urgent(desk)

    desk.fill(danger="may harm themselves", only_told="my sister")

    assert urgent(desk)
    assert LINE in desk.message()
    assert RING in desk.message()
    if place == "stressor":
        desk.fill(severity="4")
    desk.press("Held" if place == "check_in" else "Save")
    kind = "stressor" if place == "changed" else place
    (kept,) = questions.listing(desk.book, kind)
    assert (kept["danger"], kept["only_told"]) == (frozenset({"may harm themselves"}), "my sister")


def test_what_weighs_is_found_by_its_group_and_a_plan_is_printed_with_a_disagreement(
    desk: Desk, tmp_path: Path
) -> None:
    desk.open("wellbeing").press("What weighs on them").fill(caregiver="Sibongile")
    desk.press("Organisation")
    assert {"Stipend late or too low", "Colleagues or supervisor leave", "More of them"} <= set(desk.buttons())
    assert "New rules or laws" not in desk.buttons()
    desk.press("More of them").press("New rules or laws").fill(severity="2", agreed="Yes", may_know="the organisation")
    desk.press("Save")
    (burden,) = questions.listing(desk.book, "stressor")
    assert (burden["codes"], burden["may_know"]) == (frozenset({"O11"}), "the organisation")

    desk.press("Support plan").fill(caregiver="Sibongile", their_view="I want my homes back", your_view="for a month")
    desk.fill(offers="Buddy", agreed="disagrees").press("Save").press("Part of a plan").fill(caregiver="Sibongile")
    desk.fill(response="hours kept free", hours="3", until="+14").press("Save")

    (part,), (offer,) = (questions.listing(desk.book, kind) for kind in ("plan_response", "follow_up"))
    assert (offer["code"], offer["plan"]) == ("F8", part["plan"])
    assert (part["hours"], part["since"]) == (3, clock.today().isoformat())
    desk.answers.file = tmp_path / "plan.pdf"
    desk.open("people").choose_person(NAME).open_entry("Support plan · open").press("Print")
    assert desk.until(desk.answers.file.exists).answers.file.read_bytes()[:4] == b"%PDF"


def test_what_the_organisation_may_know_begins_a_wish_by_one_key_and_says_no_word_of_it(desk: Desk) -> None:
    desk.open("wellbeing").press("What weighs on them").fill(caregiver="Sibongile", codes="gangs", severity="2")
    desk.fill(agreed="Yes", may_know="the organisation").press("Save")
    assert questions.count(desk.book, "asking") == 0

    Keyboard(desk, lambda *_: None).press("Space")
    desk.rest()
    assert desk.typed_words("words") == ""
    desk.fill(words="Two of us on that road, please.").press("Save")

    (wish,) = questions.listing(desk.book, "asking")
    assert (wish["theme"], wish["words"], wish["released"]) == ("safety", "Two of us on that road, please.", None)


def test_what_the_organisation_may_know_later_begins_the_same_wish_where_it_is_opened(desk: Desk) -> None:
    (her,) = questions.find(desk.book, "Sibongile")
    ACTS["record_burden"](desk.book, caregiver=her.id, codes=["S1"], severity=2)
    desk.open("people").choose_person(NAME).open_entry("Crime or gangs")
    assert "Ask the organisation" not in desk.buttons()

    desk.fill(may_know="the organisation").press("Ask the organisation")
    assert desk.typed_words("words") == ""
    desk.fill(words="Two of us on that road, please.").press("Save").press("Save")

    (wish,), (burden,) = (questions.listing(desk.book, kind) for kind in ("asking", "stressor"))
    assert (wish["theme"], wish["caregiver"], wish["released"]) == ("safety", her.id, None)
    assert burden["may_know"] == "the organisation"
    desk.open_entry("Crime or gangs").fill(may_know="only us two")
    assert "Ask the organisation" not in desk.buttons()


def test_what_the_team_may_know_is_a_theme_that_its_meeting_may_take_and_names_nobody(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    book, her = programme.book, programme.caregiver
    ACTS["record_burden"](book, caregiver=her, codes=["G1"], severity=3, may_know="the team")
    ACTS["record_burden"](book, caregiver=her, codes=["B2"], severity=3)
    ACTS["record_circle"](book, team=people.own_team(book), sort="team meeting", name="Monday")
    desk = open_window(book).open("team").press("Record")

    assert "May be spoken of here, and nobody is named: grief and loss." in desk.message()
    assert "Death of a client or child" not in desk.message()
    desk.press("Save")
    (session,) = questions.listing(book, "circle_session")
    assert session["theme"] is None
    eased = questions.listing(book, "stressor", {"may_know": "the team"})[0].id
    ACTS["change_stressor"](book, id=eased, fields={"state": "eased"})
    assert "May be spoken of" not in desk.press("Record").message()
