"""The book on the disk: made, opened, refused, and left as it was."""

import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from caregiver_desk.errors import (
    BookDamaged,
    BookInUse,
    BookNewer,
    BookThere,
    Broken,
    CannotWrite,
    DiskFull,
    KeyFileDamaged,
    NoBook,
    WeakPassphrase,
    WrongPassphrase,
)
from caregiver_desk.store import cipher, knocks, slots, vault
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.vault import Vault, translated

Limit = Callable[[int], AbstractContextManager[None]]
Contents = Callable[[Path], dict[str, str]]
PASSPHRASE = "maize kettle window river"
CANARY = "Nomvula Khumalo"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Vault]:
    """A fleeting book with one table of one row."""
    with closing(vault.fleeting(tmp_path / "book")) as made:
        do(made, "CREATE TABLE told (words UNIQUE)")
        do(made, "INSERT INTO told VALUES (?)", CANARY)
        yield made


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """The folder of a real book, closed."""
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    do(made, "CREATE TABLE told (words)")
    do(made, "PRAGMA user_version = 7")
    made.close()
    return tmp_path / "real"


def do(opened: Vault, statement: str, *values: object) -> None:
    with translated(), opened.engine.begin() as connection:
        connection.exec_driver_sql(statement, values)


def told(opened: Vault) -> list[str]:
    with translated(), cipher.reading(opened.engine) as cursor:
        cursor.execute("SELECT words FROM told")
        return [row[0] for row in cursor.fetchall()]


# --- making and opening


def test_a_book_made_and_closed_opens_again_with_its_passphrase(closed: Path):
    with closing(vault.open_book(closed, PASSPHRASE, known_version=7)) as opened:
        assert told(opened) == []


def test_a_book_opens_with_its_sheet_and_takes_a_new_passphrase(tmp_path: Path):
    made, identity = vault.create(tmp_path / "a", passphrase=PASSPHRASE, cost=FLOOR)
    made.close()
    with closing(vault.open_by_sheet(tmp_path / "a", identity, known_version=0)) as opened:
        vault.set_passphrase(opened, "yellow bicycle under clouds", FLOOR)
    vault.open_book(tmp_path / "a", "yellow bicycle under clouds", known_version=0).close()


def test_a_wrong_passphrase_is_refused_and_nothing_is_changed(closed: Path, contents: Contents):
    before = contents(closed)
    with pytest.raises(WrongPassphrase):
        vault.open_book(closed, "maize kettle window rivers", known_version=7)
    assert {name: told for name, told in contents(closed).items() if name != knocks.NAME} == before


def test_a_weak_passphrase_is_refused_and_nothing_is_made(tmp_path: Path):
    with pytest.raises(WeakPassphrase):
        vault.create(tmp_path / "a", passphrase="secret", cost=FLOOR)
    assert not (tmp_path / "a").exists()


def test_a_fleeting_book_opens_again_by_its_keys_alone(book: Vault):
    book.close()
    with closing(vault.reopen(book.folder, book.keys)) as again:
        assert told(again) == [CANARY]
    assert not (book.folder / "keys.json").exists()


