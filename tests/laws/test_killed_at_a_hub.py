"""Whoever dies at a hub, a program in the middle of a save or the server itself: what was said to be saved is there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from postgres import Server, serving

from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

PASSPHRASE = "river candle basket mountain seven"
KILLS = 3
WRITER = """
import sys
from pathlib import Path
from caregiver_desk import acts
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Problem
from caregiver_desk.store import questions
acts.load()
book = opening.open_book(Path(sys.argv[1]), sys.argv[2])
team, number = questions.in_order(book, "team")[0].id, 0
while True:
    number += 1
    try:
        record = ACTS["record_household"](book, team=team, code=f"{sys.argv[3]}-{number:04}").record
    except Problem as problem:
        print("refused", problem.code, flush=True)
        continue
    print("saved", record, flush=True)
"""


@pytest.fixture
def own_server() -> Iterator[Server]:
    """One that may be killed: it makes sure of what it keeps."""
    with serving(sure=True) as begun:
        yield begun


def come(folder: Path, address: str, name: str) -> Book:
    answers = {"organisation": "Lesedi", "officer": "Thabo Nkosi", "purposes": "To know how families are."}
    first = opening.FirstPage(name, Role.COORDINATOR, "Lesedi", "Office", answers)
    return opening.begin(folder, PASSPHRASE, first, hub=address, cost=FLOOR)[0]


def writer(folder: Path, sign: str) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", WRITER, str(folder), PASSPHRASE, sign]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def told(process: subprocess.Popen[str], at_least: int) -> list[str]:
    """What it said until then."""
    assert process.stdout
    return [process.stdout.readline() for _ in range(at_least)]


def left(process: subprocess.Popen[str]) -> list[str]:
    """What it had said beside that when it died."""
    assert process.stdout
    with process.stdout as said:
        return said.readlines()


def saved(said: list[str]) -> set[str]:
    return {line.split()[1] for line in said if line.startswith("saved") and line.endswith("\n")}


def test_programs_that_are_killed_lose_nothing_that_they_said_was_saved(home: Path, own_server: Server):
    acts.load()
    address, dice = own_server.database(), random.Random(7)  # noqa: S311 - where it is killed
    folders = [home / name for name in ("one", "other")]
    for folder in folders:
        come(folder, address, f"{folder.name.title()} Khoza").close()
    said: set[str] = set()
    for number in range(KILLS):
        processes = [writer(folder, f"{folder.name}{number}") for folder in folders]
        heard = [line for process in processes for line in told(process, 2)]
        time.sleep(dice.random() * 0.2)  # anywhere in a save; nothing is judged by it
        for process in processes:
            process.kill()
            process.wait()
        said |= saved([*heard, *(line for process in processes for line in left(process))])

    with_all = opening.open_book(folders[0], PASSPHRASE)
    there = {each.id for each in questions.listing(with_all, "household", limit=100_000)}
    assert said - there == set()
    assert len(there - said) <= 2 * KILLS, "of each that was killed, at most the save that it could not tell of"
    assert checking.check(with_all) == []
    with_all.close()


def test_a_server_that_dies_and_comes_back_has_all_that_was_said_to_be_saved(home: Path, own_server: Server):
    """Those who write are told that it does not answer, and go on when it does."""
    acts.load()
    address = own_server.database()
    come(home / "one", address, "One Khoza").close()
    process = writer(home / "one", "one")
    heard = told(process, 5)
    for _ in range(2):
        own_server.stop("immediate")
        own_server.start()
        while not heard[-1].startswith("saved"):
            heard += told(process, 1)
        heard += told(process, 5)
    process.kill()
    process.wait()
    heard += left(process)

    book = opening.open_book(home / "one", PASSPHRASE)
    there = {each.id for each in questions.listing(book, "household", limit=100_000)}
    assert saved(heard) - there == set()
    assert {line.split()[1] for line in heard if line.startswith("refused")} <= {"hub-away"}
    assert checking.check(book) == []
    book.close()
