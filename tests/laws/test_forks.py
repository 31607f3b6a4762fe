"""A book copied without the program noticing: two laptops that write under one id. Nothing is lost by it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import own_team
from caregiver_desk.errors import Refused
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.store import book as books
from caregiver_desk.store import checking, ledger, partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.sync import exchange, trust

Send = Callable[..., exchange.Looked | None]


def twin_of(book: Book, folder: Path) -> Book:
    """The same book on a copied disk, with its mark: nothing tells it that it is a copy."""
    book.seal()
    shutil.copytree(book.vault.folder, folder)
    return books.resume(vault.reopen(folder, book.vault.keys))


def household(book: Book, code: str) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code).record


@pytest.fixture
def forked(pair: tuple[Book, Book], home: Path, send: Send) -> tuple[Book, Book]:
    """A coordinator who has heard both branches of a copied laptop, and the laptop's first book."""
    nomvula, fhatuwani = pair
    household(nomvula, "HH-BEFORE")
    send(nomvula, fhatuwani)
    twin = twin_of(nomvula, home / "twin")
    household(nomvula, "HH-HERE")
    household(twin, "HH-THERE")
    household(twin, "HH-THERE-TOO")
    send(nomvula, fhatuwani)
    looked = send(twin, fhatuwani)
    twin.vault.close()
    assert looked is not None
    assert looked.received.forks
    return fhatuwani, nomvula


def test_from_a_fork_on_both_branches_are_set_aside_and_kept_and_what_stood_before_stays(forked: tuple[Book, Book]):
    fhatuwani, _ = forked

    assert [leaf["code"] for leaf in questions.listing(fhatuwani, "household")] == ["HH-BEFORE"]
    with fhatuwani.reading() as cursor:
        cursor.execute("SELECT count(*) FROM branch WHERE body LIKE '%HH-THERE%'")
        assert cursor.fetchone() == (2,)
    assert checking.check(fhatuwani) == []


def test_what_a_book_that_met_a_fork_sends_on_is_accepted(
    forked: tuple[Book, Book], make_book: Callable[..., Book], send: Send
):
    fhatuwani, _ = forked
    third = make_book("Boitumelo Kekana", "coordinator")
    for one, other in ((third, fhatuwani), (fhatuwani, third)):
        card = trust.my_card(other, "Somebody Else")
        trust.pair(one, card, heard=" ".join(trust.read_card(card)[1]))

    assert send(fhatuwani, third) is not None
    assert checking.check(third) == []


def test_a_copied_book_whose_mark_stayed_behind_goes_on_under_a_new_laptop_id(
    pair: tuple[Book, Book], home: Path, send: Send, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "copy")
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(home / "another machine"))
    copy = books.resume(vault.reopen(home / "copy", nomvula.vault.keys))
    household(copy, "HH-COPY")
    household(nomvula, "HH-FIRST")

    for book in (nomvula, copy):
        looked = send(book, fhatuwani)
        assert looked is not None
        assert looked.received.forks == []
    copy.vault.close()
    assert {leaf["code"] for leaf in questions.listing(fhatuwani, "household")} == {"HH-COPY", "HH-FIRST"}
    assert len(partners.known(fhatuwani)) == 1


@pytest.mark.parametrize(
    "fields", [{"level": 2**60}, {"code": "x\x00y"}, {"safety": "x" * 20_001}, {"enrolled": "2026-02-31"}]
)
def test_what_no_book_would_show_is_not_saved_either(book: Book, fields: dict[str, object]):
    record = household(book, "HH-1")

    with pytest.raises(Refused):
        ledger.append(
            book, "law", [Change("household", record, questions.get(book, "household", record).scope, fields)]
        )
    assert checking.check(book) == []


def test_an_erased_record_cannot_be_written_to_again(pair: tuple[Book, Book]):
    _, fhatuwani = pair
    record = household(fhatuwani, "HH-1")
    scope = questions.get(fhatuwani, "household", record).scope
    ACTS["erase"](fhatuwani, id=record, ground="request")

    with pytest.raises(Refused):
        ledger.append(fhatuwani, "law", [Change("household", record, scope, {WITHDRAWN: None, "code": "HH-1"})])
    with pytest.raises(Refused):
        ACTS["erase"](fhatuwani, id=f"erasure/{record}", ground="request")
