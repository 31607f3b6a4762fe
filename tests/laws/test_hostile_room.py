"""Whoever comes to the table uninvited learns nothing, brings nothing in, and does not keep the partner from coming."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from hostile.case import is_one_clear_sentence
from nearby import LOOP, at, at_once, nothing, opened_doors, partner_of, said_to, side, swapped

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import CableBroke, NotRecognised, Problem, TooManyKnocks
from caregiver_desk.store import signing
from caregiver_desk.store.book import Book
from caregiver_desk.sync import greeting, limits, room, seal, wire
from caregiver_desk.sync.greeting import Side
from caregiver_desk.sync.room import Meeting, Waiting
from caregiver_desk.sync.wire import Frames, Wire

acts.load()
Pair = tuple[Book, Book]
POINT = bytes(range(1, 33))
SIZE = 8
KNOCKS: dict[str, bytes] = {
    "nothing at all": b"",
    "a page of the web": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    "the beginning of a bundle": seal.BEGINNING * 20,
    "another version": b"\x02" + POINT,
    "half a point": greeting.VERSION + POINT[:10],
    "a point that gives everybody the same secret": greeting.VERSION + bytes(32) + b"\0\0\0\x40" + bytes(64),
    "a giant length": greeting.VERSION + POINT + b"\xff\xff\xff\xff" + bytes(4096),
    "a length of nothing": greeting.VERSION + POINT + bytes(4),
    "a sealed frame of noise": greeting.VERSION + POINT + b"\0\0\0\x80" + bytes(128),
}


@pytest.fixture
def two(pair: Pair) -> Pair:
    nomvula, fhatuwani = pair
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031")
    return nomvula, fhatuwani


def waits(waiting: Waiting, who: Side) -> Callable[[], Meeting]:
    return lambda: waiting.meet(who, "Fhatuwani", Event())


def goes(waiting: Waiting, who: Side, number: str = "") -> Callable[[], Meeting]:
    return lambda: room.go(waiting.addresses[0], number or waiting.number, who, "Nomvula", Event())


def private(book: Book) -> list[bytes]:
    """What of somebody must never be heard by a stranger."""
    raw = seal.reading_point(seal.reading_recipient(book.vault.keys.reading))
    own = signing._signer(book.vault.keys.signing).public_key().public_bytes_raw()
    return [raw, own, book.key.encode(), book.laptop.encode(), book.person.encode(), b"SSHSIG", b"age"]


@pytest.mark.parametrize("knock", KNOCKS)
def test_a_stranger_hears_32_fresh_bytes_at_most_and_the_partner_still_comes_in(knock: str, two: Pair):
    with opened_doors() as waiting:

        def both() -> tuple[bytes, Meeting]:
            heard = said_to(waiting.addresses[0], KNOCKS[knock], then=lambda end: end.shutdown(socket.SHUT_WR))
            return heard, goes(waiting, side(two[1], two[0]))()

        met, (heard, came) = at_once(waits(waiting, side(*two)), both)
    with closing(met), closing(came):
        assert len(heard) in {0, 32}
        assert not any(each in heard for each in private(two[0]))


def test_who_says_nothing_is_not_waited_for(two: Pair, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "ROOM_KNOCK", 1)
    with opened_doors() as waiting, closing(socket.create_connection(at(waiting.addresses[0]))):
        monkeypatch.setattr(limits, "ROOM_KNOCKS", 1)
        with pytest.raises(TooManyKnocks):
            waits(waiting, side(*two))()


def test_a_number_cannot_be_tried_out(two: Pair):
    """Also by who has stolen the partner's keys, and was not told the number."""
    with opened_doors() as waiting:

        def guess() -> list[Any]:
            tries = (f"{number:06}" for number in range(limits.ROOM_KNOCKS))
            return [_ended(goes(waiting, side(two[1], two[0]), number)) for number in tries]

        ended, guesses = at_once(waits(waiting, side(*two)), guess)

    assert isinstance(ended, TooManyKnocks)
    assert all(isinstance(each, NotRecognised) for each in guesses)
    assert is_one_clear_sentence(str(ended))
    assert is_one_clear_sentence(str(guesses[0]))


