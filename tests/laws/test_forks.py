"""A book copied without the program noticing: two laptops that write under one id. Nothing is lost by it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

import pytest
from twins import Copy, Send, household, introduce

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import Refused
from caregiver_desk.records import journal
from caregiver_desk.records.journal import WITHDRAWN, Audience, Stream
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import book as books
from caregiver_desk.store import branches, checking, histories, ledger, partners, questions, receipts, sending, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener


@pytest.fixture
def forked(pair: tuple[Book, Book], twin_of: Copy, send: Send) -> tuple[Book, Book]:
    """A coordinator who has heard both branches of a copied laptop, and the laptop's first book."""
    nomvula, fhatuwani = pair
    household(nomvula, "HH-BEFORE")
    send(nomvula, fhatuwani)
    twin = twin_of(nomvula)
    household(nomvula, "HH-HERE")
    household(twin, "HH-THERE")
    household(twin, "HH-THERE-TOO")
    send(nomvula, fhatuwani)
    looked = send(twin, fhatuwani)
    assert looked is not None
    assert looked.received.forks
    return fhatuwani, nomvula


def test_from_a_fork_on_both_branches_are_set_aside_and_kept_and_what_stood_before_stays(forked: tuple[Book, Book]):
    fhatuwani, _ = forked

    assert [leaf["code"] for leaf in questions.listing(fhatuwani, "household")] == ["HH-BEFORE"]
    with fhatuwani.reading() as cursor:
        cursor.execute(
            "SELECT count(*) FROM line JOIN stream ON stream = s WHERE branch > 0 AND body LIKE '%HH-THERE%'"
        )
        assert cursor.fetchone() == (2,)
    assert checking.check(fhatuwani) == []


def test_what_a_book_that_met_a_fork_sends_on_is_accepted(
    forked: tuple[Book, Book], make_book: Callable[..., Book], send: Send
):
    fhatuwani, _ = forked
    third = make_book("Boitumelo Kekana", "coordinator")
    for one, other in ((third, fhatuwani), (fhatuwani, third)):
        introduce(one, other)

    assert send(fhatuwani, third) is not None
    assert checking.check(third) == []


def test_a_copied_book_whose_mark_stayed_behind_goes_on_under_a_new_laptop_id(
    pair: tuple[Book, Book], home: Path, send: Send, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "copy")
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(home / "another machine"))
    copy = books.resume(vault.reopen(home / "copy", nomvula.vault.keys))
    household(copy, "HH-COPY")
    household(nomvula, "HH-FIRST")

    for book in (nomvula, copy):
        looked = send(book, fhatuwani)
        assert looked is not None
        assert looked.received.forks == []
    copy.vault.close()
    assert {leaf["code"] for leaf in questions.listing(fhatuwani, "household")} == {"HH-COPY", "HH-FIRST"}
    assert len(partners.known(fhatuwani)) == 1


@pytest.mark.parametrize(
    "fields", [{"level": 2**60}, {"code": "x\x00y"}, {"safety": "x" * 20_001}, {"enrolled": "2026-02-31"}]
)
def test_what_no_book_would_show_is_not_saved_either(book: Book, fields: dict[str, object]):
    record = household(book, "HH-1")

    with pytest.raises(Refused):
        ledger.append(
            book, "law", [Change("household", record, questions.get(book, "household", record).scope, fields)]
        )
    assert checking.check(book) == []


def test_an_erased_record_cannot_be_written_to_again(pair: tuple[Book, Book]):
    _, fhatuwani = pair
    record = household(fhatuwani, "HH-1")
    scope = questions.get(fhatuwani, "household", record).scope
    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)

    with pytest.raises(Refused):
        ledger.append(fhatuwani, "law", [Change("household", record, scope, {WITHDRAWN: None, "code": "HH-1"})])
    with pytest.raises(Refused):
        ACTS["erase"](fhatuwani, id=f"erasure/{record}", ground=Ground.ASKED)


def current(book: Book, record: str) -> list[tuple[str, str]]:
    return [(name, entry.tag) for name, entry in histories.current(book, "household", record)]


def test_books_that_heard_the_branches_in_another_order_say_the_same_of_what_led_on_from_one(
    pair: tuple[Book, Book], make_book: Callable[..., Book], twin_of: Copy, send: Send
):
    (nomvula, fhatuwani), third = pair, make_book("Boitumelo Kekana", "coordinator")
    for one, other in ((third, fhatuwani), (fhatuwani, third), (third, nomvula), (nomvula, third)):
        introduce(one, other)
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1", level=1).record
    twin = twin_of(nomvula)
    household(twin, "HH-THERE")
    ACTS["change_household"](nomvula, id=record, fields={"level": 2})
    for sender, receiver in ((twin, third), (nomvula, fhatuwani), (nomvula, third)):
        send(sender, receiver)
    ACTS["change_household"](fhatuwani, id=record, fields={"level": 3})
    send(fhatuwani, third)

    assert current(third, record) == current(fhatuwani, record)
    assert checking.check(third) == []


