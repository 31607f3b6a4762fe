"""The records get another key: what opens them before, between and after, and what is left under the old one."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import replacing
from caregiver_desk.errors import (
    BookDamaged,
    BookNewer,
    CannotWrite,
    KeyChangeCutOff,
    NoRoomForCopy,
    SamePassphrase,
    WrongPassphrase,
    WrongSheet,
)
from caregiver_desk.records.folding import Withdrawal, fold
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, backups, checking, questions, rekeying, restoring, safely, slots, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

Contents = Callable[[Path], dict[str, str]]
Limit = Callable[[int], AbstractContextManager[None]]
PASSPHRASE, NEW = "maize kettle window river", "yellow bicycle under clouds"
PAGE = 4096


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Book, str]]:
    """A real book with a home, an erased word's free pages, and three backups; and its sheet."""
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(tmp_path / "home"))
    acts.load()
    book, sheet = opening.new_book(
        tmp_path / "book", PASSPHRASE, name="N", role=Role.SUPERVISOR, site="S", team="T", sign="maize", cost=FLOOR
    )
    ACTS["record_household"](book, team=own_team(book), code="HH-1", nickname="green gate")
    for days in (3, 1, 1):
        backups.back_up(book.vault, clock.today() - timedelta(days=days))
    with closing(book):
        yield book, sheet


@pytest.fixture
def book(made: tuple[Book, str]) -> Book:
    return made[0]


def change(book: Book, identity: str = "") -> str:
    sheet = identity or slots.fresh_identity()
    return replacing.change_key(book, PASSPHRASE, NEW, sheet, cost=FLOOR).sentence


def told(book: Book) -> list[str]:
    return list(agreement.state(book))


def opens(records: Path, key: bytes) -> bool:
    """Whether another library reads these records with this key."""
    try:
        with closing(apsw.Connection(str(records), flags=apsw.SQLITE_OPEN_READONLY)) as other:
            for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}'\""):
                other.execute(f"PRAGMA {pragma}")
            return bool(list(other.execute("SELECT name FROM sqlite_master")))
    except (apsw.NotADBError, apsw.IOError):
        return False


def pages(folder: Path) -> set[bytes]:
    """Every page of every book and backup below this folder, as the disk holds it."""
    files = [each.read_bytes() for each in folder.rglob("book.db")]
    return {file[at : at + PAGE] for file in files for at in range(0, len(file), PAGE)}


def test_the_book_says_the_same_under_the_new_key_and_goes_on(made: tuple[Book, str]):
    book, old_sheet = made
    before, key, laptop = told(book), book.vault.keys, book.laptop
    new_sheet = slots.fresh_identity()

    change(book, new_sheet)

    assert told(book) == before
    assert book.vault.keys.store != key.store
    assert (book.vault.keys.signing, book.vault.keys.reading, book.laptop) == (key.signing, key.reading, laptop)
    ACTS["record_household"](book, team=own_team(book), code="HH-2")
    assert checking.check(book) == []
    book.close()
    with pytest.raises(WrongPassphrase):
        opening.open_book(book.vault.folder, PASSPHRASE)
    with pytest.raises(WrongSheet):
        opening.open_by_sheet(book.vault.folder, old_sheet, passphrase=PASSPHRASE, cost=FLOOR)
    with closing(opening.open_by_sheet(book.vault.folder, new_sheet, passphrase=NEW, cost=FLOOR)) as again:
        assert again.laptop == laptop, "it has not moved"
        assert len(told(again)) == len(before) + 1


def test_another_library_reads_it_with_the_new_key_and_nothing_beside_it_with_the_old_one(book: Book):
    old, folder = book.vault.keys.store, book.vault.folder
    change(book)
    book.close()
    records = [*folder.rglob("book.db")]
    assert len(records) == 2, "the book and its new backup"
    assert [opens(each, book.vault.keys.store) for each in records] == [True, True]
    assert [opens(each, old) for each in records] == [False, False]


def test_no_page_that_was_under_the_old_key_is_left_in_the_folder(book: Book):
    with book.writing() as cursor:
        cursor.execute("CREATE TABLE gone AS SELECT randomblob(20000) AS words FROM (VALUES (1), (2), (3))")
        cursor.execute("DROP TABLE gone")
    before = pages(book.vault.folder)
    change(book)
    assert len(before) > 50
    assert pages(book.vault.folder) & before == set()
    assert not [each for each in book.vault.folder.iterdir() if each.name.startswith(".")]


