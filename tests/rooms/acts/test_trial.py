"""A backup is tried: what it holds is told, and neither the book nor the backup is changed, nor anything left."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening, trial
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.errors import BackupDamaged, CannotRead, NoBackup, OlderSecret, OtherBook, WrongPassphrase
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import backups, restoring, upkeep, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.store.trial import note_tried, tried_on
from caregiver_desk.store.vault import BOOK

PASSPHRASE, NEW = "maize kettle window river", "yellow bicycle under clouds"
acts.load()


def begin(folder: Path) -> Book:
    told = {"name": "Nomvula Shezi", "role": Role.SUPERVISOR, "site": "Lesedi", "team": "North"}
    return opening.new_book(folder, PASSPHRASE, cost=FLOOR, **told)[0]  # type: ignore[arg-type]


@pytest.fixture
def book(home: Path) -> Iterator[Book]:
    with closing(begin(home / "book")) as made:
        ACTS["add_caregiver"](made, given_names="Sibongile", surname="Ndaba")
        yield made


@pytest.fixture
def stick(home: Path, book: Book) -> Path:
    """With a backup of this book on it."""
    (place := home / "stick").mkdir()
    upkeep.back_up(book, clock.today(), to=place)
    return place


def as_it_is(*folders: Path) -> dict[str, str]:
    """Every file there, but for the log of the open book."""
    files = (each for folder in folders for each in sorted(folder.rglob("*")) if each.is_file())
    return {str(each): hashlib.sha256(each.read_bytes()).hexdigest() for each in files if "book.db-" not in each.name}


def attempt(book: Book, place: Path, passphrase: str = PASSPHRASE) -> str:
    return trial.told(trial.try_backup(book, place, trial.with_passphrase(passphrase)))


def test_what_it_holds_and_what_is_newer_is_told_and_nothing_is_left(book: Book, stick: Path, home: Path):
    said = attempt(book, stick)
    assert "opens, and is whole." in said
    assert "Nothing in the book is newer." in said
    ACTS["add_caregiver"](book, given_names="Rofhiwa")
    ACTS["record_household"](book, code="HH-031", team=people.own_team(book), nickname="Mudau")
    book.vault.bring_home()
    before = as_it_is(home)

    said = attempt(book, stick)

    book.vault.bring_home()
    assert {name for name, was in as_it_is(home).items() if before.pop(name, "") != was} <= {str(home / "book" / BOOK)}
    assert before == {}
    assert "1 household" in said
    assert "records in the book are newer" in said


def test_one_that_was_cut_off_or_altered_is_told_as_damaged(book: Book, stick: Path):
    (records,) = stick.rglob(BOOK)
    whole = records.read_bytes()
    for damaged in (whole[:5000], whole[:9000] + b"\0" + whole[9001:], b""):
        records.write_bytes(damaged)
        with pytest.raises(BackupDamaged):
            attempt(book, stick)
    assert tried_on(book, clock.today()) is None
    assert not [*book.vault.folder.glob(".*")]


def test_a_wrong_passphrase_and_one_of_before_are_told_apart(book: Book, stick: Path):
    vault.set_passphrase(book.vault, NEW, FLOOR)
    with pytest.raises(OlderSecret):
        attempt(book, stick, NEW)
    with pytest.raises(WrongPassphrase):
        attempt(book, stick, "neither of the two words")
    assert "opens, and is whole." in attempt(book, stick)


def test_another_persons_backup_and_an_empty_stick_are_not_taken_for_hers(book: Book, home: Path):
    with closing(begin(home / "other")) as other:
        backups.back_up(other.vault, clock.today())
    with pytest.raises(OtherBook):
        attempt(book, backups.newest(home / "other"))
    (home / "empty").mkdir()
    with pytest.raises(NoBackup):
        attempt(book, home / "empty")


def test_a_book_that_went_another_way_since_is_not_compared(book: Book, stick: Path):
    ACTS["add_caregiver"](book, given_names="Rofhiwa")
    later = upkeep.back_up(book, clock.today(), to=stick)
    (first,) = (each for each in stick.iterdir() if each != later)
    book.close()
    with closing(opening.bring_back(book.vault.folder, first, PASSPHRASE)) as again:
        for name in ("Bongani", "Grace"):
            ACTS["add_caregiver"](again, given_names=name)
        assert "went another way since" in attempt(again, later)


def test_a_stick_that_fails_or_comes_out_is_told_as_such_and_nothing_is_left(book: Book, stick: Path):
    (records,) = stick.rglob(BOOK)
    records.unlink()
    records.symlink_to("/proc/self/mem")  # is there, and each read of it fails as a drive does
    for place in (records.parent, stick / ("x" * 300)):
        with pytest.raises(CannotRead, match="the drive reports a fault"):
            attempt(book, place)
    shutil.rmtree(stick)
    with pytest.raises(NoBackup):
        attempt(book, stick)
    assert not [*book.vault.folder.glob(".*")]


def test_a_backup_that_is_made_meanwhile_takes_nothing_from_the_one_that_is_tried(
    book: Book, stick: Path, monkeypatch: pytest.MonkeyPatch
):
    prove, cut_off = restoring.prove, book.vault.folder / ".0123456789abcdef"
    cut_off.mkdir()

    def prove_slowly(*told: Any) -> None:
        upkeep.back_up(book, clock.today())
        prove(*told)

    monkeypatch.setattr(restoring, "prove", prove_slowly)
    assert "opens, and is whole." in attempt(book, stick)
    assert not cut_off.exists()
    assert not [*book.vault.folder.glob(".*")]


def test_a_day_that_a_wrong_clock_noted_silences_nothing(book: Book, stick: Path):
    today = clock.today()
    backups.back_up(book.vault, today - trial.SOON)
    note_tried(book, today + timedelta(400))

    assert tried_on(book, today) is None
    assert trial.is_due(book, today)
    attempt(book, stick)
    assert tried_on(book, today) == today
    assert not trial.is_due(book, today)


def test_it_is_suggested_when_there_was_something_to_try_for_a_while_and_again_after_a_season(book: Book):
    today = clock.today()
    backups.back_up(book.vault, today)
    assert not trial.is_due(book, today)
    assert trial.is_due(book, today + trial.SOON)

    attempt(book, backups.newest(book.vault.folder))

    assert not trial.is_due(book, today + trial.SOON)
    assert not trial.is_due(book, today + trial.EVERY - timedelta(1))
    assert trial.is_due(book, today + trial.EVERY)