def test_everything_in_the_book_is_for_its_owner_alone(book: Vault):
    places = [book.folder, *book.folder.iterdir()]
    assert {path.name for path in places} == {"book", "book.db", "book.db-wal", "book.db-shm", "lock"}
    assert not [path for path in places if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_closing_brings_the_log_home(book: Vault):
    book.close()
    book.close()
    assert {path.name for path in book.folder.iterdir()} == {"book.db", "lock"}


def test_closing_on_a_full_drive_leaves_the_log_beside_the_book_and_loses_nothing(book: Vault, no_file_beyond: Limit):
    do(book, "INSERT INTO told VALUES (?)", "words " * 9000)
    with no_file_beyond(20_000):
        book.close()
    assert (book.folder / "book.db-wal").stat().st_size > 50_000
    with closing(vault.reopen(book.folder, book.keys)) as again:
        assert told(again) == [CANARY, "words " * 9000]


def test_the_keys_are_not_shown_with_the_book(book: Vault):
    shown = repr(book) + str(book.engine.url)
    assert book.keys.store.hex() not in shown
    assert book.keys.reading not in shown


# --- refusals


def test_a_book_is_not_made_over_another(closed: Path, contents: Contents):
    before = contents(closed)
    with pytest.raises(BookThere):
        vault.create(closed, passphrase=PASSPHRASE, cost=FLOOR)
    assert contents(closed) == before


@pytest.mark.parametrize("place", ["nowhere", "."])
def test_where_no_book_is_that_is_said_and_nothing_is_made(tmp_path: Path, place: str):
    with pytest.raises(NoBook):
        vault.open_book(tmp_path / place, PASSPHRASE, known_version=7)
    assert list(tmp_path.iterdir()) == []


def test_a_book_that_is_open_does_not_open_twice(book: Vault):
    with pytest.raises(BookInUse):
        vault.reopen(book.folder, book.keys)
    assert told(book) == [CANARY]


def test_a_book_that_another_process_holds_does_not_open(tmp_path: Path):
    holding = "import sys, pathlib; from caregiver_desk.store import vault; f = vault.alone(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", f"{holding}; print(flush=True); input()", str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        with pytest.raises(BookInUse):
            vault.alone(tmp_path)
        other.communicate(b"\n")
    vault.alone(tmp_path).close()


def test_a_book_of_a_newer_program_is_refused_with_every_file_as_it_was(closed: Path, contents: Contents):
    before = contents(closed)
    with pytest.raises(BookNewer):
        vault.open_book(closed, PASSPHRASE, known_version=6)
    assert contents(closed) == before


def test_a_newer_book_whose_program_was_killed_is_refused_with_records_and_log_as_they_were(
    tmp_path: Path, contents: Contents
):
    keys = leave_a_log_behind(tmp_path)
    before = contents(tmp_path)
    with pytest.raises(BookNewer):
        vault.reopen(tmp_path, keys, known_version=6)
    after = contents(tmp_path)
    assert [after[name] for name in ("book.db", "book.db-wal")] == [before[name] for name in ("book.db", "book.db-wal")]


def leave_a_log_behind(folder: Path) -> slots.Keys:
    """Let a process begin a book, save version 7, and be killed before it could close."""
    program = """
import os, pathlib, sys
from caregiver_desk.store import vault
opened = vault.fleeting(pathlib.Path(sys.argv[1]))
with opened.engine.begin() as connection:
    connection.exec_driver_sql("PRAGMA user_version = 7")
print(opened.keys.store.hex(), flush=True)
os.kill(os.getpid(), 9)
"""
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL
    return slots.Keys(bytes.fromhex(done.stdout), b"", "")


def test_what_was_saved_before_the_program_was_killed_is_there(tmp_path: Path):
    keys = leave_a_log_behind(tmp_path)
    with closing(vault.reopen(tmp_path, keys)) as opened, opened.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 7


# --- damage


def test_a_damaged_first_page_is_damage_and_not_a_wrong_passphrase(closed: Path):
    spoil(closed / "book.db", at=100)
    with pytest.raises(BookDamaged):
        vault.open_book(closed, PASSPHRASE, known_version=7)


def test_records_gone_while_their_keys_are_there_is_damage(closed: Path):
    (closed / "book.db").unlink()
    with pytest.raises(BookDamaged):
        vault.open_book(closed, PASSPHRASE, known_version=7)


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"{")])
def test_a_key_file_gone_or_damaged_is_named(closed: Path, damage: Callable[[Path], object]):
    damage(closed / "keys.json")
    with pytest.raises(KeyFileDamaged):
        vault.open_book(closed, PASSPHRASE, known_version=7)


def test_a_sound_book_has_nothing_to_report(book: Vault):
    assert vault.check(book) == []


def test_one_altered_byte_in_any_page_is_found(book: Vault):
    for number in range(50):
        do(book, "INSERT INTO told VALUES (?)", f"{number} " * 400)
    book.close()
    whole = (book.folder / "book.db").read_bytes()
    for page in range(4096, len(whole), 4096):
        (book.folder / "book.db").write_bytes(whole)
        spoil(book.folder / "book.db", at=page + 1234)
        with closing(vault.reopen(book.folder, book.keys)) as opened:
            assert "pages" in vault.check(opened), page


def test_reading_a_damaged_page_is_called_damage(book: Vault):
    book.close()
    for page in range(4096, (book.folder / "book.db").stat().st_size, 4096):
        spoil(book.folder / "book.db", at=page + 1234)
    with closing(vault.reopen(book.folder, book.keys)) as opened, pytest.raises(BookDamaged):
        told(opened)