# --- both branches travel


@pytest.fixture
def apart(
    pair: tuple[Book, Book], make_book: Callable[..., Book], twin_of: Copy, send: Send
) -> tuple[Book, Book, Book, Book]:
    """Two books of which each heard another branch of one laptop, and the two books that wrote them."""
    (nomvula, fhatuwani), boitumelo = pair, make_book("Boitumelo Kekana", "coordinator")
    for one, other in ((boitumelo, fhatuwani), (fhatuwani, boitumelo), (boitumelo, nomvula), (nomvula, boitumelo)):
        introduce(one, other)
    household(nomvula, "HH-BEFORE")
    send(nomvula, fhatuwani)
    twin = twin_of(nomvula)
    household(nomvula, "HH-HERE")
    household(twin, "HH-THERE")
    household(twin, "HH-THERE-TOO")
    send(nomvula, fhatuwani)
    send(twin, boitumelo)
    return fhatuwani, boitumelo, nomvula, twin


def codes(book: Book) -> list[str]:
    return sorted(leaf["code"] for leaf in questions.listing(book, "household"))


def lines(book: Book, word: str) -> int:
    with book.reading() as cursor:
        cursor.execute("SELECT count(*) FROM line WHERE instr(body, ?)", (word,))
        return int(cursor.fetchone()[0])


def test_two_books_that_heard_different_branches_say_the_same_once_they_have_met(
    apart: tuple[Book, Book, Book, Book], send: Send
):
    fhatuwani, boitumelo, _, _ = apart
    assert codes(fhatuwani) != codes(boitumelo)

    for _ in range(2):
        send(fhatuwani, boitumelo)
        send(boitumelo, fhatuwani)

    assert codes(fhatuwani) == codes(boitumelo) == ["HH-BEFORE"]
    assert [lines(book, '"HH-') for book in (fhatuwani, boitumelo)] == [4, 4]
    assert [checking.check(book) for book in (fhatuwani, boitumelo)] == [[], []]


def test_who_holds_both_branches_is_sent_neither_again(apart: tuple[Book, Book, Book, Book], send: Send):
    fhatuwani, boitumelo, _, _ = apart
    for _ in range(2):
        send(fhatuwani, boitumelo)
        send(boitumelo, fhatuwani)

    for one, other in ((fhatuwani, boitumelo), (boitumelo, fhatuwani)):
        looked = send(one, other)
        assert looked is not None
        assert (looked.received.lines, looked.received.same, looked.received.forks) == (0, 0, [])


def test_who_heard_neither_hears_of_both_from_who_met_the_fork(
    apart: tuple[Book, Book, Book, Book], make_book: Callable[..., Book], send: Send
):
    fhatuwani, boitumelo, _, _ = apart
    third = make_book("Mpho Dlamini", "coordinator")
    for one, other in ((third, fhatuwani), (fhatuwani, third)):
        introduce(one, other)
    for _ in range(2):
        send(fhatuwani, boitumelo)
        send(boitumelo, fhatuwani)

    send(fhatuwani, third)

    assert lines(third, '"HH-') == 4
    assert codes(third) == ["HH-BEFORE"]
    assert checking.check(third) == []


def test_a_receipt_tells_a_book_that_somebody_else_writes_under_its_id(
    apart: tuple[Book, Book, Book, Book], home: Path, opener: Opener
):
    fhatuwani, _, _, twin = apart
    laptop = twin.laptop
    partner = next(each for each in partners.known(fhatuwani) if each.key == twin.key)
    receipt = making.receipt(fhatuwani, partner)

    exchange.open_bundle(twin, carriers.drop(home / "stick", receipt.bundle, receipt.sealed), opener)

    assert twin.laptop != laptop
    household(twin, "HH-LATER")
    assert codes(twin) == ["HH-BEFORE", "HH-LATER", "HH-THERE", "HH-THERE-TOO"]


