"""A household list holds numbers and how homes are found, and nobody who lives there."""

from __future__ import annotations

from acquainted import clear

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.visits.weeks import week_of
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.visits.number_lists import NumberLists, every_list, number_list
from caregiver_desk.reports.visits.week_sheets import WeekSheets
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def with_homes(book: Book, name: str, *codes: str) -> str:
    her = ACTS["add_caregiver"](book, given_names=name, surname="Ndaba").record
    clear(book, her)
    for code in codes:
        home = ACTS["record_household"](book, team=own_team(book), code=code, nickname="blue gate").record
        ACTS["record_member"](book, household=home, first_name="Tshilidzi")
        ACTS["assign_household"](book, household=home, caregiver=her, since=clock.today())
    return her


def test_a_list_and_a_week_sheet_say_the_same_homes_and_who_lives_there_on_neither(book: Book):
    her = with_homes(book, "Sibongile", "HH-001", "HH-002")
    told = number_list(book, her)

    for words in (NumberLists((told,)).in_words(), WeekSheets(week_of(clock.today()), (told,)).in_words()):
        text = as_text(words)
        assert "Sibongile Ndaba · 2 homes" in text
        assert "HH-001" in text
        assert "Tshilidzi" not in text
    assert not told.without


def test_the_lists_of_all_are_of_those_who_have_homes_by_their_name(book: Book):
    with_homes(book, "Thandi", "HH-003")
    with_homes(book, "Grace", "HH-004")
    with_homes(book, "Nobody")

    assert [each.name for each in every_list(book)] == ["Grace Ndaba", "Thandi Ndaba"]


def test_what_to_know_before_somebody_knocks_is_for_the_screen_and_on_no_paper(book: Book):
    her = with_homes(book, "Sibongile", "HH-005")
    (home,) = questions.listing(book, "household")
    told = number_list(book, her, {home.id: "the family said no"})

    assert [each.mark for each in told.homes] == ["the family said no"]
    assert "said no" not in as_text(NumberLists((told,)).in_words())
