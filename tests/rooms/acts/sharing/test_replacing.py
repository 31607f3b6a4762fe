"""A laptop is stolen: its owner goes on with her backup and new keys, and whoever has the old ones is heard nowhere."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import replacing
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import (
    NotTheSamePerson,
    NotYourself,
    RevokedSender,
    SeveralPartners,
    WrongPassphrase,
    WrongSheet,
)
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import book as books
from caregiver_desk.store import checking, questions, signing
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR, fresh_identity
from caregiver_desk.sync import trust

Send = Callable[..., Any]
PASSPHRASE = "river candle basket mountain seven"
ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}


def meet(one: Book, other: Book) -> None:
    for book, partner in ((one, other), (other, one)):
        card = trust.my_card(partner, questions.names_of(partner, [partner.person])[partner.person])
        accept_card(book, card, heard=" ".join(trust.read_card(card)[1]))


def begun(folder: Path, name: str, role: Role, **answers: str) -> Book:
    book, _ = opening.new_book(
        folder, PASSPHRASE, name=name, role=role, site="Lesedi", team="North", sign=folder.name, cost=FLOOR, **answers
    )
    return book


@pytest.fixture
def stolen(home: Path, send: Send) -> Iterator[tuple[Book, Book, Book]]:
    """Her restored backup, the stolen book, and the coordinator's: all had met, and she had sent her things."""
    acts.load()
    hers = begun(home / "nomvula", "Nomvula Shezi", Role.SUPERVISOR)
    his = begun(home / "fhatuwani", "Fhatuwani Netsianda", Role.COORDINATOR, **ANSWERS)
    meet(hers, his)
    ACTS["record_household"](hers, team=own_team(hers), code="HH-001", nickname="blue gate")
    send(hers, his)
    hers.close()
    shutil.copytree(home / "nomvula", home / "backup")
    thief, back = opening.open_book(home / "nomvula", PASSPHRASE), opening.open_book(home / "backup", PASSPHRASE)
    yield back, thief, his
    for book in (back, thief, his):
        book.close()


def replaced(back: Book, his: Book) -> None:
    replacing.renew_keys(back, PASSPHRASE, fresh_identity(), cost=FLOOR)
    meet(back, his)
    old = next(each for each in trust.partners.known(his) if each.key != back.key)
    ACTS["replace_laptop"](his, lost=old.laptop, by=back.laptop)


def test_she_goes_on_where_she_was_and_reads_all_that_she_wrote(stolen: tuple[Book, Book, Book], send: Send):
    back, _, his = stolen
    replaced(back, his)
    send(his, back)

    (house,) = questions.listing(back, "household")
    assert house["nickname"] == "blue gate"
    ACTS["change_household"](back, id=house.id, fields={"level": 3})
    send(back, his)
    assert questions.get(his, "household", house.id)["level"] == 3
    assert checking.check(back) == checking.check(his) == []


def test_whoever_has_the_old_keys_is_heard_nowhere(stolen: tuple[Book, Book, Book], send: Send):
    back, thief, his = stolen
    replaced(back, his)
    (house,) = questions.listing(thief, "household")
    ACTS["change_household"](thief, id=house.id, fields={"level": 1})

    with pytest.raises(RevokedSender):
        send(thief, his)

    assert questions.get(his, "household", house.id)["level"] is None


def test_the_old_sheet_opens_nothing_any_more_and_the_passphrase_stays(home: Path):
    acts.load()
    book, old = opening.new_book(
        home / "b", PASSPHRASE, name="N", role=Role.SUPERVISOR, site="L", team="N", sign="b", cost=FLOOR
    )
    key = book.key

    new = fresh_identity()
    replacing.renew_keys(book, PASSPHRASE, new, cost=FLOOR)
    book.close()

    with pytest.raises(WrongSheet):
        opening.open_by_sheet(home / "b", old, passphrase=PASSPHRASE, cost=FLOOR)
    with pytest.raises(WrongPassphrase):
        opening.open_book(home / "b", PASSPHRASE + " eight")
    again = opening.open_by_sheet(home / "b", new, passphrase=PASSPHRASE, cost=FLOOR)
    assert again.key != key
    assert again.key == signing.public_key(again.vault.keys.signing)
    again.close()


def test_keys_that_were_renewed_and_not_yet_noted_are_taken_on_at_the_next_opening(
    home: Path, monkeypatch: pytest.MonkeyPatch
):
    acts.load()
    book, _ = opening.new_book(
        home / "b", PASSPHRASE, name="N", role=Role.SUPERVISOR, site="L", team="N", sign="b", cost=FLOOR
    )
    monkeypatch.setattr(books, "speak_with", lambda *_: None)  # the power goes between the two
    replacing.renew_keys(book, PASSPHRASE, fresh_identity(), cost=FLOOR)
    book.close()
    monkeypatch.undo()
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(home / "home"))

    again = opening.open_book(home / "b", PASSPHRASE)

    assert again.key == signing.public_key(again.vault.keys.signing)
    ACTS["add_caregiver"](again, given_names="Grace")
    assert checking.check(again) == []
    again.close()


def test_nobody_replaces_herself(stolen: tuple[Book, Book, Book]):
    _, _, his = stolen
    (hers,) = trust.partners.known(his)

    with pytest.raises(NotYourself):
        ACTS["replace_laptop"](his, lost=hers.laptop, by=hers.laptop)


def test_of_two_laptops_with_one_name_both_are_told_apart_and_what_to_write(stolen: tuple[Book, Book, Book]):
    back, _, his = stolen
    before = [each.laptop for each in trust.partners.known(his)]
    replacing.renew_keys(back, PASSPHRASE, fresh_identity(), cost=FLOOR)
    meet(back, his)
    name = trust.partners.known(his)[0].name

    with pytest.raises(SeveralPartners) as refused:
        ACTS["replace_laptop"](his, lost=name, by=name)

    for laptop in (*before, back.laptop):
        assert f"{name} (laptop {laptop}, paired " in str(refused.value)
    assert "no bundle yet" in str(refused.value)
    assert "the id of the laptop" in str(refused.value)


def test_nobody_goes_on_in_the_place_of_somebody_else(stolen: tuple[Book, Book, Book], make_book: Callable[..., Book]):
    back, _, his = stolen
    stranger = make_book("Mpho Lekalakala")
    stranger.fictional = False
    meet(stranger, his)
    hers = next(each for each in trust.partners.known(his) if each.key == back.key)

    with pytest.raises(NotTheSamePerson):
        ACTS["replace_laptop"](his, lost=hers.laptop, by=stranger.laptop)


def test_keys_are_renewed_by_who_knows_the_passphrase(stolen: tuple[Book, Book, Book]):
    back, _, _ = stolen
    key = back.key

    with pytest.raises(WrongPassphrase):
        replacing.renew_keys(back, PASSPHRASE + " eight", fresh_identity(), cost=FLOOR)

    assert back.key == key
