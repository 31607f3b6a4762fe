"""A concern at the desk: danger first, numbers at once, then facts, who was told, and what to ask next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from acquainted import introduce
from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people import Role
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

SEEN = "he locks the kitchen at night"
WHOM = "Lerato Qwabe"


def noted(book: Book, **fields: Any) -> str:
    told = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "noticed": clock.today(), "seen": SEEN}
    return ACTS["note_concern"](book, **{**told, "about": WHOM, **fields}).record


@pytest.fixture
def with_concern(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    noted(programme.book)
    return open_window(programme.book)


def test_a_concern_is_noted_by_keys_with_the_numbers_first(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    keys = Keyboard(desk, record_property)

    keys.press("Ctrl+Shift+C", "Space")
    assert "10111" in desk.message()
    assert "116" in desk.message()
    keys.counts("From anywhere to the numbers of a concern", 3)

    desk.fill(sort="sexual", whom="a child").put_keys_in("seen")
    keys.write(SEEN).press("Ctrl+Return")

    (saved,) = questions.listing(desk.book, "concern")
    assert (saved["danger"], saved["seen"], saved["state"]) == ("yes", SEEN, "noticed")
    assert "Police, now." in desk.message()
    assert "not yet reviewed" in desk.message()
    keys.counts("A concern noted, beside its kind, whom and words", 5)


def test_the_numbers_of_the_directory_come_first_and_an_old_one_is_marked(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    today = clock.today()
    ACTS["record_service"](programme.book, name="Blouvlei police", sort="police", phone="000 555 0999", verified=today)
    desk = open_window(programme.book)

    desk.do_from_palette("note a concern").press("not sure")

    lines = desk.message().splitlines()
    assert lines.index("000 555 0999") < lines.index("10111")
    assert "check this number" in lines


def test_no_answer_about_danger_holds_up_the_words_and_no_word_is_lost(desk: Desk) -> None:
    desk.open("concerns").press("no")
    desk.fill(seen=SEEN).open("supervision").open("concerns")

    assert desk.typed_words("seen") == SEEN


def test_who_was_told_is_noted_from_the_concern_and_the_next_question_follows(with_concern: Desk) -> None:
    with_concern.open("concerns").press("Open")
    with_concern.press("Who was told").fill(sort="told a social worker", day="today", told_to="Ms Radebe").press("Save")

    (step,) = questions.listing(with_concern.book, "concern_step")
    assert step["told_to"] == "Ms Radebe"
    assert "Ask whether they have it." in with_concern.message()


def test_today_shows_number_and_clock_first_and_not_one_name(with_concern: Desk) -> None:
    said = with_concern.open("today").message()

    assert "Must not wait" in said
    assert str(questions.listing(with_concern.book, "concern")[0]["number"]) in said
    assert any(each.startswith("noticed") for each in with_concern.tags())
    for words in (WHOM, "Lerato", SEEN, "kitchen", "neglect"):
        assert words not in said


def test_the_list_shows_no_name_at_a_glance_and_the_opened_concern_does(with_concern: Desk) -> None:
    before = with_concern.open("concerns").message()
    after = with_concern.press("Open").message()

    assert WHOM not in before
    assert SEEN not in before
    assert WHOM in after
    assert SEEN in after


def test_who_opened_a_concern_stands_in_the_access_log_and_who_saw_the_list_does_not(with_concern: Desk) -> None:
    (leaf,) = questions.listing(with_concern.book, "concern")

    with_concern.open("concerns")
    assert list(access.entries(with_concern.book, about=leaf.id)) == []
    with_concern.press("Open")

    (entry,) = access.entries(with_concern.book, about=leaf.id)
    assert entry.what == What.OPENED


def test_a_concern_is_given_to_the_protection_lead_from_where_it_is_opened(
    programme: Programme, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]
) -> None:
    lead = books("Boitumelo Kekana", Role.PROTECTION_LEAD)
    introduce(programme.book, lead, "Boitumelo Kekana")
    noted(programme.book)
    desk = open_window(programme.book)

    desk.open("concerns").press("Open").press("Give it to Boitumelo Kekana")

    assert "the next bundle for them carries this concern" in desk.status()
    (step,) = questions.listing(desk.book, "concern_step")
    assert (step["sort"], step["told_to"]) == ("given to the protection lead", "Boitumelo Kekana")


def test_nothing_offers_to_take_a_concern_back(with_concern: Desk) -> None:
    with_concern.open("concerns").press("no")
    with_concern.fill(sort="other", whom="another adult", seen=SEEN).press("Save concern")

    assert with_concern.offered() == ""
    assert "Take out" not in with_concern.buttons()


def test_what_was_not_reported_is_not_closed_by_one_alone(with_concern: Desk) -> None:
    with_concern.open("concerns").press("Open").press("Close it")
    with_concern.fill(done_by="Nomvula Shezi").press("Save")

    assert "needs two named people and a reason" in with_concern.message()
    with_concern.fill(second="Naledi Khoza", reason="the aunt has them now").press("Save")
    assert questions.listing(with_concern.book, "concern")[0]["state"] == "closed"


def test_the_coordinator_sees_number_kind_and_clock_and_no_name(
    programme: Programme, coordinator: Book, send: Callable[..., object], open_window: Callable[[Book], Desk]
) -> None:
    noted(programme.book)
    send(programme.book, coordinator)
    number = str(questions.listing(programme.book, "concern")[0]["number"])

    desk = open_window(coordinator).open("concerns")
    seen = desk.message() + desk.press("Open").message()

    assert number in seen
    assert "deliberate neglect" in seen
    assert any(each.startswith("noticed") for each in desk.tags())
    for words in (WHOM, "Lerato", SEEN, "kitchen"):
        assert words not in seen


def test_the_facts_are_printed_from_the_opened_concern(with_concern: Desk, tmp_path: Path) -> None:
    with_concern.answers.file = tmp_path / "printed.pdf"
    with_concern.open("concerns").press("Open").press("Without who reported")

    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_service_without_a_number_keeps_nobody_from_the_others(desk: Desk) -> None:
    ACTS["record_service"](desk.book, name="Clinic on the hill", sort="clinic")

    told = desk.open("concerns").message()

    assert "10111" in told
    assert "Clinic on the hill" not in told
