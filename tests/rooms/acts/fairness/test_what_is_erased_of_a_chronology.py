"""What is erased is gone from a chronology too: a copy is no second record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book

CANARY = "Staying awake at the gate"
ADVISER = "Naledi Khoza"
Meet = Callable[[Book, Book], None]
Send = Callable[..., object]


def everything_in(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def told_of(book: Book) -> tuple[str, str]:
    """A process, and a training whose words its chronology copied."""
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    ACTS["note_worry"](book, caregiver=caregiver, seen="late", found_work="two teams")
    training = ACTS["record_training"](book, person=caregiver, title=CANARY, since="2026-03-02").record
    told = {"adviser": ADVISER, "not_met": "x", "found_work": "ten homes in two wards"}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    ACTS["link_record"](book, process=process, kind="training", id=training, matters=f"{CANARY}, and more")
    return process, training


def test_p35_a_record_that_a_coordinator_erased_stands_in_no_copy_and_its_entry_stays_with_its_day(
    make_book: Callable[..., Book],
):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    process, training = told_of(book)
    assert CANARY in as_text(process_on_paper(book, process))

    ACTS["erase"](book, id=training, ground="asked_by_the_person")

    assert CANARY not in everything_in(book)
    (entry,) = chronology(book, process)
    assert (entry.day, entry.leaf["fact"], entry.leaf["copy_of"]) == (date(2026, 3, 2), None, None)
    paper = as_text(process_on_paper(book, process))
    assert CANARY not in paper
    assert "Erased" in paper
    assert checking.check(book) == []
    ledger.rebuild(book)
    assert [each.day for each in chronology(book, process)] == [date(2026, 3, 2)]


def test_p35_a_copy_that_comes_after_its_record_was_erased_is_kept_out(
    book: Book, make_book: Callable[..., Book], introduced: Meet, send: Send
):
    """Whoever advises hears first that it was erased, and of the copy then."""
    boss, adviser = make_book("Fhatuwani Netsianda", "coordinator"), make_book(ADVISER)
    for one, other in ((book, boss), (book, adviser), (boss, adviser)):
        introduced(one, other)
    process, training = told_of(book)
    send(book, boss)
    ACTS["erase"](boss, id=training, ground="asked_by_the_person")
    send(boss, adviser)
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, adviser)

    assert questions.count(adviser, "chronology_entry") == 1
    assert CANARY not in everything_in(adviser)
    send(boss, book)
    assert CANARY not in everything_in(book)
    assert [each.fact for each in chronology(book, process)] == [each.fact for each in chronology(adviser, process)]
