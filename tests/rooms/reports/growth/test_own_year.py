"""The record of one's own year: what is kept, in words to the person, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months, months_between
from caregiver_desk.records.growth.thanks import THANKS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.growth.own_year import own_year
from caregiver_desk.reports.growth.year_page import as_document, side_by_side
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

acts.load()
LINDIWE = {"given_names": "Lindiwe", "surname": "Khambule"}


def whole() -> Days:
    return last_twelve_months(clock.today())


def read(book: Book, person: str, days: Days | None = None) -> str:
    return as_text(as_document(own_year(book, person, days or whole())))


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    return make_book()


@pytest.fixture
def lindiwe(book: Book) -> str:
    return ACTS["add_caregiver"](book, **LINDIWE, since=date(2024, 1, 15)).record


def talk(book: Book, caregiver: str, *, day: date | None = None, **told: Any) -> None:
    ACTS["hold_check_in"](book, caregiver=caregiver, day=day or clock.today(), **told)


def test_it_says_how_often_somebody_was_heard_which_promises_they_kept_and_what_they_were_thanked_for(
    book: Book, lindiwe: str
):
    promises = [
        {"owner": "caregiver", "what": "ring the school", "due": clock.today()},
        {"owner": "supervisor", "what": "ask about the stipend", "due": clock.today()},
    ]
    talk(book, lindiwe, promises=promises)
    talk(book, lindiwe, words={"type": "short call"})
    for each in ("ring the school", "ask about the stipend"):
        (found,) = [leaf for leaf in questions.listing(book, "promise") if leaf["what"] == each]
        ACTS["keep_promise"](book, id=found.id)
    given = {"person": lindiwe, "team": own_team(book), "said_by": "a family", "day": clock.today()}
    ACTS["record_thanks"](book, what_for="You stayed until the ambulance came.", **given)
    told = read(book, lindiwe)

    assert "2 times, the last time on" in told
    assert "1 one-to-one, 1 in short calls" in told
    assert "ring the school" in told
    assert "stipend" not in told  # it was not hers to keep
    assert "“You stayed until the ambulance came.” · a family" in told
    assert "%" not in told


def test_a_goal_that_was_met_is_told_with_what_was_seen_and_one_that_goes_on_is_not(book: Book, lindiwe: str):
    """In the words of whose goal it is, and by the day on which the two found it met."""
    lately, long_ago = clock.today() - timedelta(9), clock.today() - timedelta(500)
    told = {"caregiver": lindiwe, "area": "boundaries and safety", "day": date(2024, 2, 1)}
    goals = [ACTS["set_goal"](book, goal=goal, **told).record for goal in ("say no kindly", "drive", "rest on Sundays")]
    ACTS["review_goal"](book, goal=goals[0], course="met", evidence="The gate on Friday.", day=lately)
    ACTS["review_goal"](book, goal=goals[1], course="met", day=long_ago)

    year = own_year(book, lindiwe, whole())

    assert [(each.words, each.day, each.more) for each in year.goals] == [
        ("say no kindly", lately, "The gate on Friday.")
    ]
    assert "say no kindly · The gate on Friday." in read(book, lindiwe)
    before = Days(long_ago, long_ago)
    assert [each.words for each in own_year(book, lindiwe, before).goals] == ["drive"]


def test_nothing_of_other_days_is_in_it_and_what_is_not_kept_is_not_said(book: Book, lindiwe: str):
    talk(book, lindiwe, day=date(2025, 3, 3))
    days = Days(date(2024, 1, 1), date(2024, 12, 31))

    assert "Nothing of these days is kept here yet." in read(book, lindiwe, days)
    assert "You were heard" in read(book, lindiwe, Days(date(2025, 1, 1), date(2025, 12, 31)))
    assert "You were thanked" not in read(book, lindiwe, days)


def test_whoever_supports_others_reads_how_often_they_listened_and_never_to_whom(book: Book, lindiwe: str):
    talk(book, lindiwe, promises=[{"owner": "supervisor", "what": "go along to ward 9", "due": clock.today()}])
    ACTS["keep_promise"](book, id=questions.listing(book, "promise")[0].id)
    told = read(book, book.person)

    assert "To others, 1 time." in told
    assert "You kept 1 promise to them." in told
    assert "Lindiwe" not in told
    assert "ward 9" not in told


def test_thanks_point_at_nobody_but_whom_they_thank_and_other_names_in_them_are_masked(book: Book, lindiwe: str):
    other = ACTS["add_caregiver"](book, given_names="Rofhiwa", surname="Munyai").record
    given = {"person": lindiwe, "team": own_team(book), "day": clock.today(), "said_by": "Rofhiwa"}
    ACTS["record_thanks"](book, what_for="She walked with Munyai when it was dark.", **given)

    assert {each.shown.refers for each in THANKS.fields.values()} == {"", "person", "team"}
    told = read(book, lindiwe)
    assert "She walked with another caregiver when it was dark." in told
    assert "Rofhiwa" not in told
    assert "walked" not in read(book, other)


def test_sys_18_months_courses_reflections_and_feedback_stand_side_by_side_for_a_period_and_are_not_summed(
    book: Book, lindiwe: str
):
    days = Days(date(2025, 1, 1), date(2025, 12, 31))
    talk(book, lindiwe, day=date(2025, 3, 3), words={"happened": "A door that stayed shut.", "made_of_it": "Fear."})
    talk(book, lindiwe, day=date(2025, 4, 3), words={"went_well": "the morning"})
    talk(book, lindiwe, day=date(2024, 4, 3), words={"happened": "The dog."})
    spoken = {"state": "feedback given", "spoken_on": date(2025, 5, 5), "asked": "said yes beforehand"}
    visit = ACTS["plan_visit_together"](book, caregiver=lindiwe, day=date(2025, 5, 5)).record
    ACTS["change_observation"](book, id=visit, fields=spoken)
    told = own_year(book, lindiwe, days)
    told_of = {words: number for number, words in side_by_side(told.learning)}

    assert told.learning.months == 23
    assert (told.learning.reflections, told.learning.observations) == (1, 1)
    assert {"months in this role", "reflection held", "visit together, spoken about"} <= told_of.keys()
    assert str(sum(told_of.values())) not in as_text(as_document(told)).split()


def test_sys_18_a_book_that_was_never_sent_what_two_people_say_knows_no_reflections_and_does_not_say_none(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, **LINDIWE).record
    talk(nomvula, her, words={"happened": "A door that stayed shut."})
    send(nomvula, fhatuwani)

    assert own_year(nomvula, her, whole()).learning.reflections == 1
    told = own_year(fhatuwani, her, whole())
    assert told.heard
    assert told.learning.reflections is None
    assert "reflection" not in as_text(as_document(told))


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 3, 2), date(2025, 3, 3)), (date(2024, 2, 29), date(2023, 3, 1))]
)
def test_twelve_months_end_today_and_begin_the_day_after_a_year_ago(today: date, first: date):
    assert last_twelve_months(today) == (first, today)


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2024, 1, 15), date(2025, 12, 31), 23),
        (date(2024, 1, 15), date(2024, 2, 14), 0),
        (date(2026, 1, 1), date(2026, 1, 1), 0),
    ],
)
def test_only_whole_months_in_a_role_are_counted(since: date, until: date, months: int):
    assert months_between(since, until) == months
