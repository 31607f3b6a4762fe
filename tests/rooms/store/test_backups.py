"""Earlier states of the book: made, and let go of."""

import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from caregiver_desk.errors import BookDamaged, CannotWrite, NoBackup, WrongPassphrase, WrongSheet
from caregiver_desk.store import backups, cipher, safely, slots, vault
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.vault import Vault

Limit = Callable[[int], AbstractContextManager[None]]
Contents = Callable[[Path], dict[str, str]]
TODAY = date(2026, 3, 2)
PASSPHRASE, NEW = "maize kettle window river", "yellow bicycle under clouds"


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


def days_ago(*ages: int) -> list[str]:
    return [(TODAY - timedelta(days=age)).isoformat() for age in ages]


def shelve(folder: Path, names: list[str]) -> None:
    for name in names:
        safely.folder(folder / "backups" / name)


# --- making


def test_a_backup_is_a_book_as_it_was(book: Vault):
    backup = backups.back_up(book, TODAY)
    tell(book, "INSERT INTO told VALUES ('second')")
    with closing(vault.reopen(backup, book.keys)) as opened:
        assert told(opened) == ["first"]
        assert vault.check(opened) == []


def test_a_backup_opens_with_the_passphrase_of_its_day(tmp_path: Path):
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    with closing(made):
        backup = backups.back_up(made, TODAY)
    vault.open_book(backup, PASSPHRASE, known_version=0).close()


def test_what_is_not_yet_in_the_main_file_is_in_the_backup(book: Vault):
    with cipher.reading(book.engine) as reader:
        assert reader.execute("SELECT count(*) FROM told").fetchone()[0] == 1
        tell(book, "INSERT INTO told VALUES ('only in the log')")
        backup = backups.back_up(book, TODAY)
    with closing(vault.reopen(backup, book.keys)) as opened:
        assert told(opened) == ["first", "only in the log"]


def test_names_say_the_day_and_nothing_else_and_all_is_for_the_owner_alone(book: Vault):
    backup = backups.back_up(book, TODAY)
    assert backup.name == "2026-03-02"
    assert [path.name for path in backup.iterdir()] == ["book.db"]
    assert not [p for p in (backup.parent, backup, *backup.iterdir()) if stat.S_IMODE(p.stat().st_mode) & 0o077]


def test_a_second_backup_of_a_day_leaves_the_first_alone(book: Vault):
    made = [backups.back_up(book, TODAY) for _ in range(3)]
    assert [place.name for place in made] == ["2026-03-02", "2026-03-02-2", "2026-03-02-3"]
    assert backups.backups(book.folder) == made[::-1]
    assert backups.newest(book.folder) == made[-1]


def test_a_later_backup_of_a_day_is_the_newest_also_after_earlier_ones_were_let_go(book: Vault):
    for _ in range(4):
        made = backups.back_up(book, TODAY)
        backups.keep(book.folder, TODAY)

        assert backups.newest(book.folder) == made
        assert made.is_dir()


def test_a_backup_that_fails_half_way_harms_none_before_it_and_leaves_no_trace(
    book: Vault, no_file_beyond: Limit, contents: Contents
):
    backups.back_up(book, TODAY)
    tell(book, "INSERT INTO told VALUES (randomblob(100000))")
    before = contents(book.folder / "backups")
    with no_file_beyond(20_000), pytest.raises(CannotWrite):
        backups.back_up(book, TODAY)
    assert contents(book.folder / "backups") == before
    assert [place.name for place in (book.folder / "backups").iterdir()] == ["2026-03-02"]


def test_a_damaged_book_is_not_backed_up_as_if_it_were_sound(book: Vault):
    tell(book, "INSERT INTO told VALUES (randomblob(100000))")
    book.close()
    data = bytearray((book.folder / "book.db").read_bytes())
    data[60_000] ^= 1
    (book.folder / "book.db").write_bytes(data)
    with closing(vault.reopen(book.folder, book.keys)) as opened, pytest.raises(BookDamaged):
        backups.back_up(opened, TODAY)
    assert backups.backups(book.folder) == []


def test_without_a_backup_that_is_said(book: Vault):
    with pytest.raises(NoBackup):
        backups.newest(book.folder)


def test_a_stick_that_is_not_in_is_not_mistaken_for_one_that_holds_a_backup(book: Vault, tmp_path: Path):
    backup = backups.back_up(book, TODAY)

    with pytest.raises(CannotWrite, match="no such folder"):
        backups.put_elsewhere(backup, tmp_path / "stick")

    assert not (tmp_path / "stick").exists()


# --- another passphrase, another sheet


@pytest.fixture
def passphrase_changed(tmp_path: Path) -> tuple[Path, Path]:
    """A real book whose passphrase was changed after its backup, and that backup."""
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    with closing(made):
        backup = backups.back_up(made, TODAY)
        vault.set_passphrase(made, NEW, FLOOR)
    return tmp_path / "real", backup


def test_the_old_passphrase_opens_no_backup_any_more(passphrase_changed: tuple[Path, Path]):
    _, backup = passphrase_changed
    with pytest.raises(WrongPassphrase):
        vault.open_book(backup, PASSPHRASE, known_version=0)
    vault.open_book(backup, NEW, known_version=0).close()


def test_the_old_sheet_opens_no_backup_any_more(tmp_path: Path):
    made, old = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    new = slots.fresh_identity()
    with closing(made):
        daily, apart = backups.back_up(made, TODAY), backups.back_up_before_update(made, TODAY)
        assert vault.set_sheet(made, new) == 0
    for backup in (daily, apart):
        with pytest.raises(WrongSheet):
            vault.open_by_sheet(backup, old, known_version=0)
        vault.open_by_sheet(backup, new, known_version=0).close()
        vault.open_book(backup, PASSPHRASE, known_version=0).close()


