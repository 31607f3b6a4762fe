"""SYS-51, SYS-59 and SYS-63: the time of a role, a small project, and what a role is called."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.split import split_in
from caregiver_desk.errors import NotAHundred, OnlyTheirOwn
from caregiver_desk.practice.growth.split import Month, Split, in_words
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

HALVES = {"practice": 50, "supervising": 25, "learning": 25}


@pytest.fixture
def planned(book: Book) -> str:
    ACTS["open_road"](book, road="time of a role")
    told = {"person": book.person, "title": "Principal practitioner", "since": "2026-01-01"}
    return str(ACTS["record_role_split"](book, **told, **HALVES).record)


def test_sys_51_a_role_has_a_planned_split_that_makes_a_whole(book: Book, planned: str):
    assert questions.get(book, "role_split", planned)["practice"] == 50
    with pytest.raises(NotAHundred):
        ACTS["change_role_split"](book, id=planned, fields={"learning": 20})
    ACTS["change_role_split"](book, id=planned, fields={"learning": 20, "practice": 55})


@pytest.mark.usefixtures("planned")
def test_sys_51_the_month_sets_the_plan_beside_the_days_that_were_recorded(book: Book, caregiver: str):
    today = clock.today()
    for each in ("HH-001", "HH-002"):
        home = ACTS["record_household"](book, team=questions.listing(book, "team")[0].id, code=each).record
        ACTS["record_visit"](book, caregiver=book.person, household=home, day=today)
    ACTS["hold_check_in"](book, caregiver=caregiver, day=today)

    assert split_in(book, book.person, today) == Month(today.replace(day=1), Split(50, 25, 25), 1, 1, 0)
    assert split_in(book, book.person, date(2025, 12, 3)) is None


def test_sys_51_the_days_on_which_they_were_heard_themselves_count_as_learning_and_nobody_else_s(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    hers, office = pair
    send(hers, office)
    ACTS["open_road"](office, road="time of a role")
    today = clock.today()
    ACTS["hold_check_in"](office, caregiver=hers.person, day=today, words={"type": "own supervision"})
    for book in (hers, office):
        ACTS["record_role_split"](office, person=book.person, since=today.replace(day=1), **HALVES)
    send(office, hers)

    assert split_in(hers, hers.person, today) == Month(today.replace(day=1), Split(50, 25, 25), 0, 0, 1)
    assert split_in(office, office.person, today) == Month(today.replace(day=1), Split(50, 25, 25), 0, 1, 0)


@pytest.mark.usefixtures("planned")
def test_how_the_days_of_a_role_went_is_for_nobody_else(book: Book, caregiver: str):
    with pytest.raises(OnlyTheirOwn):
        split_in(book, caregiver, clock.today())


def test_a_month_is_told_in_days_and_says_what_it_cannot_tell():
    told = in_words(Month(date(2026, 3, 1), Split(50, 25, 25), 9, 1, 0))
    assert told[0] == "Practice: 50 of a hundred planned, 9 days recorded"
    assert told[1] == "Supervising: 25 of a hundred planned, 1 day recorded"
    assert told[2] == "Learning and being heard: 25 of a hundred planned, 0 days recorded"
    assert "nobody wrote down" in told[-1]


def test_sys_59_a_project_has_its_question_owner_days_ethics_day_and_what_changed(book: Book):
    ACTS["open_road"](book, road="research")
    told = {
        "person": book.person, "question": "Who waits longest?", "since": "2026-01-05", "granted": 4, "used": 3,
        "ethics": "Each home is asked.", "presented": "2026-03-01", "changed": "Level 4 is rung first.",
    }  # fmt: skip
    made = ACTS["record_research_project"](book, **told).record
    assert {name: questions.get(book, "research_project", made)[name] for name in told} == told
    more = ACTS["change_research_project"](book, id=made, fields={"used": 5})
    assert "More days were used" in more.sentence


def test_sys_63_of_pay_and_rank_a_role_has_a_title_and_nothing_else(book: Book, caregiver: str):
    (work,) = questions.listing(book, "engagement", {"person": caregiver})
    ACTS["change_engagement"](book, id=work.id, fields={"title": "Senior caregiver"})
    assert questions.get(book, "engagement", work.id)["title"] == "Senior caregiver"
    held = {word for name in KINDS["engagement"].fields for word in name.split("_")}
    assert not held & {"pay", "salary", "wage", "grade", "rate", "stipend"}


def test_sys_41_a_service_names_whom_of_us_to_ask(book: Book, clinic: str):
    ACTS["open_road"](book, road="partnerships")
    seat = ACTS["record_partnership_item"](book, person=book.person, body="Clinic committee", since="2026-01-05").record
    ACTS["change_service"](book, id=clinic, fields={"partner": seat})
    item = questions.get(book, "partnership_item", str(questions.get(book, "service", clinic)["partner"]))
    assert item["person"] == book.person
