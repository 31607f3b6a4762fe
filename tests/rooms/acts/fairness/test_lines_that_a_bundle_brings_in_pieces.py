"""Lines of a process that lack what every act would have given them: they are shown as they are, and stop nothing."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.acts.fairness.taking_part import process_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import ledger
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
