"""Two real books, real bundles: what came, what did not, and what may not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import (
    FictionalMixed,
    Incomplete,
    NoSuchPartner,
    NotABundle,
    NotForYou,
    RevokedSender,
    TookTooLong,
    UnknownSender,
    WordsDiffer,
)
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.standing import control_stream
from caregiver_desk.store import agreement, checking, histories, ledger, partners, questions, receipts, sending, streams
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.receipts import Reach, Told
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.taking import Arrival
from caregiver_desk.sync import carriers, exchange, making, seal, trust
from caregiver_desk.sync.opener import Opener

Send = Callable[..., exchange.Looked | None]
SHARED = frozenset({Audience.OPEN, Audience.TEAM})


def household(book: Book, code: str = "HH-001", **fields: object) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code, **fields).record


def told(book: Book, audiences: frozenset[Audience] = SHARED) -> list[str]:
    return list(agreement.state(book, audiences))


def bundle_for(sender: Book, receiver: Book, folder: Path) -> Path:
    partner = next(each for each in partners.known(sender) if each.key == receiver.key)
    (made,) = making.make(sender, partner)
    return carriers.drop(folder, made.bundle, made.sealed)


def test_what_was_recorded_here_is_shown_there_and_words_and_places_stay_home(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=2, nickname="blue gate", safety="a dog")

    looked = send(nomvula, fhatuwani)

    assert looked is not None
    assert looked.received.summary()["needs_you"] == 0
    assert dict(questions.get(fhatuwani, "household", record).values).keys() == {"team", "code", "state", "level"}
    assert set(told(nomvula)) <= set(told(fhatuwani))


def test_a_preview_says_what_will_happen_and_changes_nothing(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    before = told(fhatuwani, agreement.EVERYONE)

    seen = send(nomvula, fhatuwani, keep=False)

    assert told(fhatuwani, agreement.EVERYONE) == before
    assert not sending.ends(fhatuwani, nomvula.key)
    done = send(nomvula, fhatuwani)
    assert seen is not None
    assert done is not None
    assert seen.received.summary() == done.received.summary()


def test_the_same_file_twice_changes_nothing(pair: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = pair
    path = bundle_for(nomvula, fhatuwani, home)
    assert exchange.open_bundle(fhatuwani, path, opener) is not None
    after = told(fhatuwani, agreement.EVERYONE)

    assert exchange.open_bundle(fhatuwani, path, opener) is None
    assert told(fhatuwani, agreement.EVERYONE) == after


def test_a_lost_stick_loses_nothing_because_the_next_bundle_carries_it_too(
    pair: tuple[Book, Book], home: Path, send: Send
):
    nomvula, fhatuwani = pair
    first = household(nomvula)
    bundle_for(nomvula, fhatuwani, home).unlink()
    second = household(nomvula, "HH-002")

    send(nomvula, fhatuwani)

    assert {first, second} <= {leaf.id for leaf in questions.listing(fhatuwani, "household")}


def test_what_was_acknowledged_is_not_sent_again(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    partner = partners.known(nomvula)[0]
    assert making.undelivered(nomvula, partner) > 0

    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    assert making.undelivered(nomvula, partner) == 0
    assert [made.contents.lines for made in making.make(nomvula, partner)] == [0]


def test_bundles_that_arrive_in_the_wrong_order_say_the_same_in_the_end(
    pair: tuple[Book, Book], home: Path, opener: Opener
):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    first = bundle_for(nomvula, fhatuwani, home)
    ACTS["change_household"](nomvula, id=record, fields={"level": 2})
    second = bundle_for(nomvula, fhatuwani, home)

    exchange.open_bundle(fhatuwani, second, opener)
    looked = exchange.open_bundle(fhatuwani, first, opener)

    assert looked is not None
    assert looked.received.lines == 0
    assert questions.get(fhatuwani, "household", record)["level"] == 2
    assert checking.check(fhatuwani) == []


def test_what_a_book_knows_of_streams_while_bundles_come_is_what_it_reads_when_opened_again(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    with fhatuwani.reading() as cursor:
        before = fhatuwani.hearing(cursor).scopes()
    for number in range(2):
        household(nomvula, f"HH-00{number}", nickname="blue gate")
        send(nomvula, fhatuwani)
    with fhatuwani.reading() as cursor:
        as_they_came = fhatuwani.hearing(cursor)
        fhatuwani.forget()
        as_they_stand = fhatuwani.hearing(cursor)

    assert as_they_came == as_they_stand
    assert as_they_came.scopes() == as_they_stand.scopes() > before


def test_both_edit_one_field_both_are_shown_the_conflict_and_one_settles_it_for_both(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    send(nomvula, fhatuwani)
    ACTS["change_household"](nomvula, id=record, fields={"level": 2})
    ACTS["change_household"](fhatuwani, id=record, fields={"level": 3})
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)
    for book in pair:
        (conflict,) = histories.conflicts(book)
        assert {option.fields["level"] for option in conflict.options} == {2, 3}

    ACTS["settle"](fhatuwani, kind="household", id=record, field="level", value=3)
    send(fhatuwani, nomvula)

    assert histories.conflicts(nomvula) == histories.conflicts(fhatuwani) == []
    assert questions.get(nomvula, "household", record)["level"] == 3


def test_a_wrong_clock_cannot_overwrite_what_it_has_not_seen(
    pair: tuple[Book, Book], send: Send, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    send(nomvula, fhatuwani)
    monkeypatch.setattr(clock, "now", lambda: 4_000_000_000)
    ACTS["change_household"](fhatuwani, id=record, fields={"level": 2})
    send(fhatuwani, nomvula)
    monkeypatch.undo()
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(nomvula.vault.folder.parent / "home"))

    ACTS["change_household"](nomvula, id=record, fields={"level": 4})

    send(nomvula, fhatuwani)
    assert questions.get(fhatuwani, "household", record)["level"] == 4


def test_an_import_set_aside_is_hidden_and_can_be_brought_back(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula)
    looked = send(nomvula, fhatuwani)
    assert looked is not None
    after = told(fhatuwani)

    ACTS["set_aside"](fhatuwani, arrival=looked.received.arrival)
    assert questions.find_one(fhatuwani, "household", record) is None
    assert checking.check(fhatuwani) == []

    ACTS["bring_back"](fhatuwani, arrival=looked.received.arrival)
    assert told(fhatuwani) == after


def test_a_stranger_changes_nothing(make_book: Callable[..., Book], home: Path, opener: Opener):
    nomvula, stranger = make_book(), make_book("Somebody Else")
    trust.pair(stranger, trust.my_card(nomvula, "Nomvula"))
    path = bundle_for(stranger, nomvula, home)

    with pytest.raises(UnknownSender):
        exchange.open_bundle(nomvula, path, opener)


def test_a_bundle_sealed_for_somebody_else_stays_shut(
    pair: tuple[Book, Book], make_book: Callable[..., Book], home: Path, opener: Opener
):
    nomvula, fhatuwani = pair
    other = make_book("Mpho Lekalakala")
    trust.pair(other, trust.my_card(nomvula, "Nomvula"))

    with pytest.raises(NotForYou):
        exchange.open_bundle(other, bundle_for(nomvula, fhatuwani, home), opener)


def test_a_bundle_sealed_again_for_another_reader_is_refused(
    pair: tuple[Book, Book], make_book: Callable[..., Book], home: Path, opener: Opener
):
    nomvula, fhatuwani = pair
    other = make_book("Mpho Lekalakala")
    trust.pair(other, trust.my_card(nomvula, "Nomvula"))
    inside = seal.decrypt(bundle_for(nomvula, fhatuwani, home).read_bytes(), identity=fhatuwani.vault.keys.reading)
    again = home / "again.caredesk"
    again.write_bytes(seal.encrypt(inside, recipients=[seal.reading_recipient(other.vault.keys.reading)]))

    with pytest.raises(NotForYou):
        exchange.open_bundle(other, again, opener)


def test_a_locked_out_laptop_is_not_listened_to_any_more(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    send(nomvula, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    household(nomvula, "HH-002")

    with pytest.raises(RevokedSender):
        send(nomvula, fhatuwani)
    assert len(questions.listing(fhatuwani, "household")) == 1


def test_a_locked_out_laptop_is_not_listened_to_under_a_new_id(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    send(nomvula, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    with nomvula.writing() as cursor:
        books.renew(cursor, nomvula)

    with pytest.raises(RevokedSender):
        send(nomvula, fhatuwani)


def overhear(book: Book, path: Path, opener: Opener) -> None:
    """Take the lines of a bundle as if somebody else had handed them on."""
    with opener.open(path, book.vault.keys.reading) as opened:
        ledger.receive(book, Arrival(path.stem, opened.inside.seal, "", 0), opened.runs())


def test_to_lock_out_once_more_lets_nothing_count_that_did_not(pair: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = pair
    household(nomvula)
    overhear(fhatuwani, bundle_for(nomvula, fhatuwani, home), opener)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    household(nomvula, "HH-002")
    overhear(fhatuwani, bundle_for(nomvula, fhatuwani, home), opener)

    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)

    assert [leaf["code"] for leaf in questions.listing(fhatuwani, "household")] == ["HH-001"]


def test_a_laptop_that_is_let_in_again_is_heard_with_all_it_wrote_meanwhile(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    send(nomvula, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    household(nomvula, "HH-002")
    ACTS["let_in"](fhatuwani, laptop=nomvula.laptop)

    send(nomvula, fhatuwani)

    assert len(questions.listing(fhatuwani, "household")) == 2


def test_a_laptop_that_nobody_has_heard_of_cannot_be_locked_out(pair: tuple[Book, Book]):
    _, fhatuwani = pair

    with pytest.raises(NoSuchPartner):
        ACTS["lock_out"](fhatuwani, laptop=clock.new_laptop("a stranger's key"))


@pytest.fixture
def third(pair: tuple[Book, Book], make_book: Callable[..., Book], send: Send) -> Book:
    """Another coordinator, who knows Nomvula, in whose book a record was erased; all others have heard of that."""
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    for one, other in ((nomvula, mpho), (mpho, nomvula), (mpho, fhatuwani)):
        card = trust.my_card(other, "Somebody")
        trust.pair(one, card, heard=" ".join(trust.read_card(card)[1]))
    record = household(nomvula, "HH-SECRET")
    household(nomvula, "HH-002")
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground="asked_by_the_person")
    send(fhatuwani, nomvula)
    return mpho


def blanks(book: Book) -> int:
    with book.reading() as cursor:
        cursor.execute("SELECT count(*) FROM line WHERE body IS NULL")
        return int(cursor.fetchone()[0])


def test_a_blanked_line_is_believed_only_where_all_is_known_that_may_explain_it(
    pair: tuple[Book, Book], third: Book, home: Path, opener: Opener
):
    nomvula, fhatuwani = pair
    whole = bundle_for(nomvula, third, home)
    with nomvula.writing() as cursor:  # as if the third had said that she holds Fhatuwani's statements
        (mpho,) = (each for each in partners.known(nomvula) if each.key == third.key)
        partners.hear(cursor, mpho, third.laptop, [Told(control_stream(fhatuwani.laptop), [Reach(1, 99, "")])])

    exchange.open_bundle(third, bundle_for(nomvula, third, home), opener)
    assert [leaf["code"] for leaf in questions.listing(third, "household")] == ["HH-002"]
    assert (blanks(third), len(sending.holes(third))) == (0, 1)

    exchange.open_bundle(third, whole, opener)
    assert (blanks(third), sending.holes(third), checking.check(third)) == (1, {}, [])


def test_a_real_book_and_a_fictional_one_do_not_mix(make_book: Callable[..., Book], home: Path):
    fictional = make_book()
    real, _ = opening.new_book(
        home / "real", "river candle basket mountain", name="A B", role="supervisor", site="S", team="T", cost=FLOOR
    )
    try:
        with pytest.raises(FictionalMixed):
            trust.pair(real, trust.my_card(fictional, "Somebody"))
    finally:
        real.close()


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_a_stick_pulled_while_copying_leaves_a_file_that_is_refused_whole(
    pair: tuple[Book, Book], home: Path, opener: Opener, part: float
):
    nomvula, fhatuwani = pair
    household(nomvula)
    path = bundle_for(nomvula, fhatuwani, home)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])
    before = told(fhatuwani, agreement.EVERYONE)

    with pytest.raises((Incomplete, NotABundle)):
        exchange.open_bundle(fhatuwani, path, opener)
    assert told(fhatuwani, agreement.EVERYONE) == before


@pytest.mark.parametrize("content", [b"", b"hello", b"\x00" * 100_000, b"age-encryption.org/v1\n"])
def test_another_file_is_refused_in_words_and_the_worker_serves_the_next_one(
    pair: tuple[Book, Book], home: Path, opener: Opener, content: bytes
):
    nomvula, fhatuwani = pair
    strange = home / "strange.caredesk"
    strange.write_bytes(content)

    with pytest.raises((NotABundle, Incomplete)):
        exchange.open_bundle(fhatuwani, strange, opener)
    assert exchange.open_bundle(fhatuwani, bundle_for(nomvula, fhatuwani, home), opener) is not None


def test_a_file_that_takes_too_long_is_stopped(pair: tuple[Book, Book], home: Path):
    nomvula, fhatuwani = pair
    hasty = Opener(seconds=0.01)
    try:
        with pytest.raises(TookTooLong):
            exchange.open_bundle(fhatuwani, bundle_for(nomvula, fhatuwani, home), hasty)
    finally:
        hasty.close()


def test_wrong_words_pair_with_nobody(make_book: Callable[..., Book]):
    nomvula, fhatuwani = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    card = trust.my_card(fhatuwani, "Fhatuwani")

    with pytest.raises(WordsDiffer):
        trust.pair(nomvula, card, heard="one two three four five six seven eight")
    assert partners.known(nomvula) == []


def test_nobody_becomes_a_coordinator_without_the_words(make_book: Callable[..., Book]):
    nomvula, fhatuwani = make_book(), make_book("Fhatuwani Netsianda", "coordinator")

    assert trust.pair(nomvula, trust.my_card(fhatuwani, "Fhatuwani")).role == "partner"


def test_an_erased_record_is_gone_there_too_and_does_not_come_back_with_an_old_bundle(
    pair: tuple[Book, Book], home: Path, opener: Opener, send: Send
):
    nomvula, fhatuwani = pair
    record = household(nomvula, "HH-SECRET")
    old = bundle_for(nomvula, fhatuwani, home)
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=record, ground="asked_by_the_person")
    send(fhatuwani, nomvula)

    exchange.open_bundle(fhatuwani, old, opener)

    for book in pair:
        assert not [line for line in told(book, agreement.EVERYONE) if "HH-SECRET" in line]
        assert checking.check(book) == []
        with book.reading() as cursor:
            cursor.execute("SELECT count(*) FROM line WHERE body LIKE '%HH-SECRET%'")
            assert cursor.fetchone() == (0,)


def test_nobody_but_a_coordinator_erases_she_hides_and_asks(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula, "HH-SECRET")

    ACTS["erase"](nomvula, id=record, ground="asked_by_the_person")
    send(nomvula, fhatuwani)

    for book in pair:
        leaf = questions.get(book, "household", record)
        assert leaf.gone
        assert leaf.findings == ("asked-to-erase",)


def test_a_receipt_that_comes_late_takes_nothing_back(pair: tuple[Book, Book], home: Path, opener: Opener, send: Send):
    nomvula, fhatuwani = pair
    household(nomvula)
    send(nomvula, fhatuwani)
    late = bundle_for(fhatuwani, nomvula, home)
    household(nomvula, "HH-002")
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    exchange.open_bundle(nomvula, late, opener)

    assert making.undelivered(nomvula, partners.known(nomvula)[0]) == 0


def test_a_hole_is_named_until_it_is_filled(pair: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = pair
    household(nomvula)
    first = bundle_for(nomvula, fhatuwani, home)
    with nomvula.writing() as cursor:  # as if he had said that he holds the first two lines of every stream
        rows = [(s, stream) for s, stream, (span,) in sending.held(cursor) if span.high > 1]
        said = [Told(row, [Reach(1, 2, receipts.name(streams.running_at(cursor, s, 2)))]) for s, row in rows]
        partners.hear(cursor, partners.known(nomvula)[0], fhatuwani.laptop, said)
    household(nomvula, "HH-002")
    exchange.open_bundle(fhatuwani, bundle_for(nomvula, fhatuwani, home), opener)
    assert {hole for holes in sending.holes(fhatuwani).values() for hole in holes} == {(1, 2)}

    exchange.open_bundle(fhatuwani, first, opener)

    assert sending.holes(fhatuwani) == {}
    assert checking.check(fhatuwani) == []
