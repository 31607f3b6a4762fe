"""Erasure: an erased word is nowhere, not even where the program itself no longer looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pages import pages

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import ErasedForGood, NotAskedFor, NotUnderstood
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line, Scalar, Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import agreement, backups, checking, drafts, ledger, questions, schema, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival, Received
from caregiver_desk.sync import exchange

Send = Callable[..., exchange.Looked | None]
PASSPHRASE = "maize kettle window river"
ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}
WORDS = (b"ylophon", b"uagga")  # the index of names may keep a word's first letters elsewhere


def told(folder: Path, book: Book) -> set[bytes]:
    """Which of the words stand on any page."""
    plain = b"\n".join(pages(folder, book.vault.keys.store)).lower()
    assert b"append-only" in plain  # the pages were really read
    return {word for word in WORDS if word in plain}


def household(book: Book) -> str:
    """A household with words in every place that a record's words can get to: lines, row, index, history, a draft."""
    given = {"code": "HH-001", "nickname": "Xylophonia gate", "safety": "quagga in the yard"}
    record = ACTS["record_household"](book, team=own_team(book), **given).record
    for number in range(40):
        ACTS["change_household"](book, id=record, fields={"safety": f"quagga {number} " * 200})
    drafts.keep(book, f"visit {record}", {"note": "quagga again"})
    return record


@pytest.fixture
def leader(make_book: Callable[..., Book]) -> Book:
    return make_book("Fhatuwani Netsianda", "coordinator")


@pytest.fixture
def lasting(home: Path) -> Iterator[Book]:
    """A coordinator's real book, with a household."""
    book, _ = opening.new_book(
        home / "real", PASSPHRASE, name="F N", role=Role.COORDINATOR, site="S", team="T", cost=FLOOR, **ANSWERS
    )
    yield book
    book.close()


def test_an_erased_word_is_on_no_page_of_the_file_used_or_free_nor_in_its_log(leader: Book):
    record = household(leader)
    assert told(leader.vault.folder, leader) == set(WORDS)

    ACTS["erase"](leader, id=record, ground=Ground.MISTAKE)

    assert told(leader.vault.folder, leader) == set()
    leader.vault.bring_home()
    assert told(leader.vault.folder, leader) == set()
    assert checking.check(leader) == []


def test_an_erasure_that_comes_in_a_bundle_leaves_no_word_either(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula)
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)
    assert told(nomvula.vault.folder, nomvula) == set(WORDS)

    send(fhatuwani, nomvula)

    assert told(nomvula.vault.folder, nomvula) == set()


# --- backups


def test_an_erasure_makes_a_backup_without_the_words_at_once(lasting: Book):
    record = household(lasting)
    old = backups.back_up(lasting.vault, clock.today())

    ACTS["erase"](lasting, id=record, ground=Ground.ORDERED)

    new = backups.newest(lasting.vault.folder)
    assert (told(old, lasting), told(new, lasting)) == (set(WORDS), set())
    vault.open_book(new, PASSPHRASE, known_version=schema.newest()).close()
    assert checking.check(lasting) == []


def test_backups_that_hold_an_erased_word_are_gone_after_thirty_five_days(lasting: Book):
    folder, record = lasting.vault.folder, household(lasting)
    backups.back_up(lasting.vault, clock.today() - timedelta(days=1))
    ACTS["erase"](lasting, id=record, ground=Ground.MISTAKE)
    lasting.close()
    held = {}
    for days in (34, 35):
        clock.shift(timedelta(days=days))
        again = opening.open_book(folder, PASSPHRASE)
        held[days] = [told(place, again) for place in backups.backups(folder)]
        again.close()

    assert held == {34: [set(), set(WORDS)], 35: [set()]}


def test_a_backup_for_which_there_was_no_room_is_owed_and_made_at_the_next_opening(lasting: Book):
    folder, record = lasting.vault.folder, household(lasting)
    (folder / "backups").touch(mode=0o600)  # no folder can be made there
    ACTS["erase"](lasting, id=record, ground=Ground.MISTAKE)
    assert checking.check(lasting) == ["backup"]
    lasting.close()
    (folder / "backups").unlink()

    again = opening.open_book(folder, PASSPHRASE)

    assert [told(place, again) for place in backups.backups(folder)] == [set()]
    assert checking.check(again) == []
    again.close()


def test_an_erasure_of_what_this_book_never_held_makes_no_backup(lasting: Book):
    record = f"erasure/{clock.new_record(lasting.site)}"

    ledger.append(lasting, "law", [Change("erasure", record, "", {"ground": Ground.ORDERED})])

    assert backups.backups(lasting.vault.folder) == []


# --- what cannot be read, and what a fork left


