"""What two people decide about support, what is arranged for a while, self-care, and a danger that comes first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from homes import household

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import checking, questions
from caregiver_desk.store.arranged import cap_of, protected_hours
from caregiver_desk.store.book import Book

DAY = "2026-03-02"
VIEW = "exam stress, it will pass"
HARM = ["may harm themselves"]


def codes(book: Book) -> list[str]:
    return sorted(each["code"] for each in questions.listing(book, "follow_up"))


def opened(book: Book, caregiver: str, **more: Any) -> str:
    return ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", **more).record


# --- a word on support


def test_nothing_is_decided_without_the_caregivers_own_view(book: Book, caregiver: str):
    with pytest.raises(NotFilledIn):
        ACTS["decide_support"](book, caregiver=caregiver, state="steady")
    with pytest.raises(NotFilledIn):
        ACTS["decide_support"](book, caregiver=caregiver, state="steady", their_view="  ")

    assert questions.count(book, "support_need") == 0


def test_a_suggestion_is_set_aside_with_its_reason_and_one_undo_takes_it_back(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "state": "steady", "their_view": VIEW, "dismissed": "exams until June"}
    made = ACTS["decide_support"](book, **told).record

    kept = questions.get(book, "support_need", made).values
    assert kept.keys() == {"supervision", "caregiver", "day", "state", "their_view", "dismissed"}
    ACTS["undo"](book)
    assert questions.count(book, "support_need") == 0
    assert checking.check(book) == []


@pytest.mark.parametrize("state", ["needs support now", "in support plan"])
def test_nobody_says_in_one_breath_that_support_is_needed_and_why_not(book: Book, caregiver: str, state: str):
    with pytest.raises(NotUnderstood):
        ACTS["decide_support"](book, caregiver=caregiver, state=state, their_view=VIEW, dismissed="x")


@pytest.mark.parametrize("kind", ["support_need", "plan_response", "self_care", "stressor", "wellbeing_check"])
def test_what_the_two_decide_is_read_by_them_alone_and_found_by_no_search(kind: str):
    assert {each.audience for each in KINDS[kind].fields.values()} == {Audience.PAIR}
    assert KINDS[kind].named == ()


# --- in danger


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("record_burden", {"codes": ["P7"], "severity": 4, "danger": HARM, "only_told": "my sister"}),
        ("ask_how_she_is", {"day": DAY, "danger": HARM, "only_told": "my sister"}),
        ("hold_check_in", {"day": DAY, "words": {"danger": HARM, "only_told": "my sister"}}),
    ],
)
def test_a_risk_to_self_says_whom_to_ring_and_opens_the_urgent_route(
    book: Book, caregiver: str, act: str, given: dict[str, Any]
):
    ACTS["record_service"](book, name="Thandi at the clinic", sort="clinic", phone="015 555 010")

    done = ACTS[act](book, caregiver=caregiver, **given)

    assert "SADAG suicide crisis line 0800 567 567; Thandi at the clinic 015 555 010" in done.sentence
    (offer,) = questions.listing(book, "follow_up")
    assert (offer["code"], offer["due"]) == ("F16", clock.today().isoformat())
    ACTS[act](book, caregiver=caregiver, **given)
    assert codes(book) == ["F16"]
    ACTS["undo"](book)
    ACTS["undo"](book)
    assert codes(book) == []


def test_without_her_yes_a_risk_leaves_the_urgent_offer_and_no_word_of_it(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "codes": ["P7"], "severity": 4, "danger": HARM, "agreed": False}
    done = ACTS["record_burden"](book, **told)

    assert "0800 567 567" in done.sentence
    assert codes(book) == ["F16"]
    assert questions.count(book, "stressor") == 0


def test_a_danger_that_is_added_later_says_whom_to_ring_as_well(book: Book, caregiver: str):
    burden = ACTS["record_burden"](book, caregiver=caregiver, codes=["P7"], severity=2).record

    said = ACTS["change_stressor"](book, id=burden, fields={"danger": HARM}).sentence

    assert "0800 567 567" in said


@pytest.mark.parametrize("code", ["O10", "O11"])
def test_who_leaves_and_what_rules_change_can_be_said_and_who_may_know(book: Book, caregiver: str, code: str):
    told = {"caregiver": caregiver, "codes": [code], "severity": 2}
    ours, theirs = (ACTS["record_burden"](book, **told, **more).record for more in ({}, {"may_know": "the team"}))

    assert questions.get(book, "stressor", ours)["may_know"] == "only us two"
    assert questions.get(book, "stressor", theirs)["may_know"] == "the team"


@pytest.mark.parametrize(("may_know", "theme"), [("the organisation", "safety"), ("the team", None)])
def test_what_the_organisation_may_know_names_the_theme_of_a_wish_and_asks_nothing(
    book: Book, caregiver: str, may_know: str, theme: str | None
):
    done = ACTS["record_burden"](book, caregiver=caregiver, codes=["S1"], severity=2, may_know=may_know)

    assert done.facts.get("may_ask") == theme
    assert questions.count(book, "asking") == 0


# --- plans


def test_four_responses_are_dated_parts_of_a_plan_that_whoever_gives_homes_is_reminded_of(book: Book, caregiver: str):
    today = clock.today()
    with pytest.raises(NotUnderstood):
        ACTS["arrange_part"](book, caregiver=caregiver, response="mentoring")
    plan = opened(book, caregiver)
    for response in ("mentoring", "visit together, told in detail"):
        ACTS["arrange_part"](book, caregiver=caregiver, response=response)
    for lacking in ("fewer homes for a while", "hours kept free"):
        with pytest.raises(NotFilledIn):
            ACTS["arrange_part"](book, caregiver=caregiver, response=lacking)
    until = today + timedelta(14)
    ACTS["arrange_part"](book, caregiver=caregiver, response="fewer homes for a while", homes=1, until=until)
    ACTS["arrange_part"](book, caregiver=caregiver, response="hours kept free", hours=6, until=until)

    assert [cap_of(book, caregiver, today + timedelta(each)) for each in (-1, 0, 14, 15)] == [None, 1, 1, None]
    assert [protected_hours(book, caregiver, today + timedelta(each)) for each in (-1, 0, 14, 15)] == [0, 6, 6, 0]
    first, second = (household(book, code) for code in ("HH-001", "HH-002"))
    given = [ACTS["assign_household"](book, household=each, caregiver=caregiver) for each in (first, second)]
    assert ["at most 1 was arranged" in each.sentence for each in given] == [False, True]
    ACTS["change_support_plan"](book, id=plan, fields={"ended": today.isoformat(), "ending": "eased"})
    assert cap_of(book, caregiver, today) is None


def test_that_a_caregiver_disagrees_is_kept_with_each_ones_view(book: Book, caregiver: str):
    views = {"their_view": "I want my homes back", "your_view": "for a month", "you_agree": "yes"}
    third = {"senior": "Zanele", "senior_view": "look again soon", "senior_agrees": "with reservations"}
    told = {"caregiver": caregiver, "agreed": "disagrees", **views, **third}
    plan = ACTS["open_plan"](book, **told).record

    kept = questions.get(book, "support_plan", plan)
    assert {name: kept[name] for name in told} == told


def test_a_look_at_a_plan_is_one_act_and_keeps_how_they_see_it_now(book: Book, caregiver: str):
    plan = opened(book, caregiver, opened=DAY)

    said = ACTS["look_at_plan"](book, plan=plan, their_view="it is lighter").sentence

    kept = questions.get(book, "support_plan", plan)
    assert (kept["reviewed"], kept["their_view"]) == (clock.today().isoformat(), "it is lighter")
    assert "14 days" in said


# --- self-care


def test_a_self_care_plan_has_one_to_three_things_and_the_next_takes_its_place(book: Book, caregiver: str):
    first = ACTS["plan_self_care"](book, caregiver=caregiver, one="walk home by the river", two="choir").record
    second = ACTS["plan_self_care"](book, caregiver=caregiver, one="choir on Thursdays").record

    assert first == second
    kept = questions.get(book, "self_care", first)
    assert (kept["one"], kept["two"]) == ("choir on Thursdays", None)


def test_a_supervisors_own_self_care_is_written_for_nobody_else():
    assert {each.audience for each in KINDS["own_care"].fields.values()} == {Audience.SELF}


def test_that_an_offer_was_declined_is_never_due_and_that_it_helped_is_said_in_words(book: Book, caregiver: str):
    offer = ACTS["offer_support"](book, caregiver=caregiver, code="F14").record
    ACTS["change_follow_up"](book, id=offer, fields={"state": "declined", "helped": 1})

    until = (questions.FIRST_DAY, questions.LAST_DAY)
    assert questions.facts(book, "follow_up", [], {"state": ["offered", "accepted"]}, days=until) == []
    assert "1 a little" in KINDS["follow_up"].fields["helped"].shown.unit
