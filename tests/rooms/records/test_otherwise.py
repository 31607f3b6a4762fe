"""Whatever two people keep of one of them has a place for their word against it, or is in their own words."""

from __future__ import annotations

from caregiver_desk.records import otherwise
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS

BOTH_VIEWS = {"agreement", "appraisal", "support_need", "support_plan", "capability_view", "performance_worry"}
OWN_WORDS = {"to_bring", "self_care", "wellbeing_check", "questionnaire_answers", "supervising_interest"}
OTHERWISE = {"mentoring": "who accompanies whom", "lone_visit_plan": "what both agreed on for one round"}


def test_every_kind_that_two_people_keep_has_a_place_for_their_word_or_holds_it_already():
    of_two = {each.name for each in KINDS.values() if each.home == "supervision"}
    has = {each.name for each in KINDS.values() if otherwise.FIELD in each.fields}

    assert of_two - has == BOTH_VIEWS | OWN_WORDS | OTHERWISE.keys()
    assert has - of_two == {"visit", "assignment"}


def test_between_two_people_their_word_is_read_by_the_two():
    has = {each.name: each.fields[otherwise.FIELD] for each in KINDS.values() if otherwise.FIELD in each.fields}

    assert {name for name, field in has.items() if field.audience is not Audience.PAIR} == {"visit", "assignment"}
    assert {field.label for field in has.values()} == {"They see it otherwise"}
