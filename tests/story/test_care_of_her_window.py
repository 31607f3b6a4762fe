"""A supervisor asks how somebody is, opens a plan with her, makes a short call, and looks at what is due."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from driver import Desk

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions

CALLED = "Ask what came of a referral"
PHONE = "000 555 0101"


def do(desk: Desk, act: str, **given: Any) -> None:
    """As from the palette."""
    desk.window.hands.lane.do(lambda book: ACTS[act](book, **given), owner=desk.window)
    desk.rest()


def timeline_of(desk: Desk) -> str:
    return "\n".join(desk.open("people").choose_person("Sibongile Ndaba").timeline())


def test_how_she_is_stands_on_the_timeline_and_what_she_would_not_say_does_not(desk: Desk) -> None:
    desk.open("wellbeing").press("How they are").fill(caregiver="Sibongile", load="4", unsaid="energy").press("Save")

    (check,) = questions.listing(desk.book, "wellbeing_check")
    assert (check["day"], check["energy"]) == (clock.today().isoformat(), None)
    assert "How they are · Load this week: 4 · ask about it" in timeline_of(desk)


def test_a_plan_stands_on_the_timeline_and_on_today_when_it_is_to_be_looked_at(desk: Desk) -> None:
    desk.open("wellbeing").press("Support plan").fill(caregiver="Sibongile", agreed="yes", aims="to sleep again")
    desk.fill(opened=(clock.today() - timedelta(14)).isoformat()).press("Save")

    assert "Support plan · to sleep again · open" in timeline_of(desk)
    assert "Look at the support plan together" in desk.open("today").message()
    desk.press("Open").fill(reviewed="today").press("Save")
    assert "Look at the support plan together" not in desk.message()


def test_a_short_call_asks_three_things_and_hides_nothing_that_was_written(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", learning="words")
    asked = ("how_are_you", "urgent", "the_work", "learning", "organisation", "went_well")

    def shown() -> list[str]:
        return [name for name in asked if desk.page().form.rows[name].isVisible()]  # type: ignore[attr-defined]

    assert shown() == ["how_are_you", "the_work", "learning", "organisation", "went_well"]
    desk.fill(type="short call")
    assert shown() == ["how_are_you", "urgent", "the_work", "learning"]


def test_nobody_asks_after_a_referral_while_the_household_is_paused(desk: Desk) -> None:
    (home,) = questions.listing(desk.book, "household", {"code": "HH-031"})
    clinic = ACTS["record_service"](desk.book, name="Clinic", sort="clinic").record
    do(desk, "record_referral", household=home.id, service=clinic, day=clock.today() - timedelta(14))
    shown = desk.open("today").message()
    assert (CALLED in shown, "HH-031" in shown) == (True, True)
    assert ("Clinic" in shown, "Mudau" in shown) == (False, False)

    do(desk, "change_household", id=home.id, fields={"state": "paused"})

    assert CALLED not in desk.message()


def test_a_vetting_is_shown_as_current_due_or_unknown_only(desk: Desk) -> None:
    (her,) = questions.find(desk.book, "Sibongile")
    told = {"person": her.id, "sort": "police clearance", "submitted": clock.today()}
    ACTS["record_vetting"](desk.book, **told, result="not cleared")

    assert "Vetting · police clearance · unknown" in timeline_of(desk)
    assert "not cleared" not in timeline_of(desk)


def test_an_old_number_says_so_before_anybody_relies_on_it(desk: Desk) -> None:
    desk.do_from_palette("Record service").fill(name="Clinic", sort="clinic", phone="012 345").press("Save")
    (clinic,) = questions.listing(desk.book, "service")
    (home,) = questions.listing(desk.book, "household", {"code": "HH-031"})

    desk.do_from_palette("Record referral").fill(household="HH-031", service="Clinic", day="today").press("Save")

    assert "Check this number" in desk.status()
    assert questions.listing(desk.book, "referral", {"household": home.id, "service": clinic.id})


def test_what_is_being_worked_on_still_weighs(desk: Desk) -> None:
    (her,) = questions.find(desk.book, "Sibongile")
    weighs = ACTS["record_burden"](desk.book, caregiver=her.id, codes=["W1"], severity=2).record
    do(desk, "change_stressor", id=weighs, fields={"state": "being worked on"})

    assert desk.open("wellbeing").press("Show what for").said_after("Something weighs on") == "Sibongile Ndaba"
    assert "1 thing · 1 being worked on" in desk.message()


def test_what_often_helps_is_shown_and_leads_to_an_offer_to_her(desk: Desk) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile", codes="Death of", severity="2", agreed="Yes").press("Save")
    assert "Talk with her within a day" in desk.said_after("What often helps")

    desk.press("Offer something").fill(code="Buddy").press("Save")

    assert "What often helps" not in desk.message()
    assert [each["code"] for each in questions.listing(desk.book, "follow_up")] == ["F8"]


def test_beside_her_stand_her_vetting_as_a_whole_and_her_phone_for_as_long_as_it_is_asked_for(desk: Desk) -> None:
    (her,) = questions.find(desk.book, "Sibongile")
    do(desk, "change_person", id=her.id, fields={"phone": PHONE})
    do(desk, "add_caregiver", given_names="Grace", surname="Mokoena")
    desk.open("people").choose_person("Sibongile Ndaba")
    assert ("unknown" in desk.tags(), PHONE in desk.message()) == (True, False)

    desk.press("Show")
    do(desk, "record_vetting", person=her.id, sort="references", submitted=clock.today(), result="cleared")
    assert ("current" in desk.tags(), PHONE in desk.message()) == (True, True)
    assert PHONE not in desk.press("Hide").message()

    assert PHONE in desk.press("Show").message()
    assert PHONE not in desk.open("today").open("people").message()
    desk.press("Show").choose_person("Grace Mokoena").choose_person("Sibongile Ndaba")
    assert PHONE not in desk.message()