def _ended(step: Callable[[], Any]) -> Any:
    try:
        return step()
    except Problem as problem:
        return problem


def strangers(two: Pair, third: Book) -> dict[str, Side]:
    """Keys that are sound, and not those of the partner who is waited for."""
    nomvula, fhatuwani = two
    hers = side(fhatuwani, nomvula)
    own = greeting.side_of(third, partner_of(third, nomvula))
    reader = seal.new_reading_identity()
    return {
        "another partner": own,
        "another partner who says that she is this one": Side(own.seed, own.reading, hers.mine, hers.hers),
        "who has the key for reading and not the one for signing": Side(own.seed, hers.reading, hers.mine, hers.hers),
        "who has the key for signing and not the one for reading": Side(hers.seed, reader, hers.mine, hers.hers),
    }


def test_sound_keys_of_somebody_else_open_no_door(
    two: Pair, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
):
    third = make_book("Mpho Lekalakala")
    introduced(third, two[0])

    for who, keys in strangers(two, third).items():
        assert _met_by(two, keys) is None, who


def _met_by(two: Pair, keys: Side) -> Meeting | None:
    """Whom somebody with these keys was taken for; nobody, unless for the partner."""
    with opened_doors() as waiting, pytest.MonkeyPatch.context() as only_once:
        only_once.setattr(limits, "ROOM_KNOCKS", 1)
        met, came = at_once(waits(waiting, side(*two)), goes(waiting, keys))
    for each in (met, came):
        if isinstance(each, Meeting):
            each.close()
    return met if isinstance(met, Meeting) else None


def test_without_the_proof_the_same_strangers_are_found_at_the_table(
    two: Pair, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], monkeypatch: pytest.MonkeyPatch
):
    third = make_book("Mpho Lekalakala")
    introduced(third, two[0])
    monkeypatch.setattr(greeting, "_believe", lambda frames, _side, _told: frames.get(b"P", limits.SIGNATURE))

    met = {who for who, keys in strangers(two, third).items() if _met_by(two, keys)}

    assert met == {"who has the key for reading and not the one for signing"}


def test_without_the_partners_key_in_the_line_the_other_strangers_are_found(
    two: Pair, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], monkeypatch: pytest.MonkeyPatch
):
    third = make_book("Mpho Lekalakala")
    introduced(third, two[0])
    monkeypatch.setattr(greeting, "_shared", lambda _mine, _other: bytes(32))

    met = {who for who, keys in strangers(two, third).items() if _met_by(two, keys)}

    assert met == {"who has the key for signing and not the one for reading"}


