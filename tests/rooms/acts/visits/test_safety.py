"""Safety: what happened stays between two people; a plan for a round alone begins as the last one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from homes import household

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.visits.safety import LONE_VISIT_PLAN, SAFETY_INCIDENT
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

TODAY = clock.today
USUAL = {"route": "HH-001 HH-002", "back_by": "15", "act_by": "16.30", "rings": "Maria", "code_word": "yellow scarf"}


def planned(book: Book, caregiver: str, **more: Any) -> questions.Leaf:
    return questions.get(book, "lone_visit_plan", ACTS["plan_lone_visits"](book, caregiver=caregiver, **more).record)


def test_all_of_both_is_read_by_the_two_of_them_and_by_nobody_else():
    readers = {field.audience for kind in (SAFETY_INCIDENT, LONE_VISIT_PLAN) for field in kind.fields.values()}

    assert readers == {Audience.PAIR}


def test_an_incident_is_kept_with_its_day_and_nobody_has_to_say_more(book: Book, caregiver: str):
    said = ACTS["note_incident"](book, caregiver=caregiver, sort="dog").sentence

    (kept,) = questions.listing(book, "safety_incident")
    assert (kept["sort"], kept["day"], kept["area"]) == ("dog", TODAY().isoformat(), None)
    assert "offer support too" in said
    with pytest.raises(NotUnderstood):
        ACTS["note_incident"](book, caregiver=caregiver, sort="dog", day=TODAY() + timedelta(1))


def test_the_usual_plan_is_that_of_the_last_time_and_one_day_has_one_plan(book: Book, caregiver: str):
    first = planned(book, caregiver, day=TODAY() - timedelta(1), **USUAL)
    assert (first["route"], first["back_by"], first["act_by"]) == ("HH-001, HH-002", "15:00", "16:30")

    second = planned(book, caregiver, back_by="14")
    assert (second["route"], second["back_by"], second["code_word"]) == ("HH-001, HH-002", "14:00", "yellow scarf")
    assert planned(book, caregiver, rings="Grace").id == second.id
    assert questions.count(book, "lone_visit_plan") == 2


def test_a_number_of_her_list_stands_as_the_code_of_its_home(book: Book, caregiver: str):
    home = household(book)
    ACTS["assign_household"](book, household=home, caregiver=caregiver, short_number=4)
    (listed,) = questions.listing(book, "assignment")
    made = planned(book, caregiver, route=list_number(listed["short_number"]), back_by="15")

    assert made["route"] == questions.get(book, "household", home)["code"]
    with pytest.raises(NotUnderstood, match="no number of their list"):
        planned(book, caregiver, route=list_number(9), back_by="15")


@pytest.mark.parametrize(
    ("hours", "label"),
    [({"back_by": "late"}, "Expected back by"), ({"back_by": "16", "act_by": "15"}, "Act if no word by")],
)
def test_hours_are_hours_and_nobody_acts_before_somebody_is_expected(
    book: Book, caregiver: str, hours: dict[str, str], label: str
):
    with pytest.raises(NotUnderstood, match=label):
        planned(book, caregiver, **hours)


def test_a_first_plan_says_when_somebody_is_expected_back(book: Book, caregiver: str):
    with pytest.raises(NotFilledIn, match="Expected back by"):
        planned(book, caregiver, route="HH-001")


def test_back_safe_is_one_act_that_keeps_no_hour_and_can_be_taken_back(book: Book, caregiver: str):
    plan = planned(book, caregiver, **USUAL)

    ACTS["back_safe"](book, plan=plan.id)
    assert questions.get(book, "lone_visit_plan", plan.id)["back"]
    assert not {name for name in LONE_VISIT_PLAN.fields if name.startswith("back") and name not in {"back", "back_by"}}
    ACTS["undo"](book)
    assert not questions.get(book, "lone_visit_plan", plan.id)["back"]
