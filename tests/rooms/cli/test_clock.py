"""The command line under a clock that cannot be believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

Desk = Callable[..., int]
ELEVEN_YEARS = timedelta(days=11 * 365)


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """`desk("show", "person")` on a book whose laptop fell back by eleven years after it was begun."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> int:
        clock.trust()
        return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})

    assert carry_out("new", "--name", "Nomvula Shezi", "--sheet", "sheet.txt") == 0
    clock.shift(-ELEVEN_YEARS)
    return carry_out


def record_team(desk: Desk, capsys: pytest.CaptureFixture[str], *given: str) -> tuple[str, str]:
    """What is said of a clock, and the history of what was recorded."""
    capsys.readouterr()
    assert desk("do", "record_team", '{"name": "South"}', "--json", *given) == 0
    told = capsys.readouterr()
    assert desk("history", json.loads(told.out)["record"]) == 0
    return told.err, capsys.readouterr().out


def test_a_clock_in_doubt_is_said_and_what_is_saved_bears_no_date(desk: Desk, capsys: pytest.CaptureFixture[str]):
    said, history = record_team(desk, capsys)

    assert "hard to believe" in said
    assert "--today" in said
    assert history.startswith("date uncertain  Nomvula Shezi")


def test_the_day_can_be_said_and_is_known_from_then_on(desk: Desk, capsys: pytest.CaptureFixture[str]):
    today = clock.day_of(clock.machine()) + ELEVEN_YEARS
    said, history = record_team(desk, capsys, "--today", today.isoformat())

    assert said == ""
    assert history.startswith(f"{today.day} {today:%b %Y}")
    assert record_team(desk, capsys)[0] == ""


def test_a_day_before_this_program_is_refused_and_nothing_is_saved(desk: Desk, capsys: pytest.CaptureFixture[str]):
    assert desk("--today", "2015-01-01", "do", "record_team", '{"name": "South"}') == 1
    assert "2026" in capsys.readouterr().err
    assert desk("find", "South", "--json") == 0
    assert capsys.readouterr().out == ""
