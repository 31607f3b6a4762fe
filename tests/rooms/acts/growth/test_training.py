"""Training: what is known of it, who has not done it, what a role asks for, and a group that ends in one save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.growth.cohorts import taking_part
from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.acts.growth.tasks import tasks_of
from caregiver_desk.acts.growth.training import days_outside, how_far, learners, not_completed, trainings_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import CourseNeeded, NotOfACourse
from caregiver_desk.practice.growth.training import Standing
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

DAY = "2026-03-02"
PSS, PROTECTION, SUPERVISION = "caregiver-pss", "child-protection", "supportive-supervision"


def does(book: Book, act: str, **given: Any) -> Outcome:
    return ACTS[act](book, **given)


def course(book: Book, code: str) -> str:
    if code not in courses_of(book):
        does(book, "take_up_courses")
    return courses_of(book)[code].id


def caregiver(book: Book, name: str) -> str:
    return does(book, "add_caregiver", given_names=name).record


def begin(book: Book, *people: str, code: str = PSS, since: str = DAY) -> str:
    given = {"course": course(book, code), "name": "PSS in March", "since": since, "assessor": "L. Dube"}
    return does(book, "record_cohort", **given, people=list(people)).record


def trained(book: Book, person: str, code: str, result: str | None = "competent") -> str:
    return does(book, "record_training", person=person, course=course(book, code), since=DAY, result=result).record


def lacking(book: Book, code: str) -> list[str]:
    return [each.person for each in not_completed(book, code)]


def test_sys_03_a_training_holds_provider_dates_tasks_with_due_dates_result_level_unit_standards_and_credits(
    book: Book,
):
    who, of = caregiver(book, "Grace"), course(book, SUPERVISION)
    does(book, "change_course", id=of, fields={"provider": "Ridge College", "accreditation": "HW/123", "credits": 8})
    cohort = begin(book, who, code=SUPERVISION)
    does(book, "set_task", cohort=cohort, what="Workbook 1")

    (training,), (task,) = learners(book, cohort), tasks_of(book, cohort)
    wanted = {"provider": "Ridge College", "accreditation": "HW/123", "credits": 8, "nqf_level": 4, "since": DAY}
    assert wanted | {"unit_standards": "244584", "result": None} == {
        each: training[each] for each in (*wanted, "unit_standards", "result")
    }
    assert task["due"] == (clock.today() + timedelta(42)).isoformat()
    assert (task["training"], task["person"], task["result"]) == (training.id, who, None)


def test_sys_03_who_in_this_team_has_not_completed_a_course_is_one_question(book: Book):
    done, begun, failed, never = (caregiver(book, each) for each in ("Ayanda", "Bongani", "Grace", "Maria"))
    trained(book, done, PSS)
    begin(book, begun)
    trained(book, failed, PSS, "not yet competent")

    told = not_completed(book, PSS, own_team(book))
    assert [(each.person, each.standing) for each in told] == [
        (begun, Standing.UNDER_WAY), (failed, Standing.NOT_YET), (never, Standing.NEVER)
    ]  # fmt: skip
    trained(book, failed, PSS)
    assert lacking(book, PSS) == [begun, never]


def test_sys_04_the_role_is_given_without_the_course_only_with_a_reason(book: Book):
    who = caregiver(book, "Zanele")
    role = {"person": who, "team": own_team(book), "role": "protection lead"}
    with pytest.raises(CourseNeeded, match="has not completed “Child protection"):
        does(book, "record_engagement", **role)

    made = does(book, "record_engagement", **role, untrained="the course begins in May").record
    assert questions.get(book, "engagement", made)["untrained"] == "the course begins in May"
    does(book, "change_engagement", id=made, fields={"until": clock.today()})
    trained(book, who, PROTECTION)
    does(book, "record_engagement", **role)


def test_sys_04_a_site_names_an_equivalent_and_may_ask_for_another_course(book: Book):
    who = caregiver(book, "Zanele")
    role = {"person": who, "team": own_team(book), "role": "protection lead"}
    draft = {"title": "Safe hands", "code": "safe-hands", "counts_as": PROTECTION}
    equal = does(book, "record_course", **draft).record
    does(book, "record_training", person=who, course=equal, since=DAY, result="attended")
    assert how_far(book, who, PROTECTION) == Standing.DONE
    does(book, "record_engagement", **role)

    does(book, "require_course", course=course(book, SUPERVISION))
    with pytest.raises(CourseNeeded, match="Supportive supervision"):
        does(book, "record_engagement", **role)


def test_sys_04_a_safeguarding_lead_is_named_in_the_same_way(book: Book):
    does(book, "add_caregiver", given_names="Zanele", surname="Arendse")
    lead = {"site": questions.listing(book, "site")[0].id, "name": "Zanele Arendse", "phone": "000", "day": DAY}
    with pytest.raises(CourseNeeded):
        does(book, "record_safeguarding_lead", **lead)
    does(book, "record_safeguarding_lead", **lead, outside=True)
    does(book, "record_safeguarding_lead", **lead, untrained="nobody else may do it yet")


def test_sys_04_a_lead_whom_a_bundle_brings_without_the_course_is_found(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    hers, office = pair
    who = caregiver(hers, "Zanele")
    training = trained(hers, who, PROTECTION)
    does(hers, "record_engagement", person=who, team=own_team(hers), role="protection lead")
    assert together.found(hers) == []
    does(hers, "withdraw_training", id=training)
    send(hers, office)

    for book in pair:
        assert [each.code for each in together.found(book)] == ["untrained"]


def test_sys_04_no_concern_waits_for_a_course(book: Book):
    """A lead without the course, or none at all: what somebody noticed is noted as ever."""
    noticed = {"danger": "no", "sort": "hurt in body", "whom": "a child", "noticed": DAY, "seen": "a bruise"}
    assert does(book, "note_concern", **noticed).record


def test_sys_05_a_coordinator_sees_which_supervisors_have_not_done_supportive_supervision(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    hers, office = pair
    caregiver(hers, "Grace")
    send(hers, office)
    assert lacking(office, SUPERVISION) == [hers.person]

    trained(office, hers.person, SUPERVISION)
    assert lacking(office, SUPERVISION) == []
    send(office, hers)
    (told,) = trainings_of(hers, hers.person)
    assert (told["title"], told["result"]) == ("Supportive supervision for supervisors", "competent")


def test_sys_06_a_caregiver_who_becomes_a_supervisor_keeps_all_that_they_learned(book: Book):
    who = caregiver(book, "Thandeka")
    trained(book, who, PSS)
    does(book, "set_task", cohort=begin(book, who, code=PROTECTION), what="Workbook 1")
    before = questions.timeline(book, who, limit=50)
    (work,) = questions.listing(book, "engagement", {"person": who})

    does(book, "change_engagement", id=work.id, fields={"until": clock.today(), "state": "transferred"})
    does(book, "record_engagement", person=who, team=own_team(book), role="supervisor", since=clock.today())

    assert how_far(book, who, PSS) == Standing.DONE
    after = {each.id for each in questions.timeline(book, who, limit=50)}
    assert {each.id for each in before} < after
    assert [each.person for each in not_completed(book, SUPERVISION) if each.person == who] == [who]


def test_sys_52_a_course_says_whether_it_leads_to_practice_to_leadership_or_to_both(book: Book):
    does(book, "take_up_courses")
    does(book, "record_course", title="Bridging the gap", code="bridging", track="both")

    tracks = {code: leaf["track"] for code, leaf in courses_of(book).items()}
    assert tracks == {PSS: "practice", PROTECTION: "both", SUPERVISION: "leadership", "bridging": "both"}


def test_sys_54_a_course_group_has_members_days_who_came_and_an_end_that_one_undo_takes_back(book: Book):
    one, other, third = (caregiver(book, each) for each in ("Ayanda", "Bongani", "Grace"))
    cohort = begin(book, one, other)
    does(book, "join_course", cohort=cohort, people=[other, third], day="2026-03-09")
    circle = str(questions.get(book, "cohort", cohort)["circle"])
    assert taking_part(book, circle) == [one, other, third]
    does(book, "hold_session", circle=circle, day=DAY, came=[one, other])
    assert questions.count(book, "attendance", {"circle": circle}) == 2

    given = {"results": {one: "competent", other: "not yet competent"}, "certificates": {one: "C-17"}}
    done = does(book, "complete_cohort", cohort=cohort, **given, day="2026-05-04")
    assert done.sentence.endswith("1 person has no result yet.")
    told = {each["person"]: (each["result"], each["until"], each["certificate"]) for each in learners(book, cohort)}
    assert told[one] == ("competent", "2026-05-04", "C-17")
    assert told[other] == ("not yet competent", "2026-05-04", None)
    assert questions.get(book, "circle", circle)["until"] == "2026-05-04"

    does(book, "undo")
    assert {each["result"] for each in learners(book, cohort)} == {None}
    assert questions.get(book, "cohort", cohort)["completed"] is questions.get(book, "circle", circle)["until"] is None


@pytest.mark.parametrize(("said", "kept"), [(-3, -3), (None, 0), (9, 0)])
def test_a_course_that_is_completed_without_a_day_was_over_on_the_last_day_of_its_group_if_that_is_past(
    book: Book, said: int | None, kept: int
):
    who, today = caregiver(book, "Ayanda"), clock.today()
    until = {"until": today + timedelta(said)} if said else {}
    given = {"course": course(book, PSS), "name": "PSS", "since": today - timedelta(30), **until}
    cohort = does(book, "record_cohort", **given, people=[who]).record
    does(book, "complete_cohort", cohort=cohort, results={who: "competent"})

    day = (today + timedelta(kept)).isoformat()
    assert questions.get(book, "cohort", cohort)["completed"] == day
    assert [each["until"] for each in learners(book, cohort)] == [day]


def test_tasks_are_marked_in_one_save_by_whoever_the_group_names_and_one_undo_takes_it_back(book: Book):
    one, other = caregiver(book, "Ayanda"), caregiver(book, "Bongani")
    cohort = begin(book, one, other)
    does(book, "set_task", cohort=cohort, what="Workbook 1", due="2026-04-13")
    first, second = tasks_of(book, cohort)

    marks = {first.id: {"result": "competent"}, second.id: {"handed_in": "2026-04-13"}}
    does(book, "mark_course", cohort=cohort, tasks=marks, results={one: "competent"}, day="2026-04-20")
    judged = questions.get(book, "practical_task", first.id)
    assert [judged[each] for each in ("handed_in", "assessed", "assessor")] == ["2026-04-20", "2026-04-20", "L. Dube"]
    assert [each["result"] for each in learners(book, cohort)] == ["competent", None]

    does(book, "undo")
    assert [each["handed_in"] for each in tasks_of(book, cohort)] == [None, None]
    assert [each["result"] for each in learners(book, cohort)] == [None, None]


def test_one_learner_under_two_ids_is_pointed_out_and_is_one_once_somebody_says_so(book: Book):
    one, other = caregiver(book, "Maria"), caregiver(book, "Maria")
    given = {"course": course(book, PSS), "name": "PSS", "since": DAY, "people": [one, other]}
    made = does(book, "record_cohort", **given)
    assert "may be one learner, entered twice" in made.sentence

    does(book, "same", one=one, other=other)
    circle = str(questions.get(book, "cohort", made.record)["circle"])
    assert len(taking_part(book, circle)) == 1
    does(book, "mark_course", cohort=made.record, results={other: "competent"})
    assert {each["result"] for each in learners(book, made.record)} == {"competent"}


def test_days_outside_those_of_a_unit_standard_are_warned_of_and_saved(book: Book):
    who, of = caregiver(book, "Grace"), course(book, SUPERVISION)
    late = does(book, "record_training", person=who, course=of, since="2026-07-01")

    assert "Unit standard 244584 could be begun until 30 Jun 2026 only." in late.sentence
    assert days_outside(book, questions.get(book, "training", late.record)) != []
    does(book, "record_unit_standard", number="244584", last_enrolment="2027-06-30")
    assert days_outside(book, questions.get(book, "training", late.record)) == []


def test_nothing_of_a_workbook_but_its_result_and_its_place_has_room_here():
    """Real families stand in workbooks: no note, no scan; where it lies never rises."""
    fields = KINDS["practical_task"].fields
    words = {name for name, each in fields.items() if each.base is str and not each.choices and not each.shown.refers}

    assert words == {"what", "assessor", "moderator", "kept_at"}
    assert all((fields[each].most or 999) <= 80 for each in words)
    assert fields["kept_at"].audience == "words"


def test_who_takes_part_in_a_course_is_said_in_one_place_only(book: Book):
    circle = str(questions.get(book, "cohort", begin(book, caregiver(book, "Grace")))["circle"])
    with pytest.raises(NotOfACourse):
        does(book, "set_members", circle=circle, people=[book.person])
