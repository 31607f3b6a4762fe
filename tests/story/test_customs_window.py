"""What a site says for itself, in the settings: numbers, words, closures, a policy; and what follows on the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.sheets.sheet import Sheet, open_record
from caregiver_desk.practice.norms import known
from caregiver_desk.practice.supervision import observing
from caregiver_desk.records.supervision.agreement import Limit
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day


def test_numbers_are_said_by_the_keyboard_and_one_undo_takes_them_back(desk: Desk) -> None:
    desk.open("settings")
    assert "All numbers are as shipped." in desk.message()
    desk.press("Our numbers")
    assert "Where it comes from: own proposal: above the four to six homes" in desk.message()
    keyboard = Keyboard(desk, lambda *_: None).write("21").press("Ctrl+Return")
    assert "A whole number from 2 to 20, please." in desk.message()

    desk.fill(heavy_day="8").press("Check-ins")
    assert "Where it comes from: monthly for established workers, as is common" in desk.message()
    desk.fill(talk="500").press("Support now?")
    keyboard.press("Ctrl+Return")
    assert "There is a check-in at least every" in desk.message()  # the field at fault comes into sight
    desk.fill(talk="21")
    keyboard.press("Ctrl+Return")

    assert (norms_of(desk.book).talk, norms_of(desk.book).heavy_day) == (21, 8)
    assert f"2 of {len(known())} numbers are our own." in desk.message()
    desk.press("Undo")
    assert "All numbers are as shipped." in desk.message()


def test_who_has_a_coordinator_reads_what_holds_and_says_nothing(desk: Desk, coordinator: Book) -> None:
    assert coordinator
    desk.open("settings")
    assert not {"Say when the site is closed", "Say which policy holds"} & set(desk.buttons())
    desk.press("Our numbers")

    assert "Your coordinator says another for the site." in desk.message()
    assert "A day is heavy from 7 visits." in desk.message()
    assert "Save" not in desk.buttons()
    desk.press("Close").press("Our words")
    assert "Too many households" in desk.message()
    assert "Save" not in desk.buttons()


def test_our_words_stand_everywhere_at_once_and_an_older_visit_keeps_its_own(desk: Desk, programme: Programme) -> None:
    words = {"asked": "said yes beforehand"}
    old = ACTS["visit_together"](desk.book, caregiver=programme.caregiver, day=clock.today(), words=words).record
    desk.open("settings").press("Our words").press("Visits together")
    desk.fill(prepared="Ready for the road").press("Save")
    desk.press("Our words").fill(W1="More homes than hours").press("Save")
    new = ACTS["visit_together"](desk.book, caregiver=programme.caregiver, day=clock.today(), words=words).record

    shown = [observing.items(questions.get(desk.book, "observation", each)["rubric"])[0].words for each in (old, new)]
    assert shown == ["Prepared and safe", "Ready for the road"]
    assert "2 things are called otherwise." in desk.message()
    ACTS["record_burden"](desk.book, caregiver=programme.caregiver, codes=["W1"], severity=1)
    assert any("More homes than hours" in each for each in desk.open("people").timeline())


def test_a_closure_moves_a_talk_and_is_taken_back(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    today = clock.today()
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=today)
    desk = open_window(programme.book).open("settings").press("Say when the site is closed")
    since, until = today + timedelta(20), today + timedelta(45)
    desk.fill(since=since.isoformat(), until=until.isoformat(), why="the end of the year").press("Save")
    assert "the end of the year" in desk.message()
    desk.open("people")
    assert desk.people()[0].next_due >= until

    desk.open("settings").press("Take back")
    assert "the end of the year" not in desk.message()
    assert desk.open("people").people()[0].next_due == today + timedelta(30)


def test_a_talk_is_late_only_some_working_days_after_its_day(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=clock.today())
    clock.shift(timedelta(31))
    desk = open_window(programme.book).open("people")
    (her,) = desk.people()
    assert (her.tone, "due since" in her.heard) == ("ink-soft", True)
    desk.close()

    clock.shift(timedelta(45))
    (her,) = open_window(programme.book).open("people").people()
    assert (her.tone, her.heard) == ("amber", "15 days over")


def test_an_agreement_names_the_policy_and_the_next_begins_with_its_words(desk: Desk, programme: Programme) -> None:
    desk.open("settings").press("Say which policy holds")
    desk.fill(name="Supervision policy", version="2", since="today", kept_at="the site office").press("Save")
    assert "In force: Supervision policy, version 2 · the site office" in desk.message()
    limits = [str(each) for each in Limit]
    terms = {"state": "agreed", "agreed_on": clock.today(), "how_agreed": "at this laptop", "limits": limits}
    ACTS["write_agreement"](
        desk.book, caregiver=programme.caregiver, day=clock.today(), they_want="An hour in peace.", **terms
    )
    desk.open("people").choose_person("Sibongile Ndaba").press("Agreement")
    assert desk.typed("policy") == "Supervision policy, version 2"

    desk.press("Renew")
    assert (desk.typed("policy"), desk.typed_words("they_want")) == ("", "An hour in peace.")


def test_a_talk_asks_in_our_words_and_an_older_record_stays_in_its_own(desk: Desk, programme: Programme) -> None:
    her, today = programme.caregiver, clock.today()
    ACTS["record_burden"](desk.book, caregiver=her, codes=["W3"], severity=1)
    old = ACTS["hold_check_in"](desk.book, caregiver=her, day=today, words={"type": "short call"}).record
    desk.open("settings").press("Our words").press("Check-ins")
    desk.fill(**{"short-call-urgent": "What burns"}).press("Save")
    desk.press("Our words").fill(W3="The red road").press("Save")
    ACTS["record_burden"](desk.book, caregiver=her, codes=["W3"], severity=2)
    new = ACTS["hold_check_in"](desk.book, caregiver=her, day=today, words={"type": "short call"}).record

    told = " ".join(desk.open("people").timeline())
    assert "Long ways, travel" in told
    assert "The red road" in told
    for record, asked in ((old, "What cannot wait for the next talk"), (new, "What burns")):
        open_record(desk.window, desk.window.hands, "check_in", record)
        desk.rest()
        (sheet,) = (each for each in desk.window.findChildren(Sheet) if each.isVisible())
        assert sheet.form.rows["urgent"].editor.placeholderText() == asked  # type: ignore[attr-defined]
        assert "In whose words" not in desk.message()
        desk.press("Leave")


def test_a_page_to_read_says_what_the_site_says_and_shows_what_stood_before(desk: Desk) -> None:
    keyboard = Keyboard(desk, lambda *_: None).press("Ctrl+K").write("somebody died").press("Return")
    assert "Go, or phone, within a day." in desk.message()

    desk.press("Our words")
    keyboard.write("We go on the day itself.").press("Ctrl+Return")
    keyboard.press("Ctrl+K").write("somebody died").press("Return")
    assert "We go on the day itself." in desk.message()

    desk.press(f"As it stood until {full_day(clock.today())}")
    assert "We go on the day itself." not in desk.message()
