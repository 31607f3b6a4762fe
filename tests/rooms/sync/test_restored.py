"""A restored book goes on under a new laptop id, and its partners send to that one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import book as books
from caregiver_desk.store import partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making, receipts
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener

Send = Callable[..., Looked | None]
Restore = Callable[[Book], Book]


@pytest.fixture
def restore(pair: tuple[Book, Book], tmp_path: Path) -> Iterator[Restore]:
    """Bring a book back as it was before anything was exchanged."""
    earlier = {book.id: shutil.copytree(book.vault.folder, tmp_path / book.id) for book in pair}
    brought_back: list[Book] = []

    def bring_back(book: Book) -> Book:
        brought_back.append(books.resume(vault.reopen(earlier[book.id], book.vault.keys)))
        return brought_back[-1]

    yield bring_back
    for book in brought_back:
        book.close()


def household(book: Book, code: str) -> None:
    ACTS["record_household"](book, team=own_team(book), code=code)


def codes(book: Book) -> set[object]:
    return {leaf["code"] for leaf in questions.listing(book, "household")}


def bundle_for(sender: Book, folder: Path) -> Path:
    (made,) = making.make(sender, partners.known(sender)[0])
    return carriers.drop(folder, made.bundle, made.sealed)


def test_what_a_restored_book_had_only_received_is_sent_to_it_again(
    pair: tuple[Book, Book], send: Send, restore: Restore
):
    nomvula, fhatuwani = pair
    household(nomvula, "HH-1")
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    back = restore(fhatuwani)
    assert back.laptop != fhatuwani.laptop
    send(back, nomvula)
    send(nomvula, back)
    assert codes(back) == {"HH-1"}


def test_a_book_opened_again_as_it_was_closed_keeps_its_laptop_id(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    household(nomvula, "HH-1")
    send(nomvula, fhatuwani)
    fhatuwani.close()

    again = books.resume(vault.reopen(fhatuwani.vault.folder, fhatuwani.vault.keys))
    again.close()
    assert again.laptop == fhatuwani.laptop


def test_a_late_stick_of_the_book_before_it_was_restored_keeps_nothing_from_her(
    pair: tuple[Book, Book], home: Path, opener: Opener, send: Send, restore: Restore
):
    nomvula, fhatuwani = pair
    household(nomvula, "HH-1")
    send(nomvula, fhatuwani)
    late = bundle_for(fhatuwani, home)
    back = restore(fhatuwani)
    send(back, nomvula)

    assert exchange.open_bundle(nomvula, late, opener) is not None
    assert partners.known(nomvula)[0].laptop == back.laptop
    send(nomvula, back)
    assert codes(back) == {"HH-1"}


def test_the_first_receipt_of_a_restored_book_tells_what_it_holds(
    pair: tuple[Book, Book], home: Path, opener: Opener, restore: Restore
):
    nomvula, fhatuwani = pair
    back = restore(fhatuwani)
    household(nomvula, "HH-1")
    (made,) = making.make(nomvula, partners.known(nomvula)[0])
    exchange.open_bundle(back, carriers.drop(home, made.bundle, made.sealed), opener)
    receipt = making.receipt(back, partners.known(back)[0])

    looked = exchange.open_bundle(nomvula, carriers.drop(home, receipt.bundle, receipt.sealed), opener)

    assert looked is not None
    assert receipts.heard(nomvula, looked).startswith("Receipt: all that you sent has arrived")
