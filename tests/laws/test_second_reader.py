"""What we write, others can read with the key, and nobody can read without it."""

import json
import shutil
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path

import apsw
import pytest

from caregiver_desk.store import backups, vault
from caregiver_desk.store.sheet import sheet_text
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.vault import Vault

CANARIES = ["Nomvula Khumalo", "082 555 0147", "cried for an hour"]
ROWS = [(number, CANARIES[number % 3], number / 7, bytes([number % 256]) * 9, None) for number in range(500)]
READ = "SELECT number, words, share, raw, empty FROM told ORDER BY number"


@pytest.fixture
def book(tmp_path: Path) -> Vault:
    made, _ = vault.create(tmp_path / "book", passphrase="maize kettle window river", cost=FLOOR)
    with made.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE told (number INTEGER PRIMARY KEY, words, share, raw, empty)")
        connection.exec_driver_sql("CREATE VIRTUAL TABLE found USING fts5(words)")
        connection.exec_driver_sql("INSERT INTO told VALUES (?, ?, ?, ?, ?)", ROWS)
        connection.exec_driver_sql("INSERT INTO found SELECT words FROM told")
    return made


def read_by_another(path: Path, key: bytes) -> list[tuple[object, ...]]:
    """The rows as another library reads them: SQLite3 Multiple Ciphers, in its SQLCipher 4 mode."""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as other:
        for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}'\""):
            other.execute(f"PRAGMA {pragma}")
        return list(other.execute(READ))


def readable(folder: Path) -> list[str]:
    """Names of files below `folder` in which a canary, or SQLite's own greeting, stands for everyone to read."""
    plain = [form for canary in CANARIES for form in (canary.encode(), canary.encode("utf-16-le"))]
    plain += [b"SQLite format 3", b"CREATE TABLE"]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(form in path.read_bytes() for form in plain)]


def test_another_library_reads_the_same_rows(book: Vault):
    book.close()
    assert read_by_another(book.folder / "book.db", book.keys.store) == ROWS


def test_without_the_key_it_reads_nothing(book: Vault):
    book.close()
    with pytest.raises(apsw.NotADBError):
        read_by_another(book.folder / "book.db", bytes(32))


def test_the_recovery_page_and_stock_tools_alone_give_the_rows_back(tmp_path: Path):
    made, identity = vault.create(tmp_path / "book", passphrase="maize kettle window river", cost=FLOOR)
    with made.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE told (number, words, share, raw, empty)")
    made.close()
    (tmp_path / "page.txt").write_text(sheet_text(identity))
    recovery = json.loads((tmp_path / "book" / "keys.json").read_text())["sheet"]
    command = ["age", "-d", "-i", str(tmp_path / "page.txt")]
    keys = json.loads(subprocess.run(command, input=recovery.encode(), capture_output=True, check=True).stdout)
    assert read_by_another(tmp_path / "book" / "book.db", bytes.fromhex(keys["store"])) == []


def test_no_word_stands_readable_in_any_file_while_the_book_is_open_or_after(book: Vault):
    backups.back_up(book, date(2026, 3, 2))
    names = {path.name for path in book.folder.rglob("*")}
    assert {"book.db", "book.db-wal", "book.db-shm", "2026-03-02"} <= names
    assert readable(book.folder) == []
    book.close()
    assert readable(book.folder) == []


def test_the_search_for_readable_words_finds_them_in_a_book_without_a_key(book: Vault, tmp_path: Path):
    book.close()
    plain = apsw.Connection(str(tmp_path / "plain.db"))
    with closing(plain):
        plain.execute("CREATE TABLE told (number, words, share, raw, empty)")
        plain.executemany("INSERT INTO told VALUES (?, ?, ?, ?, ?)", ROWS)
    shutil.copy(tmp_path / "plain.db", book.folder)
    assert readable(book.folder) == ["plain.db"]
