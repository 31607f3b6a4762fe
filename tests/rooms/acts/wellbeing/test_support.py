"""What comes of support: done on its day, followed by the next, ended with its plan, one plan at a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotFilledIn, NotUnderstood, PlanOpen
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

DAY = "2026-03-02"


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


def offered(book: Book, caregiver: str, code: str, **more: Any) -> str:
    return ACTS["offer_support"](book, caregiver=caregiver, code=code, **more).record


def changed(book: Book, kind: str, record: str, **fields: Any) -> str:
    return ACTS[f"change_{kind}"](book, id=record, fields=fields).sentence


def under_way(book: Book) -> list[Leaf]:
    return questions.listing(book, "follow_up", {"state": "offered"})


@pytest.mark.parametrize(("given", "day"), [({}, None), ({"done_on": DAY}, DAY)])
def test_what_is_done_was_done_today_unless_a_day_is_given(
    book: Book, caregiver: str, given: dict[str, str], day: str | None
):
    offer = offered(book, caregiver, "F7")
    link = questions.get(book, "follow_up", offer)["supervision"]
    changed(book, "follow_up", offer, state="done", **given)
    told = {"supervision": link, "caregiver": caregiver, "code": "F7", "state": "done", **given}
    new = ACTS["record_follow_up"](book, **told).record

    expected = day or clock.today().isoformat()
    assert [questions.get(book, "follow_up", each)["done_on"] for each in (offer, new)] == [expected, expected]
    changed(book, "follow_up", offer, state="reviewed", next="go along once more")
    assert questions.get(book, "follow_up", offer)["done_on"] == expected


def test_a_referral_of_hers_is_asked_after_two_weeks_later_and_one_undo_takes_both_back(book: Book, caregiver: str):
    offer = offered(book, caregiver, "F14")

    said = changed(book, "follow_up", offer, state="done", done_on=DAY, way="went along", came_of_it="received")

    (asked,) = under_way(book)
    assert (asked["code"], asked["due"]) == ("F3", "2026-03-16")
    assert "16 Mar 2026" in said
    ACTS["undo"](book)
    assert [each.id for each in under_way(book)] == [offer]


def test_she_is_phoned_every_week_as_long_as_the_plan_is_open(book: Book, caregiver: str):
    plan = ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", offers=["F3"]).record
    (first,) = under_way(book)
    changed(book, "follow_up", first.id, state="done")
    (second,) = under_way(book)

    assert (second["plan"], second["due"]) == (plan, (clock.today() + timedelta(7)).isoformat())
    changed(book, "support_plan", plan, ended=clock.today().isoformat(), ending="eased")
    assert questions.get(book, "follow_up", second.id)["state"] == "lapsed"
    alone = offered(book, caregiver, "F3")
    assert changed(book, "follow_up", alone, state="done") == "Changed: PSS follow-up."
    assert under_way(book) == []


def test_the_end_of_a_plan_ends_what_it_offers_and_nothing_else(book: Book, caregiver: str):
    plan = ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", offers=["F4", "F8", "F9"]).record
    other = offered(book, caregiver, "F7")
    first, second, third = (each.id for each in under_way(book) if each["plan"] == plan)
    changed(book, "follow_up", first, state="done")
    changed(book, "follow_up", second, state="accepted")

    changed(book, "support_plan", plan, ended=clock.today().isoformat())

    states = {each.id: each["state"] for each in questions.listing(book, "follow_up")}
    assert states == {first: "done", second: "lapsed", third: "lapsed", other: "offered"}
    ACTS["undo"](book)
    assert questions.get(book, "follow_up", second)["state"] == "accepted"


def test_a_second_plan_is_opened_only_when_the_first_has_ended(book: Book, caregiver: str):
    first = ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", opened=DAY).record
    link = questions.get(book, "support_plan", first)["supervision"]
    told = {"supervision": link, "caregiver": caregiver, "opened": DAY, "agreed": "yes"}

    for act, given in (("open_plan", {"caregiver": caregiver, "agreed": "yes"}), ("record_support_plan", told)):
        with pytest.raises(PlanOpen):
            ACTS[act](book, **given)
    with pytest.raises(NotUnderstood, match="Ended on"):
        changed(book, "support_plan", first, ended="2026-03-01")
    changed(book, "support_plan", first, ended="2026-03-16")
    ACTS["open_plan"](book, caregiver=caregiver, agreed="with reservations")
    with pytest.raises(PlanOpen):
        changed(book, "support_plan", first, ended=None)


@pytest.mark.parametrize(("answer", "item"), [({"load": 0}, "load"), ({"somebody": False}, "somebody to talk to")])
def test_nobody_answers_and_prefers_not_to_say(book: Book, caregiver: str, answer: dict[str, Any], item: str):
    with pytest.raises(NotUnderstood, match="Prefers not to say"):
        ACTS["ask_how_she_is"](book, caregiver=caregiver, day=DAY, **answer, unsaid=[item])

    made = ACTS["ask_how_she_is"](book, caregiver=caregiver, day=DAY, unsaid=[item]).record
    with pytest.raises(NotUnderstood):
        changed(book, "wellbeing_check", made, **answer)
    changed(book, "wellbeing_check", made, **answer, unsaid=[])


def test_what_could_not_be_changed_says_why(book: Book, caregiver: str):
    home = ACTS["record_household"](book, team=questions.listing(book, "team")[0].id, code="HH-001").record
    told = {"codes": ["S3"], "severity": 3, "happened": DAY, "household": home}
    burden = ACTS["record_burden"](book, caregiver=caregiver, **told).record

    kept = questions.get(book, "stressor", burden)
    assert (kept["happened"], kept["household"], bool(kept["acute"])) == (DAY, home, True)
    with pytest.raises(NotFilledIn, match="Why it could not be changed"):
        changed(book, "stressor", burden, state="could not be changed")
    changed(book, "stressor", burden, state="could not be changed", why_not="the family moved")


def test_an_event_on_a_day_is_one_that_happened(book: Book, caregiver: str):
    burden = ACTS["record_burden"](book, caregiver=caregiver, codes=["W1"], severity=2, happened=DAY).record

    assert questions.get(book, "stressor", burden)["acute"]
    assert date.fromisoformat(questions.get(book, "stressor", burden)["happened"])


def test_sys_42_what_support_cost_is_noted_with_it_and_for_the_two_alone(book: Book, caregiver: str):
    record = offered(book, caregiver, "F6")
    changed(book, "follow_up", record, cost=120)
    assert questions.get(book, "follow_up", record)["cost"] == 120
    assert KINDS["follow_up"].fields["cost"].audience == Audience.PAIR
