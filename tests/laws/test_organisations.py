"""Lists of coordinators, and what they end, in any order: books that heard the same say the same."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import organisation
from caregiver_desk.errors import Blocked, Refused
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import agreement, checking, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making, trust
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.organisation import root_words

WORLDS = int(os.environ.get("LAWS_ORGANISATIONS", "2"))
STEPS, ROUNDS = 18, 4
PASSPHRASE = "river candle"
SHARED = frozenset({Audience.OPEN, Audience.TEAM})


class World:
    """A supervisor and three coordinators, of whom the first keeps the root; chance decides what they do."""

    def __init__(self, seed: int, make_book: Callable[..., Book], home: Path, opener: Opener) -> None:
        self.chance, self.opener = random.Random(seed), opener  # noqa: S311 - chance, not a secret
        self.root, self.stick = home / f"{seed}.root", home / f"stick-{seed}"
        self.stick.mkdir()
        self.hers = make_book()
        self.coordinators = [make_book(f"Coordinator {letter}", "coordinator") for letter in "ABC"]
        self.first = self.coordinators[0]
        self.books = [self.hers, *self.coordinators]
        for one in self.books:
            for other in self.books:
                if one is not other:
                    data = card(other)
                    trust.pair(one, data, heard=" ".join(trust.read_card(data)[1]))
        organisation.begin_organisation(self.first, self.root, PASSPHRASE, name="Lesedi", card=card(self.first))

    def play(self) -> None:
        doings = (self.record, self.record, self.change, self.erase, self.lock_out, self.name, self.end, self.send)
        for _ in range(STEPS):
            with suppress(Blocked, Refused):
                self.chance.choice((*doings, self.send, self.send))()

    def record(self) -> None:
        book = self.chance.choice(self.books)
        ACTS["record_household"](book, team=own_team(book), code=f"HH-{self.chance.random()}", level=1)

    def change(self) -> None:
        book = self.chance.choice(self.books)
        home = self.chance.choice([*questions.listing(book, "household"), None])
        if home:
            ACTS["change_household"](book, id=home.id, fields={"level": self.chance.randint(1, 4)})

    def erase(self) -> None:
        book = self.chance.choice(self.coordinators)
        home = self.chance.choice([*questions.listing(book, "household"), None])
        if home:
            ACTS["erase"](book, id=home.id, ground=Ground.MISTAKE)

    def lock_out(self) -> None:
        one, other = self.chance.sample(self.coordinators, 2)
        ACTS["lock_out"](one, laptop=other.laptop)

    def name(self) -> None:
        data = card(self.chance.choice(self.coordinators))
        heard = " ".join(trust.read_card(data)[1])
        organisation.name_coordinator(self.first, self.root, PASSPHRASE, card=data, heard=heard)

    def end(self) -> None:
        gone = self.chance.choice(self.coordinators[1:])
        organisation.end_coordinator(self.first, self.root, PASSPHRASE, name=gone.laptop)

    def send(self) -> None:
        one, other = self.chance.sample(self.books, 2)
        self.carry(one, other)

    def carry(self, one: Book, other: Book) -> None:
        partner = next(each for each in partners.known(one) if each.key == other.key)
        for made in making.make(one, partner):
            path = carriers.drop(self.stick, made.bundle, made.sealed)
            exchange.open_bundle(other, path, self.opener)

    def settle(self) -> list[Book]:
        """Everybody who is heard still meets the keeper of the root, until nothing is new.

        Who locked him out before she ever heard of a root believes no bundle of his: she takes the list by its words.
        """
        heard = [book for book in self.books if not is_out(self.first, book.key)]
        told = organisation.newest_list(self.first)
        assert told
        for book in heard:
            if organisation.newest_list(book) is None:
                words = " ".join(root_words(told))
                organisation.accept_organisation(book, organisation.list_file(self.first), heard=words)
        heard = [book for book in heard if not is_out(book, self.first.key)]  # two who coordinate may not be on terms
        for _ in range(ROUNDS):
            for book in [each for each in heard if each is not self.first]:
                for one, other in ((book, self.first), (self.first, book)):
                    with suppress(Blocked):
                        self.carry(one, other)
        return heard


def card(book: Book) -> bytes:
    return trust.my_card(book, questions.names_of(book, [book.person])[book.person])


def is_out(book: Book, key: str) -> bool:
    with book.reading() as cursor:
        return book.hearing(cursor).standing.is_out(key)


def said(book: Book) -> set[str]:
    return set(agreement.state(book, SHARED))


@pytest.fixture
def worlds(make_book: Callable[..., Book], home: Path, opener: Opener) -> Iterator[Callable[[int], World]]:
    return lambda seed: World(seed, make_book, home, opener)  # type: ignore[return-value]


@pytest.mark.parametrize("seed", range(WORLDS))
def test_books_that_heard_the_same_lists_say_the_same_and_their_rows_are_what_the_journal_says(
    seed: int, worlds: Callable[[int], World]
):
    world = worlds(seed)
    world.play()

    heard = world.settle()

    told: dict[str, Any] = {book.author: said(book) for book in heard}
    assert [checking.check(book) for book in world.books] == [[] for _ in world.books]
    assert len({organisation.list_file(book) for book in heard}) == 1
    coordinators = [told[book.author] for book in heard if book is not world.hers]
    assert all(each == coordinators[0] for each in coordinators)
    if world.hers in heard:
        assert told[world.hers.author] <= coordinators[0]
