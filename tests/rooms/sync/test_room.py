"""Two laptops in one room both end with all, say so to each other, and listen no longer than they are asked to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import ifaddr
import pytest
from nearby import answer, at_once, listening, opened_doors, partner_of, receipts, side, swapped

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import (
    LockedOut,
    NobodyCame,
    NobodyThere,
    NoRoom,
    NotAnAddress,
    NotNear,
    Parted,
    Stopped,
)
from caregiver_desk.store import arrivals, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange, greeting, limits, making, near, room
from caregiver_desk.sync.opener import Opener

acts.load()
Pair = tuple[Book, Book]


@pytest.fixture
def busy(pair: Pair, send: Callable[..., object]) -> Pair:
    """Both have something that the other lacks."""
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-100").record
    send(nomvula, fhatuwani)
    ACTS["change_household"](fhatuwani, id=home, fields={"level": 3})
    for number in range(20):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{number:03}")
    return pair


def take_in(book: Book, files: Sequence[Path], opener: Opener) -> None:
    for path in files:
        assert exchange.open_bundle(book, path, opener)


def test_both_directions_cross_in_one_go_and_both_hear_that_all_arrived(busy: Pair, opener: Opener, tmp_path: Path):
    nomvula, fhatuwani = busy
    with swapped(nomvula, fhatuwani, tmp_path) as (waited, went, _):
        assert questions.count(fhatuwani, "household") == 1  # nothing counts before somebody says so
        take_in(nomvula, waited.came, opener)
        take_in(fhatuwani, went.came, opener)
        told = receipts(nomvula, fhatuwani, (waited, went), tmp_path)
    for book, other, receipt in ((nomvula, fhatuwani, told[0]), (fhatuwani, nomvula, told[1])):
        assert room.hear(book, receipt, partner_of(book, other), opener)

    assert questions.count(fhatuwani, "household") == 21
    assert 3 in [each["level"] for each in questions.listing(nomvula, "household")]
    assert making.undelivered(nomvula, partner_of(nomvula, fhatuwani)) == 0
    assert making.undelivered(fhatuwani, partner_of(fhatuwani, nomvula)) == 0


def test_who_does_not_apply_says_nothing_and_it_all_goes_again(busy: Pair, opener: Opener, tmp_path: Path):
    nomvula, fhatuwani = busy
    with swapped(nomvula, fhatuwani, tmp_path) as (waited, went, _):
        take_in(nomvula, waited.came, opener)
        told = making.receipt(nomvula, partner_of(nomvula, fhatuwani)).sealed
        heard = at_once(lambda: answer(waited, told, tmp_path), lambda: answer(went, b"", tmp_path))

    assert heard[0] is None
    assert room.hear(fhatuwani, heard[1], partner_of(fhatuwani, nomvula), opener)
    assert making.undelivered(nomvula, partner_of(nomvula, fhatuwani)) > 0


def test_a_bundle_that_comes_in_the_place_of_a_receipt_is_left_alone(busy: Pair, opener: Opener, tmp_path: Path):
    nomvula, fhatuwani = busy
    (tmp_path / "receipt").write_bytes(room.brought(nomvula, partner_of(nomvula, fhatuwani))[0])

    assert room.hear(fhatuwani, tmp_path / "receipt", partner_of(fhatuwani, nomvula), opener) is None
    assert len(arrivals.opened(fhatuwani)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="open doors are read from /proc")
def test_nothing_listens_but_while_somebody_waits(busy: Pair, tmp_path: Path):
    nomvula, fhatuwani = busy
    assert listening() == 0

    with opened_doors() as waiting:
        assert listening() == 1
        sides = side(nomvula, fhatuwani), side(fhatuwani, nomvula)
        met = at_once(
            lambda: waiting.meet(sides[0], "Fhatuwani", Event()),
            lambda: room.go(waiting.addresses[0], waiting.number, sides[1], "Nomvula", Event()),
        )
        assert listening() == 0

    for each in met:
        each.close()
    assert list(tmp_path.glob("*.caredesk")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="open doors are read from /proc")
def test_who_stops_or_waits_in_vain_listens_no_more(busy: Pair, monkeypatch: pytest.MonkeyPatch):
    stopped = Event()
    stopped.set()
    with opened_doors() as waiting, pytest.raises(Stopped):
        waiting.meet(side(*busy), "Fhatuwani", stopped)
    assert listening() == 0

    monkeypatch.setattr(limits, "ROOM_WAIT", 0.2)
    with opened_doors() as waiting, pytest.raises(NobodyCame):
        waiting.meet(side(*busy), "Fhatuwani", Event())
    assert listening() == 0


def test_two_can_wait_on_one_laptop_each_at_a_door_of_its_own():
    with opened_doors() as one, opened_doors() as other:
        assert one.addresses != other.addresses
        assert all(len(each.number) == 6 for each in (one, other))


def test_where_nobody_waits_it_is_said_at_which_address(busy: Pair):
    with opened_doors() as waiting:
        address = waiting.addresses[0]

    with pytest.raises(NobodyThere, match=r"127\.0\.0\.1"):
        room.go(address, "123456", side(*busy), "Fhatuwani", Event())


def test_with_who_was_parted_from_or_locked_out_no_exchange_begins(busy: Pair):
    nomvula, fhatuwani = busy
    partners.part_from(nomvula, partner_of(nomvula, fhatuwani))
    with pytest.raises(Parted):
        greeting.side_of(nomvula, partner_of(nomvula, fhatuwani))

    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    with pytest.raises(LockedOut):
        greeting.side_of(fhatuwani, partner_of(fhatuwani, nomvula))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("192.168.1.7", "192.168.1.7"),
        (" 10.0.0.5 ", "10.0.0.5"),
        ("172.31.0.1:5000", "172.31.0.1:5000"),
        ("169.254.10.20", "169.254.10.20"),
        ("fd00::2", "fd00::2"),
        ("[fd00::2]:5000", "[fd00::2]:5000"),
    ],
)
def test_an_address_of_the_room_is_taken_as_it_is_shown(text: str, shown: str):
    (place,), port = near.typed(text)

    assert place.shown(port) == shown


def test_an_address_that_a_cable_gives_itself_is_looked_for_on_every_adapter():
    places, _ = near.typed("fe80::1c2:3")

    assert places
    assert all(place.scope for place in places)


@pytest.mark.parametrize(
    "text",
    ["8.8.8.8", "172.32.0.1", "100.64.0.1", "192.0.2.1", "0.0.0.0", "224.0.0.1", "2001:db8::1", "::ffff:8.8.8.8", "::"],  # noqa: S104
)
def test_an_address_of_the_wide_network_is_refused(text: str):
    with pytest.raises(NotNear):
        near.typed(text)


@pytest.mark.parametrize(
    "text",
    ["", "nomvula-laptop", "example.org", "192.168.1", "192.168.1.7:0", "192.168.1.7:99999", "1:2", "10.0.0.5/8"],
)
def test_no_name_is_ever_looked_up(text: str):
    with pytest.raises(NotAnAddress):
        near.typed(text)


class Adapter:
    def __init__(self, *ips: Any) -> None:
        self.nice_name = "Ethernet"
        self.ips = [ifaddr.IP(ip, 24, "Ethernet") for ip in ips]


def test_one_plain_address_is_shown_for_each_adapter_that_is_of_the_room(monkeypatch: pytest.MonkeyPatch):
    machine = [
        Adapter("127.0.0.1", ("::1", 0, 0)),
        Adapter(("fe80::1", 0, 2), ("fd00::7", 0, 0), "192.168.1.7"),
        Adapter(("fe80::2", 0, 3)),
        Adapter("8.8.4.4", ("2001:db8::1", 0, 0)),
        Adapter(),
    ]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: machine)

    assert [place.shown(near.PORT) for place in near.here()] == ["192.168.1.7", "fe80::2"]


def test_a_laptop_on_no_network_waits_nowhere_and_says_so():
    with pytest.raises(NoRoom):
        room.Waiting([])


def test_the_progress_only_grows_and_ends_with_all(busy: Pair, tmp_path: Path):
    nomvula, fhatuwani = busy
    heard: dict[str, list[tuple[int, int]]] = {"waits": [], "goes": []}
    sides = side(nomvula, fhatuwani), side(fhatuwani, nomvula)
    mine = b"x" * 200_000

    def run(name: str, meet: Callable[[], room.Meeting]) -> None:
        with closing(meet()) as met:
            (tmp_path / name).mkdir()
            met.swap([mine], tmp_path / name, lambda done, of: heard[name].append((done, of)))

    with opened_doors() as waiting:
        at_once(
            lambda: run("waits", lambda: waiting.meet(sides[0], "Fhatuwani", Event())),
            lambda: run("goes", lambda: room.go(waiting.addresses[0], waiting.number, sides[1], "Nomvula", Event())),
        )

    for told in heard.values():
        assert told == sorted(told)
        assert told[-1] == (400_000, 400_000)