def test_what_a_power_cut_left_undone_is_done_later(passphrase_changed: tuple[Path, Path]):
    folder, backup = passphrase_changed
    other, _ = slots.make(slots.open_with_passphrase((folder / "keys.json").read_bytes(), NEW), PASSPHRASE, FLOOR)
    (backup / "keys.json").write_bytes(other)
    safely.beside(backup / "keys.json").write_bytes(other[:100])
    vault.open_book(backup, PASSPHRASE, known_version=0).close()  # until then, one of the two opens it
    with closing(vault.open_book(folder, NEW, known_version=0)) as opened:
        assert vault.bring_in_line(opened) == 0
    vault.open_book(backup, NEW, known_version=0).close()
    assert not [place for place in backup.iterdir() if place.name.startswith(".")]


def test_a_backup_that_cannot_be_written_is_counted_and_stops_nothing(tmp_path: Path):
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    with closing(made):
        backups.back_up(made, TODAY)
        (backups.back_up(made, TODAY) / "keys.json").unlink()
        (backups.newest(made.folder) / "keys.json").mkdir()
        assert vault.set_passphrase(made, NEW, FLOOR) == 1
    vault.open_book(tmp_path / "real" / "backups" / "2026-03-02", NEW, known_version=0).close()


def test_the_key_file_of_another_book_set_aside_here_stays_as_it_is(tmp_path: Path):
    aside = tmp_path / "real" / "backups" / "2026-03-02-replaced"
    made, _ = vault.create(tmp_path / "real", passphrase=PASSPHRASE, cost=FLOOR)
    other, _ = slots.make(slots.fresh_keys(), PASSPHRASE, FLOOR)
    with closing(made):
        safely.folder(aside)
        (aside / "keys.json").write_bytes(other)
        vault.set_passphrase(made, NEW, FLOOR)
    assert (aside / "keys.json").read_bytes() == other


# --- letting go


def test_seven_days_and_four_weeks_are_kept(tmp_path: Path):
    shelve(tmp_path, days_ago(*range(36)))
    kept = [place.name for place in backups.keep(tmp_path, TODAY)]
    assert kept == days_ago(0, 1, 2, 3, 4, 5, 6, 8, 15)  # a Monday, so that the weeks end on days 1, 8 and 15 before
    assert sorted(place.name for place in (tmp_path / "backups").iterdir()) == sorted(kept)


def test_of_the_last_day_five_are_kept_and_of_earlier_days_the_last(tmp_path: Path):
    today = ["2026-03-02", *(f"2026-03-02-{number}" for number in range(2, 8))]
    shelve(tmp_path, [*today, "2026-03-01", "2026-03-01-2"])
    kept = [place.name for place in backups.keep(tmp_path, TODAY)]
    assert kept == [*reversed(today[-5:]), "2026-03-01-2"]


def test_nothing_older_than_thirty_five_days_is_kept_but_the_newest(tmp_path: Path):
    shelve(tmp_path, days_ago(36, 40, 400))
    assert [place.name for place in backups.keep(tmp_path, TODAY)] == days_ago(36)
    shelve(tmp_path, days_ago(35))
    assert [place.name for place in backups.keep(tmp_path, TODAY)] == days_ago(35)


def test_what_was_set_aside_goes_after_thirty_five_days_and_her_own_things_stay(tmp_path: Path):
    (old,) = days_ago(36)
    shelve(
        tmp_path, [f"{old}-replaced", f"{old}-replaced-2", "2026-02-20-replaced", "hers", safely.beside(tmp_path).name]
    )
    backups.keep(tmp_path, TODAY)
    assert {place.name for place in (tmp_path / "backups").iterdir()} == {"2026-02-20-replaced", "hers"}


THREE_YEARS = timedelta(days=3 * 365)


def test_a_clock_that_leaps_three_years_ahead_and_back_lets_no_backup_go(book: Vault):
    ages = [*range(7), 8, 15, 22]
    shelve(book.folder, [*days_ago(*ages), f"{days_ago(2)[0]}-replaced"])
    backups.keep(book.folder, TODAY)
    before = {place.name for place in (book.folder / "backups").iterdir()}
    for day in (TODAY + THREE_YEARS, TODAY):
        made = backups.back_up(book, day)
        backups.keep(book.folder, day)
        assert made.exists()
    assert before <= {place.name for place in (book.folder / "backups").iterdir()}


def test_after_half_a_year_in_a_drawer_old_backups_go_when_a_second_one_agrees(tmp_path: Path):
    shelve(tmp_path, days_ago(200, 201))
    shelve(tmp_path, days_ago(1))
    backups.keep(tmp_path, TODAY - timedelta(days=1))
    assert len(backups.backups(tmp_path)) == 3
    shelve(tmp_path, days_ago(0))
    assert [place.name for place in backups.keep(tmp_path, TODAY)] == days_ago(0, 1)


def test_backups_dated_in_the_future_take_the_place_of_none(tmp_path: Path):
    shelve(tmp_path, days_ago(*range(7)))
    ahead = (TODAY + THREE_YEARS).isoformat()
    shelve(tmp_path, [ahead, *(f"{ahead}-{number}" for number in range(2, 8))])
    kept = [place.name for place in backups.keep(tmp_path, TODAY)]
    assert set(days_ago(*range(7))) <= set(kept)
    assert len(kept) == 7 + backups.OF_THE_LAST_DAY
