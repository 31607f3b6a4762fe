"""A receipt says what arrived and carries nothing; nothing is exchanged with who was parted from or locked out."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import LockedOut, NotYourself, Parted
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, exchange, making, trust
from caregiver_desk.sync.making import Made
from caregiver_desk.sync.opener import Opener


def partner(book: Book) -> Partner:
    return partners.known(book)[0]


def carry(made: Made, reader: Book, folder: Path, opener: Opener) -> None:
    assert exchange.open_bundle(reader, carriers.drop(folder, made.bundle, made.sealed), opener) is not None


@pytest.fixture
def sent(pair: tuple[Book, Book], home: Path, opener: Opener) -> tuple[Book, Book]:
    """A household of Nomvula's has reached her coordinator; she does not know it yet."""
    nomvula, fhatuwani = pair
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1", level=2)
    for made in making.make(nomvula, partner(nomvula)):
        carry(made, fhatuwani, home, opener)
    return pair


def test_a_receipt_tells_what_arrived_and_carries_nothing(sent: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = sent
    receipt = making.receipt(fhatuwani, partner(fhatuwani))
    assert (receipt.contents.lines, receipt.contents.records) == (0, 0)
    owed = making.undelivered(nomvula, partner(nomvula))
    carry(receipt, nomvula, home, opener)
    assert owed > 0 == making.undelivered(nomvula, partner(nomvula))


def test_a_receipt_is_sent_to_nobody_who_lacks_something_as_if_she_had_it(sent: tuple[Book, Book]):
    _, fhatuwani = sent
    owed = making.undelivered(fhatuwani, partner(fhatuwani))
    making.receipt(fhatuwani, partner(fhatuwani))
    assert making.undelivered(fhatuwani, partner(fhatuwani)) == owed


def test_who_was_parted_from_is_sent_nothing_and_heard_no_more(sent: tuple[Book, Book], home: Path, opener: Opener):
    nomvula, fhatuwani = sent
    made = making.make(fhatuwani, partner(fhatuwani))[0]
    ACTS["part_from"](nomvula, partner="Fhatuwani")
    assert making.undelivered(nomvula, partner(nomvula)) == 0
    with pytest.raises(Parted):
        making.make(nomvula, partner(nomvula))
    with pytest.raises(Parted):
        carry(made, nomvula, home, opener)


def test_an_accepted_card_takes_the_exchange_up_again(sent: tuple[Book, Book]):
    nomvula, fhatuwani = sent
    ACTS["part_from"](nomvula, partner="Fhatuwani")
    trust.pair(nomvula, trust.my_card(fhatuwani, "Fhatuwani Netsianda"))
    assert making.make(nomvula, partner(nomvula))[0].contents.lines > 0
    assert partner(nomvula).role == "coordinator"


def test_nothing_is_made_for_a_laptop_that_was_locked_out(sent: tuple[Book, Book]):
    nomvula, fhatuwani = sent
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    with pytest.raises(LockedOut):
        making.make(fhatuwani, partner(fhatuwani))
    with pytest.raises(LockedOut):
        making.receipt(fhatuwani, partner(fhatuwani))
    assert making.undelivered(fhatuwani, partner(fhatuwani)) == 0


def test_nobody_locks_her_own_laptop_out(pair: tuple[Book, Book]):
    _, fhatuwani = pair
    with pytest.raises(NotYourself):
        ACTS["lock_out"](fhatuwani, laptop=fhatuwani.laptop)
