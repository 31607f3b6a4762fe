"""How much room is left is told before it is too little."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, NoRoomForBackup, NoRoomThere
from caregiver_desk.store import backups, room, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.room import MEGABYTE, NEARLY_FULL, Left

Free = Callable[[int], None]


@pytest.fixture
def free(monkeypatch: pytest.MonkeyPatch) -> Free:
    """Says how many bytes every drive has left."""

    def leave(many: int) -> None:
        usage = shutil.disk_usage("/")._replace(free=many)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    return leave


@pytest.fixture
def lasting(book: Book) -> Book:
    (book.vault.folder / "keys.json").write_bytes(b"{}")
    return book


def test_nothing_is_said_until_little_is_left_and_then_how_much(lasting: Book, free: Free):
    free(NEARLY_FULL)
    assert room.left(lasting) is None

    free(NEARLY_FULL - 1)
    assert room.left(lasting) == Left(199, 0)


def test_where_no_backup_has_room_it_is_said_how_much_is_lacking(lasting: Book, free: Free):
    free(room.wanted(lasting.vault.folder) - 1)
    assert room.left(lasting) == Left((room.wanted(lasting.vault.folder) - 1) // MEGABYTE, 1)

    with pytest.raises(NoRoomForBackup, match="1 MB are lacking"):
        upkeep.back_up(lasting, clock.today())

    assert backups.backups(lasting.vault.folder) == []


def test_where_the_stick_has_no_room_it_is_the_stick_that_is_named(
    lasting: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (stick := tmp_path / "stick").mkdir()
    monkeypatch.setattr(room, "_free", lambda place: 0 if place == stick else 2 * NEARLY_FULL)

    with pytest.raises(NoRoomThere, match="Choose another place"):
        upkeep.back_up(lasting, clock.today(), to=stick)

    assert backups.backups(lasting.vault.folder) == []


def test_where_there_is_no_such_stick_no_backup_is_made_first(lasting: Book, tmp_path: Path):
    with pytest.raises(CannotWrite, match="no such folder"):
        upkeep.back_up(lasting, clock.today(), to=tmp_path / "stick")

    assert backups.backups(lasting.vault.folder) == []


def test_on_the_drive_of_the_book_a_copy_wants_room_beside_its_backup_and_elsewhere_its_own(
    lasting: Book, tmp_path: Path, free: Free, monkeypatch: pytest.MonkeyPatch
):
    (place := tmp_path / "place").mkdir()
    free(2 * room.wanted(lasting.vault.folder) - 1)

    with pytest.raises(NoRoomThere, match="1 MB are lacking"):
        upkeep.back_up(lasting, clock.today(), to=place)
    assert backups.backups(lasting.vault.folder) == []

    monkeypatch.setattr(room, "on_one_drive", lambda *_: False)
    assert upkeep.back_up(lasting, clock.today(), to=place).parent == place


def test_a_large_book_wants_more_than_a_small_one(lasting: Book, free: Free):
    with (lasting.vault.folder / "book.db-old").open("wb") as large:
        large.truncate(NEARLY_FULL)

    free(2 * NEARLY_FULL)

    assert room.left(lasting) is not None


def test_of_a_demo_nothing_is_said(book: Book, free: Free):
    free(0)

    assert room.left(book) is None
