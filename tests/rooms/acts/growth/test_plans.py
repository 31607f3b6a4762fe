"""Setting out on a road, its steps, and the decision at its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.plans import often_heard
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.growth.plans import plan_of
from caregiver_desk.desk.answers.supervision.talks import talk_with
from caregiver_desk.errors import NotFilledIn, NotUnderstood, PlanEnded, PlanGoesOn, RoadClosed
from caregiver_desk.practice.fairness.surveys import survey
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY


def begin(book: Book, person: str, sort: str = "induction") -> str:
    return named("begin_plan")(book, person=person, sort=sort).record


def steps(book: Book, plan: str) -> list[questions.Leaf]:
    return questions.listing(book, "road_step", {"plan": plan}, limit=EVERY)


def test_sys_32_an_induction_is_given_in_one_act_and_taken_back_by_one_undo(book: Book, caregiver: str):
    plan = begin(book, caregiver)
    assert len(steps(book, plan)) > 5
    named("undo")(book)
    assert questions.listing(book, "road_plan") == []


def test_sys_32_whom_somebody_meets_has_a_person_a_day_and_is_done(book: Book, caregiver: str):
    met = next(each for each in steps(book, begin(book, caregiver)) if each["sort"] == "meet")
    named("change_road_step")(book, id=met.id, fields={"whom": "Mrs Naidoo"})
    named("finish_step")(book, id=met.id)
    now = questions.get(book, "road_step", met.id)
    assert (now["whom"], now["done_on"], bool(now["due"])) == ("Mrs Naidoo", clock.today().isoformat(), True)


def test_whoever_gets_a_mentor_has_that_step_of_their_plan_done_in_the_same_save_and_reads_who_walks_along(
    book: Book, caregiver: str
):
    for road in ("mentoring and coaching", "first year"):
        named("open_road")(book, road=road)
    thandeka = named("add_caregiver")(book, given_names="Thandeka").record
    plan = begin(book, caregiver, "first year")

    def mentor() -> questions.Leaf:
        return next(each for each in steps(book, plan) if each["code"] == "mentor")

    assert "nobody walks along yet" in plan_of(book, plan).about
    named("begin_mentoring")(book, caregiver=caregiver, mentor=thandeka)
    assert mentor()["done_on"] == clock.today().isoformat()
    assert "Thandeka walks along" in plan_of(book, plan).about
    assert [each["done_on"] for each in steps(book, plan) if each["code"] != "mentor"] == [None] * 5
    named("undo")(book)
    assert mentor()["done_on"] is None


def test_a_site_adds_a_step_and_new_plans_have_it(book: Book, caregiver: str):
    named("add_own_step")(book, sort="induction", what="Meets the chief", days=2)
    named("add_own_step")(book, sort="induction", instead_of="partners")
    told = steps(book, begin(book, caregiver))
    assert "Meets the chief" in [each["what"] for each in told]
    assert "partners" not in [each["code"] for each in told]
    with pytest.raises(NotUnderstood):
        named("add_own_step")(book, sort="induction", instead_of="rockets")
    with pytest.raises(NotFilledIn):
        named("add_own_step")(book, sort="induction")


def test_roads_that_the_site_has_not_opened_are_not_begun(book: Book, caregiver: str):
    with pytest.raises(RoadClosed):
        begin(book, caregiver, "first year")
    named("open_road")(book, road="first year")
    assert begin(book, caregiver, "first year")


def test_nobody_is_on_one_road_twice_at_once(book: Book, caregiver: str):
    plan = begin(book, caregiver)
    with pytest.raises(PlanGoesOn):
        begin(book, caregiver)
    named("end_plan")(book, id=plan, end="completed")
    assert begin(book, caregiver)


def test_sys_24_a_road_ends_by_a_decision_and_one_that_was_stopped_says_why(book: Book, caregiver: str):
    plan = begin(book, caregiver)
    with pytest.raises(NotFilledIn):
        named("end_plan")(book, id=plan, end="stopped")
    named("end_plan")(book, id=plan, end="stopped", why="Moves to Polokwane.")
    ended = questions.get(book, "road_plan", plan)
    assert (ended["end"], ended["decided_by"]) == ("stopped", book.person)
    with pytest.raises(PlanEnded):
        named("extend_plan")(book, id=plan, until=clock.today() + timedelta(400), why="More time.")


def test_more_time_is_given_with_its_reason(book: Book, caregiver: str):
    plan = begin(book, caregiver)
    with pytest.raises(NotUnderstood):
        named("extend_plan")(book, id=plan, until=clock.today(), why="Ill for a month.")
    later = clock.today() + timedelta(200)
    named("extend_plan")(book, id=plan, until=later, why="Ill for a month.")
    assert questions.get(book, "road_plan", plan)["until"] == later.isoformat()


def test_sys_24_whoever_is_in_a_first_year_is_due_to_be_heard_sooner(book: Book, caregiver: str):
    engaged = questions.listing(book, "engagement", {"person": caregiver})[0]
    named("change_engagement")(book, id=engaged.id, fields={"since": "2020-01-01"})
    named("hold_check_in")(book, caregiver=caregiver, day=clock.today())
    before = talk_with(book, caregiver)
    named("open_road")(book, road="first year")
    begin(book, caregiver, "first year")
    after = talk_with(book, caregiver)
    assert before
    assert after
    assert after.after(clock.today()) < before.after(clock.today())


def test_sys_26_making_somebody_a_supervisor_opens_a_plan_of_twelve_months(make_book: Callable[..., Book]):
    book = make_book(role=Role.COORDINATOR)
    person = named("add_caregiver")(book, given_names="Thandeka").record
    named("open_road")(book, road="becoming a supervisor")
    named("become_supervisor")(book, person=person, team=own_team(book))
    plan = questions.listing(book, "road_plan", {"person": person})[0]
    sorts = {each["sort"] for each in steps(book, plan.id)}
    assert {"meet", "own supervision", "look at it together"} <= sorts
    assert plan["until"] > (clock.today() + timedelta(360)).isoformat()


def test_sys_06_who_becomes_a_supervisor_stays_the_same_person_and_nothing_is_typed_again(
    make_book: Callable[..., Book],
):
    book = make_book(role=Role.COORDINATOR)
    person = named("add_caregiver")(book, given_names="Thandeka", phone="0825550101").record
    named("record_thanks")(book, person=person, team=own_team(book), what_for="The roof", day=clock.today())
    before = questions.get(book, "person", person).values
    named("become_supervisor")(book, person=person, team=own_team(book))
    assert questions.get(book, "person", person).values == before
    assert len(questions.listing(book, "thanks", {"person": person})) == 1
    now = {each["role"]: each["until"] for each in questions.listing(book, "engagement", {"person": person})}
    assert (now["supervisor"], bool(now["caregiver"])) == (None, True)
    with pytest.raises(NotUnderstood):
        named("become_supervisor")(book, person=person, team=own_team(book))


def test_sys_64_whoever_is_new_is_heard_more_often_and_asked_without_a_name_how_it_is_here(book: Book, caregiver: str):
    begin(book, caregiver)
    assert often_heard(book, [caregiver]) == {caregiver}
    asked = {question.code for question in survey(SurveySort.CLIMATE).questions}
    assert {"respect", "safe", "stay"} <= asked


def test_sys_62_a_learner_has_an_end_date_and_somebody_who_supervises_their_practice(book: Book, caregiver: str):
    named("open_road")(book, road="students on placement")
    plan = named("begin_plan")(book, person=caregiver, sort="placement", guide=book.person).record
    placed = questions.get(book, "road_plan", plan)
    assert placed["guide"] == book.person
    assert placed["until"] > clock.today().isoformat()
    assert often_heard(book, [caregiver]) == {caregiver}
