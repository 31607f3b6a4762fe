"""Whom a book may know under two names, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})


@pytest.fixture
def twice(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Two who sound alike."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
    for given, surname in (("Maria", "Baloi"), ("Marie", "Baloyi")):
        desk("do", "add_caregiver", json.dumps({"given_names": given, "surname": surname}), "--json")
    return _ids(capsys)


def _ids(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    capsys.readouterr()
    desk("find", "Mari", "--json")
    first, second = sorted(json.loads(line)["id"] for line in capsys.readouterr().out.splitlines())
    return first, second


def test_they_are_told_with_the_reason_and_joined_by_an_act(twice: tuple[str, str], capsys: pytest.CaptureFixture[str]):
    one, other = twice
    assert desk("twice", "--json") == 0
    (told,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert (told["one"], told["other"], told["reasons"]) == (one, other, ["the names sound alike"])

    assert desk("do", "same", json.dumps({"one": one, "other": other, "fields": {"given_names": "Maria"}})) == 0
    capsys.readouterr()
    assert desk("twice") == 0
    assert "entered twice" in capsys.readouterr().err
    desk("conflicts", "--json")
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["field"] for each in told if "field" in each] == ["surname"]


def test_either_id_shows_the_one_that_is_shown(twice: tuple[str, str], capsys: pytest.CaptureFixture[str]):
    one, other = twice
    desk("do", "same", json.dumps({"one": one, "other": other}))
    capsys.readouterr()

    assert desk("show", "person", other, "--json") == 0
    assert json.loads(capsys.readouterr().out)["id"] == one