def spoil(path: Path, *, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


# --- saving


def test_a_full_disk_is_said_to_be_full_and_what_was_saved_is_safe(book: Vault):
    with pytest.raises(DiskFull):
        overfill(book)
    assert told(book) == [CANARY]
    do(book, "INSERT INTO told VALUES (?)", "after")


def overfill(opened: Vault) -> None:
    with translated(), opened.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 3")
        connection.exec_driver_sql("INSERT INTO told VALUES (?)", (bytes(100_000),))


def test_a_drive_that_refuses_a_save_is_named_and_the_next_save_is_whole(book: Vault, no_file_beyond: Limit):
    with no_file_beyond(20_000), pytest.raises(CannotWrite):
        do(book, "INSERT INTO told VALUES (?)", bytes(200_000))
    do(book, "INSERT INTO told VALUES (?)", "after")
    assert told(book) == [CANARY, "after"]
    assert vault.check(book) == []


def test_a_connection_that_saw_the_disk_fail_is_not_used_again(book: Vault):
    with pytest.raises(DiskFull):
        overfill(book)
    with book.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA max_page_count").scalar_one() > 3


def test_a_book_is_not_made_where_nothing_can_be_written(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite):
        vault.create(tmp_path / "file" / "book", passphrase=PASSPHRASE, cost=FLOOR)


@pytest.mark.parametrize("room", [100, 3000])
def test_a_book_for_which_there_is_no_room_is_not_left_half_made(tmp_path: Path, no_file_beyond: Limit, room: int):
    with no_file_beyond(room), pytest.raises(CannotWrite):
        vault.create(tmp_path / "a", passphrase=PASSPHRASE, cost=FLOOR)
    assert {path.name for path in (tmp_path / "a").iterdir()} <= {"lock"}
    vault.create(tmp_path / "a", passphrase=PASSPHRASE, cost=FLOOR)[0].close()


def test_an_error_of_ours_says_no_private_word(book: Vault):
    with pytest.raises(Broken) as broken:
        do(book, "INSERT INTO told VALUES (?)", CANARY)
    assert "SQLITE_CONSTRAINT" in str(broken.value)
    assert CANARY not in f"{broken.value!r} {broken.value} {broken.value.__context__}"
    assert broken.value.__cause__ is None


def test_an_error_of_the_bare_binding_is_ours_too(book: Vault):
    with pytest.raises(Broken), translated(), book.engine.connect() as connection:
        connection.connection.cursor().execute("SELECT * FROM nowhere")


def test_a_migration_that_fails_leaves_nothing_of_itself(book: Vault):
    with pytest.raises(Broken):
        do_all(book, ["CREATE TABLE half (a)", "PRAGMA user_version = 9", "CREATE TABLE half (a)"])
    with book.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'half'").scalar_one() == 0
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 0


def do_all(opened: Vault, statements: list[str]) -> None:
    with translated(), opened.engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def test_a_reader_sees_one_unchanging_view_and_does_not_hold_up_a_writer(book: Vault):
    with cipher.reading(book.engine) as reader:
        before = reader.execute("SELECT count(*) FROM told").fetchone()[0]
        do(book, "INSERT INTO told VALUES ('meanwhile')")
        assert reader.execute("SELECT count(*) FROM told").fetchone()[0] == before


def test_every_connection_is_as_durable_and_as_strict_as_it_should_be(book: Vault):
    asked = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
    }
    with book.engine.connect() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked}
    assert found == asked


def test_no_other_file_can_be_attached(book: Vault):
    with pytest.raises(Broken):
        do(book, f"ATTACH '{book.folder / 'other'}' AS other")
    assert not (book.folder / "other").exists()


@pytest.mark.parametrize("value", [None, True, False, b"\x00bytes", memoryview(b"view"), 1.5, "text"])
def test_values_come_back_as_they_went_in(book: Vault, value: object):
    do(book, "INSERT INTO told VALUES (?)", value)
    assert told(book)[-1] == value


def test_a_book_that_something_else_holds_is_told_in_a_sentence(book: Vault, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cipher, "_PATIENCE", 0.05)
    file, key = book.folder / "book.db", book.keys.store
    with closing(cipher.unlock(file, key)) as holder, closing(cipher.unlock(file, key)) as waiting:
        holder.execute("BEGIN IMMEDIATE")

        with pytest.raises(CannotWrite, match="holds it"), translated():
            waiting.execute("BEGIN IMMEDIATE")
