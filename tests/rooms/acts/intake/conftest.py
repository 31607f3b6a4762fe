"""What tests of the intake share."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filling import MONDAY, Answers, Filled, Phone

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import book as books
from caregiver_desk.store import vault
from caregiver_desk.store.book import Book

Sheet = Callable[..., Path]


@pytest.fixture
def north(book: Book, sheet: Sheet) -> Book:
    """Two caregivers; HH-001 and HH-002 are 1 and 2 on Sibo's list, HH-003 is 1 on Rofhiwa's."""
    ACTS["bring_in_people"](book, path=sheet("Name", "Sibongile (Sibo) Ndaba", "Rofhiwa Munyai"))
    homes = ("HH-001;Sibo;green gate", "HH-002;Sibo;by the tap", "HH-003;Rofhiwa;green gate")
    ACTS["bring_in_households"](book, path=sheet("Code;CCG;Landmark", *homes))
    return book


@pytest.fixture
def other_laptop(north: Book, introduced: Callable[[Book, Book], None], home: Path) -> Iterator[Book]:
    """The second laptop of the same supervisor, who has met herself."""
    introduced(north, north)
    north.seal()
    shutil.copytree(north.vault.folder, home / "other")
    ACTS["record_team"](north, name="written after the copy")
    north.seal()
    other = books.resume(vault.reopen(home / "other", north.vault.keys))
    yield other
    other.vault.close()


@pytest.fixture
def phone(tmp_path: Path) -> Phone:
    return Phone("caregiver_desk_visits", tmp_path)


@pytest.fixture
def filled(phone: Phone, tmp_path: Path) -> Filled:
    """Sibo's round of Monday as a file, with these visits: (number, file)."""

    def fill(*each: Answers, corrects: str = "", **once: str) -> tuple[str, Path]:
        told, data = phone.fill_in({"caregiver": "Sibo", "day": MONDAY, **once}, each, corrects)
        path = tmp_path / f"{told[-12:]}.xml"
        path.write_bytes(data)
        return told, path

    return fill
