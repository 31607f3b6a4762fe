"""A backup is proved before it is put in the place of a book, and the book is untouched until then."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import date
from pathlib import Path

import pytest

from caregiver_desk.errors import (
    BackupDamaged,
    BookInUse,
    BookNewer,
    CannotRead,
    CannotWrite,
    KeyFileDamaged,
    NoBackup,
    OtherBook,
    WrongPassphrase,
)
from caregiver_desk.store import backups, cipher, slots, vault
from caregiver_desk.store.restoring import fitting, key_file_for, meant, restore
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.vault import Vault

Limit = Callable[[int], AbstractContextManager[None]]
Contents = Callable[[Path], dict[str, str]]
TODAY = date(2026, 3, 2)
PASSPHRASE, OTHER = "maize kettle window river", "yellow bicycle under clouds"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Vault]:
    with closing(vault.fleeting(tmp_path / "book")) as made:
        tell(made, "CREATE TABLE told (words)")
        tell(made, "INSERT INTO told VALUES ('first')")
        yield made


def tell(opened: Vault, statement: str) -> None:
    with opened.engine.begin() as connection:
        connection.exec_driver_sql(statement)


def told(opened: Vault) -> list[str]:
    with opened.engine.connect() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT words FROM told")]


def bring_back(folder: Path, backup: Path, passphrase: str) -> Path:
    return restore(folder, backup, slots.open_with_passphrase(key_file_for(folder, backup), passphrase), TODAY)


def test_a_backup_brought_back_is_the_book_again_and_what_it_replaced_is_set_aside(book: Vault):
    backup = backups.back_up(book, TODAY)
    tell(book, "INSERT INTO told VALUES ('second')")
    book.close()
    aside = restore(book.folder, backup, book.keys, TODAY)
    with closing(vault.reopen(book.folder, book.keys)) as opened, closing(vault.reopen(aside, book.keys)) as replaced:
        assert (told(opened), told(replaced)) == (["first"], ["first", "second"])
    assert backups.backups(book.folder) == [backup]


def test_a_log_left_by_a_crash_never_meets_the_records_brought_back(book: Vault):
    backup = backups.back_up(book, TODAY)
    tell(book, "INSERT INTO told VALUES ('second')")
    left = {path.name: path.read_bytes() for path in book.folder.glob("book.db*")}
    book.close()
    for name, data in left.items():
        (book.folder / name).write_bytes(data)
    aside = restore(book.folder, backup, book.keys, TODAY)
    assert {path.name for path in aside.iterdir()} == {"book.db", "book.db-wal", "book.db-shm"}
    with closing(vault.reopen(book.folder, book.keys)) as opened:
        assert told(opened) == ["first"]


def test_an_open_book_is_not_replaced(book: Vault):
    backup = backups.back_up(book, TODAY)
    with pytest.raises(BookInUse):
        restore(book.folder, backup, book.keys, TODAY)
    assert told(book) == ["first"]


def test_a_restore_without_room_leaves_everything_as_it_was(book: Vault, no_file_beyond: Limit, contents: Contents):
    backup = backups.back_up(book, TODAY)
    book.close()
    before = contents(book.folder)
    with no_file_beyond(5000), pytest.raises(CannotWrite):
        restore(book.folder, backup, book.keys, TODAY)
    assert contents(book.folder) == before


@pytest.fixture
def passphrase_changed(tmp_path: Path) -> tuple[Path, Path]:
    """A real book whose passphrase was changed after its backup, and that backup."""
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    with closing(made):
        tell(made, "CREATE TABLE told (words)")
        backup = backups.back_up(made, TODAY)
        vault.set_passphrase(made, OTHER, FLOOR)
    return tmp_path / "real", backup


def test_the_passphrase_of_today_goes_on_working_after_a_restore(passphrase_changed: tuple[Path, Path]):
    folder, backup = passphrase_changed
    bring_back(folder, backup, OTHER)
    vault.open_book(folder, OTHER, known_version=0).close()


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"{")])
def test_a_key_file_gone_or_damaged_comes_back_too(
    passphrase_changed: tuple[Path, Path], damage: Callable[[Path], object]
):
    folder, backup = passphrase_changed
    damage(folder / "keys.json")
    bring_back(folder, backup, OTHER)
    vault.open_book(folder, OTHER, known_version=0).close()


@pytest.mark.parametrize("what", ["salt", "sealed", "book"])
def test_where_a_drive_altered_the_key_file_that_of_the_backup_beside_it_opens(
    passphrase_changed: tuple[Path, Path], what: str
):
    folder, backup = passphrase_changed
    told = json.loads((folder / "keys.json").read_text())
    part = told if what == "book" else told["passphrase"]
    part[what] = ("A" if part[what][0] != "A" else "B") + part[what][1:]
    (folder / "keys.json").write_text(json.dumps(told))

    keys, file = fitting(folder, backup, lambda file: slots.open_with_passphrase(file, OTHER))
    restore(folder, backup, keys, TODAY, key_file=file)

    vault.open_book(folder, OTHER, known_version=0).close()


def test_a_backup_that_came_from_elsewhere_brings_no_older_passphrase_into_force(
    passphrase_changed: tuple[Path, Path], tmp_path: Path, contents: Contents
):
    folder, backup = passphrase_changed
    shutil.copytree(backup, tmp_path / "stick")
    older, _ = slots.make(slots.open_with_passphrase((folder / "keys.json").read_bytes(), OTHER), PASSPHRASE, FLOOR)
    (tmp_path / "stick" / "keys.json").write_bytes(older)
    before = contents(folder)

    with pytest.raises(WrongPassphrase):
        fitting(folder, tmp_path / "stick", lambda file: slots.open_with_passphrase(file, PASSPHRASE))
    assert contents(folder) == before


def test_a_backup_comes_back_on_a_machine_that_never_had_the_book(
    passphrase_changed: tuple[Path, Path], tmp_path: Path
):
    _, backup = passphrase_changed
    bring_back(tmp_path / "other" / "place", backup, OTHER)
    vault.open_book(tmp_path / "other" / "place", OTHER, known_version=0).close()


# --- what is refused, and leaves the book as it was


def cut(backup: Path) -> None:
    with (backup / "book.db").open("r+b") as file:
        file.truncate(9_000)


def scratch(backup: Path) -> None:
    data = bytearray((backup / "book.db").read_bytes())
    data[60_000] ^= 1
    (backup / "book.db").write_bytes(data)


def empty(backup: Path) -> None:
    (backup / "book.db").write_bytes(b"")


def letter(backup: Path) -> None:
    (backup / "book.db").write_bytes(b"Dear Nomvula, " * 9_000)


@pytest.mark.parametrize("damage", [cut, scratch, empty, letter])
def test_a_damaged_backup_is_refused_and_the_book_stays(
    book: Vault, contents: Contents, damage: Callable[[Path], None]
):
    tell(book, "INSERT INTO told VALUES (randomblob(100000))")
    backup = backups.back_up(book, TODAY)
    book.close()
    damage(backup)
    before = contents(book.folder)

    with pytest.raises(BackupDamaged):
        restore(book.folder, backup, book.keys, TODAY)
    assert contents(book.folder) == before


def test_a_backup_of_a_newer_program_is_refused_and_the_book_stays(book: Vault, contents: Contents):
    tell(book, "PRAGMA user_version = 9")
    backup = backups.back_up(book, TODAY)
    book.close()
    before = contents(book.folder)

    with pytest.raises(BookNewer):
        restore(book.folder, backup, book.keys, TODAY, known_version=8)
    assert contents(book.folder) == before


@pytest.fixture
def two(tmp_path: Path) -> tuple[Vault, Path]:
    """A closed book, and a backup of another person, who has the same passphrase."""
    mine, _ = vault.create(tmp_path / "mine", passphrase=PASSPHRASE, cost=FLOOR)
    hers, _ = vault.create(tmp_path / "hers", passphrase=PASSPHRASE, cost=FLOOR)
    for each in (mine, hers):
        tell(each, "CREATE TABLE told (words)")
    backup = backups.back_up(hers, TODAY)
    for each in (mine, hers):
        each.close()
    return mine, backup


@pytest.mark.parametrize("keys", ["both", "mine", "hers"])
def test_a_backup_of_another_person_is_refused_whatever_key_files_are_left(
    two: tuple[Vault, Path], contents: Contents, keys: str
):
    mine, backup = two
    for side, folder in (("hers", mine.folder), ("mine", backup)):
        if keys == side:
            (folder / "keys.json").unlink()
    before = contents(mine.folder)

    with pytest.raises((OtherBook, BackupDamaged)):
        bring_back(mine.folder, backup, PASSPHRASE)
    assert contents(mine.folder) == before


def test_the_wrong_passphrase_brings_nothing_back(passphrase_changed: tuple[Path, Path], contents: Contents):
    folder, backup = passphrase_changed
    before = contents(folder)

    with pytest.raises(WrongPassphrase):
        bring_back(folder, backup, PASSPHRASE)
    assert contents(folder) == before


def test_without_any_key_file_nobody_can_prove_a_backup(two: tuple[Vault, Path]):
    mine, backup = two
    for folder in (mine.folder, backup):
        (folder / "keys.json").unlink()

    with pytest.raises(KeyFileDamaged):
        key_file_for(mine.folder, backup)


def test_a_place_that_was_made_for_a_backup_goes_again_if_it_is_refused(book: Vault, tmp_path: Path):
    backup = backups.back_up(book, TODAY)
    cut(backup)

    with pytest.raises(BackupDamaged):
        restore(tmp_path / "new place", backup, book.keys, TODAY)
    assert not (tmp_path / "new place").exists()


@pytest.mark.parametrize("named", ["nowhere", "book/book.db", "book/backups"])
def test_what_is_no_backup_is_said_to_be_none(book: Vault, tmp_path: Path, named: str):
    backups.back_up(book, TODAY)
    book.close()

    with pytest.raises(NoBackup):
        restore(book.folder, tmp_path / named, book.keys, TODAY)


def test_a_stick_that_fails_is_told_as_such_wherever_it_does(book: Vault, monkeypatch: pytest.MonkeyPatch):
    def fails(_: Path) -> bool:
        raise OSError(errno.EIO, "EIO")

    backup = backups.back_up(book, TODAY)
    monkeypatch.setattr(Path, "is_file", fails)

    for does in (meant, key_file_for, lambda here, there: restore(here, there, book.keys, TODAY)):
        with pytest.raises(CannotRead):
            does(book.folder, backup)


def test_a_copy_of_a_book_that_was_not_closed_comes_back_with_what_stood_in_its_log(book: Vault, tmp_path: Path):
    with cipher.reading(book.engine) as reader:
        assert reader.execute("SELECT count(*) FROM told").fetchone()[0] == 1
        tell(book, "INSERT INTO told VALUES ('only in the log')")
        shutil.copytree(book.folder, tmp_path / "copy")

    restore(tmp_path / "place", tmp_path / "copy", book.keys, TODAY)

    with closing(vault.reopen(tmp_path / "place", book.keys)) as opened:
        assert told(opened) == ["first", "only in the log"]
