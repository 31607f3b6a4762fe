"""Another key for a book, and a sheet that a drive altered, from the terminal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.cli import books
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import NoRoomForCopy, WrongPassphrase
from caregiver_desk.store import room, slots

Desk = Callable[..., int]
Once = Callable[[Callable[[], object]], None]
NEW = "yellow bicycle under clouds today"


@pytest.fixture
def desk(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`desk("check")` on a book that is there already, opened by `passphrase` or another file."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    (home / "new").write_text(f"{NEW}\n")

    def carry_out(*given: str, by: str = "passphrase") -> int:
        return run(["--book", "nomvula", "--passphrase-file", by, *given], {})

    once(lambda: carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"))
    return carry_out


def test_a_book_gets_another_key_and_says_what_opens_it_from_now_on(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk("backup") == 0
    keys = slots.open_with_sheet((home / "nomvula" / "keys.json").read_bytes(), (home / "sheet.txt").read_text())
    monkeypatch.setattr(books, "LARGE", 1)
    capsys.readouterr()

    assert desk("rekey", "--sheet", "new.txt", "--new-passphrase-file", "new") == 0

    told = capsys.readouterr()
    assert "The book has another key. Only the new passphrase and the new sheet open it." in told.out
    assert "A new backup is beside it, and those of before are gone" in told.out
    assert "Copied. It is checked now" in told.err
    assert desk("check", by="new") == 0
    assert desk("check") == WrongPassphrase.exit_status
    now = slots.open_with_sheet((home / "nomvula" / "keys.json").read_bytes(), (home / "new.txt").read_text())
    assert (now.store != keys.store, now.signing) == (True, keys.signing)
    assert len(list((home / "nomvula" / "backups").iterdir())) == 1


def test_new_keys_after_a_theft_are_those_of_the_records_too(desk: Desk, home: Path) -> None:
    before = slots.open_with_sheet((home / "nomvula" / "keys.json").read_bytes(), (home / "sheet.txt").read_text())

    assert desk("new-keys", "--sheet", "new.txt") == 0

    now = slots.open_with_sheet((home / "nomvula" / "keys.json").read_bytes(), (home / "new.txt").read_text())
    assert (now.book, now.store == before.store, now.signing == before.signing) == (before.book, False, False)
    assert desk("check") == 0


def test_without_room_no_sheet_is_left_that_opens_nothing(
    desk: Desk, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(room, "_BESIDE", 10**18)

    assert desk("rekey", "--sheet", "new.txt", "--new-passphrase-file", "new") == NoRoomForCopy.exit_status

    assert "MB are lacking. Nothing was changed." in capsys.readouterr().err
    assert not (home / "new.txt").exists()


def alter_the_sheet(key_file: Path) -> None:
    told = json.loads(key_file.read_text())
    middle = len(told["sheet"]) // 2
    told["sheet"] = told["sheet"][:middle] + "~" + told["sheet"][middle + 1 :]
    key_file.write_text(json.dumps(told))


def test_a_sheet_that_a_drive_altered_is_told_at_the_next_opening_and_not_when_it_is_needed(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    alter_the_sheet(home / "nomvula" / "keys.json")
    capsys.readouterr()

    assert desk("check") == 1

    told = capsys.readouterr()
    assert "so the sheet opens nothing now" in told.err
    assert "Print the recovery sheet anew" in told.err
    assert "Found: sheet" in told.out
    assert desk("sheet", "--out", "new.txt") == 0
    capsys.readouterr()
    assert desk("check") == 0
    assert "sheet" not in capsys.readouterr().err


def test_where_a_backup_still_has_the_sheets_part_it_is_put_back_without_a_word(
    desk: Desk, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desk("backup") == 0
    sound = (home / "nomvula" / "keys.json").read_bytes()
    alter_the_sheet(home / "nomvula" / "keys.json")
    capsys.readouterr()

    assert desk("check") == 0

    assert "sheet" not in capsys.readouterr().err
    assert json.loads((home / "nomvula" / "keys.json").read_bytes()) == json.loads(sound)
