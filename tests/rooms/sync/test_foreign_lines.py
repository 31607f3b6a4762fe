"""Bundles that no program of ours would make, sealed by a partner's own hand: what of them is believed."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line, Scalar, Stream
from caregiver_desk.records.sharing.standing import Standing, Statement, control_stream
from caregiver_desk.store import agreement, checking, histories, ledger, questions, tips
from caregiver_desk.store.book import Book
from caregiver_desk.sync import bundle, exchange, lines, seal
from caregiver_desk.sync.bundle import Manifest, Tip
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener

Send = Callable[..., Looked | None]
Meet = Callable[[Book, Book], None]
Later = Callable[[], None]
Deliver = Callable[[Book, Book, Stream, Sequence[bytes]], Looked]
PATIENCE = 2  # seconds of work, of which reading three thousand lines takes a tenth


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let the program know one more key of a line, as after an update."""

    def update() -> None:
        more = msgspec.defstruct("More", [("mood", str, "")], bases=(Line,), frozen=True, kw_only=True, gc=False)
        monkeypatch.setattr(journal, "_decoder", msgspec.json.Decoder(more))

    return update


@pytest.fixture
def deliver(home: Path, opener: Opener) -> Deliver:
    """Open in one book what the owner of another sealed by hand: these bodies as the first lines of a stream."""

    def carry(author: Book, reader: Book, stream: Stream, bodies: Sequence[bytes]) -> Looked:
        running = ahead = journal.beginning(stream)
        for body in bodies:
            running = journal.running(running, journal.digest(body))
        signature = tips.sign(stream, len(bodies), running, author.vault.keys.signing)
        tip = Tip(*map(str, stream), 1, len(bodies), ahead, running, signature)
        path = home / "by-hand.caredesk"
        manifest = _manifest(author, seal.reading_recipient(reader.vault.keys.reading))
        path.write_bytes(bundle.seal_bundle(lines.pack([(tip, bodies)]), manifest, seed=author.vault.keys.signing))
        looked = exchange.open_bundle(reader, path, opener)
        assert looked is not None
        return looked

    return carry


def _manifest(author: Book, reader: str) -> Manifest:
    now = clock.now()
    about = {"laptop": author.laptop, "person": author.person, "to": (reader,), "profile": "own-laptop"}
    empty = {"needs": (), "members": (), "lines": 0, "plain": 0, "received": (), "height": 0, "yours": ("", 0)}
    return Manifest(
        format=bundle.FORMAT, bundle=clock.new_salt(), made=now, old_after=now, fictional=True, **about, **empty
    )


def statement(kind: str, record: str, fields: Mapping[str, object]) -> bytes:
    """A line of a control stream, whatever its values are."""
    sound = Line(salt=clock.new_salt(), at=clock.now(), by="", kind=kind, record=record, fields={})
    return msgspec.json.encode({**msgspec.to_builtins(sound), "fields": fields})


def standing(book: Book) -> Standing:
    with book.reading() as cursor:
        return book.hearing(cursor).standing