def test_backups_of_before_give_way_to_one_under_the_new_key(book: Book):
    said = change(book)
    (kept,) = backups.backups(book.vault.folder)
    keys = slots.open_with_passphrase((kept / "keys.json").read_bytes(), NEW)
    assert keys == book.vault.keys
    assert opens(kept / "book.db", keys.store)
    assert "those of before are gone" in said


def test_what_was_set_aside_under_the_old_key_goes_and_the_book_of_somebody_else_stays(book: Book, tmp_path: Path):
    folder, shelf = book.vault.folder, book.vault.folder / "backups"
    other, _ = vault.create(tmp_path / "other", passphrase=PASSPHRASE, cost=FLOOR)
    with closing(other), other.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE told (words)")
    today = clock.today().isoformat()
    shutil.copytree(other.folder, shelf / f"{today}-replaced")
    shutil.copytree(backups.newest(folder), shelf / f"{today}-replaced-2")
    (shelf / f"{today}-replaced-2" / "keys.json").unlink()  # what a restore sets aside has none
    (shelf / f"{today} mine").mkdir()
    change(book)
    assert {each.name for each in shelf.iterdir()} == {today, f"{today}-replaced", f"{today} mine"}


def test_a_backup_that_cannot_be_made_now_is_owed_and_made_at_the_next_opening(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    def no_room(*_: object) -> None:
        raise CannotWrite(reason="full")

    monkeypatch.setattr(backups, "back_up", no_room)
    before = backups.backups(book.vault.folder)
    said = change(book)
    assert "at the next opening" in said
    assert backups.backups(book.vault.folder) == before
    assert checking.check(book) == ["backup"]
    monkeypatch.undo()
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(book.vault.folder.parent / "home"))
    book.close()
    with closing(opening.open_book(book.vault.folder, NEW)) as again:
        (kept,) = backups.backups(again.vault.folder)
        assert slots.key_of((kept / "keys.json").read_bytes()) == again.vault.keys.mark
        assert checking.check(again) == []


def test_a_backup_of_before_that_a_drive_does_not_give_now_is_owed_and_goes_at_the_next_opening(
    book: Book, monkeypatch: pytest.MonkeyPatch
):
    oldest, read, asked = backups.backups(book.vault.folder)[-1], Path.read_bytes, list[Path]()

    def fails_the_second_time(path: Path) -> bytes:
        asked.extend([path] if path.parent == oldest else [])
        if path.parent == oldest and len(asked) == 2:
            raise OSError(5, "EIO")
        return read(path)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", fails_the_second_time)
        assert "at the next opening" in change(book)
    assert oldest.exists()
    book.close()
    with closing(opening.open_book(book.vault.folder, NEW)) as again:
        assert not oldest.exists()
        assert not rekeying.owed(again)


def test_a_copy_elsewhere_opens_by_what_opened_it_then_and_can_be_brought_back(book: Book, tmp_path: Path):
    (tmp_path / "stick").mkdir()
    copy = backups.put_elsewhere(backups.newest(book.vault.folder), tmp_path / "stick")
    folder, before = book.vault.folder, told(book)
    change(book)
    ACTS["record_household"](book, team=own_team(book), code="HH-2")
    book.close()
    with pytest.raises(WrongPassphrase):
        opening.bring_back(folder, copy, NEW)
    with closing(opening.bring_back(folder, copy, PASSPHRASE)) as back:
        assert told(back) == before
        assert checking.check(back) == []
        (aside,) = (folder / "backups").glob("*-replaced")
    assert slots.open_with_passphrase((aside / "keys.json").read_bytes(), NEW) == book.vault.keys


def test_the_key_can_be_changed_again(book: Book):
    names = set()
    for present, new in ((PASSPHRASE, NEW), (NEW, PASSPHRASE)):
        names.add(book.vault.keys.mark)
        replacing.change_key(book, present, new, slots.fresh_identity(), cost=FLOOR)
    assert len({*names, book.vault.keys.mark}) == 3
    assert len(backups.backups(book.vault.folder)) == 1
    book.close()
    opening.open_book(book.vault.folder, PASSPHRASE).close()


