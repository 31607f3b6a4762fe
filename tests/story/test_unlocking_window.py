"""The door: a passphrase, and then the desk; or one sentence that says why not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from doorway import PASSPHRASE, Doorway
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.settings import Shelved
from caregiver_desk.store import vault
from caregiver_desk.store.book import Book
from caregiver_desk.sync import releases

Stand = Callable[..., Doorway]
Shelve = Callable[..., Path]
NOBODY = 65534
CALL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier  # with C


@pytest.fixture
def folder(shelve: Shelve) -> Path:
    return shelve("maize")


def test_the_right_passphrase_and_enter_open_the_desk_and_an_update_that_was_done_is_let_go(
    folder: Path,  # noqa: ARG001
    at_the_door: Stand,
) -> None:
    done = settings.state_folder() / "update" / releases.names("0.0.1")[0]
    done.parent.mkdir(parents=True)
    done.touch()
    doorway = at_the_door()
    assert not done.exists()

    QTest.keyClicks(doorway.field("passphrase"), PASSPHRASE)
    QTest.keyClick(doorway.field("passphrase"), Qt.Key.Key_Return)

    assert "Nomvula Shezi" in doorway.rest().desk().message()
    assert not doorway.door.isVisible()


def test_a_bundle_that_was_opened_with_the_desk_is_looked_at_once_the_book_is_open(
    folder: Path,  # noqa: ARG001
    at_the_door: Stand,
    tmp_path: Path,
) -> None:
    (tmp_path / "from Fhatuwani.caredesk").write_bytes(b"torn")
    doorway = at_the_door(handed=[tmp_path / "from Fhatuwani.caredesk"])
    assert "bundle" not in doorway.message()

    desk = doorway.fill(passphrase=PASSPHRASE).press("Unlock").desk()

    assert desk.window.page().subject == "sharing"
    assert "This file is not a Caregiver Desk bundle." in desk.message()


def test_a_wrong_passphrase_may_be_typed_again(folder: Path, at_the_door: Stand) -> None:  # noqa: ARG001
    doorway = at_the_door().fill(passphrase="not the passphrase").press("Unlock")

    assert "This is not the passphrase of this book." in doorway.message()
    assert doorway.door.focusWidget() is doorway.field("passphrase")
    assert doorway.fill(passphrase=PASSPHRASE).press("Unlock").desk().window.isVisible()


def test_numbers_to_ring_are_there_before_any_passphrase_and_nothing_else_of_the_book(
    folder: Path,  # noqa: ARG001
    at_the_door: Stand,
) -> None:
    inside = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock")
    desk = inside.desk()
    today = clock.today()
    told = {
        "police": ("Sergeant Mokoena’s own phone", "000 555 0999", today),
        "clinic": ("Clinic on the hill", "000 555 0888", today - timedelta(days=400)),
        "school": ("Ridge school", "000 555 0777", today),
    }

    def enter(book: Book) -> Outcome:
        for sort, (name, phone, verified) in told.items():
            done = ACTS["record_service"](book, name=name, sort=sort, phone=phone, verified=verified)
        return done

    desk.window.hands.lane.do(enter, owner=desk.window)
    desk.rest()
    inside.close()

    outside = at_the_door()
    QTest.keyClick(outside.door.focusWidget() or outside.door, Qt.Key.Key_C, CALL)
    said = outside.rest().message()

    for words in ("10111", "116", "000 555 0999", "police"):
        assert words in said
    for words in ("Mokoena", "0888", "0777", "Ridge", "Nomvula", "hill"):
        assert words not in said
    kept = (settings.state_folder() / "numbers.json").read_text(encoding="utf-8")
    assert "Mokoena" not in kept
    assert outside.press("Back to the passphrase").field("passphrase").isVisible()


def test_nothing_is_tried_without_a_passphrase(folder: Path, at_the_door: Stand) -> None:  # noqa: ARG001
    assert "Type your passphrase first." in at_the_door().press("Unlock").message()


def test_several_books_are_told_by_their_signs_and_by_nothing_else(shelve: Shelve, at_the_door: Stand) -> None:
    for sign, name in (("river", "Nomvula Shezi"), ("candle", "Mpho Lekalakala"), ("weaver", "Thandeka Mabuza")):
        shelve(sign, name)

    doorway = at_the_door()

    assert doorway.buttons()[:3] == ["candle", "river", "weaver"]
    assert not [name for name in ("Nomvula", "Mpho", "Thandeka", "Lesedi") if name in doorway.message()]


def test_the_chosen_book_opens_and_none_before_one_is_chosen(shelve: Shelve, at_the_door: Stand) -> None:
    shelve("river", "Nomvula Shezi")
    shelve("candle", "Mpho Lekalakala")
    doorway = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock")
    assert "Choose the sign of your book first." in doorway.message()

    assert "Mpho Lekalakala" in doorway.press("candle").press("Unlock").desk().message()


def test_the_book_that_was_named_is_chosen_already(shelve: Shelve, at_the_door: Stand) -> None:
    shelve("candle", "Mpho Lekalakala")
    chosen = shelve("river", "Nomvula Shezi")

    doorway = at_the_door(chosen=chosen).fill(passphrase=PASSPHRASE).press("Unlock")

    assert "Nomvula Shezi" in doorway.desk().message()


def test_a_sign_is_chosen_with_one_key_and_the_passphrase_typed_at_once(shelve: Shelve, at_the_door: Stand) -> None:
    shelve("river", "Nomvula Shezi")
    shelve("candle", "Mpho Lekalakala")
    doorway = at_the_door()

    QTest.keyClick(doorway.door.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClicks(doorway.door.focusWidget(), PASSPHRASE)
    QTest.keyClick(doorway.door.focusWidget(), Qt.Key.Key_Return)

    assert "Mpho Lekalakala" in doorway.rest().desk().message()


def test_a_book_of_before_there_were_signs_opens_too(shelve: Shelve, at_the_door: Stand) -> None:
    shelve("candle", "Mpho Lekalakala")
    key_file = shelve("river", "Nomvula Shezi") / settings.KEYS
    key_file.write_text(
        json.dumps({name: told for name, told in json.loads(key_file.read_text()).items() if name != "sign"})
    )

    doorway = at_the_door().press("Without a sign").fill(passphrase=PASSPHRASE).press("Unlock")

    assert "Nomvula Shezi" in doorway.desk().message()


# --- why it does not open


def refused(at_the_door: Stand, folder: Path) -> str:
    """What is said to who types the right passphrase."""
    return at_the_door([Shelved(folder)]).fill(passphrase=PASSPHRASE).press("Unlock").message()


def test_a_folder_that_holds_no_book(tmp_path: Path, at_the_door: Stand) -> None:
    assert f"There is no book at {tmp_path}. Nothing was made." in refused(at_the_door, tmp_path)


def test_a_book_of_a_newer_program(folder: Path, at_the_door: Stand) -> None:
    with closing(vault.open_book(folder, PASSPHRASE, known_version=1000)) as opened, opened.engine.begin() as writing:
        writing.exec_driver_sql("PRAGMA user_version = 1000")

    assert "used with a newer Caregiver Desk. It was not touched." in refused(at_the_door, folder)


def test_a_damaged_key_file(folder: Path, at_the_door: Stand) -> None:
    (folder / "keys.json").write_bytes(b"{")

    assert "The key file beside this book is damaged; the book is unharmed." in refused(at_the_door, folder)


def test_damaged_records(folder: Path, at_the_door: Stand) -> None:
    (folder / "book.db").write_bytes(bytes(8192))

    assert "This book is damaged and was not opened" in refused(at_the_door, folder)


def test_a_book_that_is_open_in_another_process(folder: Path, at_the_door: Stand) -> None:
    holding = "import sys, pathlib; from caregiver_desk.store import vault; f = vault.alone(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", f"{holding}; print(flush=True); input()", str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout
        other.stdout.readline()
        assert "This book is open in another window." in refused(at_the_door, folder)
        other.communicate(b"\n")


@contextmanager
def only_read(folder: Path) -> Iterator[None]:
    """While it holds, whoever runs this may read the book and write nothing beside it."""
    for place in (folder, *folder.parents[:-1]):
        place.chmod(place.stat().st_mode | 0o055)
    for file in folder.glob("*.*"):
        file.chmod(0o444)
    folder.chmod(0o555)
    me = os.geteuid()
    os.seteuid(me or NOBODY)
    try:
        yield
    finally:
        os.seteuid(me)
        folder.chmod(0o755)


@pytest.mark.parametrize("was_locked_before", [True, False])
def test_a_folder_that_can_only_be_read(folder: Path, at_the_door: Stand, was_locked_before: bool) -> None:
    if not was_locked_before:
        (folder / "lock").unlink()
    doorway = at_the_door([Shelved(folder)]).fill(passphrase=PASSPHRASE)

    with only_read(folder):
        said = doorway.press("Unlock").message()

    assert "Nothing can be written there" in said
    assert "What was there before is unharmed." in said
