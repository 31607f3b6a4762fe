"""A book on a server: the same acts and questions, several at once, and nothing that is between two."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from itertools import islice
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotOnAHub
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line, Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival

Come, Send = Callable[..., Book], Callable[..., Any]


def home(book: Book, code: str = "HH-001") -> str:
    (office,) = questions.in_order(book, "team")[:1]
    return ACTS["record_household"](book, team=office.id, code=code).record


def said(book: Book) -> list[str]:
    return list(agreement.state(book, agreement.EVERYONE))


def test_what_one_writes_the_other_reads_at_once(come_into_hub: Come):
    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")

    record = home(fhatuwani)
    ACTS["change_household"](zanele, id=record, fields={"level": 3})

    assert questions.get(fhatuwani, "household", record)["level"] == 3
    assert said(fhatuwani) == said(zanele)
    assert checking.check(fhatuwani) == checking.check(zanele) == []


def test_who_comes_later_is_of_the_site_that_is_there_and_is_found_by_name(come_into_hub: Come):
    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")

    assert zanele.site == fhatuwani.site
    assert zanele.laptop != fhatuwani.laptop
    assert [each["surname"] for each in questions.find(fhatuwani, "zan kho")] == ["Khoza"]
    assert len(questions.listing(fhatuwani, "site")) == 1


def test_drafts_choices_and_what_can_be_undone_are_of_each_alone(come_into_hub: Come):
    from caregiver_desk.store import drafts, undoing

    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")
    drafts.keep(fhatuwani, "a form", {"words": "only begun"})
    home(fhatuwani)

    assert drafts.find(zanele) == {}
    assert drafts.find(fhatuwani) == {"a form": {"words": "only begun"}}
    assert undoing.saved(fhatuwani) is not None
    assert undoing.saved(zanele) is None


def test_what_two_keep_between_them_is_refused_and_nothing_is_saved(come_into_hub: Come):
    fhatuwani = come_into_hub()
    before = said(fhatuwani)

    with pytest.raises(NotOnAHub):
        ACTS["record_own_care"](fhatuwani, one="sleep")
    assert said(fhatuwani) == before


def test_a_supervisors_bundle_comes_in_and_hers_says_the_same_as_the_hub(
    come_into_hub: Come,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Send,
):
    fhatuwani, zanele, nomvula = come_into_hub(), come_into_hub("Zanele Khoza"), make_book()
    introduced(nomvula, fhatuwani)
    caregiver = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    ACTS["hold_check_in"](nomvula, caregiver=caregiver, day="2026-03-02")

    send(nomvula, fhatuwani)

    assert questions.get(zanele, "person", caregiver)["given_names"] == "Sibongile"
    risen = questions.listing(zanele, "check_in")
    assert [each["caregiver"] for each in risen] == [caregiver]
    assert fhatuwani.role == Role.COORDINATOR


def test_what_she_wrote_is_handed_on_by_others_when_her_laptop_and_its_keys_are_gone(
    come_into_hub: Come, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")
    thandi = make_book("Thandi Mokoena", "coordinator")
    introduced(zanele, thandi)
    record, laptop = home(fhatuwani), fhatuwani.laptop
    fhatuwani.close()
    shutil.rmtree(fhatuwani.vault.folder)

    send(zanele, thandi)

    with thandi.reading() as cursor:
        cursor.execute(
            "SELECT count(*) FROM line JOIN stream ON s = stream WHERE laptop = ? AND record = ?", (laptop, record)
        )
        assert cursor.fetchone() == (1,)
    assert checking.check(thandi) == []


def test_a_save_signs_for_the_streams_that_it_touched_and_is_tried_with_them(come_into_hub: Come):
    """Where the save is taken back, so is the word for it."""
    fhatuwani = come_into_hub()
    before = signed(fhatuwani)

    with fhatuwani.trying():
        home(fhatuwani)
    assert signed(fhatuwani) == before

    home(fhatuwani)
    assert len(signed(fhatuwani)) == len(before) + 1


def signed(book: Book) -> list[Any]:
    with book.reading() as cursor:
        cursor.execute("SELECT stream, number FROM tip ORDER BY stream, number")
        return list(cursor.fetchall())


def test_private_lines_that_come_all_the_same_are_passed_over_and_what_follows_comes_in(
    come_into_hub: Come, make_book: Callable[..., Book]
):
    """The lines of a bundle come one after the other: what is not taken is read to its end."""
    fhatuwani, nomvula = come_into_hub(), make_book()
    scope = clock.new_scope(nomvula.key)
    lines = iter([_sent(nomvula, scope, number) for number in range(5)])
    runs = [
        _run(nomvula, Stream(nomvula.laptop, scope, audience), islice(lines, many), many)
        for audience, many in (("pair", 3), ("open", 2))
    ]

    received = ledger.receive(fhatuwani, Arrival("a bundle", "a seal", nomvula.laptop, 0), runs)

    assert received.lines == 2
    with fhatuwani.reading() as cursor:
        cursor.execute("SELECT DISTINCT audience FROM stream WHERE laptop = ?", (nomvula.laptop,))
        assert cursor.fetchall() == [("open",)]


def _sent(author: Book, scope: str, number: int) -> Sent:
    told = {"kind": "household", "record": clock.new_record(scope), "fields": {"code": f"HH-{number:03}"}}
    body = journal.write(Line(salt=clock.new_salt(), at=clock.now(), by=author.author, **told))
    return Sent(body, journal.digest(body))


def _run(author: Book, stream: Stream, sent: Iterable[Sent], many: int) -> Run:
    return Run(stream, author.key, Span(1, many, journal.beginning(stream), "0" * 64), "signed", sent)