def receive(book: Book, author: Book, *bodies: bytes, low: int = 1) -> Received:
    """Verified lines of a laptop, in a stream of their own."""
    stream = Stream(author.laptop, author.site, "words")
    running = ahead = journal.beginning(stream)
    for body in bodies:
        running = journal.running(running, journal.digest(body))
    span = Span(low, low + len(bodies) - 1, ahead, running)
    sent = [Sent(body, journal.digest(body)) for body in bodies]
    arrival = Arrival(clock.new_salt(), clock.new_salt(), author.laptop, clock.now())
    return ledger.receive(book, arrival, [Run(stream, author.key, span, "", sent)])


def texts(book: Book) -> list[str | bytes]:
    """What is kept of lines that cannot be read, and of branches."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT body FROM line JOIN stream ON stream = s"
            " WHERE (record = '' OR branch > 0) AND body IS NOT NULL ORDER BY n"
        )
        return [row[0] for row in cursor.fetchall()]


def unreadable(record: str) -> tuple[bytes, ...]:
    """Lines as a newer program may write them, and one that is no text at all."""
    return (
        f'{{"about":["{record}"],"words":"quagga"}}'.encode(),
        b"\xff quagga " + record.encode(),
        b'{"words":"zebra"}',
    )


def test_lines_that_cannot_be_read_lose_what_they_say_of_an_erased_record(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair
    record = household(fhatuwani)
    receive(fhatuwani, nomvula, *unreadable(record))
    assert len(texts(fhatuwani)) == 3

    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)

    assert texts(fhatuwani) == ['{"words":"zebra"}']
    assert told(fhatuwani.vault.folder, fhatuwani) == set()
    assert checking.check(fhatuwani) == []


def test_they_lose_it_too_when_they_arrive_after_the_erasure(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair
    record = household(fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED)

    received = receive(fhatuwani, nomvula, *unreadable(record))

    assert received.aside == 1
    assert texts(fhatuwani) == ['{"words":"zebra"}']
    assert checking.check(fhatuwani) == []


@pytest.mark.parametrize("erased_first", [False, True])
def test_a_branch_that_a_fork_left_loses_the_words_too(pair: tuple[Book, Book], erased_first: bool):
    nomvula, fhatuwani = pair
    record = household(fhatuwani)
    receive(fhatuwani, nomvula, b'{"words":"first"}')
    other = readable(clock.new_record(nomvula.site), f"not about {record}")
    branch = (*unreadable(record), readable(record, "quagga"), other)
    doings = [
        lambda: receive(fhatuwani, nomvula, *branch),
        lambda: ACTS["erase"](fhatuwani, id=record, ground=Ground.ASKED),
    ]
    for do in reversed(doings) if erased_first else doings:
        do()

    assert texts(fhatuwani) == ['{"words":"first"}', '{"words":"zebra"}', other.decode()]
    assert told(fhatuwani.vault.folder, fhatuwani) == set()


def readable(record: str, words: str) -> bytes:
    """A line as we write it, about a record."""
    fields: dict[str, Scalar] = {"safety": words}
    return journal.write(Line(salt=clock.new_salt(), at=1, by="", kind="household", record=record, fields=fields))


# --- grounds, and requests taken back


def test_a_ground_is_one_of_a_short_list_and_never_words(leader: Book):
    record = household(leader)

    with pytest.raises(NotUnderstood):
        ACTS["erase"](leader, id=record, ground="because of what she told us")
    assert not questions.get(leader, "household", record).gone


def test_words_that_another_program_gives_as_a_ground_erase_nothing(leader: Book):
    record = household(leader)
    change = Change("erasure", f"erasure/{record}", "", {"ground": "because of what she told us"})

    with pytest.raises(NotUnderstood):
        ledger.append(leader, "law", [change])
    assert not questions.get(leader, "household", record).gone


def test_a_request_to_erase_can_be_taken_back_and_the_record_is_shown_again_to_everyone(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    record = household(nomvula)
    before = list(agreement.state(nomvula))
    ACTS["erase"](nomvula, id=record, ground=Ground.ASKED)
    send(nomvula, fhatuwani)
    assert questions.get(fhatuwani, "household", record).gone

    ACTS["do_not_erase"](nomvula, id=record)
    send(nomvula, fhatuwani)

    assert list(agreement.state(nomvula)) == before
    assert questions.get(fhatuwani, "household", record).findings == ()
    assert [checking.check(book) for book in pair] == [[], []]


def test_a_coordinator_declines_a_request_and_nothing_is_erased_by_that(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula)
    ACTS["erase"](nomvula, id=record, ground=Ground.ASKED)
    send(nomvula, fhatuwani)

    ACTS["do_not_erase"](fhatuwani, id=record)
    send(fhatuwani, nomvula)

    for book in pair:
        assert not questions.get(book, "household", record).gone


def test_an_erasure_by_a_coordinator_is_final_and_says_so(leader: Book):
    record = household(leader)
    with pytest.raises(NotAskedFor):
        ACTS["do_not_erase"](leader, id=record)
    ACTS["erase"](leader, id=record, ground=Ground.MISTAKE)

    with pytest.raises(ErasedForGood, match="cannot be brought back"):
        ACTS["do_not_erase"](leader, id=record)
    assert questions.find_one(leader, "household", record) is None
