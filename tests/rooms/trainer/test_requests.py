"""The late stipend in the story: asked by four, released by three, answered late; ideas; and one that still waits."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.trainer.story import Books, listed


def test_four_ask_about_the_stipend_and_what_one_did_not_release_stays(books: Books):
    asked = listed(books.south, "asking", theme="stipend")
    came = listed(books.coordinator, "request", theme="stipend")

    assert (len(asked), len(came)) == (4, 3)
    assert {each["words"] for each in asked if not each["released"]}.isdisjoint({each["words"] for each in came})
    assert len([each for each in came if each["named"]]) == 1


def test_the_organisation_replies_late_and_its_answers_come_back(books: Books):
    answered = [each for each in listed(books.south, "request", theme="stipend") if each["replied_on"]]

    assert len(answered) == 3
    assert all(each["replied_on"] > each["reply_by"] for each in answered)
    assert all(each["replied_by"] == books.coordinator.person for each in answered)


def test_an_idea_is_answered_and_who_had_it_was_told(books: Books):
    ideas = {each["theme"]: each for each in listed(books.north, "request", sort="improvement idea")}

    assert ideas["supplies"]["told_on"]
    assert (ideas["place"]["state"], ideas["place"]["told_on"]) == ("answered yes", None)


def test_one_request_waits_for_long_and_one_wish_is_kept(books: Books):
    (waits,) = listed(books.north, "request", theme="transport and airtime")
    (kept,) = listed(books.north, "asking", theme="workload")

    assert (waits["state"], waits["replied_on"]) == ("asked", None)
    assert listed(books.coordinator, "request", theme="workload") == []
    assert clock.kin(kept.id, kept.scope) not in {each.id for each in listed(books.north, "request")}
