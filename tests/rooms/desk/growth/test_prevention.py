"""SYS-45: one look at what keeps a team well, with names only where something is due."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.growth.prevention import Part, prevention
from caregiver_desk.store.book import Book

TODAY = clock.today()


@pytest.fixture
def parts(book: Book) -> dict[str, Part]:
    """Of a team with somebody new whose induction waits, and somebody who was heard today and has nothing due."""
    new = ACTS["add_caregiver"](book, given_names="Lindiwe", since=TODAY - timedelta(40)).record
    known = ACTS["add_caregiver"](book, given_names="Thandeka", since=TODAY - timedelta(900)).record
    ACTS["open_road"](book, road="mentoring and coaching")
    ACTS["begin_plan"](book, person=new, sort="induction", since=TODAY - timedelta(40))
    ACTS["hold_check_in"](book, caregiver=known, day=TODAY)
    ACTS["set_goal"](book, caregiver=new, goal="Rest", area="reasoning", day=TODAY, review_on=TODAY)
    return {each.title: each for each in prevention(book).parts}


def test_sys_45_induction_talks_and_meetings_of_a_team_stand_on_one_panel(parts: dict[str, Part]):
    assert list(parts) == ["Induction", "Mentors", "Check-ins", "Team meetings", "Visits together", "Learning goals"]
    assert parts["Induction"].stands == "1 is under way."
    assert [each.name for each in parts["Induction"].due] == ["Lindiwe"]
    assert "steps wait" in parts["Induction"].due[0].words
    assert [each.name for each in parts["Learning goals"].due] == ["Lindiwe"]
    assert parts["Team meetings"].stands == "No team meeting is kept yet."


def test_sys_13_whoever_is_new_and_has_no_mentor_is_named_on_it(parts: dict[str, Part]):
    assert [each.name for each in parts["Mentors"].due] == ["Lindiwe"]


def test_sys_45_a_name_stands_only_where_something_is_due(parts: dict[str, Part]):
    named = {title: {each.name for each in part.due} for title, part in parts.items()}
    assert "Thandeka" not in named["Check-ins"] | named["Induction"] | named["Mentors"] | named["Learning goals"]


def test_sys_45_the_last_team_meeting_and_the_next_stand_there_for_this_team_alone(book: Book):
    circle = ACTS["record_circle"](book, team=own_team(book), name="Mondays", sort="team meeting").record
    ACTS["hold_session"](book, circle=circle, day=TODAY)
    told = prevention(book)

    (meets,) = (each for each in told.parts if each.title == "Team meetings")
    assert meets.stands != "None was held yet."
    assert circle not in meets.stands
    assert [(each.name, bool(each.words)) for each in meets.due] == [("", True)]
    assert told.people == frozenset()
