"""Another passphrase and another recovery sheet, from the palette of an open book."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from doorway import PASSPHRASE, Doorway
from driver import Desk
from PySide6.QtWidgets import QLabel

from caregiver_desk import settings
from caregiver_desk.acts import opening
from caregiver_desk.desk.safe import locking
from caregiver_desk.errors import CannotWrite, WrongPassphrase, WrongSheet
from caregiver_desk.store import checking, safely, slots
from caregiver_desk.store.slots import Keys

NEW = "seven other words that nobody knows"


@pytest.fixture
def desk(shelve: Callable[..., Path], at_the_door: Callable[..., Doorway]) -> Desk:
    shelve("maize")
    return at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()


def opened_with(desk: Desk, passphrase: str) -> Keys:
    return slots.open_with_passphrase((desk.book.vault.folder / settings.KEYS).read_bytes(), passphrase)


def change(desk: Desk, **fields: str) -> Desk:
    given = {"present": PASSPHRASE, "passphrase": NEW, "once__more": NEW} | fields
    return desk.do_from_palette("Change the passphrase").fill(**given).press("Change it")


def test_the_new_passphrase_opens_and_the_old_one_no_longer_does(desk: Desk) -> None:
    change(desk)

    assert "The new passphrase is set." in desk.status()
    assert opened_with(desk, NEW) == desk.book.vault.keys
    with pytest.raises(WrongPassphrase):
        opened_with(desk, PASSPHRASE)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"present": "not the one"}, "This is not the passphrase of this book."),
        ({"present": ""}, "Type your present passphrase first."),
        ({"once__more": "something else"}, "The two are not the same."),
        ({"passphrase": "abc", "once__more": "abc"}, "can be guessed too easily"),
    ],
)
def test_what_is_wrong_stands_beside_it_and_nothing_is_changed(desk: Desk, fields: dict[str, str], said: str) -> None:
    change(desk, **fields)

    assert said in desk.message()
    assert opened_with(desk, PASSPHRASE)


def save_a_sheet(desk: Desk, folder: Path) -> str:
    desk.answers.folder = folder
    desk.do_from_palette("recovery sheet").press("Save as text")
    return next(folder.glob("*.txt")).read_text()


def test_a_new_sheet_comes_into_force_when_she_says_so(desk: Desk, tmp_path: Path) -> None:
    key_file = desk.book.vault.folder / settings.KEYS
    page = save_a_sheet(desk, tmp_path)
    with pytest.raises(WrongSheet):
        slots.open_with_sheet(key_file.read_bytes(), page)

    desk.fill(present=PASSPHRASE).press("Use this sheet from now on")

    assert "in force" in desk.status()
    assert slots.open_with_sheet(key_file.read_bytes(), page) == desk.book.vault.keys
    assert settings.shelved(key_file.parent).sign == "maize"


def test_a_new_sheet_asks_for_the_passphrase(desk: Desk, tmp_path: Path) -> None:
    page = save_a_sheet(desk, tmp_path)

    desk.fill(present="not the one").press("Use this sheet from now on")

    assert "This is not the passphrase of this book." in desk.message()
    with pytest.raises(WrongSheet):
        slots.open_with_sheet((desk.book.vault.folder / settings.KEYS).read_bytes(), page)


# --- another key for the book


def a_sheet_for_another_key(desk: Desk, folder: Path) -> str:
    desk.answers.folder = folder
    desk.do_from_palette("Change the key of the book").press("Save as text")
    return next(folder.glob("*.txt")).read_text()


def test_the_book_gets_another_key_and_the_old_secrets_open_nothing(desk: Desk, tmp_path: Path) -> None:
    key_file, before = desk.book.vault.folder / settings.KEYS, desk.book.vault.keys
    page = a_sheet_for_another_key(desk, tmp_path)
    desk.fill(present=PASSPHRASE, passphrase=NEW, once__more=NEW).press("Change the key")

    assert "The book has another key." in desk.status()
    assert desk.book.vault.keys.store != before.store
    assert slots.open_with_sheet(key_file.read_bytes(), page) == opened_with(desk, NEW) == desk.book.vault.keys
    with pytest.raises(WrongPassphrase):
        opened_with(desk, PASSPHRASE)
    assert "could not" not in desk.do_from_palette("Back up now").status()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"present": "not the one"}, "This is not the passphrase of this book."),
        ({"present": ""}, "Type your passphrase first."),
        ({"once__more": "something else"}, "The two are not the same."),
        ({"passphrase": "abc", "once__more": "abc"}, "can be guessed too easily"),
    ],
)
def test_what_is_wrong_with_another_key_stands_beside_it(
    desk: Desk, tmp_path: Path, fields: dict[str, str], said: str
) -> None:
    before = desk.book.vault.keys
    a_sheet_for_another_key(desk, tmp_path)

    desk.fill(**({"present": PASSPHRASE, "passphrase": NEW, "once__more": NEW} | fields)).press("Change the key")

    assert said in desk.message()
    assert desk.book.vault.keys == before == opened_with(desk, PASSPHRASE)


def test_where_the_drive_fails_in_the_last_step_the_desk_says_so_and_locks(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_sheet_for_another_key(desk, tmp_path)
    desk.fill(present=PASSPHRASE, passphrase=NEW, once__more=NEW)
    move = safely.move

    def failing(source: Path, place: Path) -> None:
        if ".coming" in source.parts or ".coming" in place.parent.parts:
            raise CannotWrite(reason="the drive reports a fault")
        move(source, place)

    monkeypatch.setattr(safely, "move", failing)
    desk.press("Change the key")

    (told,) = (each for each in desk.window.findChildren(QLabel, "trouble") if each.isVisible())
    assert "Close the program and open the book again" in told.text()
    assert told.visibleRegion().boundingRect() == told.rect()
    monkeypatch.setattr(safely, "move", move)
    replaced: list[Path] = []  # a test cannot become another process and go on
    monkeypatch.setattr(locking, "start_again", replaced.append)
    folder = desk.book.vault.folder
    desk.press("Lock the desk")
    assert replaced == [folder]
    with closing(opening.open_book(folder, NEW)) as again:
        assert checking.check(again) == []
