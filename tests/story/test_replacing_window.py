"""A laptop is stolen: its owner makes new keys, and her coordinator lets them take the place of the old ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.sharing.sharing import accept_card, standing_of
from caregiver_desk.desk.sheets.sharing.my_card import my_card
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book

LOW = 360  # pixels of a window in which not all of it is seen at once


@pytest.fixture
def new_card(programme: Programme, books: Callable[[str, Role], Book], tmp_path: Path) -> tuple[Path, str]:
    """A card of the same person with other keys, and its eight words."""
    again = books("Nomvulas new one", Role.SUPERVISOR)
    again.author = programme.book.author
    mine = my_card(again)
    place = tmp_path / "again.card"
    place.write_bytes(mine.data)
    return place, " ".join(mine.words)


@pytest.fixture
def opened(coordinator: Book, new_card: tuple[Path, str], open_window: Callable[[Book], Desk]) -> Callable[[], Desk]:
    """The coordinator opens that card and types the words that he heard."""

    def open_it() -> Desk:
        desk, (place, words) = open_window(coordinator), new_card
        desk.answers.file = place
        return desk.open("sharing").press("Open a card").fill(words=words)

    return open_it


def test_a_coordinator_says_what_became_of_the_laptop_she_had_before(
    programme: Programme, coordinator: Book, opened: Callable[[], Desk]
) -> None:
    desk = opened().press("Pair")
    assert "Say first what became of the other laptop." in desk.message()

    desk.press("It is lost: lock it out").press("Pair")

    assert "The lost one is locked out." in desk.status()
    assert standing_of(coordinator).is_out(programme.book.key)
    assert sum(not each.parted for each in partners.known(coordinator)) == 1


def test_who_was_locked_out_at_once_is_let_in_with_her_new_laptop_all_the_same(
    programme: Programme, coordinator: Book, opened: Callable[[], Desk]
) -> None:
    ACTS["lock_out"](coordinator, laptop=programme.book.laptop)

    desk = opened().press("It is lost: lock it out").press("Pair")

    assert "goes on with a new laptop" in desk.status()


def test_of_several_laptops_it_is_asked_which_one_is_lost(
    programme: Programme, coordinator: Book, opened: Callable[[], Desk], books: Callable[[str, Role], Book]
) -> None:
    second = books("Second of Nomvula", Role.SUPERVISOR)
    second.author = programme.book.author
    mine = my_card(second)
    accept_card(coordinator, mine.data, heard=" ".join(mine.words))

    desk = opened()
    number = 1 + sorted(partners.known(coordinator), key=lambda each: each.name).index(
        next(each for each in partners.known(coordinator) if each.laptop == second.laptop)
    )
    assert f"{number}) " in desk.message()
    assert f"laptop {second.laptop}, paired " in desk.message()
    desk.window.resize(900, LOW)
    desk.press("Pair")
    assert "Say first what became of the other laptop." in desk.message()
    assert desk._front().height() == desk.window.height() == LOW, "more than that is not seen"
    desk.press(f"Number {number} is lost: lock it out").press("Pair")

    assert standing_of(coordinator).is_out(second.key)
    assert not standing_of(coordinator).is_out(programme.book.key)


def test_a_second_laptop_that_is_still_in_use_locks_nobody_out(
    programme: Programme, coordinator: Book, opened: Callable[[], Desk]
) -> None:
    opened().press("It is still in use").press("Pair")

    assert not standing_of(coordinator).is_out(programme.book.key)
    assert len(partners.known(coordinator)) == 2


def test_a_supervisor_is_not_asked_for_what_a_coordinator_decides(
    programme: Programme, desk: Desk, coordinator: Book, tmp_path: Path
) -> None:
    (tmp_path / "his.card").write_bytes(my_card(coordinator).data)
    desk.answers.file = tmp_path / "his.card"

    told = desk.open("sharing").press("Open a card").message()

    assert "another laptop" not in told
    assert ACTS["replace_laptop"].role == Role.COORDINATOR
    assert programme.book.role == Role.SUPERVISOR
