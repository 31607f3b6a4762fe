"""What had been expected is named from a list that held before, and stands in the process as it was said then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.taking_part import about_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import AlreadyDecided, NotUnderstood, NotYourProcess
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

SAID = {"relate": "We greet first.", "complete": "The sheet by Friday."}
CAPABILITY: dict[str, Any] = {"adviser": "Naledi Khoza", "not_met": "the sheet is late", "found_work": "ten homes"}


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


def expectations(book: Book, team: str = "", day: date | None = None) -> str:
    told = {"team": team or own_team(book), "day": day or clock.today(), **SAID}
    return ACTS["record_expectations"](book, **told).record


def about(book: Book, process: str) -> Leaf:
    found = about_of(book, process)
    assert found is not None
    return found


def test_sys_43_a_capability_process_holds_what_was_expected_in_the_words_of_then(book: Book, caregiver: str):
    listed = expectations(book)
    process = ACTS["open_capability"](book, caregiver=caregiver, expectations=listed, **CAPABILITY).record

    ACTS["change_expectations"](book, id=listed, fields={"complete": "The sheet by Monday."})

    assert about(book, process)["expectations"] == listed
    for words in SAID.values():
        assert words in about(book, process)["expected"]
        assert words in " ".join(as_text(process_on_paper(book, process)).split())
    with pytest.raises(NotUnderstood):
        ACTS["change_capability"](book, id=about(book, process).id, fields={"expected": "x"})


def test_sys_43_what_was_expected_may_be_named_later_once_by_whoever_leads_and_while_it_is_open(
    book: Book, caregiver: str
):
    listed = expectations(book)
    process = ACTS["open_capability"](book, caregiver=caregiver, **CAPABILITY).record
    assert about(book, process)["expected"] is None

    ACTS["name_expectations"](book, process=process, expectations=listed)

    assert SAID["relate"] in about(book, process)["expected"]
    with pytest.raises(AlreadyDecided):
        ACTS["name_expectations"](book, process=process, expectations=expectations(book))
    ended = ACTS["open_capability"](book, caregiver=caregiver, **CAPABILITY).record
    ACTS["end_process"](book, process=ended, outcome="opened in error", why="x")
    with pytest.raises(AlreadyDecided):
        ACTS["name_expectations"](book, process=ended, expectations=listed)
    conduct = ACTS["open_conduct"](book, caregiver=caregiver, said="airtime was sold").record
    with pytest.raises(NotUnderstood):
        ACTS["name_expectations"](book, process=conduct, expectations=listed)
    told = {"process": conduct, "reason": "was never shown", "expectations": listed, **CAPABILITY}
    assert SAID["relate"] in about(book, ACTS["convert_to_capability"](book, **told).record)["expected"]


def test_sys_43_what_was_said_later_or_in_a_team_of_others_was_not_expected_of_them(book: Book, caregiver: str):
    other = ACTS["record_team"](book, name="South").record
    tomorrow = clock.today() + timedelta(1)

    for listed in (expectations(book, team=other), expectations(book, day=tomorrow)):
        with pytest.raises(NotUnderstood):
            ACTS["open_capability"](book, caregiver=caregiver, expectations=listed, **CAPABILITY)
    assert questions.count(book, "process") == 0


def test_p10_the_adviser_reads_what_was_expected_without_the_list_and_does_not_name_it(
    book: Book,
    caregiver: str,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Callable[..., object],
):
    adviser = make_book("Naledi Khoza")
    introduced(book, adviser)
    listed = expectations(book)
    named = ACTS["open_capability"](book, caregiver=caregiver, expectations=listed, **CAPABILITY).record
    bare = ACTS["open_capability"](book, caregiver=caregiver, **CAPABILITY).record
    for process in (named, bare):
        ACTS["let_into_process"](book, process=process, partner="Naledi Khoza")
    send(book, adviser)

    assert SAID["complete"] in about(adviser, named)["expected"]
    assert questions.count(adviser, "expectations") == 0
    with pytest.raises(NotYourProcess):
        ACTS["name_expectations"](adviser, process=bare, expectations=expectations(adviser))