def test_without_the_present_passphrase_nothing_is_changed(book: Book, contents: Contents):
    before = contents(book.vault.folder)
    with pytest.raises(WrongPassphrase):
        replacing.change_key(book, NEW, NEW, slots.fresh_identity(), cost=FLOOR)
    assert contents(book.vault.folder) == before


def test_where_the_disk_has_no_room_that_is_said_and_nothing_is_changed(
    book: Book, contents: Contents, monkeypatch: pytest.MonkeyPatch
):
    before, usage = contents(book.vault.folder), shutil.disk_usage(book.vault.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    with pytest.raises(NoRoomForCopy, match="MB are lacking"):
        change(book)
    with pytest.raises(NoRoomForCopy):
        replacing.renew_keys(book, PASSPHRASE, slots.fresh_identity(), cost=FLOOR)
    assert contents(book.vault.folder) == before


def test_a_disk_that_fills_while_it_copies_leaves_everything_as_it_was(
    book: Book, no_file_beyond: Limit, contents: Contents
):
    before, key = told(book), book.vault.keys
    files = set(contents(book.vault.folder))
    with no_file_beyond(100_000), pytest.raises(CannotWrite):
        change(book)
    assert (told(book), book.vault.keys) == (before, key)
    assert set(contents(book.vault.folder)) == files


def test_who_waits_hears_how_far_it_has_come_and_may_stop_it(book: Book):
    heard: list[tuple[int, int]] = []
    replacing.change_key(book, PASSPHRASE, NEW, slots.fresh_identity(), cost=FLOOR, told=lambda *far: heard.append(far))
    assert heard[-1][0] == 0 < heard[-1][1]

    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    before, key = told(book), book.vault.keys
    with pytest.raises(KeyboardInterrupt):
        replacing.change_key(book, NEW, PASSPHRASE, slots.fresh_identity(), cost=FLOOR, told=stop)
    assert (told(book), book.vault.keys) == (before, key)
    assert checking.check(book) == []


# --- a drive that fails between the two


def failing(monkeypatch: pytest.MonkeyPatch, at: int, times: int) -> None:
    """Let so many moves of files fail, from a certain one on, and the others come off."""
    move, met = safely.move, iter(range(10**6))

    def moved(source: Path, place: Path) -> None:
        if at <= next(met) < at + times:
            raise CannotWrite(reason="the drive reports a fault")
        move(source, place)

    monkeypatch.setattr(safely, "move", moved)


MOVES = 4  # the copy becomes the coming book, the old records go, the new key file comes, and the new records


@pytest.mark.parametrize("at", range(1, MOVES))
def test_a_drive_that_fails_once_in_the_exchange_is_tried_again(book: Book, monkeypatch: pytest.MonkeyPatch, at: int):
    before = told(book)
    failing(monkeypatch, at, times=1)
    change(book)
    assert told(book) == before
    assert checking.check(book) == []


@pytest.mark.parametrize("at", range(1, MOVES))
def test_a_drive_that_fails_on_closes_the_book_and_the_next_opening_finishes(
    book: Book, monkeypatch: pytest.MonkeyPatch, at: int
):
    before, folder = told(book), book.vault.folder
    failing(monkeypatch, at, times=10**6)
    with pytest.raises(KeyChangeCutOff):
        change(book)
    with pytest.raises(CannotWrite):  # nothing more goes into a book that is to be replaced
        ACTS["record_household"](book, team="t", code="HH-2")
    book.close()
    monkeypatch.undo()
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(folder.parent / "home"))
    with closing(opening.open_book(folder, NEW)) as again:
        assert told(again) == before
        assert checking.check(again) == []
        assert len(backups.backups(folder)) == 1
        assert not (folder / ".coming").exists()


def test_a_drive_that_fails_at_the_first_step_leaves_the_old_key_in_force(book: Book, monkeypatch: pytest.MonkeyPatch):
    before, key = told(book), book.vault.keys
    failing(monkeypatch, 0, times=1)
    with pytest.raises(CannotWrite):
        change(book)
    assert (told(book), book.vault.keys) == (before, key)
    ACTS["record_household"](book, team=own_team(book), code="HH-2")
    book.close()
    opening.open_book(book.vault.folder, PASSPHRASE).close()


