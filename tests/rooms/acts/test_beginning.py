"""A new book is made beside its place, and stands there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_desk.acts import opening
from caregiver_desk.errors import BookDamaged, DiskFull
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import vault
from caregiver_desk.store.slots import FLOOR

PASSPHRASE = "river candle basket mountain seven"


def begin(folder: Path) -> None:
    opening.new_book(folder, PASSPHRASE, name="N", role=Role.SUPERVISOR, cost=FLOOR)[0].close()


def test_what_else_stands_in_the_place_of_a_new_book_stays(home: Path):
    (home / "place").mkdir()
    (home / "place" / "letter.txt").write_text("hers")
    begin(home / "place")
    opening.open_book(home / "place", PASSPHRASE).close()
    assert (home / "place" / "letter.txt").read_text() == "hers"
    assert not [each for each in home.iterdir() if each.name.startswith(".")]


def test_a_book_that_cannot_be_finished_leaves_its_place_free(home: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise DiskFull

    with monkeypatch.context() as once:
        once.setattr(vault, "move_in", full)
        with pytest.raises(DiskFull):
            begin(home / "place")
    assert not [each for each in home.iterdir() if each.name != "home"]
    begin(home / "place")


def test_a_book_that_an_older_program_began_and_never_finished_is_said_to_be_damaged(home: Path):
    vault.create(home / "place", passphrase=PASSPHRASE, cost=FLOOR)[0].close()
    with pytest.raises(BookDamaged):
        opening.open_book(home / "place", PASSPHRASE)
