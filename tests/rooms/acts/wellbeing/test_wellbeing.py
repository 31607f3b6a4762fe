"""Burdens, offers, checks and plans: what is preset, what is kept only with her yes, what nobody must answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book

DAY = "2026-03-02"


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


@pytest.mark.parametrize("code", FollowUpCode)
def test_an_offer_is_due_when_such_offers_usually_are_unless_a_day_is_given(
    book: Book, caregiver: str, code: FollowUpCode
):
    preset = ACTS["offer_support"](book, caregiver=caregiver, code=code).record
    chosen = ACTS["offer_support"](book, caregiver=caregiver, code=code, due=DAY).record

    usual = taxonomy.usual_due(code, clock.today(), norms({}))
    assert questions.get(book, "follow_up", preset)["due"] == (usual.isoformat() if usual else None)
    assert questions.get(book, "follow_up", chosen)["due"] == DAY


def test_an_offer_that_waits_for_an_occasion_says_which(book: Book, caregiver: str):
    assert "the next session" in ACTS["offer_support"](book, caregiver=caregiver, code="F9").sentence


@pytest.mark.parametrize(("given", "acute"), [({}, True), ({"acute": False}, False)])
def test_whether_something_happened_is_preset_and_can_be_said(
    book: Book, caregiver: str, given: dict[str, Any], acute: bool
):
    burden = ACTS["record_burden"](book, caregiver=caregiver, codes=["G1", "W1"], severity=2, **given)

    assert bool(questions.get(book, "stressor", burden.record)["acute"]) is acute
    assert len(burden.facts["usual"]) == 12


def test_without_her_yes_only_the_offer_of_support_is_kept(book: Book, caregiver: str):
    ACTS["record_burden"](book, caregiver=caregiver, codes=["P5"], severity=4, agreed=False)
    (offer,) = questions.listing(book, "follow_up")
    told = {"supervision": offer["supervision"], "caregiver": caregiver, "codes": ["P5"], "severity": 4}

    with pytest.raises(NotUnderstood):
        ACTS["record_stressor"](book, **told, agreed=False)

    assert questions.count(book, "stressor") == 0
    assert offer.values.keys() == {"supervision", "caregiver", "code", "due", "state"}


@pytest.mark.parametrize(
    "answers",
    [{}, {"load": 4}, {"unsaid": ["load", "energy", "somebody to talk to", "one good thing"]}, {"somebody": False}],
)
def test_every_answer_of_a_check_may_be_left_out_or_be_not_to_say(book: Book, caregiver: str, answers: dict[str, Any]):
    made = ACTS["ask_how_she_is"](book, caregiver=caregiver, day=DAY, **answers).record

    kept = questions.get(book, "wellbeing_check", made).values
    assert kept.keys() == {"supervision", "caregiver", "day", *answers}


@pytest.mark.parametrize("agreed", ["yes", "with reservations"])
def test_a_plan_is_opened_with_the_support_that_is_part_of_it(book: Book, caregiver: str, agreed: str):
    told = {"agreed": agreed, "aims": "to sleep again", "offers": ["F3", "F4"]}
    plan = ACTS["open_plan"](book, caregiver=caregiver, **told).record

    assert questions.get(book, "support_plan", plan)["opened"] == clock.today().isoformat()
    assert {each["plan"] for each in questions.listing(book, "follow_up")} == {plan}
    ACTS["undo"](book)
    assert questions.count(book, "follow_up") == questions.count(book, "support_plan") == 0
    assert checking.check(book) == []


def test_of_a_plan_she_does_not_want_only_the_offer_is_kept(book: Book, caregiver: str):
    ACTS["open_plan"](book, caregiver=caregiver, agreed="no", aims="words that are hers")

    (offer,) = questions.listing(book, "follow_up")
    assert (offer["code"], offer["plan"]) == ("F2", None)
    assert questions.count(book, "support_plan") == 0


def test_a_follow_up_names_the_service_that_helps(book: Book, caregiver: str):
    service = ACTS["record_service"](book, name="SADAG", sort="counselling", phone="0800 567 567", outside=True).record
    offer = ACTS["offer_support"](book, caregiver=caregiver, code="F14", service=service).record

    kept = questions.get(book, "follow_up", offer)
    assert questions.get(book, "service", kept["service"])["outside"] is True
    assert date.fromisoformat(kept["due"]) == clock.today() + timedelta(7)
