"""Contact cards as they come: in files that somebody else made."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import NoSuchFile, NotACard, NotAFile, YourOwnCard
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust


def test_a_card_is_read_as_it_stands_in_its_file(book: Book, tmp_path: Path):
    path = tmp_path / "my.card"
    path.write_bytes(trust.my_card(book, "Nomvula Shezi"))

    card, words = trust.read_card(trust.card_in(path))

    assert (card.name, card.laptop, len(words)) == ("Nomvula Shezi", book.laptop, 8)


def test_a_card_whose_line_ends_were_changed_on_the_way_is_the_same_card(book: Book):
    data = trust.my_card(book, "Nomvula Shezi")

    assert trust.read_card(data.replace(b"\n", b"\r\n")) == trust.read_card(data)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda _: None], ids=["folder", "pipe", "nothing"])
def test_what_is_no_regular_file_is_no_card_and_nobody_waits_for_it(make: object, tmp_path: Path):
    make(tmp_path / "her.card")  # type: ignore[operator]

    with pytest.raises((NotAFile, NoSuchFile)):
        trust.card_in(tmp_path / "her.card")
    assert not trust.is_card(tmp_path / "her.card")


def test_of_a_huge_file_no_more_is_read_than_a_card_can_hold(book: Book, tmp_path: Path):
    path = tmp_path / "her.card"
    path.write_bytes(trust.my_card(book, "Nomvula Shezi") + bytes(10_000_000))

    assert len(trust.card_in(path)) <= trust.LARGEST_CARD + 1
    with pytest.raises(NotACard):
        trust.read_card(trust.card_in(path))


def test_who_wrote_something_is_called_as_her_card_says_until_the_book_knows_her(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
) -> None:
    hers, his = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    introduced(hers, his)

    assert trust.names_of_writers(hers, [his.person])[his.person] == "Fhatuwani Netsianda"


def test_ones_own_card_makes_no_partner(book: Book):
    with pytest.raises(YourOwnCard):
        accept_card(book, trust.my_card(book, "Nomvula Shezi"))

    assert partners.known(book) == []


@pytest.mark.parametrize("between", [" ", ", ", ".\n", "  "])
def test_the_eight_words_are_taken_as_people_write_them(make_book: Callable[..., Book], between: str):
    hers, his = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    card = trust.my_card(his, "Fhatuwani Netsianda")
    words = [word.capitalize() for word in trust.read_card(card)[1]]

    assert trust.pair(hers, card, heard=between.join(words) + ".").compared == "aloud"
