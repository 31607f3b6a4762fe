"""A backup that goes to another place as well, from the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.errors import BackupDamaged
from caregiver_desk.store import slots
from caregiver_desk.store.vault import BOOK, KEYS


def test_a_copy_of_the_backup_is_put_on_a_stick_and_overwrites_none(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    (home / "stick").mkdir()
    told = ["--book", "nomvula", "--passphrase-file", "passphrase"]
    assert run([*told, "new", "--name", "Nomvula Shezi", "--sheet", "sheet.txt"], {}) == 0

    assert [run([*told, "backup", "--to", "stick"], {}) for _ in range(2)] == [0, 0]

    copies = sorted((home / "stick").iterdir())
    assert [{each.name for each in copy.iterdir()} for copy in copies] == [{BOOK, KEYS}] * 2
    assert copies[0].name in capsys.readouterr().out

    assert run([*told, "restore", "--try", "stick", "--sheet", "sheet.txt"], {}) == 0
    assert "opens, and is whole. It holds" in capsys.readouterr().out
    assert run([*told, "restore", "--try", "--json"], {}) == 0
    assert json.loads(capsys.readouterr().out)["newer"] == {}
    (copies[1] / BOOK).write_bytes(b"cut off")
    assert run([*told, "restore", "--try", str(copies[1])], {}) == BackupDamaged.exit_status
