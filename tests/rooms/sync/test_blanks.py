"""A relay may say that a line was blanked. Nobody must believe it for good: the words come from whoever holds them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records import journal
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import blanks, checking, partners, questions, sending, streams, tips
from caregiver_desk.store.book import Book
from caregiver_desk.sync import bundle, carriers, exchange, lines, making, seal
from caregiver_desk.sync.bundle import Manifest, Tip
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener

Send = Callable[..., Looked | None]
Meet = Callable[[Book, Book], None]


def shown(book: Book) -> list[str]:
    return [leaf["code"] for leaf in questions.listing(book, "household")]


def owed(book: Book, reader: Book) -> int:
    (partner,) = [each for each in partners.known(book) if each.key == reader.key]
    return making.undelivered(book, partner)


def without_words(author: Book, relay: Book, reader: Book) -> bytes:
    """All that an author wrote, as a relay may seal it who claims to know of no statement: digests, and no body."""
    runs = []
    with author.reading() as cursor:
        for s, stream, spans in sending.held(cursor):
            if stream.audience in {"open", "team"}:
                (span,) = spans
                signature = tips.sign(stream, span.high, span.running, author.vault.keys.signing)
                tip = Tip(*map(str, stream), 1, span.high, span.ahead, span.running, signature)
                runs.append((tip, [*map(lines.blanked, streams.digests(cursor, s, 1, span.high).values())]))
    about = {"laptop": relay.laptop, "person": relay.person, "to": (seal.reading_recipient(reader.vault.keys.reading),)}
    empty = {
        "needs": (),
        "members": (),
        "lines": 0,
        "plain": 0,
        "received": (),
        "height": 0,
        "yours": ("", 0),
        "made": 0,
        "old_after": 0,
    }
    manifest = Manifest(format=bundle.FORMAT, bundle="blanks", profile="", fictional=True, **about, **empty)
    return bundle.seal_bundle(lines.pack(runs), manifest, seed=relay.vault.keys.signing)


@pytest.fixture
def three(make_book: Callable[..., Book], introduced: Meet) -> tuple[Book, Book, Book]:
    """An author, a relay and a reader; all know each other."""
    books = make_book("A One", "coordinator"), make_book("R Two"), make_book("C Three", "coordinator")
    for one, other in ((0, 1), (0, 2), (1, 2)):
        introduced(books[one], books[other])
    return books


@pytest.fixture
def blanked(three: tuple[Book, Book, Book], home: Path, opener: Opener) -> tuple[Book, Book, Book]:
    """The relay was believed: the reader holds the author's household without a word of it."""
    author, relay, reader = three
    ACTS["record_household"](author, team=own_team(author), code="HH-A", level=2)
    path = carriers.drop(home, "blanks", without_words(author, relay, reader))
    assert exchange.open_bundle(reader, path, opener) is not None
    assert shown(reader) == []
    return three


def test_what_a_relay_blanked_comes_from_its_author(blanked: tuple[Book, Book, Book], send: Send):
    author, _, reader = blanked
    send(reader, author)
    assert owed(author, reader) > 0

    send(author, reader)
    send(reader, author)

    assert shown(reader) == ["HH-A"]
    assert owed(author, reader) == 0
    assert checking.check(reader) == []


def test_who_passed_a_blank_on_passes_on_its_words_when_they_come(
    blanked: tuple[Book, Book, Book],
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Send,
):
    author, _, reader = blanked
    last = make_book("D Four", "coordinator")
    introduced(reader, last)
    send(reader, last)
    send(last, reader)
    send(reader, author)
    send(author, reader)

    send(reader, last)

    assert shown(last) == shown(reader) == ["HH-A"]


def test_an_erased_body_is_neither_asked_for_nor_sent(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-A").record
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)
    send(fhatuwani, nomvula)
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    assert owed(nomvula, fhatuwani) == owed(fhatuwani, nomvula) == 0
    with fhatuwani.reading() as cursor:
        assert blanks.unexplained(cursor, most=9) == {}


def test_a_newcomer_who_heard_of_an_erasure_is_owed_nothing(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    introduced(mpho, fhatuwani)
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-A").record
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)

    send(fhatuwani, mpho)
    send(mpho, fhatuwani)

    with mpho.reading() as cursor:
        assert blanks.unexplained(cursor, most=9) != {}
    assert owed(fhatuwani, mpho) == 0


def test_an_empty_body_is_no_blank(pair: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = pair
    stream = journal.Stream(nomvula.laptop, clock.new_scope(nomvula.key), "open")
    ahead = journal.beginning(stream)
    running = journal.running(ahead, journal.digest(b""))
    tip = Tip(*stream, 1, 1, ahead, running, tips.sign(stream, 1, running, nomvula.vault.keys.signing))
    identity, path = fhatuwani.vault.keys.reading, home / "empty.caredesk"
    about = {"laptop": nomvula.laptop, "person": "", "to": (seal.reading_recipient(identity),), "profile": ""}
    empty = {
        "needs": (),
        "members": (),
        "lines": 0,
        "plain": 0,
        "received": (),
        "height": 0,
        "yours": ("", 0),
        "made": 0,
        "old_after": 0,
    }
    manifest = Manifest(format=bundle.FORMAT, bundle="empty", fictional=True, **about, **empty)
    path.write_bytes(bundle.seal_bundle(lines.pack([(tip, [b""])]), manifest, seed=nomvula.vault.keys.signing))

    with opener.open(path, identity) as opened:
        assert [list(run.sent) for run in opened.runs()] == [[(b"", journal.digest(b""))]]


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        ([], [(1, 9)]),
        ([(3, 4)], [(1, 2), (5, 9)]),
        ([(1, 1), (9, 9)], [(2, 8)]),
        ([(8, 20)], [(1, 7)]),
        ([(4, 5), (2, 2), (30, 40)], [(1, 1), (3, 3), (6, 9)]),
        ([(0, 10)], []),
    ],
)
def test_numbers_taken_from_a_span_leave_the_rest(taken: list[tuple[int, int]], left: list[tuple[int, int]]):
    assert streams.less([(1, 9)], taken) == left


def test_a_receipt_with_too_many_blanks_names_more_rather_than_fewer():
    assert blanks._at_most([(1, 1), (3, 3), (5, 6), (9, 9)], 2) == [(1, 1), (3, 9)]
