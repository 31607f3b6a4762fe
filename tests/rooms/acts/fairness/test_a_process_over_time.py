"""What changes after a process was opened: who gives it on, what is written late, and what is written after its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.acts.fairness.inside import about_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotYourProcess, OpenerGives, Problem
from caregiver_desk.records.people.people import Leaving
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

ADVISER = "Naledi Khoza"
TOLD: dict[str, Any] = {"adviser": ADVISER, "not_met": "x", "found_work": "ten homes in two wards"}


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


def test_p10_to_whom_a_grievance_went_leads_it_and_is_told_who_lets_in_who_advises(
    book: Book,
    caregiver: str,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Callable[..., object],
):
    """A further reader is heard of from whoever founded its scope or coordinates: no other is told that it worked."""
    naledi, lerato = make_book(ADVISER), make_book("Lerato Moloi")
    introduced(book, naledi)
    introduced(naledi, lerato)
    introduced(book, lerato)
    told = {"said": "laughed at", "against": "Mpho Lekalakala", "goes_to": ADVISER, "adviser": "Lerato Moloi"}
    process = ACTS["raise_grievance"](book, caregiver=caregiver, **told).record
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, naledi)

    ACTS["plan_step"](naledi, process=process, called="A first talk")
    with pytest.raises(NotYourProcess):
        ACTS["plan_step"](book, process=process, called="Another")
    with pytest.raises(OpenerGives, match="Nomvula Shezi"):
        ACTS["let_into_process"](naledi, process=process, partner="Lerato Moloi")
    said = ACTS["let_into_process"](book, process=process, partner="Lerato Moloi").sentence
    send(book, lerato)
    assert "the next bundle for them carries this process" in said
    assert [each.id for each in questions.listing(lerato, "process")] == [process]


def test_sys_50_what_was_written_late_says_so_whatever_day_is_chosen_for_its_entry(book: Book, caregiver: str):
    process = ACTS["open_capability"](book, caregiver=caregiver, **TOLD).record
    today = clock.today()
    note = ACTS["add_evidence"](book, process=process, words="came late", day=today - timedelta(40)).record
    ACTS["link_record"](book, process=process, kind="process_evidence", id=note, day=today)

    assert [(each.day, each.late) for each in chronology(book, process)] == [(today - timedelta(40), True)]


def test_sys_50_a_step_that_was_written_down_after_the_end_is_refused_or_says_so(book: Book, caregiver: str):
    process = ACTS["open_capability"](book, caregiver=caregiver, **TOLD).record
    ACTS["end_process"](book, process=process, outcome="support instead", why="the stipend was late")
    day = clock.today() - timedelta(10)
    clock.shift(timedelta(30))
    try:
        step = ACTS["plan_step"](book, process=process, called="A talk").record
        ACTS["hold_step"](book, step=step, content="told to work harder", day=day)
    except Problem:
        return
    steps = next(each for each in process_on_paper(book, process).sections if each.title == "Steps")

    assert any("late" in each.words or "after" in each.words for each in steps.lines), steps


def test_sys_53_a_day_on_which_it_is_said_to_be_opened_makes_nobody_the_line_manager(book: Book, caregiver: str):
    (link,) = questions.listing(book, "supervision")
    manager = ACTS["record_person"](book, given_names="Fhatuwani", surname="Netsianda").record
    since = (clock.today() - timedelta(30)).isoformat()
    ACTS["change_supervision"](book, id=link.id, fields={"since": "2026-01-05", "until": since})
    ACTS["record_supervision"](book, caregiver=caregiver, supervisor=manager, since=since)
    scope = clock.new_scope(book.key)
    process = clock.new_record(scope)
    of_it = {"process": process, "caregiver": caregiver}
    opened = {"caregiver": caregiver, "opened": "2026-03-02", "opened_by": book.person}
    ledger.append(book, "by hand", [Change("process", process, scope, opened)])
    said = {**of_it, "said": "airtime was sold on"}
    ledger.append(book, "by hand", [Change("conduct", clock.new_record(scope), scope, said)])

    assert "not-the-line-manager" in {each.code for each in together.found(book)}


def test_sys_58_nobody_else_writes_a_reason_to_be_known_without_their_yes(book: Book, caregiver: str):
    (works,) = questions.listing(book, "engagement", {"person": caregiver})
    with pytest.raises(Problem):
        ACTS["change_engagement"](book, id=works.id, fields={"leaving": Leaving.UNSAFE})


def test_sys_46_a_probation_is_made_longer_by_no_change_that_gives_no_reason(book: Book, caregiver: str):
    since, until = clock.today() - timedelta(60), clock.today() + timedelta(30)
    process = ACTS["open_probation"](book, caregiver=caregiver, since=since, until=until).record
    about = about_of(book, process)
    assert about is not None

    with pytest.raises(Problem):
        ACTS["change_probation"](book, id=about.id, fields={"until": until + timedelta(90)})


def test_sys_49_what_was_converted_stays_as_it_is(book: Book, caregiver: str):
    process = ACTS["open_capability"](book, caregiver=caregiver, **TOLD).record
    ACTS["convert_to_conduct"](book, process=process, reason="airtime was sold on", said="sold airtime")
    about = about_of(book, process)
    assert about is not None

    with pytest.raises(Problem):
        ACTS["change_capability"](book, id=about.id, fields={"not_met": "she was always dishonest"})


@pytest.mark.parametrize("act", ["plan_step", "add_evidence"])
def test_sys_49_nothing_is_added_to_what_was_converted(book: Book, caregiver: str, act: str):
    process = ACTS["open_capability"](book, caregiver=caregiver, **TOLD).record
    ACTS["convert_to_conduct"](book, process=process, reason="airtime was sold on", said="sold airtime")
    more = {"plan_step": {"called": "A talk"}, "add_evidence": {"words": "was late"}}[act]

    with pytest.raises(Problem):
        ACTS[act](book, process=process, **more)


def test_sys_50_who_advises_holds_the_same_paper_as_who_leads(
    book: Book,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Callable[..., object],
    caregiver: str,
):
    adviser = make_book(ADVISER)
    introduced(book, adviser)
    process = ACTS["open_capability"](book, caregiver=caregiver, **TOLD).record
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, adviser)

    assert as_text(process_on_paper(adviser, process)) == as_text(process_on_paper(book, process))
