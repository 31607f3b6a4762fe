"""Concerns of a team that changes hands: who reads them then, and who does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from safeguarded import LEAD, WORDS, Send, about_a_worker, ends, everything_in, noted, state, step

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.concerns import how_it_stands
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import (
    LeadOnly,
    LeadReadsIt,
    NoWritePath,
)
from caregiver_desk.records.concerns.concerns import ConcernState
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change


def test_open_concerns_go_over_with_a_team_and_their_words_only_from_who_wrote_them(
    book: Book, boss: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    mpho = make_book("Mpho Lekalakala")
    for one in (book, boss):
        introduced(one, mpho)
    still, over, worker = noted(book, seen="no food on two visits"), noted(book), about_a_worker(book)
    ends(book, over, "closed")
    send(book, boss)
    send(mpho, boss)

    said = ACTS["hand_over_team"](boss, team=own_team(book), to="Mpho Lekalakala", leaves=True).sentence
    assert "1 open concern goes along" in said
    send(boss, mpho)
    assert "no food on two visits" not in everything_in(mpho)

    send(boss, book)
    send(book, mpho)
    assert [each.id for each in how_it_stands.concerns_in(mpho)] == [still]
    assert how_it_stands.concern_of(mpho, still)["seen"] == "no food on two visits"
    assert worker not in everything_in(mpho)
    step(mpho, still, "told a social worker")
    assert state(mpho, still) == ConcernState.REPORTED


def test_a_concern_about_who_takes_the_team_over_stays_with_its_author_and_the_lead(
    book: Book,
    boss: Book,
    lead: Book,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Send,
):
    mpho = make_book("Mpho Lekalakala")
    for one, other in ((book, mpho), (boss, mpho), (lead, mpho), (lead, boss)):
        introduced(one, other)
    record, ordinary = about_a_worker(book, worker="Mpho Lekalakala"), noted(book)
    ACTS["seal_to_lead"](book, concern=record, lead=LEAD)
    for sender, reader in ((book, lead), (book, boss), (mpho, boss)):
        send(sender, reader)

    ACTS["hand_over_team"](boss, team=own_team(book), to="Mpho Lekalakala", leaves=True)
    for sender, reader in ((boss, book), (boss, mpho), (boss, lead), (book, mpho), (lead, mpho), (book, boss)):
        send(sender, reader)

    assert [each.id for each in how_it_stands.concerns_in(mpho)] == [ordinary]  # what may go along does
    for one in (mpho, boss):
        there = everything_in(one)
        assert not any(words in there for words in (*WORDS.values(), record, "worker_concern"))
    scope = how_it_stands.concern_of(book, record).scope
    with lead.reading() as cursor:
        assert not lead.hearing(cursor).standing.may_write(mpho.laptop, scope)
    step(lead, record, "told the police", reference="CAS 114")
    step(book, record, "told a social worker")


def test_before_a_team_changes_hands_another_supervisor_is_sent_no_concern(
    book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    mpho = make_book("Mpho Lekalakala")
    introduced(book, mpho)
    record = noted(book)
    ACTS["enrol"](book, laptop="Mpho Lekalakala", scope=questions.get(book, "team", own_team(book)).scope)

    send(book, mpho)

    assert how_it_stands.concerns_in(mpho) == []
    assert record not in everything_in(mpho)


def test_no_concern_is_handed_to_a_scope_in_which_more_people_read(book: Book, boss: Book, send: Send):
    record = noted(book, seen="no food on two visits")
    scope = questions.get(book, "team", own_team(book)).scope
    send(book, boss)

    with pytest.raises(LeadOnly):
        ACTS["hand_over"](boss, kind="concern", id=record, scope=scope)

    moved = Change(Statement.HANDOVER, Statement.HANDOVER.about(record), "", {"to": clock.mark(record, scope)})
    ledger.append(boss, "by hand", [moved])
    send(boss, book)
    with pytest.raises(NoWritePath):
        step(book, record, "told the police", reference="CAS 7")


def test_a_lead_who_was_given_a_concern_is_not_told_in_it_that_they_are_meant(book: Book, lead: Book, send: Send):
    record = about_a_worker(book, worker="a man in the office")
    ACTS["seal_to_lead"](book, concern=record, lead=LEAD)
    with pytest.raises(LeadReadsIt):
        ACTS["change_concern"](book, id=record, fields={"worker": f"Mr {LEAD}"})
    ACTS["change_concern"](book, id=record, fields={"worker": "Vusi Radebe"})
    send(book, lead)

    assert how_it_stands.concern_of(lead, record)["worker"] == "Vusi Radebe"
