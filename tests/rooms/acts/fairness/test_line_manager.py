"""Who supervises and who manages may be two people, and only one of them opens formal records."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.fairness.line_manager import is_line_manager, line_manager_of
from caregiver_desk.desk.answers.supervision.agreements import to_agree
from caregiver_desk.desk.answers.supervision.talks import talks_with
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def caregiver(book: Book) -> str:
    """Supported by the owner of the book since January."""
    return named("add_caregiver")(book, given_names="Sibongile", since="2026-01-05").record


def test_sys_53_whoever_supervises_is_the_line_manager_until_another_is_named(book: Book, caregiver: str):
    (link,) = questions.listing(book, "supervision")
    manager = named("record_person")(book, given_names="Fhatuwani").record
    assert is_line_manager(book, caregiver)

    named("change_supervision")(book, id=link.id, fields={"purpose": "practice"})
    assert line_manager_of(book, caregiver) is None
    today = clock.today().isoformat()
    named("record_supervision")(book, caregiver=caregiver, supervisor=manager, since=today)

    assert line_manager_of(book, caregiver) == manager
    assert not is_line_manager(book, caregiver)
    assert questions.get(book, "supervision", link.id)["until"] is None


def test_sys_53_a_line_that_has_ended_or_not_begun_gives_no_right(book: Book, caregiver: str):
    (link,) = questions.listing(book, "supervision")
    days = clock.today().replace(day=1)

    named("change_supervision")(book, id=link.id, fields={"since": days.isoformat(), "until": days.isoformat()})

    assert line_manager_of(book, caregiver) is None


def test_sys_53_who_supervises_beside_a_line_manager_keeps_all_of_the_daily_work(book: Book, caregiver: str):
    today = clock.today()

    def daily() -> list[object]:
        own = mine(book, today)
        talks = [(each.caregiver, each.due) for each in talks_with(book, own.people, today)]
        return [own, talks, [each.due for each in to_agree(book, own, today + timedelta(30), today)]]

    before = daily()
    (link,) = questions.listing(book, "supervision")
    manager = named("record_person")(book, given_names="Fhatuwani").record
    named("change_supervision")(book, id=link.id, fields={"purpose": "practice"})
    named("record_supervision")(book, caregiver=caregiver, supervisor=manager, since=today.isoformat())

    assert daily() == before
    assert before[1]
    assert before[2]
    named("hold_check_in")(book, caregiver=caregiver, day=today)
    assert questions.count(book, "supervision") == 2
