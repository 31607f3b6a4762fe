"""A box is opened once: no backup of the days between lets it be read a second time, with one sheet less."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.errors import Problem
from caregiver_desk.store import backups, boxes, questions, restoring, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Keys

WORD = "seven red hens"


def put(book: Book, where: str, *answers: str) -> None:
    for each in answers:
        named("put_in_box")(book, box=where, answers={"say": each})


def test_sys_19_the_last_persons_answer_does_not_follow_from_a_backup_that_was_made_before_it(book: Book):
    where = named("set_up_box")(book, sort="how it is here", word=WORD).record
    put(book, where, *["much"] * 4, "no", "no")
    backup = backups.back_up(book.vault, clock.today())
    put(book, where, "much")
    last = questions.get(book, "survey", named("open_box")(book, box=where, word=WORD).record)["figures"]

    with closing(vault.reopen(backup, book.vault.keys)) as opened:
        before = books.resume(opened)
        with pytest.raises(Problem):  # else what was not told of six, and is told of seven, is the answer of one
            named("open_box")(before, box=where, word=WORD)
        assert questions.listing(before, "survey") == []
    assert last == "say upper 5"


def sheets_in(place: Path, keys: Keys) -> int:
    with closing(vault.reopen(place, keys)) as opened:
        return sum(len(each.sheets) for each in boxes.every(books.resume(opened)))


def test_sys_19_a_book_that_a_backup_took_the_place_of_holds_no_box_that_could_be_opened_again(book: Book):
    where = named("set_up_box")(book, sort="how it is here", word=WORD).record
    backup = backups.back_up(book.vault, clock.today())
    put(book, where, *["much"] * 5)
    folder, keys = book.vault.folder, book.vault.keys
    book.close()
    aside = restoring.restore(folder, backup, keys, clock.today())

    assert aside is not None
    assert sheets_in(aside, keys) == sheets_in(folder, keys) == 0


def test_sys_19_a_box_goes_on_in_its_own_book_when_a_backup_was_made(book: Book):
    where = named("set_up_box")(book, sort="how it is here", word=WORD).record
    put(book, where, *["much"] * 5)
    backups.back_up(book.vault, clock.today())
    put(book, where, "no")

    assert questions.get(book, "survey", named("open_box")(book, box=where, word=WORD).record)["answered"] == 6
