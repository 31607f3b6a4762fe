"""Every kind of record has its place in the story, and says there what it is for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import vetted
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotAgreedTo, NotCleared
from caregiver_desk.practice import due
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.people.vetting import Status
from caregiver_desk.practice.visits import codes
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ANSWERS
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.calendar import Calendar
from caregiver_desk.trainer.households import written
from caregiver_desk.trainer.story import Books, listed, told


def person(book: Book, name: str) -> str:
    return listed(book, "person", given_names=name)[0].id


def home(book: Book, code: str) -> Leaf:
    (found,) = listed(book, "household", code=written(code))
    return found


NOT_IN_THE_STORY = {"capability", "conduct"}  # help was found first: that none stands in it is what it teaches
NOT_IN_THE_STORY |= {"questionnaire", "questionnaire_answers", "own_answers"}  # none is shipped, not even a made-up one
NOT_IN_THE_STORY |= {"region"}  # it has one site

OF_THE_OFFICE = {"move_interest", "known_move"}  # what somebody told the coordinator, who is asked there


@pytest.mark.parametrize("kind", [each for each in KINDS if each not in NOT_IN_THE_STORY])
def test_every_kind_of_record_occurs_in_the_story(books: Books, kind: str):
    assert listed(books.coordinator if kind in OF_THE_OFFICE else books.north, kind)


def test_all_three_books_say_who_answers_for_the_records(books: Books):
    for book in books.each():
        site = questions.own_site(book)
        assert site
        assert all(site[each] for each in ANSWERS)


def test_every_code_has_a_check_digit_that_fits_and_belongs_to_one_home(books: Books):
    assert all(codes.check(each["code"]) for each in listed(books.north, "household"))
    assert [together.found(book) for book in books.each()] == [[], [], []]


def test_one_home_refuses_and_from_then_on_only_the_minimum_is_kept_of_it(books: Books, calendar: Calendar):
    refusing = home(books.north, "HH-043")
    answers = {each["day"]: each["answer"] for each in listed(books.north, "consent", household=refusing.id)}
    day = calendar.day([8, 0]).isoformat()

    assert (refusing["state"], answers[day], len(answers)) == ("paused", "refused", 2)
    assert max(each["day"] for each in listed(books.north, "visit", household=refusing.id)) < day
    with pytest.raises(NotAgreedTo):
        ACTS["change_household"](books.north, id=refusing.id, fields={"nickname": "x"})


def test_the_homes_that_are_described_agreed_when_they_were_enrolled(books: Books):
    agreed = {each["household"]: each for each in listed(books.north, "consent", answer="agreed")}
    described = {each.id: each for each in listed(books.north, "household") if each["nickname"]}

    assert agreed.keys() == described.keys()
    assert all(each["day"] == described[place]["enrolled"] for place, each in agreed.items())
    assert {each["how"] for each in agreed.values()} == {"signed", "thumbprint", "said before a witness"}


def test_everyone_was_given_notice_in_her_language_but_she_who_was_entered_by_ear(books: Books):
    noticed = {each["person"]: each["language"] for each in listed(books.north, "notice")}
    caregivers = {each["person"] for each in listed(books.north, "engagement", role="caregiver")}
    languages = {person(books.north, each["given_names"]): each["language"] for each in told("people")["caregivers"]}

    assert noticed == languages
    assert caregivers - noticed.keys() == {person(books.north, "Marie")}


def test_one_vetting_has_grown_old_and_nobody_who_was_given_a_home_had_none_that_held(books: Books, calendar: Calendar):
    book = books.north
    stands = {each["given_names"]: vetted(book, each.id, calendar.today) for each in listed(book, "person")}
    hers = {name: stands[name] for name in (each["given_names"] for each in told("people")["caregivers"])}

    assert hers.pop("Grace") == Status.DUE
    assert set(hers.values()) == {Status.CURRENT}
    assert stands["Marie"] == Status.CURRENT
    assert [each["result"] for each in listed(book, "vetting", person=person(book, "Thandeka"))].count("pending") == 1
    free = home(book, "HH-059").id
    with pytest.raises(NotCleared):
        ACTS["assign_household"](book, household=free, caregiver=person(book, "Grace"), since=calendar.today)


def test_grace_has_a_support_plan_instead_of_a_formal_step(books: Books, calendar: Calendar):
    (plan,) = listed(books.north, "support_plan", caregiver=person(books.north, "Grace"))
    offers = {(each["code"], each["state"]) for each in listed(books.north, "follow_up", plan=plan.id)}

    assert (plan["opened"], plan["agreed"], plan["ended"]) == (
        calendar.day([24, 0]).isoformat(),
        "with reservations",
        None,
    )
    assert offers >= {("F3", "done"), ("F3", "offered"), ("F5", "accepted"), ("F17", "accepted")}
    assert due.look_at_plan(date.fromisoformat(plan["opened"]), None, None, norms({})) == calendar.day([26, 0])


def test_sibongiles_plan_eased_and_left_nothing_open(books: Books, calendar: Calendar):
    (plan,) = listed(books.north, "support_plan", caregiver=person(books.north, "Sibongile"))

    assert (plan["ended"], plan["ending"]) == (calendar.day([16, 0]).isoformat(), "eased")
    assert {each["state"] for each in listed(books.north, "follow_up", plan=plan.id)} == {"done"}


def test_a_counsellor_outside_the_community_was_hers_to_choose_and_was_asked_after(books: Books, calendar: Calendar):
    (went,) = [each for each in listed(books.south, "follow_up", code="F14") if each["state"] == "done"]
    asked = listed(books.south, "follow_up", code="F3", done_on=calendar.day([18, 3]).isoformat())

    assert questions.get(books.south, "service", went["service"])["outside"]
    assert (went["came_of_it"], [each["stressor"] for each in asked]) == ("attended", [went["stressor"]])


def test_referrals_were_answered_but_one_and_one_number_is_old(books: Books, calendar: Calendar):
    referred = listed(books.north, "referral")

    assert sorted(each["state"] for each in referred) == ["attended", "attended", "completed", "completed", "made"]
    assert all((each["feedback"] or each["day"]) <= calendar.today.isoformat() for each in referred)
    old = {each["name"] for each in listed(books.north, "service") if each["verified"] < "2026-01-01"}
    assert old == {"Home Affairs, Blouvlei"}


def test_in_week_17_the_clock_fell_back_and_what_was_written_then_has_no_time(books: Books, calendar: Calendar):
    (talk,) = listed(books.north, "check_in", day=calendar.day([17, 1]).isoformat(), type="short call")

    assert {step.at for step in histories.history(books.north, "check_in", talk.id)} == {0}
    others = [each for each in listed(books.north, "check_in") if each.id != talk.id]
    assert all(step.at for each in others[:5] for step in histories.history(books.north, "check_in", each.id))


def test_visits_say_that_they_stood_on_a_sheet_or_were_told_on_the_phone(books: Books):
    known = {(each["source"], each["outcome"] == "phone only") for each in listed(books.north, "visit")}

    assert known == {("paper sheet", False), ("phone call", True)}
    assert {each["source"] for each in listed(books.north, "stressor")} >= {None, "told by another"}


def test_talks_that_were_not_held_and_promises_that_were_dropped_say_why(books: Books):
    for book in books.each():
        missed = listed(book, "check_in", state="missed")
        dropped = listed(book, "promise", state="dropped")
        mine = {each.id for each in listed(book, "supervision", supervisor=book.person)}
        assert all(each["not_held"] for each in missed if each["supervision"] in mine)
        assert all(each["why_dropped"] for each in dropped if each["supervision"] in mine)
    assert listed(books.south, "check_in", state="missed")


def test_somebody_said_what_is_urgent_and_looked_at_one_thing_in_depth(books: Books):
    talks = listed(books.north, "check_in")

    for name in ("urgent", "situation", "boundaries", "her_words", "agreed_on", "private"):
        assert any(each[name] for each in talks), name


def test_a_rehearsal_of_a_few_weeks_has_its_directory_notices_and_answers_too(tell: Callable[..., Books]):
    short = tell(weeks=2)

    for kind in ("service", "notice", "vetting", "consent"):
        assert listed(short.north, kind)
