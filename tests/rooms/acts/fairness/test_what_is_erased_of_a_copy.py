"""Help and expectations that were copied into a process go with their records; that there was help stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.inside import about_of, process_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import checking, ledger
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

ADVISER = "Naledi Khoza"
COPIED = {"support": "mentoring", "expected": "The sheet by Friday.", "arranged": "mentoring"}
Meet = Callable[[Book, Book], None]
Send = Callable[..., object]


class Told(NamedTuple):
    """A process, and the record of which words stand in it."""

    process: str
    source: str


def everything_in(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def told_of(book: Book, what: str) -> Told:
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    listed = {"team": own_team(book), "day": clock.today(), "relate": "We greet first.", "complete": COPIED["expected"]}
    expectations = ACTS["record_expectations"](book, **listed).record
    days = {"since": clock.today() - timedelta(7), "until": clock.today()}
    ACTS["open_plan"](book, caregiver=caregiver, aims="to sleep", agreed="yes")
    helped = ACTS["arrange_part"](book, caregiver=caregiver, response="mentoring", **days).record
    if what == "arranged":
        process = ACTS["open_probation"](book, caregiver=caregiver, **days, adviser=ADVISER).record
        ACTS["decide_probation"](book, process=process, outcome="ended", why="x", heard="I tried", helped="shown twice")
        return Told(process, helped)
    told = {"adviser": ADVISER, "not_met": "the sheet is late", "found_work": "ten homes"}
    process = ACTS["open_capability"](book, caregiver=caregiver, expectations=expectations, **told).record
    return Told(process, helped if what == "support" else expectations)


def copy_in(book: Book, process: str, what: str) -> str | None:
    about = about_of(book, process)
    assert about is not None
    return process_of(book, process)[what] if what == "support" else about[what]


@pytest.mark.parametrize("what", COPIED)
def test_p35_what_was_copied_into_a_process_goes_with_its_record_and_the_process_stands(
    make_book: Callable[..., Book], what: str
):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    process, source = told_of(book, what)
    assert COPIED[what] in str(copy_in(book, process, what))

    ACTS["erase"](book, id=source, ground="asked_by_the_person")

    assert COPIED[what] not in everything_in(book)
    about = about_of(book, process)
    assert about is not None
    assert copy_in(book, process, what) is None
    assert (about["not_met"] or about["why"]) in {"the sheet is late", "x"}
    assert (about["helped"], about["outcome"]) == (("shown twice", "ended") if what == "arranged" else (None, None))
    assert ("There was support. Erased" in " ".join(as_text(process_on_paper(book, process)).split())) is (
        what != "expected"
    )
    assert checking.check(book) == []
    ledger.rebuild(book)
    assert copy_in(book, process, what) is None


@pytest.mark.parametrize("what", COPIED)
def test_p35_a_copy_that_comes_after_its_record_was_erased_is_kept_out(
    book: Book, make_book: Callable[..., Book], introduced: Meet, send: Send, what: str
):
    boss, adviser = make_book("Fhatuwani Netsianda", "coordinator"), make_book(ADVISER)
    for one, other in ((book, boss), (book, adviser), (boss, adviser)):
        introduced(one, other)
    process, source = told_of(book, what)
    send(book, boss)
    erased = Change("erasure", Statement.ERASURE.about(source), "", {"ground": Ground.ORDERED})
    ledger.append(boss, "erase", [erased])
    send(boss, adviser)
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, adviser)
    send(boss, book)

    for reader in (adviser, book):
        assert COPIED[what] not in everything_in(reader)
        assert copy_in(reader, process, what) is None
        assert about_of(reader, process) is not None


def test_what_ended_with_help_stays_ended_where_the_words_of_that_help_are_erased(
    make_book: Callable[..., Book],
):
    book = make_book("Fhatuwani Netsianda", "coordinator")
    process, source = told_of(book, "support")
    step = ACTS["plan_step"](book, process=process, called="Decision", target=clock.today()).record
    ACTS["hold_step"](book, step=step, day=clock.today(), content="All was said.", response="I hear it.")
    ACTS["end_process"](book, process=process, outcome="parted", why="x", heard="I tried")

    ACTS["erase"](book, id=source, ground="asked_by_the_person")

    about = about_of(book, process)
    assert about is not None
    assert about["outcome"] == "parted"
