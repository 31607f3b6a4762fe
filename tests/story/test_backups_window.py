"""An earlier state of the book is brought back, at the door or from the desk, and a copy of it goes to a stick."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from doorway import PASSPHRASE, Doorway

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import backups, questions
from caregiver_desk.store.vault import BOOK
from caregiver_desk.wording import full_day

Stand = Callable[..., Doorway]


@pytest.fixture
def folder(shelve: Callable[..., Path]) -> Path:
    """A book with a backup of yesterday, before anybody was in it; Grace came afterwards."""
    place = shelve("maize")
    book = opening.open_book(place, PASSPHRASE)
    backups.back_up(book.vault, clock.today() - timedelta(1))
    ACTS["add_caregiver"](book, given_names="Grace")
    book.close()
    return place


def people(doorway: Doorway) -> list[str]:
    leaves = questions.listing(doorway.desk().book, "person")
    return [each["given_names"] for each in leaves if each["given_names"] == "Grace"]


def test_a_backup_is_brought_back_at_the_door(folder: Path, at_the_door: Stand) -> None:
    doorway = at_the_door().press("Bring a backup back").fill(passphrase=PASSPHRASE).press("Bring it back")

    assert people(doorway) == []
    assert list((folder / "backups").glob("*-replaced"))


def test_a_wrong_passphrase_brings_nothing_back(folder: Path, at_the_door: Stand) -> None:
    doorway = at_the_door().press("Bring a backup back").fill(passphrase="not the passphrase").press("Bring it back")

    assert "This is not the passphrase of this book." in doorway.message()
    assert not list((folder / "backups").glob("*-replaced"))
    assert people(doorway.fill(passphrase=PASSPHRASE).press("Bring it back")) == []


def test_a_backup_that_was_cut_off_replaces_nothing(folder: Path, at_the_door: Stand) -> None:
    records = backups.newest(folder) / BOOK
    records.write_bytes(records.read_bytes()[:5000])

    doorway = at_the_door().press("Bring a backup back").fill(passphrase=PASSPHRASE).press("Bring it back")

    assert "damaged" in doorway.message()
    doorway.press("Back").fill(passphrase=PASSPHRASE).press("Unlock")
    assert people(doorway) == ["Grace"]


def test_from_the_desk_one_comes_to_where_a_backup_is_chosen(folder: Path, at_the_door: Stand) -> None:  # noqa: ARG001
    doorway = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock")
    doorway.desk().do_from_palette("Bring a backup back")

    assert "The backup is checked first." in doorway.message()
    assert people(doorway.fill(passphrase=PASSPHRASE).press("Bring it back")) == ["Grace"]  # that of this morning
    assert "Cut off" not in doorway.desk().status()


def test_a_copy_on_a_stick_brings_a_lost_book_back(folder: Path, at_the_door: Stand, tmp_path: Path) -> None:  # noqa: ARG001
    stick = tmp_path / "stick"
    stick.mkdir()
    doorway = at_the_door()
    doorway.answers.folder = stick
    doorway.fill(passphrase=PASSPHRASE).press("Unlock").desk().do_from_palette("Back up to a stick")
    (copied,) = stick.iterdir()
    assert copied.name in doorway.desk().status()

    doorway.answers.folder = copied
    doorway.desk().do_from_palette("Bring a backup back")
    doorway.press("A backup on a stick").fill(passphrase=PASSPHRASE).press("Bring it back")

    assert people(doorway) == ["Grace"]


def test_a_backup_is_tried_from_the_desk_and_what_came_of_it_is_told(
    folder: Path, at_the_door: Stand, tmp_path: Path
) -> None:
    (stick := tmp_path / "stick").mkdir()
    doorway = at_the_door()
    doorway.answers.folder = stick
    desk = doorway.fill(passphrase=PASSPHRASE).press("Unlock").desk().do_from_palette("Back up to a stick")
    for _ in ("pressed", "pressed again"):
        desk.window.begin("try_backup")
    desk.rest().fill(passphrase="not the passphrase").press("Try it")
    desk.until(lambda: "This is not the passphrase of this book." in desk.message())
    desk.press("A backup on a stick").fill(passphrase=PASSPHRASE).press("Try it")
    desk.until(lambda: "opens, and is whole." in desk.message())
    assert "Nothing in the book is newer." in desk.message()
    assert desk.press("Close").status() == "A backup was tried, and is good."
    assert desk.window.open_sheet() is None
    assert "One was tried today." in desk.open("settings").message()

    (yesterday,) = (each for each in backups.backups(folder) if backups.day_of(each) != clock.today())
    (yesterday / BOOK).write_bytes(b"cut off")
    desk.do_from_palette("Try a backup").press(full_day(clock.today() - timedelta(1))).fill(passphrase=PASSPHRASE)
    desk.press("Try it").until(lambda: "This backup is damaged" in desk.message())
    assert people(doorway) == ["Grace"]


def test_who_tried_no_backup_for_long_is_asked_to_on_today(folder: Path, at_the_door: Stand) -> None:
    backups.newest(folder).rename(folder / "backups" / (clock.today() - timedelta(20)).isoformat())
    desk = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()

    desk.press("Try a backup").fill(passphrase=PASSPHRASE).press("Try it")
    desk.until(lambda: "opens, and is whole." in desk.message()).press("Close")

    assert "Try a backup" not in desk.buttons()