def test_an_exchange_that_was_recorded_opens_no_door_again(two: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(room, "new_number", lambda: "123456")
    with swapped(*two, tmp_path) as (_, _, relay):
        recorded = bytes(relay.seen["goes"])
    assert len(recorded) > 1000

    monkeypatch.setattr(limits, "ROOM_KNOCKS", 1)
    with opened_doors() as waiting:
        ended, heard = at_once(waits(waiting, side(*two)), lambda: said_to(waiting.addresses[0], recorded))

    assert isinstance(ended, TooManyKnocks)
    assert len(heard) in {0, 32}


def test_who_listens_on_the_network_hears_nothing_that_names_anybody(two: Pair, tmp_path: Path):
    with swapped(*two, tmp_path) as (_, _, relay):
        heard = bytes(relay.seen["goes"] + relay.seen["waits"])

    assert len(heard) > 4000
    assert not any(each in heard for book in two for each in private(book))


def test_without_the_seal_of_the_line_the_listener_hears_who_it_is(
    two: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    class Open:
        def encrypt(self, _nonce: bytes, data: bytes, _more: None) -> bytes:
            return data + bytes(16)

        def decrypt(self, _nonce: bytes, data: bytes, _more: None) -> bytes:
            return data[:-16]

    def unsealed(self: Frames, line: Wire, **_keys: bytes) -> None:
        self.wire, self._sent, self._came = line, 0, 0
        self._out = self._into = Open()  # type: ignore[assignment]

    monkeypatch.setattr(wire.Frames, "__init__", unsealed)
    with swapped(*two, tmp_path) as (_, _, relay):
        heard = bytes(relay.seen["goes"] + relay.seen["waits"])

    assert any(each in heard for book in two for each in private(book))


def test_a_stranger_who_listens_at_the_address_learns_nothing_from_who_comes(two: Pair):
    heard = bytearray()

    def stranger(door: socket.socket) -> None:
        with closing(door.accept()[0]) as end, suppress(OSError):
            heard.extend(end.recv(33))
            end.sendall(POINT)
            heard.extend(end.recv(4096))
            end.sendall(b"\0\0\0\x80" + bytes(128))

    with closing(socket.create_server((LOOP.host, 0))) as door:
        address = LOOP.shown(door.getsockname()[1])
        _, ended = at_once(
            lambda: stranger(door), lambda: room.go(address, "123456", side(two[1], two[0]), "Nomvula", Event())
        )

    assert isinstance(ended, NotRecognised)
    assert len(heard) > 100
    assert not any(each in bytes(heard) for book in two for each in private(book))


Turn = Callable[[Frames], object]
OFFER = (500).to_bytes(SIZE)
FALSE_FRIENDS: dict[str, list[tuple[bytes, bytes]]] = {
    "who offers nothing": [(b"O", b"")],
    "who offers more bundles than may be": [(b"O", OFFER * (limits.ROOM_BUNDLES + 1))],
    "who offers a bundle beyond all size": [(b"O", (1 << 60).to_bytes(SIZE))],
    "who offers a bundle of no size": [(b"O", bytes(SIZE))],
    "who offers half a size": [(b"O", OFFER[:3])],
    "who sends more than was offered": [(b"O", OFFER), (b"B", bytes(501))],
    "who sends pieces of nothing": [(b"O", OFFER), (b"B", b"")],
    "who sends something else first": [(b"B", bytes(500))],
    "who says the end before it is there": [(b"O", OFFER), (b"D", bytes(32))],
    "who did not have what was given": [(b"O", OFFER), (b"B", bytes(500)), (b"D", bytes(32))],
}


@pytest.mark.parametrize("friend", FALSE_FRIENDS)
def test_a_partner_who_does_not_keep_to_the_order_ends_the_line_and_leaves_nothing(
    friend: str, two: Pair, tmp_path: Path
):
    def false(waiting: Waiting) -> None:
        with closing(goes(waiting, side(two[1], two[0]))()) as met, suppress(Problem):
            for kind, payload in FALSE_FRIENDS[friend]:
                met._frames.put(kind, payload)
            for kind in (b"O", b"D", b"B"):  # whatever is said in between
                met._frames.get(kind)

    def honest(waiting: Waiting) -> list[Path]:
        with closing(waits(waiting, side(*two))()) as met:
            return met.swap([b"x" * 500], tmp_path, nothing)

    with opened_doors() as waiting:
        ended, _ = at_once(lambda: honest(waiting), lambda: false(waiting))

    assert isinstance(ended, CableBroke)
    assert list(tmp_path.glob("*.caredesk")) == []


def test_a_partner_who_sends_a_byte_at_a_time_does_not_hold_the_line_for_ever(
    two: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name in ("ROOM_CROSSING", "ROOM_WAIT"):
        monkeypatch.setattr(limits, name, 1)
    monkeypatch.setattr(limits, "ROOM_FRAME", 1)

    def drip(met: Meeting) -> None:
        with closing(met), suppress(Problem):
            met._frames.put(b"O", limits.FILE.to_bytes(SIZE))
            met._frames.get(b"O", SIZE)
            while True:
                met._frames.put(b"B", b"x")

    def honest(met: Meeting) -> list[Path]:
        with closing(met):
            return met.swap([b"x"], tmp_path, nothing)

    with opened_doors() as waiting:
        met = at_once(waits(waiting, side(*two)), goes(waiting, side(two[1], two[0])))
    ended, _ = at_once(lambda: honest(met[0]), lambda: drip(met[1]))

    assert isinstance(ended, CableBroke)
    assert list(tmp_path.glob("*.caredesk")) == []
