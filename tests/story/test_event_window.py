"""Something hard happened, at the desk by keys; a round alone, and who is not back yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def test_a_robbery_is_kept_and_support_offered_in_a_dozen_keys_and_one_undo_takes_it_back(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    keyboard = Keyboard(desk, record_property)

    keyboard.press("Ctrl+E").type("sib").press("Tab").type("rob").press("Tab", "Tab", "0", "Ctrl+Return")

    (burden,) = questions.listing(desk.book, "stressor")
    assert (burden["event"], burden["happened"]) == ("robbery", clock.today().isoformat())
    assert questions.count(desk.book, "follow_up") == 5
    assert questions.count(desk.book, "safety_incident") == 1
    keyboard.counts("A hard event, with five offers", 12, "J5", allowed=60)
    keyboard.press("Ctrl+Z")
    assert questions.count(desk.book, "follow_up") == questions.count(desk.book, "stressor") == 0


def test_the_hour_and_the_day_may_be_said_as_one_says_them_and_only_what_is_ticked_is_offered(desk: Desk) -> None:
    desk.open("people").choose_person("Sibongile Ndaba").press("Hard event")
    desk.fill(event="death of a child").fill(when="yesterday 22:00", helper="Sister Kekana")
    desk.press("2").press("4").press("Save")

    yesterday = clock.today() - timedelta(1)
    (burden,) = questions.listing(desk.book, "stressor")
    assert burden["happened"] == yesterday.isoformat()
    told = {each["asks"] or each["code"]: each for each in questions.listing(desk.book, "follow_up")}
    assert set(told) == {"F2", "asked again"}
    assert told["asked again"]["due"] == (yesterday + timedelta(14)).isoformat()
    assert {each["helper"] for each in told.values()} == {"Sister Kekana"}
    assert "After a hard event: asked again" in " ".join(desk.timeline())


def test_who_was_hit_reads_that_another_opens_it_and_risk_shows_whom_to_ring_before_anything_is_saved(
    desk: Desk,
) -> None:
    desk.window.begin("hard_event")
    desk.rest().fill(caregiver="Me")
    assert "your coordinator or a colleague opens it for you" in desk.message()
    assert "Offer" not in desk.message().splitlines()

    desk.fill(caregiver="Sibongile").fill(event="suicide of a client")
    assert "Ring before you save" not in desk.message()
    assert "Look" in desk.message()
    desk.press("9")

    assert "Ring before you save" in desk.message()
    assert "0800 567 567" in desk.message()
    assert questions.count(desk.book, "follow_up") == 0


def test_today_says_how_many_are_asked_again_without_a_name_and_nobody_who_is_gone(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    act, today = ACTS["hard_event"], clock.today()
    gone = ACTS["add_caregiver"](programme.book, given_names="Elizabeth").record
    for each in (programme.caregiver, gone):
        act(programme.book, caregiver=each, event="robbery", day=today - timedelta(14), offers=["asked again"])
    (works,) = questions.listing(programme.book, "engagement", {"person": gone})
    ACTS["change_engagement"](programme.book, id=works.id, fields={"state": "deceased"})

    desk = open_window(programme.book).open("today")

    assert desk.said_after("After a hard event") == "1 person to ask again"
    assert "Elizabeth" not in desk.message()
    assert "Elizabeth" not in desk.open("wellbeing").message()
    assert "robbery" not in desk.message()


def test_somebody_who_is_late_stands_on_today_first_amber_then_red_until_they_are_back(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    plan = {"caregiver": programme.caregiver, "day": clock.today(), "route": "HH-031", "rings": "Maria"}
    ACTS["plan_lone_visits"](programme.book, **plan, back_by="00:00", act_by="00:00")
    desk = open_window(programme.book).open("today")
    assert "no word: act now" in desk.tags()

    desk.press("Back safe")

    assert questions.listing(desk.book, "lone_visit_plan")[0]["back"]
    assert "Back safe?" not in desk.message()


def test_a_plan_is_begun_as_the_last_one_and_goes_onto_paper(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    before = {"caregiver": programme.caregiver, "day": clock.today() - timedelta(1)}
    ACTS["plan_lone_visits"](programme.book, **before, route="HH-031 HH-017", back_by="15", code_word="yellow scarf")
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba").press("Plan a round alone")
    assert (desk.typed("route"), desk.typed("back_by")) == ("HH-031, HH-017", "15:00")

    desk.press("Save").press("Plan a round alone")
    desk.answers.file = programme.book.vault.folder / "plan.pdf"
    desk.press("Print")

    assert desk.answers.file.read_bytes().startswith(b"%PDF")


def test_a_door_that_was_not_safe_leads_to_what_happened_with_what_is_known(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Sibo", household="031", outcome="not safe to enter").press("Save visit")
    desk.press("Note what happened").fill(sort="threat").press("Save")

    (kept,) = questions.listing(desk.book, "safety_incident")
    (visit,) = questions.listing(desk.book, "visit")
    assert (kept["sort"], kept["household"], kept["day"]) == ("threat", visit["household"], visit["day"])