def test_without_the_steps_between_them_two_files_that_belong_together_would_part(book: Book):
    """The control: only the key file is exchanged, as a cut between two writes would leave it."""
    keys = book.vault.keys.with_another_store_key()
    key_file, _ = slots.make(keys, NEW, FLOOR)
    book.close()
    safely.write(book.vault.folder / "keys.json", key_file)
    with pytest.raises(BookDamaged):
        opening.open_book(book.vault.folder, NEW)


def brought_back(folder: Path, backup: Path, passphrase: str) -> Path | None:
    keys, key_file = restoring.fitting(folder, backup, lambda held: slots.open_with_passphrase(held, passphrase))
    return restoring.restore(folder, backup, keys, clock.today(), key_file=key_file)


def homes(folder: Path, passphrase: str) -> list[str]:
    with closing(opening.open_book(folder, passphrase)) as book:
        return [str(each["code"]) for each in questions.listing(book, "household")]


def test_what_a_restore_sets_aside_after_a_key_change_stays_although_nobody_can_open_it(book: Book):
    """A bad sector spoils the book, and the only backup is the one that the key change made."""
    folder = book.vault.folder
    change(book)
    ACTS["record_household"](book, team=own_team(book), code="HH-2", nickname="newest work")
    (backup,) = backups.backups(folder)
    book.close()
    spoilt = bytearray((folder / vault.BOOK).read_bytes())
    spoilt[100:132] = os.urandom(32)
    (folder / vault.BOOK).write_bytes(spoilt)

    aside = brought_back(folder, backup, NEW)

    assert homes(folder, NEW) == ["HH-1"]
    assert aside
    assert aside.exists()


def test_newer_work_under_the_old_key_is_not_let_go_by_a_backup_that_remembers_the_change(book: Book, tmp_path: Path):
    folder, stick = book.vault.folder, tmp_path / "stick"
    stick.mkdir()
    elsewhere = backups.put_elsewhere(backups.backups(folder)[0], stick)
    change(book)
    (under_the_new,) = backups.backups(folder)
    book.close()
    brought_back(folder, elsewhere, PASSPHRASE)
    with closing(opening.open_book(folder, PASSPHRASE)) as again:
        ACTS["record_household"](again, team=own_team(again), code="HH-2", nickname="newest work")

    aside = brought_back(folder, under_the_new, NEW)

    assert homes(folder, NEW) == ["HH-1"]
    assert aside
    assert aside.exists()


def test_a_drive_that_falls_silent_in_the_middle_closes_the_book(book: Book, monkeypatch: pytest.MonkeyPatch):
    """Nothing may be written into a book that the next opening replaces."""
    moves, move, is_dir = list[Path](), safely.move, Path.is_dir

    def failing(source: Path, place: Path) -> None:
        moves.append(place)
        if len(moves) > 1:
            raise CannotWrite(reason="x")
        move(source, place)

    def silent(path: Path) -> bool:
        if len(moves) > 1 and path.name.startswith("."):
            raise OSError(5, "EIO")
        return is_dir(path)

    with monkeypatch.context() as broken:
        broken.setattr(safely, "move", failing)
        broken.setattr(Path, "is_dir", silent)
        with pytest.raises(KeyChangeCutOff):
            change(book)

    assert book.vault.lock.closed
    assert homes(book.vault.folder, NEW) == ["HH-1"]


def test_new_keys_that_were_stopped_leave_no_right_to_keys_that_nobody_holds(book: Book):
    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            replacing.renew_keys(book, PASSPHRASE, slots.fresh_identity(), cost=FLOOR, told=stop)

    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    assert len(standing.enrolments) > 1
    assert all(fold(lines).withdrawal == Withdrawal.GONE for lines in standing.enrolments.values())
    assert checking.check(book) == []


def test_the_present_passphrase_is_no_new_one(book: Book):
    with pytest.raises(SamePassphrase):
        replacing.change_key(book, PASSPHRASE, PASSPHRASE, slots.fresh_identity(), cost=FLOOR)


def test_a_key_file_of_a_newer_program_is_said_to_be_one(book: Book):
    held = json.loads((book.vault.folder / vault.KEYS).read_text()) | {"format": 3, "third": "x"}

    with pytest.raises(BookNewer):
        slots.open_with_passphrase(json.dumps(held).encode(), PASSPHRASE)
    assert not rekeying.owed(book)
