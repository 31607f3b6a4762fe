"""Whoever is let into a process may read it: what they must not be able to do to it, by an act or by a bundle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.acts.fairness.inside import about_of, process_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.acts.sharing.sharing import enrolled
from caregiver_desk.errors import AboutThem, LineManagerOnly, NotAReader, NotForAChronology, NotYourProcess, Problem
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

ADVISER = "Naledi Khoza"
LOOKED = {"organisation": ["stipend late or short"], "found_organisation": "the stipend was paid late in May"}
Make = Callable[..., Book]
Send = Callable[..., object]


class Taking(NamedTuple):
    """A line manager, who advises them, and the supervisor whom a process is about; all of them read it."""

    boss: Book
    adviser: Book
    hers: Book
    process: str

    @property
    def scope(self) -> str:
        return process_of(self.boss, self.process).scope

    def about(self, book: Book) -> Any:
        found = about_of(book, self.process)
        assert found is not None
        return found


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


@pytest.fixture
def taking(book: Book, make_book: Make, introduced: Callable[[Book, Book], None], send: Send) -> Taking:
    boss, adviser = make_book("Fhatuwani Netsianda", "coordinator"), make_book(ADVISER)
    for each in (book, adviser):
        introduced(boss, each)
    send(book, boss)
    ACTS["record_supervision"](boss, caregiver=book.person, supervisor=boss.person, since="2026-01-05")
    told = {"adviser": ADVISER, "not_met": "comes unprepared", **LOOKED}
    process = ACTS["open_capability"](boss, caregiver=book.person, **told).record
    for each in (ADVISER, "Nomvula Shezi"):
        ACTS["let_into_process"](boss, process=process, partner=each)
    for each in (adviser, book):
        send(boss, each)
    return Taking(boss, adviser, book, process)


def codes(book: Book) -> set[str]:
    return {each.code for each in together.found(book)}


def test_p10_a_line_of_a_chronology_is_withdrawn_only_by_who_leads(taking: Taking, send: Send):
    boss, adviser, hers, process = taking
    note = ACTS["add_evidence"](boss, process=process, words="kept every visit in May").record
    entry = ACTS["link_record"](boss, process=process, kind="process_evidence", id=note).record
    send(boss, hers)
    send(boss, adviser)

    for each in (hers, adviser):
        with pytest.raises(NotYourProcess):
            ACTS["withdraw_chronology_entry"](each, id=entry)


def test_p10_an_end_that_who_does_not_lead_wrote_is_a_finding_and_no_end(taking: Taking, send: Send):
    boss, _, hers, process = taking
    ended = {"outcome": "expectations are met", "outcome_on": clock.today().isoformat(), "why": "so I say"}
    ledger.append(hers, "by hand", [Change("capability", taking.about(hers).id, taking.scope, ended)])
    send(hers, boss)

    assert taking.about(boss)["outcome"] is None
    assert codes(boss) == {"not-theirs-to-write"}
    assert "so I say" not in as_text(process_on_paper(boss, process))
    ACTS["end_process"](boss, process=process, outcome="support instead", why="the stipend was late")
    assert taking.about(boss)["outcome"] == "support instead"
    assert codes(boss) == set()


def test_p10_whoever_writes_themselves_as_who_opened_it_does_not_lead_it(taking: Taking):
    _, _, hers, process = taking
    ledger.append(hers, "by hand", [Change("process", process, taking.scope, {"opened_by": hers.person})])

    with pytest.raises(NotYourProcess):
        ACTS["plan_step"](hers, process=process, called="a talk of my own")


def test_sys_33_a_second_sort_that_a_reader_wrote_into_a_process_does_not_hide_what_it_is_about(
    taking: Taking, send: Send
):
    boss, _, hers, process = taking
    told = {
        "process": process,
        "caregiver": hers.person,
        "since": "2026-01-05",
        "until": "2026-06-05",
        "outcome": "confirmed",
    }
    ledger.append(hers, "by hand", [Change("probation", clock.new_record(taking.scope), taking.scope, told)])
    send(hers, boss)

    assert taking.about(boss).kind == "capability" or codes(boss) != set()


def test_sys_44_nobody_is_parted_from_unheard_also_where_a_bundle_says_so(taking: Taking):
    boss = taking.boss
    ended = {"outcome": "parted", "outcome_on": clock.today().isoformat(), "why": "enough"}
    ledger.append(boss, "by hand", [Change("capability", taking.about(boss).id, taking.scope, ended)])

    assert codes(boss) != set()


def test_p10_whoever_is_no_longer_the_line_manager_does_not_lead_it_any_more(book: Book, caregiver: str):
    told = {"adviser": ADVISER, "not_met": "comes unprepared", **LOOKED}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    (link,) = questions.listing(book, "supervision")
    manager = ACTS["record_person"](book, given_names="Fhatuwani", surname="Netsianda").record
    ACTS["change_supervision"](book, id=link.id, fields={"purpose": "practice"})
    ACTS["record_supervision"](
        book, caregiver=caregiver, supervisor=manager, since=(clock.today() - timedelta(1)).isoformat()
    )

    with pytest.raises(LineManagerOnly):
        ACTS["open_capability"](book, caregiver=caregiver, **told)
    with pytest.raises(NotYourProcess):
        ACTS["plan_step"](book, process=process, called="a talk")
    with pytest.raises(NotYourProcess):
        ACTS["end_process"](book, process=process, outcome="support instead", why="so I say")


def test_p10_whoever_advises_no_longer_is_sent_nothing_more(taking: Taking, send: Send):
    boss, adviser, _, process = taking
    ACTS["change_capability"](boss, id=taking.about(boss).id, fields={"adviser": "Lerato Moloi"})
    ACTS["add_evidence"](boss, process=process, words="said after the adviser had changed")
    send(boss, adviser)

    assert questions.listing(adviser, "process_evidence") == []


def test_p10_a_grievance_about_somebody_by_their_first_name_is_not_theirs_to_write_or_to_decide(
    book: Book, caregiver: str
):
    for against in ("Nomvula", "my supervisor Nomvula"):
        with pytest.raises(AboutThem):
            ACTS["raise_grievance"](
                book, caregiver=caregiver, said="laughed at my walk", against=against, goes_to="Nomvula Shezi"
            )


def test_p10_whom_a_grievance_is_about_is_not_made_its_adviser_afterwards(book: Book, caregiver: str):
    told = {"said": "laughed at my walk", "against": "Mpho Lekalakala", "goes_to": ADVISER}
    process = ACTS["raise_grievance"](book, caregiver=caregiver, **told).record
    about = about_of(book, process)
    assert about is not None

    with pytest.raises(Problem):
        ACTS["change_grievance"](book, id=about.id, fields={"adviser": "Mpho Lekalakala"})


def test_p18_a_talk_that_turns_out_to_be_a_support_conversation_stands_in_no_chronology(book: Book, caregiver: str):
    told = {"adviser": ADVISER, "not_met": "comes unprepared", **LOOKED}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    words = {"type": "one-to-one", "how_are_you": "cannot sleep"}
    talk = ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today(), words=words).record
    ACTS["link_record"](book, process=process, kind="check_in", id=talk)
    leaf = questions.get(book, "check_in", talk)  # by an act it would be taken out
    ledger.append(book, "by hand", [Change("check_in", talk, leaf.scope, {"type": "support conversation"})])

    assert [str(each.leaf["source"]) for each in chronology(book, process)] == []
    assert "not-for-a-chronology" in codes(book)


def test_p18_an_entry_of_a_support_conversation_that_a_bundle_brought_is_not_shown_and_is_a_finding(
    book: Book, caregiver: str
):
    told = {"adviser": ADVISER, "not_met": "comes unprepared", **LOOKED}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    words = {"type": "support conversation", "how_are_you": "cannot sleep"}
    talk = ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today(), words=words).record
    with pytest.raises(NotForAChronology):
        ACTS["link_record"](book, process=process, kind="check_in", id=talk)
    today, scope = clock.today().isoformat(), process_of(book, process).scope
    entry = {
        "process": process, "caregiver": caregiver, "day": today, "fact": "cannot sleep", "source_kind": "check_in",
        "source": talk, "copy_of": "cannot sleep", "added": today,
    }  # fmt: skip
    ledger.append(book, "by hand", [Change("chronology_entry", clock.new_record(scope), scope, entry)])

    assert chronology(book, process) == []
    assert codes(book) == {"not-for-a-chronology"}


def test_a_worry_that_was_saved_for_the_two_of_them_only_is_read_by_nobody_else(taking: Taking, send: Send):
    boss, adviser, hers, process = taking
    said = ACTS["note_worry"](
        boss, caregiver=hers.person, seen="late", found_work="two teams", their_view="my child is ill at night"
    )
    assert "the two of you only" in said.sentence
    ACTS["link_record"](boss, process=process, kind="performance_worry", id=said.record)
    send(boss, adviser)

    assert all("ill at night" not in str(each["copy_of"]) for each in questions.listing(adviser, "chronology_entry"))


def test_p10_whoever_was_let_out_writes_nothing_into_it_from_a_scope_of_their_own(taking: Taking, send: Send):
    boss, _, hers, process = taking
    ACTS["dismiss"](boss, laptop=hers.laptop, scope=taking.scope)
    send(boss, hers)
    own = clock.new_scope(hers.key)
    told = {"process": process, "caregiver": hers.person, "called": "A talk that never was", "content": "I was praised"}
    ledger.append(hers, "by hand", [enrolled(boss.key, own), Change("process_stage", clock.new_record(own), own, told)])
    send(hers, boss)

    assert "A talk that never was" not in as_text(process_on_paper(boss, process))


def test_p15_an_answer_that_they_wrote_themselves_is_not_said_otherwise_by_who_leads(taking: Taking, send: Send):
    boss, _, hers, process = taking
    step = ACTS["plan_step"](boss, process=process, called="First talk").record
    send(boss, hers)
    ACTS["change_process_stage"](hers, id=step, fields={"response": "I was ill", "agrees": False})
    send(hers, boss)

    with pytest.raises(Problem):
        ACTS["change_process_stage"](boss, id=step, fields={"response": "it is all true", "agrees": True})


def test_p10_somebody_who_shares_two_given_names_with_who_advises_is_not_let_in(
    book: Book, caregiver: str, make_book: Make, introduced: Callable[[Book, Book], None]
):
    other = make_book("Thandi Grace Dube")
    introduced(book, other)
    told = {"adviser": "Thandi Grace Khoza", "not_met": "comes unprepared", **LOOKED}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record

    with pytest.raises(NotAReader):
        ACTS["let_into_process"](book, process=process, partner="Thandi Grace Dube")
