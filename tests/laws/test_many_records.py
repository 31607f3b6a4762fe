"""A book of a hundred thousand records: merged, read by pages, searched, checked, and agreed upon in any order.

A test run takes `LAWS_RECORDS` of them, 8,000 where nothing is said, so that it stays within half a minute;
`LAWS_RECORDS=100000` takes the whole hundred thousand, in about two minutes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.journal import Audience
from caregiver_desk.store import agreement, checking, histories, ledger, partners, questions, sending
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import carriers, exchange, limits, making
from caregiver_desk.sync.opener import Opener

RECORDS = int(os.environ.get("LAWS_RECORDS", "8000"))
VISITS = 48
PEOPLE = RECORDS // (VISITS + 2)  # each with a home
AT_ONCE = 5_000
Meet = Callable[[Book, Book], None]
OWNERS, OWN = 3, 20  # the people whose books these are, and what one of them writes on her first page, at the most
SHARED = frozenset({Audience.OPEN, Audience.TEAM})


def records(book: Book) -> Iterator[Change]:
    """People, each with a home and many visits to it; then a word on every tenth visit."""
    team = own_team(book)
    scope = questions.get(book, "team", team).scope
    for number in range(PEOPLE):
        person, home = clock.new_record(book.site), clock.new_record(scope)
        yield Change("person", person, book.site, {"given_names": f"Thandi{number}", "surname": f"Ndaba{number % 100}"})
        yield Change("household", home, scope, {"team": team, "code": f"HH-{number}", "state": "active"})
        for day in range(VISITS):
            visit = clock.new_record(scope)
            fields = {"household": home, "caregiver": person, "day": f"2026-{1 + day // 28:02}-{1 + day % 28:02}"}
            yield Change("visit", visit, scope, {**fields, "outcome": "done", "minutes": 20 + day})
            if not day % 10:
                yield Change("visit", visit, scope, {"minutes": 60})


def save(book: Book, changes: Iterator[Change]) -> None:
    pending: list[Change] = []
    for change in changes:
        pending.append(change)
        if len(pending) == AT_ONCE:
            ledger.append(book, "law", pending)
            pending = []
    ledger.append(book, "law", pending)


@pytest.fixture
def books(make_book: Callable[..., Book], introduced: Meet, home: Path) -> tuple[Book, Book, Book]:
    """A supervisor's, and two coordinators' who had her lines in several bundles, in this order and in the other."""
    first, second, third = make_book(), make_book("A B", "coordinator"), make_book("C D", "coordinator")
    save(first, records(first))
    for taker, step in ((second, 1), (third, -1)):
        introduced(first, taker)
        carry(first, taker, home, step)
    return first, second, third


def carry(giver: Book, taker: Book, stick: Path, step: int) -> None:
    partner = next(each for each in partners.known(giver) if each.key == taker.key)
    with pytest.MonkeyPatch.context() as narrow, closing(Opener()) as opener:
        narrow.setattr(limits, "COUNT", RECORDS // 3)
        made = making.make(giver, partner)
        assert len(made) > 2
        for each in made[::step]:
            assert exchange.open_bundle(taker, carriers.drop(stick, each.bundle, each.sealed), opener) is not None


def pages(book: Book, kind: str) -> Iterator[list[Leaf]]:
    """A list as somebody sees it who scrolls to its end."""
    when = questions.kind_named(kind).when
    page = questions.listing(book, kind)
    while page:
        yield page
        page = questions.listing(book, kind, before=(page[-1][when] if when else None, page[-1].id))


def is_read_by_pages(book: Book) -> None:
    for kind, least in (("visit", PEOPLE * VISITS), ("household", PEOPLE), ("person", PEOPLE)):
        seen = [leaf.id for page in pages(book, kind) for leaf in page]
        assert len(seen) == len(set(seen)) == questions.count(book, kind)
        assert least <= len(seen) <= least + OWNERS


def finds_a_person_by_name(book: Book) -> None:
    found = questions.find(book, f"thandi{PEOPLE - 1}")
    assert [leaf["given_names"] for leaf in found] == [f"Thandi{PEOPLE - 1}"]
    assert len(questions.timeline(book, found[0].id)) == VISITS


def say_the_same(first: Book, second: Book, third: Book) -> None:
    """But for what each coordinator wrote of herself."""
    both = [set(agreement.state(book, SHARED)) for book in (second, third)]
    assert set(agreement.state(first, SHARED)) <= both[0] & both[1]
    assert len(both[0] ^ both[1]) < OWN
    assert histories.conflicts(second) == histories.conflicts(third) == []
    assert sending.holes(third) == {}


def test_so_many_records_are_merged_read_found_and_agreed_upon_in_any_order(books: tuple[Book, Book, Book]):
    for book in books:
        is_read_by_pages(book)
        finds_a_person_by_name(book)
    say_the_same(*books)
    assert checking.check(books[2]) == []
