"""The pack for the meeting on oversight."""

from __future__ import annotations

from datetime import timedelta

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.growth.own_year import last_twelve_months
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.growth.oversight import WHY, as_document, oversight
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def parts(book: Book) -> dict[str, list[str]]:
    told = oversight(book, last_twelve_months(clock.today()))
    return {title: [f"{each.label}: {each.words}" for each in lines] for title, lines in told.parts}


def joined(book: Book, name: str, days_ago: int) -> str:
    person = named("add_caregiver")(book, given_names=name, since=clock.today() - timedelta(days_ago)).record
    return str(person)


def test_sys_29_the_pack_holds_who_came_who_left_what_is_vacant_and_what_is_overdue(book: Book):
    joined(book, "Lindiwe", 20)
    gone = joined(book, "Nkateko", 200)
    named("caregiver_leaves")(book, caregiver=gone, leaving="better job")
    named("record_vacancy")(book, team=own_team(book), since=clock.today() - timedelta(3))
    late = joined(book, "Rofhiwa", 60)
    named("begin_plan")(book, person=late, sort="induction", since=clock.today() - timedelta(60))
    told = parts(book)
    assert {line.split(": ")[1].split(",")[0] for line in told["Came"]} >= {"Lindiwe", "Nkateko", "Rofhiwa"}
    assert any("Nkateko" in line for line in told["Left"])
    assert "caregiver, since" in told["Vacant"][0]
    assert told["Overdue on the way"][0].startswith("Rofhiwa: induction: ")
    assert told["Why people left"] == [f": {WHY}"]


def test_sys_26_overdue_steps_of_becoming_a_supervisor_are_seen_by_who_plans(book: Book):
    named("open_road")(book, road="becoming a supervisor")
    named("begin_plan")(book, person=book.person, sort="becoming a supervisor", since=clock.today() - timedelta(100))
    assert any("becoming a supervisor" in line for line in parts(book)["Overdue on the way"])


def test_whom_nobody_heard_is_there_supervisors_included_and_by_the_sites_one_number(book: Book):
    joined(book, "Grace", 90)
    engaged = questions.listing(book, "engagement", {"person": book.person})[0]
    named("change_engagement")(book, id=engaged.id, fields={"since": clock.today() - timedelta(300)})
    heard = joined(book, "Bongani", 90)
    named("hold_check_in")(book, caregiver=heard, day=clock.today() - timedelta(40))
    names = {line.split(":")[0] for line in parts(book)["Heard by nobody for long"]}
    assert "Grace" in names
    assert len(names) == 2
    named("set_norm")(book, name="heard_by_nobody", value=30)
    assert len(parts(book)["Heard by nobody for long"]) == 3


def test_nobody_is_counted_ranked_or_called_late_in_it(book: Book):
    joined(book, "Grace", 90)
    text = as_text(as_document(oversight(book, last_twelve_months(clock.today())))).casefold()
    assert not any(each in text for each in ("score", "rank", "per cent", "%", "worst", "best of", "total"))
