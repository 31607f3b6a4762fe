"""What her own answers say, and what they do not; and what stands behind the codes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.supervision import agenda
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.practice.wellbeing.wellbeing import answers, is_low
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.supervision.supervision import CHECK_IN, CheckInType
from caregiver_desk.records.wellbeing.checks import WELLBEING_CHECK, Item
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode, StressorGroup

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("check", "unsaid", "low"),
    [
        ({}, (), False),
        ({}, tuple(Item), False),
        ({"load": 2, "energy": 2, "somebody": True}, (), False),
        ({"load": 3}, (), True),
        ({"energy": 1}, (), True),
        ({"energy": 0}, (Item.ENERGY,), False),
        ({"somebody": False}, (), True),
        ({"somebody": False}, (Item.SOMEBODY,), False),
    ],
)
def test_not_to_say_is_an_answer_and_is_never_low(check: dict[str, Any], unsaid: tuple[Item, ...], low: bool):
    assert is_low(answers(check, unsaid)) is low


def test_no_question_of_a_wellbeing_check_must_be_answered():
    needed = {name for name, field in WELLBEING_CHECK.fields.items() if field.required}
    assert needed == {"supervision", "caregiver", "day"}


def test_every_code_has_its_words_and_no_words_are_without_a_code():
    assert list(taxonomy.stressors()) == list(StressorGroup)
    assert set(taxonomy.shipped(Catalogue.STRESSORS)) == set(StressorCode)
    assert set(taxonomy.shipped(Catalogue.FOLLOW_UPS)) == set(taxonomy.follow_ups()) == set(FollowUpCode)
    assert set(taxonomy.shipped(Catalogue.CHECK_INS)) == set(agenda.places())


@pytest.mark.parametrize("code", StressorCode)
def test_every_burden_has_usual_responses_and_says_whether_it_is_acute(code: StressorCode):
    assert len(taxonomy.responses([code])) >= 5
    assert taxonomy.usually_acute([code]) is (code in {"P5", "S3", "S4", "G1", "G4", "G5"})


def test_responses_to_two_groups_are_told_group_by_group():
    both = taxonomy.responses([StressorCode.G1, StressorCode.W1, StressorCode.W2])
    assert both == taxonomy.responses([StressorCode.W1]) + taxonomy.responses([StressorCode.G1])


@pytest.mark.parametrize(
    ("code", "due"),
    [
        ("F1", "2026-03-02"),
        ("F2", "2026-03-03"),
        ("F3", "2026-03-05"),
        ("F4", "2026-03-05"),
        ("F5", "2026-03-09"),
        ("F12", "2026-03-16"),
        ("F14", "2026-03-09"),
        ("F16", "2026-03-02"),
        ("F17", "2026-03-16"),
    ],
)
def test_an_offer_is_due_when_such_offers_usually_are(code: str, due: str):
    assert taxonomy.usual_due(FollowUpCode(code), MONDAY, norms({})) == date.fromisoformat(due)
    assert taxonomy.occasion(FollowUpCode(code)) == ""


@pytest.mark.parametrize("code", ["F7", "F9", "F10", "F11", "F13", "F18"])
def test_what_waits_for_an_occasion_has_no_day(code: str):
    assert taxonomy.usual_due(FollowUpCode(code), MONDAY, norms({})) is None
    assert taxonomy.occasion(FollowUpCode(code))


@pytest.mark.parametrize("code", FollowUpCode)
def test_every_offer_has_a_day_or_an_occasion_and_not_both(code: FollowUpCode):
    told = taxonomy.follow_ups()[code]
    assert len(told.keys() & {"days", "working_days", "at", "at_once"}) == 1


def test_a_short_call_asks_three_things_and_every_talk_only_what_is_declared():
    assert agenda.asks(CheckInType.BRIEF) == ("how_are_you", "urgent", "the_work")
    for sort in CheckInType:
        assert set(agenda.asks(sort)) < set(CHECK_IN.fields)


@pytest.mark.parametrize("code", StressorCode)
def test_what_others_may_know_is_a_theme_and_says_nothing_of_what_it_is(code: StressorCode):
    (theme,) = taxonomy.speaks([code])
    assert {str(theme), str(taxonomy.asks([code]))}.isdisjoint({str(code), taxonomy.words(code)})
