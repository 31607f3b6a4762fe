"""Forty supervisors, three coordinators at one hub: whatever comes in whatever order, all of it stands there once.

`LAWS_BOOKS=200` asks more supervisors. Bundles come late, twice, or not at all and then again; three take them in at
the same time. A coordinator with a book of her own, who hears of all this from the hub, says what the hub says.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.journal import Audience
from caregiver_desk.store import agreement, checking, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener

BOOKS = int(os.environ.get("LAWS_BOOKS", "40"))
RISEN = frozenset({Audience.OPEN})
Come, Make, Meet = Callable[..., Book], Callable[..., Book], Callable[[Book, Book], None]


def works(book: Book, number: int) -> str:
    """A home with a visit, and a change of mind about it."""
    who = ACTS["add_caregiver"](book, given_names=f"Name{number}").record
    home = ACTS["record_household"](book, team=own_team(book), code=f"HH-{number:03}").record
    ACTS["record_visit"](book, caregiver=who, household=home, day="2026-03-02", minutes=30)
    return home


def bundles(book: Book, stick: Path) -> Iterator[Path]:
    (partner,) = partners.known(book)
    for made in making.make(book, partner):
        yield carriers.drop(stick, made.bundle, made.sealed)


def take(came: list[tuple[Book, Path]]) -> None:
    """One coordinator takes hers in, one after the other, with a worker of her own."""
    opener = Opener()
    try:
        for book, path in came:
            exchange.open_bundle(book, path, opener)
    finally:
        opener.close()


def risen(book: Book) -> list[str]:
    return list(agreement.state(book, RISEN))


def test_forty_books_and_one_hub_agree(
    come_into_hub: Come, make_book: Make, introduced: Meet, send: Callable[..., object], home: Path
):
    dice, stick = random.Random(40), home / "post"  # noqa: S311 - a world that comes again
    stick.mkdir()
    hub = [come_into_hub(f"Coordinator{number} Khoza") for number in range(3)]
    supervisors = [make_book(f"Supervisor{number} Dube") for number in range(BOOKS)]
    homes, came = {}, []
    for number, book in enumerate(supervisors):
        introduced(book, hub[number % 3])
        homes[number] = works(book, number)
        first = list(bundles(book, stick))
        ACTS["change_household"](book, id=homes[number], fields={"level": 1 + number % 3})
        second = list(bundles(book, stick))  # holds the first as well: nobody said that it came
        lost = dice.random() < 0.3
        came += [(hub[number % 3], path) for path in ([] if lost else first) + second + (first if lost else [])]
    dice.shuffle(came)

    with ThreadPoolExecutor(3) as hands:
        list(hands.map(take, [[each for each in came if each[0] is book] for book in hub]))

    assert questions.count(hub[0], "visit") == BOOKS
    for number, record in homes.items():
        assert questions.get(hub[1], "household", record)["level"] == 1 + number % 3
    assert len({tuple(risen(book)) for book in hub}) == 1
    assert checking.check(hub[2]) == []

    apart = make_book("Apart Mokoena", "coordinator")
    introduced(apart, hub[0])
    send(hub[0], apart)
    of_the_hub, hers = set(risen(hub[0])), set(risen(apart))
    assert {line for line in of_the_hub if '"kind":"visit"' in line} <= hers
    assert {line for line in of_the_hub if '"kind":"household"' in line} <= hers
