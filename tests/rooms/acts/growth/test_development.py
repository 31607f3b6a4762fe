"""Items of seven kinds, goals that are looked at again, specialisms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.development import goals_to_look_at, reviews_of, support_had
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.records.growth.development import Area, Barrier, Support
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]
OURS = ("development_item", "learning_goal", "goal_review", "specialism", "appraisal", "capability_view")
OF_HOW_SHE_IS = {
    "stressor", "follow_up", "support_plan", "wellbeing_check", "support_need", "plan_response", "self_care",
    "own_care", "check_in", "learning_turn",
}  # fmt: skip


def goal(book: Book, caregiver: str, **more: Any) -> str:
    told = {"goal": "Say no kindly", "area": "boundaries and safety", "day": clock.today(), **more}
    return ACTS["set_goal"](book, caregiver=caregiver, **told).record


def look(book: Book, record: str, course: str, **more: Any) -> Any:
    return ACTS["review_goal"](book, goal=record, course=course, **more)


def had(book: Book, caregiver: str) -> set[Support]:
    return {each.support for each in support_had(book, caregiver, clock.today()) if each.last}


def test_sys_23_a_plan_item_carries_one_of_the_seven_kinds(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "what": "Grief, three mornings", "since": clock.today()}
    with pytest.raises(NotFilledIn):
        ACTS["plan_development"](book, **told)
    with pytest.raises(NotUnderstood):
        ACTS["plan_development"](book, sort="pep talk", **told)

    for each in Support:
        ACTS["plan_development"](book, sort=each, state="done", **told)
    assert had(book, caregiver) == set(Support)
    ACTS["undo"](book)
    assert had(book, caregiver) == set(Support) - {Support.BACKING}


def test_sys_23_talks_that_were_held_and_visits_that_were_spoken_about_count_by_themselves(
    book: Book, caregiver: str, house: str
):
    assert had(book, caregiver) == set()
    ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today())
    visit = {"asked": "said yes beforehand", "household": house}
    made = ACTS["visit_together"](book, caregiver=caregiver, day=clock.today(), words=visit).record
    assert had(book, caregiver) == {Support.SUPERVISION}

    spoken = {"spoken_on": clock.today()}
    ACTS["visit_together"](book, caregiver=caregiver, day=clock.today(), observation=made, words=spoken)
    assert had(book, caregiver) == {Support.SUPERVISION, Support.OBSERVATION}


def test_sys_18_a_goal_is_tagged_with_one_area_and_its_words_stay_between_the_two(pair: tuple[Book, Book], send: Send):
    hers, office = pair
    caregiver = ACTS["add_caregiver"](hers, given_names="Sibongile").record
    with pytest.raises(NotUnderstood):
        goal(hers, caregiver, area="speed")
    for area in Area:
        goal(hers, caregiver, area=area)
    send(hers, office)

    there = questions.listing(office, "learning_goal")
    assert {each["area"] for each in there} == {str(each) for each in Area}
    assert not any(each["goal"] for each in there)


def test_sys_36_a_goal_carries_its_days_its_state_and_what_was_seen(book: Book, caregiver: str):
    today = clock.today()
    record = goal(book, caregiver, review_on=today, target=today + timedelta(60), sought="Two doors kept")
    look(book, record, "moved on", evidence="One door kept", review_on=today + timedelta(30))
    look(book, record, "met", evidence="Both")

    told = questions.get(book, "learning_goal", record)
    assert [each["evidence"] for each in reviews_of(book, record)] == ["One door kept", "Both"]
    assert (told["state"], told["evidence"], told["sought"]) == ("met", "Both", "Two doors kept")
    with pytest.raises(NotUnderstood):
        look(book, record, "moved on")


def test_sys_36_two_looks_without_a_change_ask_change_or_drop_and_hold_nothing_up(book: Book, caregiver: str):
    record = goal(book, caregiver)
    first, second = look(book, record, "no change yet"), look(book, record, "no change yet")

    assert not first.facts["asks"]
    assert second.facts["asks"]
    assert "change it, or drop it?" in second.sentence
    assert [each.change_or_drop for each in goals_to_look_at(book, caregiver, clock.today())] == [True]
    with pytest.raises(NotFilledIn):
        look(book, record, "dropped")
    look(book, record, "dropped", words="Another way is better.")
    assert goals_to_look_at(book, caregiver, clock.today()) == []
    ACTS["undo"](book)
    assert len(reviews_of(book, record)) == 2
    assert questions.get(book, "learning_goal", record)["state"] == "active"


def test_sys_25_a_specialism_has_a_level_and_what_it_rests_on(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "topic": "disability", "since": clock.today()}
    for depth in ("learning", "practising", "leads"):
        ACTS["note_specialism"](book, depth=depth, evidence="Two years with three families", **told)
    with pytest.raises(NotUnderstood):
        ACTS["note_specialism"](book, depth="best of all", **told)

    kept = questions.listing(book, "specialism", {"topic": "disability"})
    assert {each["depth"] for each in kept} == {"learning", "practising", "leads"}
    assert all(each["evidence"] for each in kept)


def test_sys_39_oversight_sees_which_barriers_were_removed_and_not_the_words(pair: tuple[Book, Book], send: Send):
    hers, office = pair
    caregiver = ACTS["add_caregiver"](hers, given_names="Sibongile").record
    told = {"caregiver": caregiver, "sort": "training", "what": "Sign language", "since": clock.today()}
    ACTS["plan_development"](hers, barriers=list(Barrier), state="done", **told)
    send(hers, office)

    (there,) = questions.listing(office, "development_item")
    assert there["barriers"] == frozenset(map(str, Barrier))
    assert there["what"] is None


def test_sys_52_what_is_provided_has_a_track(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "sort": "training", "what": "Certificate", "since": clock.today()}
    for track in ("practice", "leadership", "both"):
        made = ACTS["plan_development"](book, track=track, **told).record
        assert questions.get(book, "development_item", made)["track"] == track


def test_sys_43_items_goals_and_appraisals_serve_what_is_expected_in_two_groups(book: Book, caregiver: str):
    said = {"relate": "We listen first", "complete": "Visits are written down"}
    expected = ACTS["record_expectations"](book, team=own_team(book), day=clock.today(), **said).record
    serves = {"caregiver": caregiver, "expectations": expected, "expected": "We listen first"}
    today = clock.today()
    made = [
        ("development_item", ACTS["plan_development"](book, sort="training", what="Hearing", since=today, **serves)),
        ("learning_goal", ACTS["set_goal"](book, goal="Ask more", area="reasoning", day=today, **serves)),
        ("appraisal", ACTS["hold_appraisal"](book, day=today, **serves)),
    ]

    assert {questions.get(book, kind, each.record)["expectations"] for kind, each in made} == {expected}
    assert {questions.get(book, kind, each.record)["expected"] for kind, each in made} == {"We listen first"}


@pytest.mark.parametrize("kind", OURS)
def test_p18_nothing_of_how_somebody_is_can_be_linked_from_their_growth(kind: str):
    assert {each.shown.refers for each in KINDS[kind].fields.values()} & OF_HOW_SHE_IS == set()
