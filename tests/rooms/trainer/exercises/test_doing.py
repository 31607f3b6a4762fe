"""Somebody at an exercise: what is ticked, in which order, and what was there before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.exercises.asking import Laptops
from caregiver_desk.trainer.exercises.doing import Doing, begin
from caregiver_desk.trainer.exercises.text import read

WHOLE = """Taken back
5 minutes, at the laptop of the north

Done when
- Sibongile is in the book: a new person, given names is Sibongile
- then she is not: no person, given names is Sibongile
- Somebody else is there: a new person, given names is Grace

Hint after 2 minutes
Look.
"""


@pytest.fixture
def doing(book: Book) -> Doing:
    return begin(read(Path("own.txt"), WHOLE), Laptops(book))


def add(book: Book, name: str) -> None:
    ACTS["add_caregiver"](book, given_names=name)


def test_what_waits_is_ticked_once_every_point_above_it_is(book: Book, doing: Doing):
    add(book, "Sibongile")
    assert doing.look().ticks == (True, False, False)
    ACTS["undo"](book)

    assert doing.look().ticks == (True, True, False)


def test_what_waits_is_not_ticked_because_something_below_it_is(book: Book, doing: Doing):
    add(book, "Grace")

    assert doing.look().ticks == (False, False, True)


def test_what_was_ticked_stays_so(book: Book, doing: Doing):
    add(book, "Grace")
    doing.look()
    ACTS["undo"](book)

    assert doing.look().ticks == (False, False, True)


TWO = """Two laptops
5 minutes, at the laptop of the north, beside that of the coordinator

Done when
- They say different things: a new different person
- then they say the same: no new different person

Hint after 2 minutes
Look.
"""


@pytest.fixture
def shared(pair: tuple[Book, Book], send: Callable[..., object]) -> tuple[Book, Book, str]:
    """Two laptops that both know her."""
    north, coordinator = pair
    her = ACTS["add_caregiver"](north, given_names="Thandeka", language="Sepedi").record
    send(north, coordinator)
    return north, coordinator, her


@pytest.mark.parametrize("where", [0, 1])
def test_two_laptops_say_different_things_whichever_of_them_was_written_on_and_then_the_same(
    shared: tuple[Book, Book, str], send: Callable[..., object], where: int
):
    north, coordinator, her = shared
    doing = begin(read(Path("own.txt"), TWO), Laptops(north, coordinator))
    assert doing.look().ticks == (False, False)
    ACTS["change_person"]((north, coordinator)[where], id=her, fields={"language": "Xitsonga"})

    assert doing.look().ticks == (True, False)
    assert doing.look().ticks == (True, False)
    send(*((north, coordinator) if where == 0 else (coordinator, north)))
    assert doing.look().ticks == (True, True)


def test_somebody_whom_one_laptop_alone_knows_is_not_told_otherwise_by_the_other(shared: tuple[Book, Book, str]):
    doing = begin(read(Path("own.txt"), TWO), Laptops(*shared[:2]))
    add(shared[0], "Grace")

    assert doing.look().ticks == (False, False)
