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
from caregiver_desk.sync import trust
from caregiver_desk.trainer.calendar import standing_on

MAY, JUNE = date(2026, 5, 20), date(2026, 6, 3)


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], {})


def told(capsys: pytest.CaptureFixture[str], *given: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert desk(*given, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def batch(capsys: pytest.CaptureFixture[str], acts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    Path("batch.jsonl").write_text("\n".join(map(json.dumps, acts)))
    return told(capsys, "do", "--batch", "batch.jsonl")


@pytest.fixture
def in_june(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    """A book in which six were heard in May, five of them on late stipends."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")
    with standing_on(MAY):
        desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
        added = [{"act": "add_caregiver", "given_names": f"Name{n}", "since": "2026-01-05"} for n in range(6)]
        who = [each["record"] for each in batch(capsys, added)]
        batch(capsys, [{"act": "hold_check_in", "caregiver": each, "day": "2026-05-20"} for each in who])
        weighs = {"act": "record_burden", "codes": ["O1"], "severity": 2}
        batch(capsys, [{**weighs, "caregiver": each} for each in who[1:]])
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
    assert "North  May 2026  What weighs: Organisation 5 or more; all other groups fewer than 5" in out
    assert "North  Apr 2026  no return" in out
    assert "It cannot tell who spoke" in out


@pytest.mark.usefixtures("in_june")
@pytest.mark.parametrize("month", ["2026-06", "2026-07"])
def test_a_month_that_is_not_over_is_refused(month: str, capsys: pytest.CaptureFixture[str]):
    assert desk("return", "--month", month) == NotUnderstood.exit_status
    assert "not over yet" in capsys.readouterr().err


@pytest.mark.usefixtures("in_june")
def test_before_a_bundle_for_a_coordinator_the_missing_return_is_named_and_not_made(
    capsys: pytest.CaptureFixture[str],
):
    office = ["--book", "office", "--passphrase-file", "passphrase"]
    answers = ["--organisation", "Lesedi", "--officer", "Agnes Mudau", "--purposes", "To support families."]
    begun = ["--name", "Fhatuwani Netsianda", "--role", "coordinator", "--sheet", "office.txt", *answers]
    run([*office, "new", *begun], {})
    run([*office, "card", "--out", "office.card"], {})
    desk("pair", "office.card", "--words", " ".join(trust.read_card(Path("office.card").read_bytes())[1]))
    capsys.readouterr()

    desk("bundle", "--to", "Fhatuwani Netsianda", "--preview")

    said = capsys.readouterr()
    assert "Not in it: the return of May 2026, North." in said.err
    assert "return --month 2026-05 --team North" in said.err
    assert "monthly return" not in said.out
