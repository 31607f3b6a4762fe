"""Lines that lack what every act would have given them: they are shown as they are, and stop nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.acts.fairness.inside import process_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.desk.answers.fairness.surveys import surveys
from caregiver_desk.desk.answers.growth.standing_in import in_place
from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.reports.growth.oversight import oversight
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change


@pytest.fixture
def process(book: Book) -> str:
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    told: dict[str, Any] = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes in two wards"}
    return ACTS["open_capability"](book, caregiver=caregiver, **told).record


def by_hand(book: Book, kind: str, record: str, scope: str, **fields: Any) -> None:
    ledger.append(book, "by hand", [Change(kind, record, scope, fields)])


def test_an_entry_of_a_chronology_without_a_day_stops_no_reader(book: Book, process: str):
    scope = process_of(book, process).scope
    told = {"process": process, "fact": "x", "source_kind": "check_in", "source": "y", "copy_of": ""}
    by_hand(book, "chronology_entry", clock.new_record(scope), scope, **told)

    assert chronology(book, process) is not None
    assert process_on_paper(book, process)


def test_a_process_without_its_day_stops_no_finding_of_the_book(book: Book, process: str):
    by_hand(book, "process", process, process_of(book, process).scope, opened=None)

    assert together.found(book) is not None


@pytest.mark.parametrize("lacks", ["sort", "day", "team", "version"])
def test_a_survey_that_came_without_one_of_its_fields_stops_no_page_and_no_pack(book: Book, lacks: str):
    hers = questions.get(book, "team", own_team(book))
    told = {"team": hers.id, "sort": "who we are", "day": "2026-03-02", "version": "2026-11", "answered": 7}
    left = {name: each for name, each in told.items() if name != lacks} | {"figures": "x y 5"}
    by_hand(book, "survey", clock.new_record(hers.scope), hers.scope, **left)

    assert surveys(book)
    assert oversight(book, Days(date(2026, 1, 1), clock.today()))


@pytest.mark.parametrize("lacks", ["since", "until", "sort"])
def test_a_time_in_anothers_place_that_came_without_one_of_its_fields_stops_no_page(book: Book, lacks: str):
    hers = questions.get(book, "team", own_team(book))
    told = {"person": book.person, "team": hers.id, "sort": "cover", "since": "2026-03-02", "until": "2099-03-02"}
    left = {name: each for name, each in told.items() if name != lacks}
    by_hand(book, "stepping_in", clock.new_record(hers.scope), hers.scope, **left)

    assert in_place(book) is not None
    assert oversight(book, Days(date(2026, 1, 1), clock.today()))