def test_a_line_that_is_no_text_is_set_aside_alone_and_passed_on_as_it_came(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    introduced(mpho, fhatuwani)
    team = clock.new_scope(nomvula.key)
    sound = Line(
        salt=clock.new_salt(), at=1, by="", kind="team", record=clock.new_record(team), fields={"name": "North-East"}
    )

    looked = deliver(
        nomvula, fhatuwani, Stream(nomvula.laptop, team, "open"), [b'{"salt":"\xff"}', journal.write(sound)]
    )
    send(fhatuwani, mpho)

    assert looked.received.summary()["aside"] == 1
    for book in (fhatuwani, mpho):
        assert questions.get(book, "team", sound.record)["name"] == "North-East"
        assert checking.check(book) == []


@pytest.mark.parametrize(
    ("kind", "record", "fields"),
    [
        ("revocation", "revocation/{key}", {"out": "yes"}),
        ("revocation", "revocation/{key}", {"out": False}),
        ("revocation", "revocation/{key}", {"out": True, "last/x": -1}),
        ("revocation", "revocation/{key}", {"out": True, "last/x": "5"}),
        ("revocation", "revocation/{key}", {"out": True, "last/x": True}),
        ("revocation", "revocation/{key}", {"out": True, "why": "because"}),
        ("revocation", "enrolment/{key}", {"out": True}),
        ("revocation", "{key}", {"out": True}),
        ("revocation", "", {"out": True}),
        ("dragon", "dragon/{key}", {"out": True}),
        ("erasure", "erasure/{household}", {"ground": 7}),
        ("erasure", "erasure/{household}", {"ground": "she shouted at me"}),
        ("erasure", "{household}", {"ground": "asked_by_the_person"}),
        ("erasure", "erasure/", {"ground": "asked_by_the_person"}),
        ("erasure", "erasure/{household:.5}", {"ground": "asked_by_the_person"}),
        ("revocation", "revocation/{key:.5}", {"out": True}),
        ("handover", "handover/{household}", {"to": None}),
        ("handover", "handover/{household}", {"to": 5}),
    ],
)
def test_an_unsound_statement_is_not_believed_even_of_a_coordinator(
    pair: tuple[Book, Book], deliver: Deliver, kind: str, record: str, fields: dict[str, Scalar]
):
    nomvula, fhatuwani = pair
    household = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001").record
    before, told = standing(nomvula), list(agreement.state(nomvula))

    about = record.format(key=clock.mark(nomvula.key), household=household)
    deliver(fhatuwani, nomvula, control_stream(fhatuwani.laptop), [statement(kind, about, fields)])

    after = standing(nomvula)
    assert (after.last, after.homes, after.erased, after.asked) == (
        before.last,
        before.homes,
        before.erased,
        before.asked,
    )
    assert list(agreement.state(nomvula)) == told
    assert checking.check(nomvula) == []


def test_a_statement_of_a_newer_program_is_kept_and_not_obeyed(pair: tuple[Book, Book], deliver: Deliver):
    nomvula, fhatuwani = pair
    household = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001").record
    said = statement("erasure", f"erasure/{household}", {"ground": "asked_by_the_person"})
    newer = journal.write(replace(msgspec.json.decode(said, type=Line), version=2))

    looked = deliver(fhatuwani, nomvula, control_stream(fhatuwani.laptop), [newer])

    assert looked.received.summary()["aside"] == 0
    assert standing(nomvula).erased == frozenset()
    assert questions.get(nomvula, "household", household)["code"] == "HH-001"
    assert checking.check(nomvula) == []


def team_line(scope: str, **changes: object) -> bytes:
    """A line that names a team, whatever else it says."""
    sound = Line(salt=clock.new_salt(), at=1, by="", kind="team", record=clock.new_record(scope), fields={"name": "E"})
    return msgspec.json.encode({**msgspec.to_builtins(sound), **changes})


def test_a_line_about_no_record_is_set_aside_alone_and_passed_on(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    introduced(mpho, fhatuwani)
    team = clock.new_scope(nomvula.key)

    looked = deliver(nomvula, fhatuwani, Stream(nomvula.laptop, team, "open"), [team_line(team, record=""), b"garbage"])
    send(fhatuwani, mpho)

    assert looked.received.summary()["aside"] == 2
    assert checking.check(fhatuwani) == checking.check(mpho) == []


def test_a_line_with_further_keys_is_passed_on_and_shown_by_the_program_that_knows_them(
    pair: tuple[Book, Book],
    make_book: Callable[..., Book],
    introduced: Meet,
    deliver: Deliver,
    send: Send,
    later: Later,
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    introduced(mpho, fhatuwani)
    team = clock.new_scope(nomvula.key)
    record = clock.new_record(team)

    looked = deliver(
        nomvula, fhatuwani, Stream(nomvula.laptop, team, "open"), [team_line(team, record=record, mood="good")]
    )
    send(fhatuwani, mpho)

    assert looked.received.summary()["aside"] == 0
    assert questions.find_one(mpho, "team", record) is None
    later()
    ledger.rebuild(mpho)
    assert questions.get(mpho, "team", record)["name"] == "E"


def test_what_a_newer_program_wrote_about_an_erased_record_is_not_kept(pair: tuple[Book, Book], deliver: Deliver):
    nomvula, fhatuwani = pair
    team = clock.new_scope(nomvula.key)
    record = clock.new_record(team)
    ground = statement("erasure", f"erasure/{record}", {"ground": "asked_by_the_person"})
    deliver(fhatuwani, nomvula, control_stream(fhatuwani.laptop), [ground])

    hidden = team_line(team, record=record, mood="good").replace(
        record.encode(), rf"\u{ord(record[0]):04x}{record[1:]}".encode()
    )
    deliver(fhatuwani, nomvula, Stream(fhatuwani.laptop, team, "open"), [hidden])

    with nomvula.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE record = ?", (record,))
        assert cursor.fetchall() == [(None,)]


def test_thousands_of_revocations_by_who_may_not_revoke_keep_nobody_waiting(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    thief = make_book("Somebody Else")
    introduced(thief, fhatuwani)
    send(thief, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=thief.laptop)

    deliver(nomvula, fhatuwani, control_stream(nomvula.laptop), _revocations(thief.key, 3000))
    fhatuwani.forget()
    began = time.process_time()

    assert standing(fhatuwani).is_out(thief.key)
    assert time.process_time() - began < PATIENCE


def _revocations(key: str, count: int) -> list[bytes]:
    """Revocations of a key, each in place of the one before."""
    about, said = Statement.REVOCATION.about(clock.mark(key)), list[bytes]()
    for _ in range(count):
        names = {"replaces": {journal.tag(said[-1]): ["out"]}} if said else {}
        said.append(team_line("", kind="revocation", record=about, fields={"out": True}, **names))
    return said


def test_one_id_under_two_kinds_is_found_under_both(pair: tuple[Book, Book], deliver: Deliver):
    nomvula, fhatuwani = pair
    team = clock.new_scope(nomvula.key)
    record = clock.new_record(team)
    both = [team_line(team, record=record, kind=kind, fields={"name": "Umhlanga"}) for kind in ("team", "site")]

    deliver(nomvula, fhatuwani, Stream(nomvula.laptop, team, "open"), both)

    assert {leaf.kind for leaf in questions.find(fhatuwani, "Umhlanga")} == {"team", "site"}
    assert checking.check(fhatuwani) == []


@pytest.mark.parametrize("body", [b"hello", b"{}", b"\xff\xfe", b"[" * 10_000, b'{"salt":1}'])
def test_a_control_line_that_is_none_is_kept_aside_and_the_sound_ones_beside_it_are_heeded(
    pair: tuple[Book, Book], deliver: Deliver, body: bytes
):
    nomvula, fhatuwani = pair
    sound = statement("revocation", Statement.REVOCATION.about(clock.mark("a thief's key")), {"out": True})

    looked = deliver(fhatuwani, nomvula, control_stream(fhatuwani.laptop), [body, sound, body])

    assert looked.received.summary()["aside"] == 2
    assert standing(nomvula).is_out("a thief's key")
    assert checking.check(nomvula) == []


def test_a_strangers_withdrawal_of_a_statement_does_nothing(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    stranger = make_book("Somebody Else")
    introduced(fhatuwani, stranger)
    send(nomvula, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=fhatuwani.site)
    before = list(agreement.state(fhatuwani))

    said = _withdrawals(fhatuwani)
    deliver(stranger, fhatuwani, control_stream(stranger.laptop), said)

    assert len(said) == 2
    assert standing(fhatuwani).is_out(nomvula.key)
    assert standing(fhatuwani).may_write(nomvula.laptop, fhatuwani.site)
    assert list(agreement.state(fhatuwani)) == before


def _withdrawals(book: Book) -> list[bytes]:
    """A withdrawal of every statement of this book, as who knows its lines would write it."""
    with book.reading() as cursor:
        cursor.execute(
            "SELECT record, body FROM line WHERE stream IN (SELECT s FROM stream WHERE audience = 'control')"
        )
        found = cursor.fetchall()
    kinds = [(record.partition("/")[0], record, journal.tag(body.encode())) for record, body in found]
    return [statement(kind, record, {"withdrawn": tag}) for kind, record, tag in kinds]


def test_a_coordinator_changes_what_she_can_read_and_what_she_was_never_sent_stays(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001", level=1, nickname="gate").record
    child = ACTS["record_member"](nomvula, household=home, first_name="Lwazi", birth_year=2019).record
    other = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-002").record
    send(nomvula, fhatuwani)

    ACTS["change_household"](fhatuwani, id=home, fields={"level": 3})
    ACTS["change_member"](fhatuwani, id=child, fields={"household": other})
    send(fhatuwani, nomvula)

    changed, moved = questions.get(nomvula, "household", home), questions.get(nomvula, "member", child)
    assert (changed["level"], changed["nickname"]) == (3, "gate")
    assert (moved["household"], moved["first_name"], moved["birth_year"]) == (other, "Lwazi", 2019)
    assert histories.conflicts(nomvula) == []


# --- somebody else's text, word for word


def text_about(book: Book, record: str) -> bytes:
    """The last line in a book about a record."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE record = ? ORDER BY n DESC LIMIT 1", (record,))
        return str(cursor.fetchone()[0]).encode()


def test_a_copy_of_a_line_in_somebody_elses_stream_hides_it_nowhere_whichever_came_first(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala", "coordinator")
    for book in pair:
        introduced(mpho, book)
    record = ACTS["record_household"](fhatuwani, team=own_team(fhatuwani), code="HH-1").record
    copied = Stream(nomvula.laptop, clock.new_scope(nomvula.key), "open")

    deliver(nomvula, mpho, copied, [text_about(fhatuwani, record)])
    send(fhatuwani, mpho)
    deliver(nomvula, fhatuwani, copied, [text_about(fhatuwani, record)])

    for book in (fhatuwani, mpho):
        assert questions.get(book, "household", record)["code"] == "HH-1"
        assert not questions.get(book, "household", record).gone
        assert checking.check(book) == []


def test_a_copy_of_a_statement_takes_nothing_from_it(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Meet, deliver: Deliver, send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    introduced(mpho, fhatuwani)
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1")
    send(nomvula, fhatuwani)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    statement = text_about(fhatuwani, Statement.REVOCATION.about(clock.mark(nomvula.key)))

    deliver(mpho, fhatuwani, control_stream(clock.new_laptop(mpho.key)), [statement])

    assert [leaf["code"] for leaf in questions.listing(fhatuwani, "household")] == ["HH-1"]
    assert standing(fhatuwani).is_out(nomvula.key)
