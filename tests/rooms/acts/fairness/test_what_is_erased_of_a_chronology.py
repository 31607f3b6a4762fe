"""What is erased is gone from a chronology too: a copy is no second record."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book

CANARY = "fell asleep at the gate"


def everything_in(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def test_p35_a_record_that_a_coordinator_erased_stands_in_no_copy(make_book: Callable[..., Book]):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    worry = ACTS["note_worry"](book, caregiver=caregiver, seen=CANARY, found_work="two teams").record
    told = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes in two wards"}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    ACTS["link_record"](book, process=process, kind="performance_worry", id=worry, day=clock.today())
    ACTS["erase"](book, id=worry, ground="asked_by_the_person")

    assert CANARY not in everything_in(book)
