"""A concern at the desk: danger first, numbers at once, then facts, who was told, and what to ask next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from acquainted import introduce
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.cards.concerns.clock_tag import ClockTag
from caregiver_desk.desk.sheets.people.turned_round import TurnedRound
from caregiver_desk.records.people.people import Role
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
    keys.counts("From anywhere to the numbers of a concern", 3, "J6", allowed=5)

    desk.fill(sort="sexual", whom="a child").put_keys_in("seen")
    keys.write(SEEN).press("Ctrl+Return")

    (saved,) = questions.listing(desk.book, "concern")
    assert (saved["danger"], saved["seen"], saved["state"]) == ("yes", SEEN, "noticed")
    assert "Police, now." in desk.message()
    assert "not yet reviewed" in desk.message()
    keys.counts("A concern noted, beside its kind, whom and words", 5, "J6")


def test_the_shortest_record_needs_no_mouse_and_no_home(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    keys = Keyboard(desk, record_property)

    keys.press("Ctrl+Shift+C", "Space", "Tab", "Space", "Tab", "Space", "Tab", "Tab", "Tab")
    keys.write(SEEN).press("Ctrl+Return")

    (saved,) = questions.listing(desk.book, "concern")
    assert (saved["danger"], saved["sort"], saved["whom"]) == ("yes", "hurt in body", "a child")
    assert (saved["noticed"], saved["household"]) == (clock.today().isoformat(), None)
    keys.counts("The shortest record of a concern, by keys alone", 12, "J6", allowed=180)


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


def test_what_was_said_of_danger_is_there_again_with_what_was_begun(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    before = open_window(programme.book)
    before.open("concerns").press("not sure").fill(seen=SEEN).open("supervision")
    before.close()

    again = open_window(programme.book).open("concerns")

    assert again.typed_words("seen") == SEEN
    again.fill(sort="other", whom="another adult").press("Save concern")
    assert questions.listing(programme.book, "concern")[0]["danger"] == "not sure"


def test_the_clock_goes_on_while_it_is_seen_and_rests_while_it_is_not(with_concern: Desk) -> None:
    with_concern.open("concerns")
    (tag,) = [each for each in with_concern.page().findChildren(ClockTag) if each.isVisible()]
    before = tag.text
    assert tag.minutes.timer.isActive()

    clock.shift(timedelta(hours=2, minutes=7))
    tag.minutes.timer.timeout.emit()
    assert tag.text != before
    assert tag.minutes.timer.isActive()

    with_concern.open("people")
    assert not tag.minutes.timer.isActive()


def test_a_concern_about_a_worker_says_where_it_goes_before_it_is_saved_and_where_the_lead_may_be_meant(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(programme.book).open("settings")
    desk.press("Name the safeguarding lead").fill(name="Boitumelo Kekana", phone="000 555 0140")
    desk.fill(instead="Advocate Mabena", instead_phone="000 555 0141").press("Save")
    assert "Boitumelo Kekana" in desk.message()

    desk.open("concerns").press("no").fill(sort="other", whom="another adult", seen=SEEN)
    assert "alone" not in desk.message()
    desk.fill(worker="Vusi, a driver")
    for words in ("000 555 0140, alone", "If it is about Boitumelo Kekana: tell Advocate Mabena", "10111"):
        assert words in desk.message()
    desk.press("Save concern")

    (saved,) = questions.listing(desk.book, "worker_concern")
    assert questions.listing(desk.book, "concern") == []
    assert "alone" in desk.message()
    desk.press("Who was told").fill(sort="told the police", day="today", at="9:05", told_to="Sergeant").press("Save")
    (step,) = questions.listing(desk.book, "worker_step")
    assert (step["concern"], step["at"]) == (saved.id, "09:05")
    desk.press("Open").press("Add facts").fill(done="rang his mother").press("Save")
    assert questions.listing(desk.book, "worker_concern")[0]["done"] == "rang his mother"


def test_whoever_noticed_it_reads_their_own_entry_and_how_it_stands_and_no_opinion(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    record = noted(programme.book, worry="perhaps they starve", others="the aunt next door", noticed_by="Sibongile")
    told = {"concern": record, "day": clock.today(), "reference": "CAS 7", "told_to": "Sergeant Mokoena"}
    ACTS["add_concern_step"](programme.book, sort="told the police", **told)
    desk = open_window(programme.book)

    said = desk.open("concerns").press("Open").press("Turn round for who noticed").message()

    turned = "\n".join(each.text() for each in desk.window.findChild(TurnedRound).findChildren(QLabel))
    for words in (SEEN, "reported", "CAS 7", "You may report it yourself"):
        assert words in turned, said
    for words in ("starve", "aunt", "Mokoena"):
        assert words not in turned


def test_two_laptops_that_close_it_differently_are_shown_and_it_stays_open(
    programme: Programme,
    books: Callable[[str, Role], Book],
    send: Callable[..., object],
    open_window: Callable[[Book], Desk],
) -> None:
    lead = books("Boitumelo Kekana", Role.PROTECTION_LEAD)
    introduce(programme.book, lead, "Boitumelo Kekana")
    introduce(lead, programme.book, "Nomvula Shezi")
    record = noted(programme.book)
    ACTS["seal_to_lead"](programme.book, concern=record, lead="Boitumelo Kekana")
    send(programme.book, lead)
    two = {"concern": record, "done_by": "Nomvula Shezi", "second": "Naledi", "reason": "noted twice"}
    ACTS["close_concern"](programme.book, **two)
    ACTS["record_concern_in_error"](lead, **two)
    send(lead, programme.book)

    desk = open_window(programme.book).open("concerns")

    assert "Laptops say differently how far it is: “closed”, “recorded in error”" in desk.message()
    assert any(each.startswith("noticed") for each in desk.tags())
    assert "Close it" in desk.press("Open").buttons()

    desk.press("Settle: closed")
    assert "Laptops say differently" not in desk.message()
    assert questions.disputed(desk.book) == []


def test_what_was_kept_as_information_goes_to_a_service_from_the_concern_and_no_word_goes_along(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    concern = noted(programme.book)
    ACTS["record_service"](programme.book, name="Clinic", sort="clinic")
    two = {"done_by": "Nomvula", "second": "Fhatuwani", "reason": "They have no food."}
    ACTS["keep_as_information"](programme.book, concern=concern, household=programme.household, **two)
    desk = open_window(programme.book)

    desk.open("concerns").press("Open").press("Refer the home").fill(
        service="Clinic", day="today", agreed_by="The mother"
    )
    desk.press("Save")

    (referral,) = questions.listing(desk.book, "referral")
    assert referral["household"] == programme.household
    assert not {SEEN, WHOM, "They have no food."} & set(referral.values.values())


def test_two_keep_it_as_information_at_the_desk_and_are_told_what_that_means(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    record = noted(programme.book, danger="no")
    desk = open_window(programme.book).open("concerns").press("Open").press("Information only")
    assert "Anyone may report it all the same" in desk.message()

    desk.fill(done_by="Nomvula Shezi", reason="They have no food.").press("Keep as information")
    assert questions.get(desk.book, "concern", record)["state"] != "information only, as two decided"
    desk.fill(second="Fhatuwani Mudau", household="Mudau").press("Keep as information")

    kept = questions.get(desk.book, "concern", record)
    assert (kept["state"], kept["household"]) == ("information only, as two decided", programme.household)
    assert kept["seen"] == SEEN


def test_what_was_written_down_late_shows_its_true_age_and_why(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    earlier = clock.today() - timedelta(days=2)
    noted(programme.book, noticed=earlier, at="08:00", late="no airtime", behalf="Sibongile Ndaba")

    said = open_window(programme.book).open("concerns").press("Open").message()

    assert "after it was noticed: no airtime" in said
    assert "on behalf of Sibongile Ndaba" in said


def test_the_card_of_numbers_is_printed_for_when_the_laptop_is_dead(desk: Desk, tmp_path: Path) -> None:
    for name, words in (("one.pdf", "One card, A6"), ("four.pdf", "Four on A4")):
        desk.answers.file = tmp_path / name
        desk.open("concerns").press(words)
        assert (tmp_path / name).read_bytes().startswith(b"%PDF")


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


def test_the_coordinator_sees_number_and_clock_and_the_kind_on_opening_and_no_name(
    programme: Programme, coordinator: Book, send: Callable[..., object], open_window: Callable[[Book], Desk]
) -> None:
    noted(programme.book)
    send(programme.book, coordinator)
    number = str(questions.listing(programme.book, "concern")[0]["number"])

    desk = open_window(coordinator).open("concerns")
    listed = desk.message()
    seen = listed + desk.press("Open").message()

    assert (number in listed, "neglect" in listed) == (True, False)
    assert "deliberate neglect" in seen
    assert any(each.startswith("noticed") for each in desk.tags())
    for words in (WHOM, "Lerato", SEEN, "kitchen"):
        assert words not in seen


def test_a_coordinator_erases_a_concern_with_two_names_and_is_told_what_stays(
    coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    record = noted(coordinator)
    desk = open_window(coordinator)

    desk.open("concerns").press("Open").press("Erase for good")
    assert "why, and who the two were stays" in desk.message()
    desk.press("Erase for good")
    assert "Name both, and say why." in desk.message()
    desk.fill(done_by="Fhatuwani Mudau", second="Adv. Mabena").press("the law orders it")
    desk.press("Erase for good").press("Yes, erase it for good")

    assert questions.find_one(coordinator, "concern", record) is None
    (step,) = questions.listing(coordinator, "concern_step")
    assert (step["done_by"], step["second"]) == ("Fhatuwani Mudau", "Adv. Mabena")


def test_the_facts_are_printed_from_the_opened_concern(with_concern: Desk, tmp_path: Path) -> None:
    with_concern.answers.file = tmp_path / "printed.pdf"
    with_concern.open("concerns").press("Open").press("Without who reported")

    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")


def test_a_service_without_a_number_keeps_nobody_from_the_others(desk: Desk) -> None:
    ACTS["record_service"](desk.book, name="Clinic on the hill", sort="clinic")

    told = desk.open("concerns").message()

    assert "10111" in told
    assert "Clinic on the hill" not in told
