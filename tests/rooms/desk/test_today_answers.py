"""Today at its edges: leave without an end, who died, two teams; and that it asks no more of a book of many people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import own_form
import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.duties import day
from caregiver_desk.desk.answers.people.caregivers import caregivers
from caregiver_desk.desk.answers.supervision.talks import talk_with
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.desk.answers.visits.load import team_load
from caregiver_desk.desk.answers.wellbeing.strain import thought_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

acts.load()


@pytest.fixture
def caregiver(book: Book) -> str:
    return begun(book, "Sibongile")


def begun(book: Book, name: str) -> str:
    person = ACTS["add_caregiver"](book, given_names=name).record
    told = {"sort": "child protection register, asked by us", "submitted": ago(200), "result": "cleared"}
    ACTS["record_vetting"](book, person=person, **told)
    return person


def ago(days: int) -> date:
    return clock.today() - timedelta(days)


def works(book: Book, whose: str, **fields: Any) -> None:
    (engaged,) = questions.listing(book, "engagement", {"person": whose})
    ACTS["change_engagement"](book, id=engaged.id, fields=fields)


def waiting(book: Book) -> list[str]:
    return [each.name for each in day(book).waiting]


def test_a_leave_without_an_end_stops_what_was_planned_and_today_still_opens(book: Book, caregiver: str):
    ACTS["plan_check_in"](book, caregiver=caregiver, day=clock.today())
    works(book, caregiver, leave_from=ago(-1))
    assert waiting(book) == ["Sibongile"]

    clock.shift(timedelta(5))

    assert waiting(book) == []


def test_who_is_on_leave_in_name_only_is_heard_again(book: Book, caregiver: str):
    ACTS["hold_check_in"](book, caregiver=caregiver, day=ago(60))
    works(book, caregiver, state="on leave", leave_from=ago(40), leave_until=ago(5))

    assert [(each.name, each.due) for each in day(book).waiting] == [("Sibongile", ago(5))]


def test_a_talk_that_was_planned_with_who_left_is_none_of_those_that_this_week_still_has(book: Book, caregiver: str):
    ACTS["plan_check_in"](book, caregiver=caregiver, day=clock.today())
    assert dict(day(book).week)["Check-ins held"] == "0 of 1"

    works(book, caregiver, state="left", until=clock.today())

    assert dict(day(book).week)["Check-ins held"] == "none yet"


@pytest.mark.parametrize("state", ["deceased", "left", "transferred"])
def test_of_who_died_or_left_nothing_stands_on_today_however_it_was_written_down(
    book: Book, caregiver: str, state: str
):
    promise = {"owner": "supervisor", "what": "ask for boots", "due": clock.today()}
    ACTS["hold_check_in"](book, caregiver=caregiver, day=ago(20), promises=[promise])
    ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", opened=ago(20))
    assert [each.kind for each in day(book).after] == ["support_plan"]

    works(book, caregiver, state=state)

    told = day(book)
    assert (told.owed, told.after, told.waiting, told.offered, told.needing, told.hers) == ((), (), (), (), (), 0)


def test_who_left_one_of_two_teams_works_in_the_other(book: Book, caregiver: str):
    works(book, caregiver, since=ago(400))
    ACTS["record_engagement"](book, person=caregiver, team=own_team(book), state="left", since=ago(200), until=ago(100))

    assert waiting(book) == ["Sibongile"]
    known = caregivers(book)
    assert ([each.name for each in known.rows], known.total, known.left) == (["Sibongile"], 1, 0)


def test_a_day_of_telephoning_is_no_day_with_few_visits_and_fewer_are_few_where_ways_are_long(
    book: Book, caregiver: str
):
    home = ACTS["record_household"](book, team=own_team(book), code="HH-001").record
    for days, outcome in ((2, "phone only"), (3, "cancelled by us"), (4, "nobody home")):
        ACTS["record_visit"](book, caregiver=caregiver, household=home, day=ago(days), outcome=outcome)

    (few,) = [each for each in agenda(book, caregiver).items if each.title == "What got in the way?"]
    assert few.why == "1 day with fewer than 4 visits"
    works(book, caregiver, area="deep rural")
    (few,) = [each for each in agenda(book, caregiver).items if each.title == "What got in the way?"]
    assert few.why == "1 day with fewer than 3 visits"


def test_homes_that_are_closed_or_given_away_make_no_load_heavy(book: Book, caregiver: str):
    found = []
    for number in range(4):
        told = {"team": own_team(book), "code": f"HH-{number:03}", "level": 4}
        found.append(ACTS["record_household"](book, **told).record)
        ACTS["assign_household"](book, household=found[-1], caregiver=caregiver, since=ago(50))
    assert thought_of(book, caregiver).reasons == ("has had a heavy load of visits",)

    ACTS["change_household"](book, id=found[0], fields={"state": "graduated"})

    assert thought_of(book, caregiver).reasons == ()


def test_an_assault_asks_at_once_whether_there_is_need_of_support(book: Book, caregiver: str):
    ACTS["hard_event"](book, caregiver=caregiver, event="assault")

    told = thought_of(book, caregiver)
    assert (told.at_once, told.reasons[0]) == (True, "was attacked")
    assert [each.name for each in day(book).needing] == ["Sibongile"]


def test_of_a_questionnaire_only_an_answer_that_says_danger_asks_for_support_and_no_sum_does(
    book: Book, caregiver: str, tmp_path: Path
):
    clinic = ACTS["record_service"](book, name="Lesedi clinic", sort="clinic", phone="013 555 0101").record
    form = own_form.write(tmp_path / "form.xlsx")
    asked = ACTS["bring_questionnaire"](book, path=form, trained="Sister Dlamini", route=clinic).record
    told = {"questionnaire": asked, "caregiver": caregiver}
    ACTS["ask_questionnaire"](book, **told, answers={"dark": "2", "alone": "2"})
    assert (thought_of(book, caregiver).reasons, day(book).needing) == ((), ())

    ACTS["ask_questionnaire"](book, **told, answers={"hurt": "yes"})
    assert thought_of(book, caregiver).reasons == ("was attacked",)
    assert [each.name for each in day(book).needing] == ["Sibongile"]


def test_who_was_never_heard_is_due_at_once_and_late_soon_after(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "_newest", 0)  # no other test ran this clock ahead
    her = ACTS["add_caregiver"](book, given_names="Grace", since=ago(400)).record
    first = talk_with(book, her)
    clock.shift(timedelta(20))
    later = talk_with(book, her)

    assert first
    assert later
    assert (first.due, first.late) == (ago(20), False)  # what was before this book is held against nobody
    assert (later.due, later.late) == (ago(20), True)


def test_a_closure_is_left_out_wherever_working_days_are_counted(book: Book, caregiver: str):
    until = ago(-30)
    ACTS["close_site"](book, since=clock.today(), until=until, why="the end of the year")

    ACTS["hard_event"](book, caregiver=caregiver, event="robbery", offers=["cover"])
    asked = ACTS["ask_organisation"](book, words="boots", theme="supplies").record
    ACTS["open_plan"](book, caregiver=caregiver, agreed="yes")
    part = ACTS["arrange_part"](book, caregiver=caregiver, response="fewer homes for a while", homes=9).record
    (cover,) = questions.listing(book, "follow_up", {"code": "F4"})
    talk = talk_with(book, caregiver)
    days = [cover["due"], questions.get(book, "asking", asked)["reply_by"]]
    days += [questions.get(book, "plan_response", part)["until"], str(talk.anew(clock.today()) if talk else "")]
    assert all(each > until.isoformat() for each in days), days


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[None]]:
    """One for each question that is asked of a store."""
    asked: list[None] = []
    reading = Book.reading

    def count(book: Book) -> Any:
        asked.append(None)
        return reading(book)

    with monkeypatch.context() as patched:
        patched.setattr(Book, "reading", count)
        yield asked


def test_today_asks_as_much_of_a_book_of_twelve_people_as_of_one_of_three(book: Book, monkeypatch: pytest.MonkeyPatch):
    """Also where each was heard, was promised something, has a plan, and was thought of before."""
    numbers = []
    for name in "ABCDEFGHIJKL":
        whose = begun(book, name)
        promise = {"owner": "supervisor", "what": "ask", "due": clock.today()}
        weighs = [{"code": "W1", "severity": 4}, {"code": "O1", "severity": 3}]
        ACTS["hold_check_in"](book, caregiver=whose, day=ago(40), promises=[promise], weighs=weighs)
        ACTS["decide_support"](book, caregiver=whose, state="watch", their_view="we shall see")
        if name in "CL":
            with counted(monkeypatch) as asked:
                assert len(day(book).waiting) == "ABCDEFGHIJKL".index(name) + 1
                today = len(asked)
                assert len(team_load(book).blocks) == "ABCDEFGHIJKL".index(name) + 1
            numbers.append((today, len(asked) - today))

    assert numbers[0] == numbers[1]
    assert min(numbers[0]) > 10