def test_a_backup_that_went_back_unnoticed_is_noticed_when_a_colleague_says_what_she_holds(
    pair: tuple[Book, Book], twin_of: Copy, send: Send
):
    nomvula, fhatuwani = pair
    older = twin_of(nomvula)  # the book as it was, in the place of the newer one, with its mark
    household(nomvula, "HH-LOST")
    send(nomvula, fhatuwani)
    laptop = older.laptop

    send(fhatuwani, older)

    assert older.laptop != laptop
    assert codes(older) == []
    send(older, fhatuwani)
    send(fhatuwani, older)
    assert codes(older) == ["HH-LOST"]


def test_a_stream_that_forks_at_its_first_line_counts_nowhere_also_where_both_lines_come_in_one_bundle(
    pair: tuple[Book, Book], make_book: Callable[..., Book], twin_of: Copy, send: Send
):
    (nomvula, fhatuwani), third = pair, make_book("Boitumelo Kekana", "coordinator")
    for one, other in ((third, fhatuwani), (fhatuwani, third)):
        introduce(one, other)
    send(nomvula, fhatuwani)
    scope = questions.get(nomvula, "team", own_team(nomvula)).scope
    for book, name in ((nomvula, "Anna"), (twin_of(nomvula), "Berta")):
        person = Change("person", clock.new_record(scope), scope, {"given_names": name})
        ledger.append(book, "law", [person])
        send(book, fhatuwani)

    send(fhatuwani, third)

    for book in (fhatuwani, third):
        assert {leaf["given_names"] for leaf in questions.listing(book, "person")}.isdisjoint({"Anna", "Berta"})
        assert checking.check(book) == []


def test_a_fork_is_told_though_one_of_its_branches_has_nothing_left_to_say(
    pair: tuple[Book, Book], twin_of: Copy, send: Send
):
    nomvula, fhatuwani = pair
    introduce(nomvula, nomvula)
    record = household(nomvula, "HH-BEFORE")
    send(nomvula, fhatuwani)
    twin = twin_of(nomvula)
    household(nomvula, "HH-HERE")
    ACTS["change_household"](twin, id=record, fields={"level": 2})
    send(twin, fhatuwani)
    ACTS["change_household"](fhatuwani, id=record, fields={"level": 4})
    for sender, receiver in ((nomvula, fhatuwani), (twin, nomvula), (fhatuwani, nomvula), (nomvula, fhatuwani)):
        send(sender, receiver)

    for book in (nomvula, fhatuwani):
        assert codes(book) == ["HH-BEFORE"]
        (fork,) = branches.forks(book)
        assert sorted(fork.records.values()) == [0, 1]


def test_a_line_held_blank_on_one_branch_is_not_owed_for_ever_on_the_other(
    make_book: Callable[..., Book],
):
    one, other = make_book("Nomvula Shezi"), make_book("Boitumelo Kekana")
    stream = Stream(clock.new_laptop(one.key), clock.new_scope(one.key), Audience.OPEN)
    told = [f"line {number}".encode() for number in range(1, 9)]
    twin = [*told[:4], *(f"twin {number}".encode() for number in range(5, 9))]
    for book in (one, other):
        runs = [run(stream, told), run(stream, twin, blank=6)]
        ledger.receive(book, Arrival("", clock.new_salt(), "", 0), runs)

    with other.reading() as cursor:
        says = list(sending.receipt(cursor, lambda each: each == stream, reaches_at_most=9, blanks_at_most=9))
    with one.writing() as cursor:
        receipts.hear(cursor, other.laptop, says)

    partner = Partner(other.key, other.laptop, "", other.person, "Boitumelo", "coordinator", "aloud", 0)
    with one.reading() as cursor:
        assert list(sending.stretches(cursor, partner, lambda each: each == stream)) == []


def run(stream: Stream, bodies: Sequence[bytes], *, blank: int = 0) -> Run:
    """All lines of a stream; of one, only the digest."""
    digests = [journal.digest(body) for body in bodies]
    *_, running = accumulate(digests, journal.running, initial=journal.beginning(stream))
    sent = [Sent(None if n == blank else body, journal.digest(body)) for n, body in enumerate(bodies, 1)]
    return Run(stream, "", Span(1, len(bodies), journal.beginning(stream), running), "signed", sent)


def test_a_book_that_went_back_unnoticed_is_sent_again_what_it_had_only_received(
    pair: tuple[Book, Book], twin_of: Copy, send: Send
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    older = twin_of(nomvula)
    household(fhatuwani, "HH-1")
    ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=questions.get(fhatuwani, "team", own_team(fhatuwani)).scope)
    send(fhatuwani, nomvula)
    assert codes(nomvula) == ["HH-1"]
    send(nomvula, fhatuwani)

    for _ in range(2):
        send(fhatuwani, older)
        send(older, fhatuwani)
    send(fhatuwani, older)

    assert codes(older) == ["HH-1"]
