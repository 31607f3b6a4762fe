"""Another passphrase and another recovery sheet, from the palette of an open book."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from doorway import PASSPHRASE, Doorway
from driver import Desk

from caregiver_desk import settings
from caregiver_desk.errors import WrongPassphrase, WrongSheet
from caregiver_desk.store import slots
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
