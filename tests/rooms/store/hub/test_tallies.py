"""What a dashboard is told: whatever became of the records, it is what a count of them says."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import undoing
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Refused
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.hub import tallies
from caregiver_desk.store.ledger import Change

STEPS, LOOKED_AT = 30, 5


class Office:
    """Two coordinators at one hub, who write, change, withdraw, erase and hand over visits as the dice fall."""

    def __init__(self, books: tuple[Book, Book], seed: int) -> None:
        self.books, self.dice = books, random.Random(seed)  # noqa: S311 - a history must come again from its seed
        self.scopes = [each.scope for each in questions.in_order(books[0], "team")]

    @property
    def book(self) -> Book:
        return self.dice.choice(self.books)

    def step(self) -> None:
        ways = (self.write, self.many, self.change, self.change_many, self.withdraw, self.undo, self.erase)
        self.dice.choice(ways)()

    def write(self) -> None:
        scope = self.dice.choice(self.scopes)
        self.save([Change("visit", clock.new_record(scope), scope, self.fields())])

    def many(self) -> None:
        scope = self.dice.choice(self.scopes)
        self.save([Change("visit", clock.new_record(scope), scope, self.fields()) for _ in range(25)])

    def change(self) -> None:
        self.about(lambda _: self.fields())

    def change_many(self) -> None:
        visits = questions.listing(self.books[0], "visit", limit=40)
        self.save([Change("visit", each.id, each.scope, self.fields()) for each in visits])

    def withdraw(self) -> None:
        self.about(lambda _: {WITHDRAWN: True})

    def about(self, fields: Callable[[Any], dict[str, Any]]) -> None:
        for visit in questions.listing(self.books[0], "visit", limit=3):
            self.save([Change("visit", visit.id, visit.scope, fields(visit))])

    def save(self, changes: list[Change]) -> None:
        ledger.append(self.book, "record_visit", changes)

    def undo(self) -> None:
        with suppress(Refused):  # what was erased cannot be taken back
            undoing.undo(self.book)

    def erase(self) -> None:
        for visit in questions.listing(self.books[0], "visit", limit=1):
            about = Statement.ERASURE.about(visit.id)
            erasure = Change(Statement.ERASURE, about, "", {"ground": Ground.MISTAKE})
            ledger.append(self.book, "erase", [erasure], undoable=False)

    def fields(self) -> dict[str, Any]:
        day = f"2026-{self.dice.randint(1, 3):02}-{self.dice.randint(1, 28):02}"
        return {"day": day, "outcome": self.dice.choice(["done", "nobody home"])}


def kept(book: Book, view: str) -> list[tuple[Any, ...]]:
    with book.reading() as cursor:
        cursor.execute("SELECT * FROM tally WHERE view = ? AND per > 0 ORDER BY scope, month", (view,))
        return list(cursor.fetchall())


def afresh(book: Book, view: str) -> list[tuple[Any, ...]]:
    with book.reading() as cursor:
        cursor.execute(f"{tallies.counted(view)} ORDER BY 2, 3")
        return list(cursor.fetchall())


@pytest.fixture
def office(come_into_hub: Callable[..., Book]) -> Iterator[Office]:
    books = come_into_hub(), come_into_hub("Zanele Khoza")
    ACTS["record_team"](books[0], name="South")
    return Office(books, 11)


def test_whatever_became_of_records_the_numbers_are_what_a_count_of_them_says(office: Office):
    for number in range(STEPS):
        office.step()
        if number % (STEPS // LOOKED_AT) == 0:
            assert kept(office.books[0], "visits_by_month") == afresh(office.books[0], "visits_by_month")
    assert len(afresh(office.books[0], "visits_by_month")) > 1

    ledger.rebuild(office.books[0])

    for view in tallies.TALLIED:
        assert kept(office.books[0], view) == afresh(office.books[0], view)


def test_numbers_that_miss_a_change_are_found_out(office: Office):
    office.many()
    with office.books[0].writing() as cursor:
        cursor.execute("ALTER TABLE visit DISABLE TRIGGER tally_insert")

    office.many()

    assert kept(office.books[0], "visits_by_month") != afresh(office.books[0], "visits_by_month")
