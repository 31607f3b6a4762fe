"""Certificates of attendance: for whoever came, and saying no more than that."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.practice.growth.courses import not_ours
from caregiver_desk.reports.growth.attendance import of_a_group, of_a_hall
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

DAY, OVER = "2026-03-02", "2026-04-20"
NAMES = ("Bongani", "Grace", "Maria", "Thandeka")


def does(book: Book, act: str, **given: Any) -> str:
    return ACTS[act](book, **given).record


@pytest.fixture
def people(book: Book) -> dict[str, str]:
    return {each: does(book, "add_caregiver", given_names=each) for each in NAMES}


@pytest.fixture
def group(book: Book, people: dict[str, str]) -> str:
    """They begin a shipped course together."""
    does(book, "take_up_courses")
    course = courses_of(book)["caregiver-pss"].id
    told = {"course": course, "name": "Tuesdays", "since": DAY, "facilitator": "P. Radebe"}
    return does(book, "record_cohort", **told, people=[*people.values()])


def named(book: Book, group: str) -> list[str]:
    return [each.name for each in of_a_group(book, group)]


def tick(book: Book, group: str, *came: str) -> None:
    circle = questions.get(book, "cohort", group)["circle"]
    does(book, "hold_session", circle=circle, day=DAY, came=list(came))


def test_of_whom_nothing_says_that_they_came_nobody_has_one(book: Book, group: str):
    assert named(book, group) == []


def test_whoever_was_ticked_on_a_day_has_one_and_whoever_was_not_has_none(
    book: Book, group: str, people: dict[str, str]
):
    tick(book, group, people["Thandeka"], people["Grace"])

    assert named(book, group) == ["Grace", "Thandeka"]


def test_to_come_is_enough_whatever_the_result_but_nobody_has_one_who_withdrew(
    book: Book, group: str, people: dict[str, str]
):
    tick(book, group, people["Grace"])
    said = dict(zip(NAMES, ["attended", "withdrew", "not yet competent", "competent"], strict=True))
    does(book, "complete_cohort", cohort=group, results={people[each]: said[each] for each in NAMES}, day=OVER)

    assert named(book, group) == ["Bongani", "Maria", "Thandeka"]


def test_who_is_one_person_under_two_names_has_one(book: Book, group: str, people: dict[str, str]):
    tick(book, group, people["Maria"], people["Grace"])
    ACTS["same"](book, one=people["Maria"], other=people["Grace"], fields={"given_names": "Maria"})

    assert named(book, group) == ["Maria"]


def test_it_names_the_course_its_days_and_who_taught_it_and_says_that_it_speaks_of_no_competence(
    book: Book, group: str, people: dict[str, str]
):
    tick(book, group, people["Grace"])
    does(book, "complete_cohort", cohort=group, results={people["Grace"]: "competent"}, day=OVER)
    (paper,) = of_a_group(book, group)

    assert (paper.when, paper.led_by) == ("2 Mar 2026 to 20 Apr 2026", "P. Radebe")
    assert paper.course == "Psychosocial support for community caregivers"
    assert paper.organisation
    assert "not yet to be competent" in paper.foot
    assert "fictional" not in paper.foot.casefold()


def test_only_a_course_that_others_named_says_that_we_have_nothing_to_do_with_them(
    book: Book, group: str, people: dict[str, str]
):
    own = does(book, "record_course", code="first-aid", title="First aid at home")
    first_aid = does(book, "record_cohort", course=own, name="Fridays", since=DAY, people=[people["Maria"]])
    for each in (group, first_aid):
        tick(book, each, people["Maria"])

    assert [not_ours() in each.foot for cohort in (group, first_aid) for each in of_a_group(book, cohort)] == [
        True,
        False,
    ]


def test_a_hall_that_rehearsed_has_one_for_each_name_and_says_that_it_was_made_up():
    told = of_a_hall([" Nokuthula Dube ", "", "Sipho"], "Supervision", date(2026, 3, 2), "")

    assert [each.name for each in told] == ["Nokuthula Dube", "Sipho"]
    assert {each.when for each in told} == {"2 Mar 2026"}
    assert "Rehearsed on a fictional programme" in told[0].foot
    assert not_ours() in told[0].foot
