"""What others say of this book's own laptop: a lie costs a few ids and no line, and a stranger's word nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import UnknownSender
from caregiver_desk.records.journal import TAG_LENGTH
from caregiver_desk.store import checking, hearsay, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import bundle, exchange, lines, seal
from caregiver_desk.sync.bundle import Knowledge, Manifest
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener

Send = Callable[..., Looked | None]
Lie = Callable[[Book, Book], None]


def of_lines(book: Book) -> dict[str, Any]:
    """That somebody holds a line of this laptop which it never wrote."""
    return {"received": (Knowledge(book.laptop, clock.new_scope(book.key), "open", ((1, 9, "0" * TAG_LENGTH),)),)}


def of_a_height(book: Book) -> dict[str, Any]:
    """That this book had come further than it has."""
    return {"yours": (book.laptop, 10**6)}


@pytest.fixture(params=[of_lines, of_a_height])
def lie(request: pytest.FixtureRequest, home: Path, opener: Opener) -> Lie:
    """Open in a book an invented receipt that is made for its present laptop id, under a new id of the liar."""

    def tell(liar: Book, book: Book) -> None:
        about = {"laptop": clock.new_laptop(liar.key), "person": liar.person, "profile": "", "fictional": True}
        to, empty = (
            seal.reading_recipient(book.vault.keys.reading),
            {"needs": (), "members": (), "lines": 0, "plain": 0},
        )
        told = {"received": (), "yours": ("", 0), "height": 0, "made": 0, "old_after": 0, "to": (to,)}
        told |= about | empty | request.param(book)
        manifest = Manifest(format=bundle.FORMAT, bundle=clock.new_salt(), **told)
        path = home / "lie.caredesk"
        path.write_bytes(bundle.seal_bundle(lines.pack([]), manifest, seed=liar.vault.keys.signing))
        exchange.open_bundle(book, path, opener)

    return tell


def ids_after(lies: int, lie: Lie, liar: Book, book: Book) -> Sequence[str]:
    ids = [book.laptop]
    for _ in range(lies):
        lie(liar, book)
        ids.append(book.laptop)
    return ids


def test_a_partner_who_lies_on_and_on_is_believed_so_many_times_and_then_no_more(pair: tuple[Book, Book], lie: Lie):
    nomvula, fhatuwani = pair

    ids = ids_after(hearsay.MOST + 3, lie, fhatuwani, nomvula)

    assert len(set(ids)) == 1 + hearsay.MOST
    assert ids[-1] == ids[-4]


def test_a_lie_costs_no_line_and_what_is_written_after_it_arrives(pair: tuple[Book, Book], lie: Lie, send: Send):
    nomvula, fhatuwani = pair
    for code in ("HH-1", "HH-2"):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=code)
        lie(fhatuwani, nomvula)
    send(nomvula, fhatuwani)

    for book in pair:
        assert {leaf["code"] for leaf in questions.listing(book, "household")} == {"HH-1", "HH-2"}
        assert checking.check(book) == []


def test_what_a_stranger_says_of_this_laptop_changes_nothing(make_book: Callable[..., Book], lie: Lie):
    nomvula, stranger = make_book(), make_book("Somebody Else")
    before = nomvula.laptop

    with pytest.raises(UnknownSender):
        lie(stranger, nomvula)

    assert nomvula.laptop == before
