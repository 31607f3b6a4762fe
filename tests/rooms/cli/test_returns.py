"""Monthly returns on the command line: looked at, made, shown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import slots
from caregiver_desk.trainer.calendar import standing_on

MAY, JUNE = date(2026, 5, 20), date(2026, 6, 3)


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})


def told(capsys: pytest.CaptureFixture[str], *given: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert desk(*given, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def in_june(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A book in which six were heard in May, five of them on late stipends."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    with standing_on(MAY):
        desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
        for number in range(6):
            added = {"given_names": f"Name{number}", "since": "2026-01-05"}
            (who,) = [each["record"] for each in told(capsys, "do", "add_caregiver", json.dumps(added))]
            desk("do", "hold_check_in", json.dumps({"caregiver": who, "day": "2026-05-20"}))
            if number:
                desk("do", "record_burden", json.dumps({"caregiver": who, "codes": ["O1"], "severity": 2}))
    with standing_on(JUNE):
        yield


@pytest.mark.usefixtures("in_june")
def test_a_return_is_looked_at_made_once_and_shown(capsys: pytest.CaptureFixture[str]):
    (looked,) = told(capsys, "return", "--month", "2026-05", "--preview")
    assert (looked["team"], looked["month"], looked["heard"]) == ("North", "2026-05", 6)
    assert looked["at_least"] == {"weighs_organisation": 5}
    assert not any(each["return"] for each in told(capsys, "returns"))

    assert [told(capsys, "return", "--month", "2026-05")[0]["new"] for _ in range(2)] == [True, False]

    may, april, *_ = told(capsys, "returns")
    assert may == {**looked, "return": True, "made": "2026-06-03"}
    assert april == {"team": "North", "month": "2026-04", "return": False}


@pytest.mark.usefixtures("in_june")
def test_it_is_told_in_words_with_what_it_cannot_tell(capsys: pytest.CaptureFixture[str]):
    desk("return", "--month", "2026-05", "--team", "North")
    capsys.readouterr()

    desk("returns")

    out = capsys.readouterr().out
    assert "North  May 2026  What weighs: Organisation: 5 or more; all other groups fewer than 5" in out
    assert "North  Apr 2026  no return" in out
    assert "It cannot tell who spoke" in out


@pytest.mark.usefixtures("in_june")
@pytest.mark.parametrize("month", ["2026-06", "2026-07"])
def test_a_month_that_is_not_over_is_refused(month: str, capsys: pytest.CaptureFixture[str]):
    assert desk("return", "--month", month) == NotUnderstood.exit_status
    assert "not over yet" in capsys.readouterr().err
