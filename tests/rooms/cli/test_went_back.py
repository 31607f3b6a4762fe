"""A book that holds less than it did here says so, once, where a command is given."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots


def test_what_was_saved_and_is_not_there_any_more_is_said_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def desk(*given: str) -> str:
        assert run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {}) == 0
        return capsys.readouterr().err

    desk("new", "--name", "Nomvula Shezi", "--sheet", "sheet.txt")
    shutil.copy(home / "nomvula" / "book.db", home / "earlier.db")
    desk("do", "record_team", '{"name": "South"}')
    shutil.copy(home / "earlier.db", home / "nomvula" / "book.db")

    assert "in this book" in desk("check")
    assert "missing" not in desk("check")
