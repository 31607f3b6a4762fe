"""What counts in a process is what those wrote inside it whose it is to write; the rest is a finding until mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology
from caregiver_desk.acts.fairness.inside import about_of, process_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import AboutThem, AlreadyDecided, NotYourProcess, TheirWords
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper, steps_of
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf

ADVISER, BOSS = "Naledi Khoza", "Fhatuwani Netsianda"
CAUSES: dict[str, Any] = {"not_met": "comes unprepared", "found_work": "ten homes in two wards"}
Make = Callable[..., Book]
Meet = Callable[[Book, Book], None]
Send = Callable[..., object]


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


@pytest.fixture
def boss(book: Book, make_book: Make, introduced: Meet, send: Send) -> Book:
    """The line manager of whoever owns the first book."""
    boss = make_book(BOSS, "coordinator")
    introduced(boss, book)
    send(book, boss)
    ACTS["record_supervision"](boss, caregiver=book.person, supervisor=boss.person, since="2026-01-05")
    return boss


def opened(boss: Book, book: Book, send: Send) -> str:
    process = ACTS["open_capability"](boss, caregiver=book.person, adviser=ADVISER, **CAUSES).record
    ACTS["let_into_process"](boss, process=process, partner="Nomvula Shezi")
    send(boss, book)
    return process


def by_hand(book: Book, kind: str, record: str, scope: str, **fields: Any) -> None:
    ledger.append(book, "by hand", [Change(kind, record, scope, fields)])


def codes(book: Book) -> set[str]:
    return {each.code for each in together.found(book)}


def about(book: Book, process: str) -> Leaf:
    found = about_of(book, process)
    assert found is not None
    return found


def paper(book: Book, process: str) -> str:
    return " ".join(as_text(process_on_paper(book, process)).split())


def test_p10_a_step_a_subject_and_an_entry_that_a_reader_wrote_by_hand_are_shown_to_nobody(
    book: Book, boss: Book, send: Send
):
    process = opened(boss, book, send)
    scope, whom = process_of(boss, process).scope, {"process": process, "caregiver": book.person}
    today = clock.today().isoformat()
    by_hand(book, "process_stage", clock.new_record(scope), scope, **whom, called="A talk that never was", day=today)
    entry = {"day": today, "fact": "was praised", "source_kind": "check_in", "source": "x", "copy_of": "y"}
    by_hand(book, "chronology_entry", clock.new_record(scope), scope, **whom, **entry, added=today)
    by_hand(book, "conduct", clock.new_record(scope), scope, **whom, said="never mind")
    send(book, boss)

    for each in (boss, book):
        assert "never was" not in paper(each, process)
        assert "was praised" not in paper(each, process)
        assert about(each, process).kind == "capability"
        assert codes(each) >= {"not-theirs-to-write"}


def test_p10_what_a_reader_wrote_over_by_hand_counts_for_nothing_and_is_mended_by_saying_it_again(
    book: Book, boss: Book, send: Send
):
    process = opened(boss, book, send)
    here = about(book, process)
    by_hand(book, "capability", here.id, here.scope, not_met="nothing at all")
    send(book, boss)

    assert about(boss, process)["not_met"] == CAUSES["not_met"]
    assert codes(boss) == {"not-theirs-to-write"}
    assert together.told(boss, together.found(boss))
    ACTS["change_capability"](boss, id=here.id, fields={"not_met": CAUSES["not_met"]})
    assert codes(boss) == set()


def test_p10_whoever_writes_themselves_as_its_holder_does_not_lead_it(book: Book, boss: Book, send: Send):
    process = opened(boss, book, send)
    scope = process_of(book, process).scope
    by_hand(book, "process", process, scope, handed_to="Nomvula Shezi", holder=book.key, handed_on="2026-03-02")
    send(book, boss)

    with pytest.raises(NotYourProcess):
        ACTS["plan_step"](book, process=process, called="a talk of my own")
    ACTS["plan_step"](boss, process=process, called="A talk")
    assert process_of(boss, process)["handed_to"] is None
    assert "not-theirs-to-write" in codes(boss)


def test_p10_what_says_that_it_is_of_a_process_and_was_written_outside_it_is_a_finding(
    book: Book, boss: Book, send: Send
):
    process = opened(boss, book, send)
    own = clock.new_scope(boss.key)
    step = {"process": process, "caregiver": book.person, "called": "A talk in another place"}
    by_hand(boss, "process_stage", clock.new_record(own), own, **step)
    by_hand(boss, "conduct", clock.new_record(own), own, process=process, caregiver=book.person, said="never mind")

    assert steps_of(boss, process) == []
    assert about(boss, process).kind == "capability"
    assert codes(boss) == {"written-from-outside"}


def test_sys_44_an_end_by_which_somebody_is_parted_from_unheard_is_no_end(book: Book, caregiver: str):
    process = ACTS["open_capability"](book, caregiver=caregiver, adviser=ADVISER, **CAUSES).record
    here = about(book, process)
    told = {"outcome": "parted", "outcome_on": clock.today().isoformat(), "why": "enough"}
    by_hand(book, "capability", here.id, here.scope, **told)

    assert codes(book) == {"parted-unheard"}
    assert about(book, process)["outcome"] is None
    ACTS["end_process"](book, process=process, outcome="support instead", why="the stipend was late")
    assert codes(book) == set()


def test_sys_46_a_probation_whose_last_day_was_moved_by_hand_is_a_finding(book: Book, caregiver: str):
    since, until = clock.today() - timedelta(60), clock.today() + timedelta(30)
    process = ACTS["open_probation"](book, caregiver=caregiver, since=since, until=until).record
    here = about(book, process)
    ACTS["change_probation"](book, id=here.id, fields={"until": until - timedelta(7)})
    ACTS["change_probation"](book, id=here.id, fields={"called": "First months"})
    assert codes(book) == set()

    by_hand(book, "probation", here.id, here.scope, until=(until + timedelta(90)).isoformat())

    assert codes(book) == {"longer-without-reason"}


def test_p10_somebody_who_is_let_in_without_being_named_is_a_finding_until_that_is_ended(
    book: Book, boss: Book, make_book: Make, introduced: Meet, send: Send
):
    adviser = make_book(ADVISER)
    introduced(boss, adviser)
    process = opened(boss, book, send)
    ACTS["let_into_process"](boss, process=process, partner=ADVISER)
    assert codes(boss) == set()
    here = about(boss, process)

    by_hand(boss, "capability", here.id, here.scope, adviser="Lerato Moloi")
    assert codes(boss) == {"reads-unnamed"}
    said = ACTS["change_capability"](boss, id=here.id, fields={"adviser": "Zanele Arendse"}).sentence

    assert f"{ADVISER} is sent nothing more of it" in said
    assert codes(boss) == set()


def test_p15_what_they_wrote_themselves_stands_also_where_both_wrote_before_they_met(
    book: Book, boss: Book, send: Send
):
    process = opened(boss, book, send)
    step = ACTS["plan_step"](boss, process=process, called="First talk").record
    send(boss, book)
    ACTS["change_process_stage"](book, id=step, fields={"response": "I was ill", "agrees": False})
    ACTS["hold_step"](boss, step=step, content="what is expected", response="it is all true", agrees=True)
    send(book, boss)
    send(boss, book)

    for each in (boss, book):
        (kept,) = steps_of(each, process)
        assert (kept["content"], kept["response"], kept["agrees"]) == ("what is expected", "I was ill", False)
    with pytest.raises(TheirWords):
        ACTS["hold_step"](boss, step=step, content="what is expected", response="it is all true")
    ACTS["add_evidence"](boss, process=process, words="On the day they said that it is all true.")
    assert "it is all true" in paper(boss, process)


def test_p15_the_caregiver_answers_also_after_the_end_and_it_says_so(book: Book, boss: Book, send: Send):
    process = opened(boss, book, send)
    step = ACTS["plan_step"](boss, process=process, called="First talk").record
    ACTS["end_process"](boss, process=process, outcome="support instead", why="the stipend was late")
    send(boss, book)
    clock.shift(timedelta(3))

    ACTS["add_evidence"](book, process=process, words="I was there each Monday")
    ACTS["change_process_stage"](book, id=step, fields={"response": "nobody told me"})
    send(book, boss)

    for each in (boss, book):
        assert "I was there each Monday (added after the end)" in paper(each, process)
    for act, given in (
        ("link_record", {"process": process, "kind": "process_stage", "id": step}),
        ("hold_step", {"step": step, "content": "x"}),
        ("change_process_stage", {"id": step, "fields": {"content": "x"}}),
    ):
        with pytest.raises(AlreadyDecided):
            ACTS[act](boss, **given)


def test_p18_a_talk_that_turns_out_to_have_been_one_to_help_leaves_the_chronologies_of_all_who_read(
    book: Book, caregiver: str, make_book: Make, introduced: Meet, send: Send
):
    adviser = make_book(ADVISER)
    introduced(book, adviser)
    process = ACTS["open_capability"](book, caregiver=caregiver, adviser=ADVISER, **CAUSES).record
    words = {"type": "one-to-one", "how_are_you": "cannot sleep"}
    talk = ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today(), words=words).record
    ACTS["link_record"](book, process=process, kind="check_in", id=talk)
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, adviser)
    assert len(chronology(adviser, process)) == 1

    ACTS["change_check_in"](book, id=talk, fields={"type": "support conversation"})
    send(book, adviser)

    assert [chronology(each, process) for each in (book, adviser)] == [[], []]
    assert codes(book) == set()


@pytest.mark.parametrize("against", ["Vula", "Precious Shezi", "my supervisor Vula", "Mrs Shezi"])
def test_p10_a_grievance_is_not_written_by_whom_it_is_about_by_whatever_name_they_are_known(
    book: Book, caregiver: str, against: str
):
    ACTS["change_person"](book, id=book.person, fields={"given_names": "Nomvula Precious", "known_as": "Vula"})
    told = {"said": "laughed at my walk", "against": against, "goes_to": ADVISER}

    with pytest.raises(AboutThem):
        ACTS["raise_grievance"](book, caregiver=caregiver, **told)
    assert questions.count(book, "grievance") == 0


def test_p10_whoever_shares_a_family_name_with_whom_a_grievance_is_about_may_decide_it(book: Book, caregiver: str):
    told = {"said": "laughed at my walk", "against": "Mpho Khoza", "goes_to": ADVISER}

    assert ACTS["raise_grievance"](book, caregiver=caregiver, **told).record


def test_sys_53_whoever_opened_one_on_the_last_day_of_their_line_was_the_line_manager(book: Book, caregiver: str):
    ACTS["open_conduct"](book, caregiver=caregiver, said="airtime was sold on")
    (link,) = questions.listing(book, "supervision")
    ACTS["change_supervision"](book, id=link.id, fields={"until": clock.today()})

    assert codes(book) == {"nobody-leads"}
