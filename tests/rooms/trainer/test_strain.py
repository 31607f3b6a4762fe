"""Support in the story: the program asked, two people decided, and nobody else ever hears of it."""

from __future__ import annotations

import itertools

import pytest

from caregiver_desk import clock
from caregiver_desk.desk.answers.supervision.talks import talks_with
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.desk.answers.wellbeing.strain import needing, thought_of
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.profiles import profile
from caregiver_desk.trainer.calendar import Calendar, standing_on
from caregiver_desk.trainer.story import Books, listed

OURS = ("support_need", "plan_response", "self_care", "stressor", "wellbeing_check", "follow_up", "support_plan")


def person(book: Book, name: str) -> str:
    return listed(book, "person", given_names=name)[0].id


def bodies(book: Book) -> str:
    """Every line that this book holds, as it is written."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def test_lindiwe_was_asked_about_and_it_was_set_aside_with_her_view(books: Books, calendar: Calendar):
    (word,) = listed(books.north, "support_need", caregiver=person(books.north, "Lindiwe"))

    assert (word["state"], word["dismissed"], word["day"]) == (
        "steady",
        "exam stress",
        calendar.day([13, 3]).isoformat(),
    )
    assert "exams" in word["their_view"]
    with standing_on(calendar.day([13, 4])):
        reasons = thought_of(books.north, person(books.north, "Lindiwe")).reasons
    assert any("too much" in each for each in reasons)


def test_sibongiles_history_is_states_and_days(books: Books):
    words = listed(books.north, "support_need", caregiver=person(books.north, "Sibongile"))

    assert [each["state"] for each in reversed(words)] == [
        "needs support now",
        "in support plan",
        "easing",
        "steady",
    ]
    assert thought_of(books.north, person(books.north, "Sibongile")).past[0].startswith("steady")


def test_the_next_talk_asks_how_she_looks_after_herself(books: Books):
    titles = [each.title for each in agenda(books.north, person(books.north, "Sibongile")).items]

    assert "How does looking after themselves go?" in titles


def test_no_state_and_no_word_of_support_ever_comes_to_a_coordinator(books: Books):
    """The names of the states and of the kinds are looked for in every line that he holds."""
    rose = bodies(books.coordinator)
    wanted = [f'"{each}"' for each in (*OURS, "needs support now", "in support plan", "easing", "own_care")]

    assert [each for each in wanted if each in rose] == []
    assert all(questions.count(books.coordinator, kind) == 0 for kind in OURS)


def test_the_same_search_finds_them_where_they_are_kept(books: Books):
    """The control of the test above."""
    kept = bodies(books.north)

    assert all(f'"{each}"' in kept for each in (*OURS, "needs support now", "easing", "own_care"))


@pytest.mark.parametrize("name", ["coordinator", "supervisor", "protection-lead"])
def test_no_profile_admits_what_two_people_decided(name: str):
    admitted = profile(name).audiences
    fields = itertools.chain.from_iterable(KINDS[kind].fields.values() for kind in (*OURS, "own_care"))

    assert {each.audience for each in fields} == {Audience.PAIR, Audience.SELF}
    assert not admitted & {Audience.PAIR, Audience.SELF}


def test_whoever_is_asked_about_at_the_end_of_the_story_is_asked_about_for_a_reason(books: Books):
    north, today = books.north, clock.today()
    everybody = talks_with(north, [each.id for each in listed(north, "person")], today)
    asked = needing(north, everybody, today)

    assert all(thought_of(north, each.caregiver).reasons for each in asked)
    assert person(north, "Grace") not in {each.caregiver for each in asked}
