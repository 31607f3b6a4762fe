"""What the desk does by itself behind Today: the backup of the day, and a look at whether the book is whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from getpass import getuser
from pathlib import Path

import pytest
from driver import Desk, Programme
from pytestqt.qtbot import QtBot

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.care import back_up_to
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import backups, checking, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    """A book that lasts, with one caregiver in it."""
    told = {"name": "Nomvula Shezi", "role": Role.SUPERVISOR, "site": "Lesedi", "team": "North"}
    made, _ = opening.new_book(tmp_path / "book", "four unrelated quiet words", cost=FLOOR, **told)  # type: ignore[arg-type]
    ACTS["add_caregiver"](made, given_names="Sibongile", surname="Ndaba")
    yield made
    made.close()


def test_the_first_opening_of_a_day_makes_a_backup_and_says_so(book: Book, open_window: Callable[[Book], Desk]) -> None:
    desk = open_window(book)

    assert "Backed up just now" in desk.message()
    assert upkeep.backed_up_on(book, clock.today()) == clock.today()


def test_a_second_opening_on_the_same_day_makes_no_other(book: Book, open_window: Callable[[Book], Desk]) -> None:
    open_window(book).close()
    open_window(book)

    assert len(backups.backups(book.vault.folder)) == 1


def test_a_backup_that_cannot_be_made_is_told_with_its_reason(book: Book, open_window: Callable[[Book], Desk]) -> None:
    (book.vault.folder / "backups").write_bytes(b"in the way")

    desk = open_window(book)

    assert desk.status().startswith(
        "No backup today. Nothing can be written there (a file of that name is in the way)."
    )
    tint = desk.window.frame.status.backed_up.palette().windowText().color()
    assert tint == theme.colour("amber")


def test_a_backup_of_a_week_ago_is_amber_on_today_until_there_is_another(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    backups.back_up(programme.book.vault, clock.today() - timedelta(days=7))
    desk = open_window(programme.book)
    assert "Last backup 7 days ago" in desk.message()

    desk.press("Back up now")

    assert "Last backup" not in desk.message()
    assert "The backup is written and checked." in desk.status()


def test_a_whole_book_is_checked_once_a_day(book: Book, open_window: Callable[[Book], Desk]) -> None:
    today = clock.today()
    assert upkeep.owes_check(book, today)

    open_window(book)

    assert not upkeep.owes_check(book, today)
    assert upkeep.owes_check(book, today + timedelta(1))


def test_a_fault_that_the_check_finds_is_said(book: Book, open_window: Callable[[Book], Desk]) -> None:
    with book.writing() as cursor:
        cursor.execute("UPDATE person SET surname = 'Somebody' WHERE surname = 'Ndaba'")

    assert "found a fault (rows)" in open_window(book).status()


def test_whoever_asks_is_answered_before_the_check_is_done(
    book: Book, open_window: Callable[[Book], Desk], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_window(book)
    monkeypatch.setattr(checking, "RECORDS_AT_ONCE", 1)
    upkeep.note_check(book, clock.today() - timedelta(1))
    desk.window.care.begin()
    answers: list[bool] = []

    owes = lambda book: upkeep.owes_check(book, clock.today())  # noqa: E731 - one question, asked at once
    qtbot.waitUntil(lambda: bool(desk.window.care._parts))
    desk.window.hands.lane.ask(owes, then=answers.append, owner=desk.window)

    assert (desk.rest(), answers)[1] == [True]


def test_what_broke_of_ours_is_read_as_a_report_before_it_goes_into_a_file(
    book: Book, open_window: Callable[[Book], Desk], caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    desk = open_window(book)
    assert "Problem report" not in desk.buttons()
    desk.window.hands.lane.ask(lambda _: {}["Sibongile Ndaba"], then=print, owner=desk.window)
    assert "Something went wrong inside Caregiver Desk (KeyError" in desk.rest().message()
    caplog.clear()

    said = desk.press("Problem report").message()
    (tmp_path / "out").mkdir()
    desk.answers.folder = tmp_path / "out"
    desk.press("Save as a file")

    (saved,) = (tmp_path / "out").iterdir()
    assert desk.status() == f"Saved as {saved.name}. Nothing was sent."
    text = saved.read_text(encoding="utf-8")
    for told in (said, text):
        assert "KeyError desk/work.py:" in told
    for word in ("Sibongile", "Ndaba", "Nomvula", "Shezi", "Lesedi", "North", str(tmp_path), getuser()):
        assert word not in text


def test_a_drive_that_is_nearly_full_is_told_before_anything_is_lost(
    book: Book, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(book.vault.folder)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=3_000_000))

    desk = open_window(book)

    assert "No backup today. This laptop has no room for a backup" in desk.status()
    assert {"3 MB left on this drive", "3 MB left"} <= {*desk.message().splitlines()}  # Today, and the status line
    assert "All that you saved is safe." in desk.message()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=10**10))
    desk.press("Look again").do_from_palette("Back up now")
    assert "MB left" not in desk.message()


def test_where_a_copy_is_put_it_is_said_whether_the_next_one_has_room(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lacking = iter((0, 0, 0, 3))
    monkeypatch.setattr(upkeep, "lacking_there", lambda *_: next(lacking))

    told = [back_up_to(book, tmp_path).sentence for _ in range(2)]

    assert [each.endswith("Make some space, or choose another place for it.") for each in told] == [False, True]
