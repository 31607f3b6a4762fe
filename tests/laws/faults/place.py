"""The places where faults happen: two real books that know each other, a stick, and a sheet to be brought in.

A place is made once and copied for each fault, so that every one of them meets the same bytes.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import WrongPassphrase
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import backups, partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.sync import carriers, making, trust

PASSPHRASE, NEW = "river candle basket mountain seven", "yellow bicycle under clouds today"
HERS, OTHERS, FRESH = "book", "other", "fresh"
LINES = 300
ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}


class Place(NamedTuple):
    """A folder with all of it."""

    root: Path

    @property
    def home(self) -> Path:
        return self.root / "home"

    @property
    def stick(self) -> Path:
        return self.root / "stick"

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def sheet(self) -> Path:
        return self.root / "households.csv"

    @property
    def card(self) -> Path:
        return self.root / "third.card"

    def folder(self, whose: str) -> Path:
        return self.root / whose

    def copied(self, root: Path) -> Place:
        shutil.copytree(self.root, root)
        return Place(root)

    def opened(self, whose: str) -> Book:
        """By the passphrase of before or, where that is not the one, by the new one."""
        try:
            return opening.open_book(self.folder(whose), PASSPHRASE)
        except WrongPassphrase:
            return opening.open_book(self.folder(whose), NEW)


def prepared(root: Path) -> Place:
    """Nomvula's book, her coordinator's, and what lies about; CAREGIVER_DESK_HOME has to point into it."""
    acts.load()
    place = Place(root)
    for folder in (place.home, place.stick, place.out):
        folder.mkdir(parents=True)
    roles = {HERS: Role.SUPERVISOR, OTHERS: Role.COORDINATOR, "third": Role.SUPERVISOR}
    made = {whose: _new(place.folder(whose), role) for whose, role in roles.items()}
    with closing(made[HERS]) as hers, closing(made[OTHERS]) as others, closing(made["third"]) as third:
        place.card.write_bytes(trust.my_card(third, "Third"))
        _introduce(hers, others)
        _fill(hers)
        _bundles(place, hers)
        for book in (hers, others):
            backups.back_up(book.vault, clock.today() - timedelta(days=1))
        ACTS["record_household"](hers, team=own_team(hers), code="HH-since")
        ACTS["record_household"](others, team=own_team(others), code="HH-since")
    rows = [f"HH-3{number:03};Ward {number % 7}" for number in range(LINES)]
    place.sheet.write_text("\n".join(["HH No.;Area", *rows]) + "\n")
    return place


def _new(folder: Path, role: Role) -> Book:
    return opening.new_book(folder, PASSPHRASE, name="N", role=role, site="S", team="T", cost=FLOOR, **ANSWERS)[0]


def _introduce(one: Book, other: Book) -> None:
    for book, second in ((one, other), (other, one)):
        card = trust.my_card(second, "Second")
        trust.pair(book, card, heard=" ".join(trust.read_card(card)[1]))


def _fill(book: Book) -> None:
    for number in range(12):
        home = ACTS["record_household"](book, team=own_team(book), code=f"HH-{number}", nickname="green gate").record
        ACTS["change_household"](book, id=home, fields={"level": 1 + number % 3})


def _bundles(place: Place, book: Book) -> None:
    """Three of them, each of which builds on the one before."""
    for number in range(3):
        home = ACTS["record_household"](book, team=own_team(book), code=f"HH-10{number}", level=1).record
        ACTS["change_household"](book, id=home, fields={"level": 2})
        (made,) = making.make(book, partners.known(book)[0])
        carriers.drop(place.stick, made.bundle, made.sealed).rename(place.stick / f"{number}.caredesk")
