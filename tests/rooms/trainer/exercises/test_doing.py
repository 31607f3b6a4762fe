"""Somebody at an exercise: what is ticked, in which order, and what was there before."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.exercises.asking import Seat
from caregiver_desk.trainer.exercises.doing import Doing
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
    return Doing(read(Path("own.txt"), WHOLE), Seat(book))


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
