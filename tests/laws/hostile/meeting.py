"""Where a hostile file meets a real book: two paired laptops, what one sent before, and what the other says after."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import Problem
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, checking, partners, sending
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, exchange, making, profiles, seal, trust
from caregiver_desk.sync.opener import Opener

from .hand import Hand

State = Mapping[tuple[str, str], Any]  # by kind and id


class Ended(NamedTuple):
    """How an opening ended: with a refusal, or taken in with so many lines set aside, and what the book says then."""

    code: str
    sentence: str
    state: State
    aside: int = 0
    unsound: tuple[str, ...] = ()


class Before(NamedTuple):
    """What a book was, to the last row, and what it said."""

    rows: str
    state: State


@dataclass
class Meeting:
    """A supervisor whose hand may turn hostile, the coordinator who reads, and one more whom he knows."""

    hostile: Book
    reader: Book
    other: Book
    opener: Opener
    folder: Path
    seeds: dict[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def hand(self) -> Hand:
        return self.hand_of(self.hostile)

    def hand_of(self, book: Book) -> Hand:
        identity = self.reader.vault.keys.reading
        return Hand(book.vault.keys.signing, seal.reading_recipient(identity), identity)

    def send(self, sender: Book) -> bytes:
        """The one honest bundle that a book has for the reader now."""
        (made,) = making.make(sender, known_as(sender, self.reader))
        return made.sealed

    def put(self, sealed: bytes, name: str = "hostile.caredesk") -> Path:
        path = self.folder / name
        path.write_bytes(sealed)
        return path

    def take(self, sealed: bytes) -> None:
        """Open an honest bundle for good."""
        exchange.open_bundle(self.reader, self.put(sealed), self.opener)

    def before(self) -> Before:
        return Before(rows_of(self.reader), state_of(self.reader))

    def opened(self, path: Path) -> Ended:
        """What opening this file ends in. Whatever is no refusal of ours is not caught."""
        try:
            looked = exchange.open_bundle(self.reader, path, self.opener)
        except Problem as problem:
            return Ended(problem.code, str(problem), state_of(self.reader))
        aside = looked.received.summary()["aside"] if looked else 0
        return Ended("", "", state_of(self.reader), aside, unsound(self.reader))

    def tried(self, sealed: bytes) -> Ended:
        """The same, taken back at its end."""
        return self.tried_at(self.put(sealed))

    def tried_at(self, path: Path) -> Ended:
        with self.reader.trying():
            return self.opened(path)


def known_as(book: Book, other: Book) -> Partner:
    return next(each for each in partners.known(book) if each.key == other.key)


def rows_of(book: Book) -> str:
    """A digest of every row of every table."""
    digest = hashlib.sha256()
    with book.reading() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
        for (name,) in cursor.fetchall():
            cursor.execute(f"SELECT * FROM {name}")
            digest.update(repr((name, cursor.fetchall())).encode())
    return digest.hexdigest()


def state_of(book: Book) -> State:
    """What the `state` command prints, by record."""
    told = (msgspec.json.decode(line) for line in agreement.state(book))
    return {(each["kind"], each["id"]): each for each in told}


def unsound(book: Book) -> tuple[str, ...]:
    """What the check of a book finds wrong in its lines and rows; the file itself is asked once, at the end."""
    parts = checking.parts(book)
    return tuple(code for part in parts[1:] for code in part(book))


# --- two laptops that know each other


def meet(one: Book, other: Book) -> None:
    for here, there in ((one, other), (other, one)):
        data = trust.my_card(there, "Somebody")
        trust.pair(here, data, heard=" ".join(trust.read_card(data)[1]))


@contextmanager
def meeting(folder: Path) -> Iterator[Meeting]:
    """Fresh encrypted books in a folder, paired, and the honest bundles from which hostile ones are made."""
    acts.load()
    people = {"Nomvula Shezi": Role.SUPERVISOR, "Fhatuwani Netsianda": Role.COORDINATOR, "Mpho M": Role.COORDINATOR}
    with pytest.MonkeyPatch.context() as machine:
        machine.setenv("CAREGIVER_DESK_HOME", str(folder / "home"))
        books = [
            opening.demo_book(folder / str(number), name=name, role=role, site="Lesedi Ridge", team="North")
            for number, (name, role) in enumerate(people.items())
        ]
        opener = Opener()
        try:
            met = Meeting(*books, opener, folder)
            _make_seeds(met)
            yield met
        finally:
            opener.close()
            for book in books:
                book.close()
            clock.trust()


def _make_seeds(met: Meeting) -> None:
    """Bundles of every sort: the first, a later one, relayed with a blanked line, words, a receipt."""
    for one, two in ((met.hostile, met.reader), (met.hostile, met.other), (met.other, met.reader)):
        meet(one, two)
    homes = [_home(met.hostile, number) for number in range(4)]
    met.seeds["first"] = met.send(met.hostile)
    met.take(met.seeds["first"])
    _tell(met.hostile, met.reader)
    ACTS["change_household"](met.hostile, id=homes[0], fields={"level": 3, "nickname": "blue gate"})
    _home(met.hostile, 7)
    met.seeds["later"] = met.send(met.hostile)
    _carry(met.hostile, met.other, met)
    ACTS["change_household"](met.other, id=homes[1], fields={"level": 4})
    ACTS["erase"](met.other, id=homes[2], ground="asked_by_the_person")
    met.seeds["relayed"] = met.send(met.other)
    met.seeds["receipt"] = making.receipt(met.hostile, known_as(met.hostile, met.reader)).sealed
    with _as_own_laptop():
        met.seeds["everything"] = met.send(met.hostile)


def _home(book: Book, number: int) -> str:
    about = {"level": number % 4 + 1, "nickname": f"gate {number}", "ward": str(number)}
    home = ACTS["record_household"](book, team=own_team(book), code=f"HH-{number:03}", **about).record
    ACTS["record_member"](book, household=home, first_name="Lwazi", birth_year=2010 + number)
    return str(home)


def _carry(sender: Book, receiver: Book, met: Meeting) -> None:
    for made in making.make(sender, known_as(sender, receiver)):
        exchange.open_bundle(receiver, carriers.drop(met.folder, made.bundle, made.sealed), met.opener)


def _tell(sender: Book, reader: Book) -> None:
    """Let the sender know that all has arrived, so that her next bundle holds only what is new."""
    with reader.reading() as cursor:
        told = list(sending.receipt(cursor, lambda _: True, reaches_at_most=256, blanks_at_most=256))
    with sender.writing() as cursor:
        partners.hear(cursor, known_as(sender, reader), reader.laptop, told)


@contextmanager
def _as_own_laptop() -> Iterator[None]:
    """While it holds, the sender shares all audiences, as with another laptop of her own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "profile_for", lambda *_: profiles.profile("own-laptop"))
        yield
